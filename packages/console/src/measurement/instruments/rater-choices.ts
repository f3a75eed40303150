import type { Answer } from '../../api/client.ts'
import { useRows } from '../../api/queries.ts'
import { useProgram } from '../../program/use-program.tsx'

/**
 * Whom one can name as raters: the people of the program for who may read them, else those who are raters now.
 * `isWhole`: whether everybody is among them who could be named.
 */
export const useRaterChoices = ({ participantId, raters }: Answer<'getRaters'>) => {
  const { programId, may } = useProgram()
  const isWhole = may('read people')
  const people = useRows('listPeople', { path: { programId }, query: { limit: 1000 } }, { enabled: isWhole })
  const members = (people.rows ?? [])
    .filter(({ personId, learnerKind, status }) => {
      return status === 'active' && learnerKind !== 'agent' && personId !== participantId
    })
    .map(({ personId, name, roles }) => ({ value: personId, label: name, description: roles.join(', ') }))
  const known = new Set(members.map(({ value }) => value))
  const others = raters
    .filter(({ personId }) => !known.has(personId))
    .map(({ personId, name, relation }) => ({ value: personId, label: name, description: relation }))
  return { choices: [...others, ...members].sort((a, b) => a.label.localeCompare(b.label)), isWhole }
}
