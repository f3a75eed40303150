import type { Envelope } from './fields.ts'
import { enumerate, roleWords } from './words.ts'

/** Who sends the mail, why the reader gets it, and that its links are safe to open (reliability F3). */
export const footer = ({ programName, organisationName, recipientRoles }: Envelope): string[] => [
  programName === undefined
    ? `Sent for ${organisationName}.`
    : `Sent for the program ${programName} of ${organisationName}.`,
  recipientRoles === undefined ? 'You get this mail because you take part.' : why(recipientRoles, programName),
  'The links are for you alone and only open a page. Nothing changes until you confirm it there.',
]

const why = (roles: NonNullable<Envelope['recipientRoles']>, programName: string | undefined): string => {
  const held = roles.filter((role) => role !== 'referee')
  if (held.length === 0) return 'You get this mail because you were named as a referee.'
  return `You get this mail because of your role${programName === undefined ? '' : ' in the program'}: ${enumerate(held.map(roleWords))}.`
}
