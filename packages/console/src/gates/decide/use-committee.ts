import { useRead } from '../../api/queries.ts'
import { useProgram } from '../../program/use-program.tsx'
import { useTemplate } from '../../program/use-template.ts'

/** Who votes on steering gates, and how many of them must; `undefined` until it is known. */
export const useCommittee = () => {
  const { programId, may } = useProgram()
  const steering = useTemplate().data?.template.steering
  const people = useRead('listPeople', { path: { programId }, query: { limit: 1000 } }, { enabled: may('read people') })
  const roles = new Set<string>(steering?.committee)
  const members = people.data?.items.filter(
    ({ roles: held, status }) => status === 'active' && held.some((role) => roles.has(role)),
  )
  return { quorum: steering?.quorum, members: steering && members }
}
