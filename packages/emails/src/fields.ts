import { timestamp } from '@pilotgate/core/program/record'
import { role } from '@pilotgate/core/program/roles'
import { z } from 'zod'
import { isZone } from './when.ts'
import { oneLine, severalLines } from './words.ts'

/** One line of text: a name, a title. Line breaks and control characters become spaces. */
export const line = z.string().transform(oneLine).pipe(z.string().min(1, 'must not be empty'))

/** Text a person wrote: a reason, a plan. Keeps its line breaks. */
export const prose = z.string().transform(severalLines).pipe(z.string().min(1, 'must not be empty'))

/** An absolute web address of a page. Opening it changes nothing (reliability F3). */
export const href = z
  .url({ protocol: /^https?$/, error: 'must be an absolute http or https address' })
  .regex(/^[^\s<>"]+$/, 'must hold no spaces, quotes or angle brackets')

const zone = z.string().refine(isZone, 'must be an IANA time zone, for example Europe/Berlin')

/** Why somebody gets a mail: a role in the program, or `referee` for people outside who were named as one (S-C4). */
const recipientRole = role.or(z.literal('referee'))

/** What every message needs: who sends it, who gets it and why, and the zone in which its dates are shown. */
export const envelope = z.strictObject({
  programName: line,
  organisationName: line,
  recipientName: line,
  recipientRoles: z.array(recipientRole).min(1),
  zone,
})

/** The same for a mail about what belongs to the organisation and to no program. */
export const organisationEnvelope = envelope.omit({ programName: true })

/** The same for a mail that others than its reader may see, as in a shared calendar: it names no program and no role (E9). */
export const neutralEnvelope = envelope.omit({ programName: true, recipientRoles: true })

export type Envelope = z.output<typeof neutralEnvelope> & Partial<z.output<typeof envelope>>

/** A gate by its id in the template (`W06`) and its title. */
export const gateNamed = { gate: line, title: line }

/** The gate that opens next. */
export const gateAhead = z.strictObject({ ...gateNamed, opensAt: timestamp })

/** A task of the recipient, with the page that opens it. */
export const ownTask = z.strictObject({ title: line, dueAt: timestamp, href })

export const outcome = z.enum(['pass', 'fail', 'inconclusive'])

export { timestamp }
