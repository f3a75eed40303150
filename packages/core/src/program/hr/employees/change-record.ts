import { z } from 'zod'
import { scoped, timestamp } from '../../record.ts'

export const changeKinds = [
  'hired',
  'role_changed',
  'manager_changed',
  'department_changed',
  'terminated',
  'rehired',
] as const
export type ChangeKind = (typeof changeKinds)[number]

/** By these somebody comes or goes; the latest of them tells where they stand. */
const comings = ['hired', 'rehired', 'terminated'] as const
export type Lifecycle = (typeof comings)[number]
export const isLifecycle = (kind: ChangeKind): kind is Lifecycle => comings.some((each) => each === kind)

/** The event that caused a change, in the shape of CloudEvents 1.0. */
export const cause = z.strictObject({
  specversion: z.literal('1.0'),
  /** The vendor's id of the event, or the hash of its delivery. */
  id: z.string(),
  /** `urn:hris:bamboohr:12345` */
  source: z.string(),
  /** `org.pilotgate.hr.employee.role_changed.v1`; the first of the kinds when there are several. */
  type: z.string(),
  /** `employee/100` */
  subject: z.string(),
  time: timestamp,
})
export type Cause = z.infer<typeof cause>

/**
 * What changed about a person, and why: one line of their history; in the organisation's scope, `id` is `PERSON.` and an id that sorts
 * by time.
 */
export const personChangeRecord = scoped.extend({
  personId: z.string(),
  connectionId: z.string(),
  employeeId: z.string(),
  at: timestamp,
  /** The local date from which it holds. */
  effectiveOn: z.iso.date(),
  changes: z
    .array(
      z.strictObject({
        kind: z.enum(changeKinds),
        before: z.string().nullable(),
        after: z.string().nullable(),
      }),
    )
    .min(1),
  cause,
})
export type PersonChangeRecord = z.infer<typeof personChangeRecord>

/** Whether somebody went from one role to another; a title that was taken away, or given to who had none, is no new role. */
export const hasNewRole = ({ changes }: PersonChangeRecord): boolean =>
  changes.some(({ kind, before, after }) => kind === 'role_changed' && before !== null && after !== null)

/** What a change does, in the order in which one leads to the other. */
export const effectNames = [
  'left the program',
  'came back',
  'task reassigned',
  'task cancelled',
  'proposal withdrawn',
  'place freed',
  'engagement paused',
  'session cancelled',
  'engagement resumed',
  'reporting line in conflict',
  'time to role change recorded',
  'handoff suggested',
  'place offered',
  'invited to the intake',
  'last owner stays',
] as const

/**
 * What a change of a person did in a program: written with what it did, in one transaction; in the program's scope, `id` is
 * `CHANGE.` and a name for what it did, the same when the event comes again.
 */
export const changeEffectRecord = scoped.extend({
  personId: z.string(),
  changeId: z.string(),
  at: timestamp,
  effect: z.enum(effectNames),
  /** What it was done to: a task, match, engagement, session or reading. */
  subjectId: z.string().optional(),
  /** One sentence for the history, without names. */
  words: z.string(),
})
export type ChangeEffectRecord = z.infer<typeof changeEffectRecord>
