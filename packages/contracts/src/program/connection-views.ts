import { type ConnectionRecord, connectionRecord } from '@pilotgate/core/program/hr/connections/connection-record'
import { type TurnedAwayRecord, turnedAwayRecord } from '@pilotgate/core/program/hr/connections/note-turned-away'
import {
  type ChangeEffectRecord,
  changeEffectRecord,
  type PersonChangeRecord,
  personChangeRecord,
} from '@pilotgate/core/program/hr/employees/change-record'
import { employeeRecord } from '@pilotgate/core/program/hr/employees/employee-record'
import { type InboxLogRecord, inboxLogRecord } from '@pilotgate/core/program/hr/inbox/inbox-record'
import { employeeFields } from '@pilotgate/core/program/hr/vendors/report'
import { z } from 'zod'

const stored = { tenantId: true, scope: true, id: true, version: true } as const
const { vendor, name, status, settings, zone, offers, createdAt, createdBy } = connectionRecord.shape

/** A connection without any secret: of those it tells when they were added, of credentials that they are there. */
export const connectionView = z.object({
  connectionId: z.string(),
  version: z.number().int(),
  ...{ vendor, name, status, settings, zone, offers, createdAt, createdBy },
  turnedAway: turnedAwayRecord.pick({ at: true, why: true }).optional(),
  credentials: z.array(z.string()).meta({ description: 'The names of the credentials that are set' }),
  secrets: z.array(z.object({ secretId: z.string(), addedAt: z.string() })),
  doorUrl: z.string().optional().meta({
    description: 'Where the HR system delivers; keep it to yourself. Absent where nothing is delivered (file).',
  }),
})
export const toConnectionView = (
  record: ConnectionRecord,
  doorUrl: string | undefined,
  turnedAway: TurnedAwayRecord | undefined,
): z.input<typeof connectionView> => ({
  ...record,
  connectionId: record.id,
  credentials: Object.keys(record.credentials).sort(),
  secrets: record.secrets.map(({ id, addedAt }) => ({ secretId: id, addedAt })),
  doorUrl,
  turnedAway: turnedAway && { at: turnedAway.at, why: turnedAway.why },
})

/** A secret that Pilotgate made is shown once, when it is made. */
export const newSecret = z
  .string()
  .optional()
  .meta({ description: 'The new secret, where Pilotgate made it. It is not shown again.' })

export const inboxLogView = z.object({
  deliveryId: z.string(),
  ...inboxLogRecord.omit({ ...stored, expiresAt: true }).shape,
})
export const toInboxLogView = (record: InboxLogRecord): z.input<typeof inboxLogView> => ({
  ...record,
  deliveryId: record.id,
})

/** An employee as the HR system says they are on a day, and what it has said of later days. */
export const employeeView = z.object({
  employeeId: z.string(),
  personId: employeeRecord.shape.personId,
  fields: employeeFields.partial(),
  ahead: z.array(z.object({ field: z.string(), value: z.string().nullable(), effectiveOn: z.iso.date() })),
})

/** One line of the history of a person, with what it did in the program. */
export const historyLineView = z.object({
  changeId: z.string(),
  ...personChangeRecord.omit({ ...stored, personId: true }).shape,
  effects: z.array(changeEffectRecord.pick({ at: true, effect: true, subjectId: true, words: true })),
})
export const toHistoryLineView = (
  change: PersonChangeRecord,
  effects: ChangeEffectRecord[],
): z.input<typeof historyLineView> => ({
  ...change,
  changeId: change.id,
  effects: effects.map(({ at, effect, subjectId, words }) => ({ at, effect, subjectId, words })),
})
