import { z } from 'zod'
import { service } from '../../intake/intake-record.ts'
import { scoped, timestamp } from '../../program/record.ts'
import { personId, sentence } from '../forms/field.ts'
import { practiceRatings } from '../practicum/practicum-record.ts'

/** What a recertification takes beside the outcomes brief (Q3, Q5). What is recorded was found good by who records it. */
const parts = {
  'observed session': z.strictObject({
    part: z.literal('observed session'),
    heldOn: z.iso.date(),
    minutes: z.number().int().min(15).max(240),
    ratings: practiceRatings,
    note: sentence(2000),
  }),
  'peer review': z.strictObject({
    part: z.literal('peer review'),
    heldOn: z.iso.date(),
    peerId: personId,
    note: sentence(2000),
  }),
  'sponsor action': z.strictObject({
    part: z.literal('sponsor action'),
    heldOn: z.iso.date(),
    what: sentence(1000),
    evidence: sentence(1000),
  }),
}
export const recertificationPart = z.discriminatedUnion('part', [
  parts['observed session'],
  parts['peer review'],
  parts['sponsor action'],
])
export type RecertificationPart = z.infer<typeof recertificationPart>

const recorded = { at: timestamp, by: z.string() }

/** One recertification of a credential, of the organisation as that is; `id` is `SERVICE.PERSON.DAY`, by the day it opens. */
export const recertificationRecord = scoped.extend({
  personId: z.string(),
  service,
  parts: z.array(
    z.discriminatedUnion('part', [
      parts['observed session'].extend(recorded),
      parts['peer review'].extend(recorded),
      parts['sponsor action'].extend(recorded),
    ]),
  ),
  completedAt: timestamp.optional(),
})
export type RecertificationRecord = z.infer<typeof recertificationRecord>

/** What a coach or mentor writes of the last 12 months (Q4): which behaviour changed, and what shows it. Nobody by name. */
export const outcomesBriefInput = z.strictObject({
  service,
  summary: sentence(4000),
  outcomes: z
    .array(z.strictObject({ behaviour: sentence(500), evidence: sentence(1000) }))
    .min(1, 'Name at least one outcome.')
    .max(20),
})
export type OutcomesBriefInput = z.infer<typeof outcomesBriefInput>

/** A record of the organisation; `id` is `SERVICE.PERSON.DAY`. */
export const outcomesBriefRecord = scoped.extend({
  ...outcomesBriefInput.shape,
  personId: z.string(),
  /** Where it was handed in. */
  programId: z.string(),
  /** The local day in the program's zone. */
  on: z.iso.date(),
  at: timestamp,
  by: z.string(),
})
export type OutcomesBriefRecord = z.infer<typeof outcomesBriefRecord>
