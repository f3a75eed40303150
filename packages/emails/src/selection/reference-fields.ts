import { z } from 'zod'
import { envelope, href, line, timestamp } from '../fields.ts'
import { sampleEnvelope } from '../sample.ts'

/** A referee is no member of the program. The link is theirs alone: it lets them answer without a sign-in. */
const envelopeOfReferee = envelope.extend({ recipientRoles: z.tuple([z.literal('referee')]) })

export const referenceFields = envelopeOfReferee.extend({
  candidateName: line,
  /** What for, as a selection path is titled: `External coach`. */
  pathTitle: line,
  /** Where the two know each other from, as the candidate wrote it. */
  organisation: line,
  relation: line,
  dueAt: timestamp,
  href,
})

/** About how long the answer takes. */
export const minutes = 5

export const sampleReference = {
  ...sampleEnvelope,
  recipientName: 'Rosa Lindqvist',
  recipientRoles: ['referee' as const] satisfies ['referee'],
  candidateName: 'Otto Olsen',
  pathTitle: 'External coach',
  organisation: 'Fjord Shipping',
  relation: 'Head of operations during the coaching of our shift leads',
  dueAt: '2027-03-19T15:00:00Z',
  href: 'https://pilotgate.example/reference#bm9ydGh3aW5kCmxlYWRlcnNoaXA',
}
