import type { Crumb } from '../frame/page.tsx'
import { useProgram } from './use-program.tsx'

/** The pages above a page of a program; `more` are those between the program and the page, as path below the program. */
export const useCrumbs = (...more: [text: string, path: string][]): Crumb[] => {
  const { programId, program } = useProgram()
  const base = `/programs/${programId}`
  return [
    { text: 'Programs', href: '/programs' },
    { text: program.name, href: base },
    ...more.map(([text, path]) => ({ text, href: base + path })),
  ]
}
