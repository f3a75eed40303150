import { useProgram } from '../program/use-program.tsx'
import { type Path, paths, type Service } from './words.ts'

/** Whether the person signed in leads the selections of a path: its lead, or the program owner. */
export const useLeads = (): ((path: Path) => boolean) => {
  const { roles } = useProgram().part
  return (path) => roles.includes(paths[path].lead) || roles.includes('program owner')
}

/** Whether the person signed in may supervise coaches or mentors: its lead, a supervisor, the program owner. */
export const useGuides = (): ((service: Service) => boolean) => {
  const { roles } = useProgram().part
  const lead = { coach: 'coach lead', mentor: 'mentor lead' } as const
  return (service) => roles.includes(lead[service]) || roles.includes('supervisor') || roles.includes('program owner')
}
