import type { Envelope } from './fields.ts'
import { enumerate, roleWords } from './words.ts'

/** Who sends the mail, why the reader gets it, and that its links are safe to open (reliability F3). */
export const footer = ({ programName, organisationName, recipientRoles }: Envelope): string[] => [
  `Sent for the program ${programName} of ${organisationName}.`,
  `You get this mail because of your role in the program: ${enumerate(recipientRoles.map(roleWords))}.`,
  'The links only open a page. Nothing changes until you confirm it there.',
]
