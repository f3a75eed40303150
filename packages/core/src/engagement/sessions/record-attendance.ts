import { z } from 'zod'
import { DomainError } from '../../errors.ts'
import type { Actor, Work } from '../../program/actor.ts'
import { localMoment } from '../../program/calendar.ts'
import { type EngagementRecord, guidanceLevels } from '../engagement-record.ts'
import { actionChanged } from '../tell.ts'
import { actionItemFrom, actionItemInput, checkActionItems } from './action-item-from.ts'
import { changeSession, demandScheduled, withoutAhead } from './change-session.ts'
import { type SessionRecord, topicTag } from './session-record.ts'

/** How many action items come out of a session (E3). */
export const mostActionItems = 3

const each = 'A session ends with 1 to 3 action items (E3)'

/** What is recorded of a session that took place (E3): metadata only, what was said goes into its notes. */
export const attendanceInput = z.strictObject({
  topics: z.array(topicTag).min(1, 'Name at least one topic.').max(10, 'Name at most 10 topics.'),
  actionItems: z
    .array(actionItemInput)
    .min(1, `${each}; agree on at least one.`)
    .max(mostActionItems, `${each}; keep the three that matter most.`),
  /** How much the provider guided (E10). */
  guidance: z.enum(guidanceLevels),
})
export type AttendanceInput = z.infer<typeof attendanceInput>

/** @throws DomainError `NotPossibleNow` */
export const demandStarted = ({ startsAt }: SessionRecord, zone: string, now: string): void => {
  if (Date.parse(now) >= Date.parse(startsAt)) return
  throw new DomainError(
    'NotPossibleNow',
    `This session starts at ${localMoment(startsAt, zone)}. Record what became of it afterwards, or move or cancel it now.`,
  )
}

/**
 * One of the pair records that a session took place: topics, guidance, and the action items that came out of it (E3), in one commit.
 * @throws DomainError `NotFound`, `NotPossibleNow` (before its start; recorded or cancelled already; engagement ended), `InvalidInput`
 *   naming the field of an action item (owner, due date)
 */
export const recordAttendance = (
  { store, now }: Pick<Work, 'store' | 'now'>,
  actor: Actor,
  programId: string,
  sessionId: string,
  { topics, actionItems, guidance }: AttendanceInput,
): Promise<SessionRecord> =>
  changeSession({ store, now }, actor, programId, sessionId, ({ program, engagement, session }) => {
    demandScheduled(session, 'recorded as attended')
    demandStarted(session, program.zone, now)
    checkActionItems(actionItems, { engagement, session, zone: program.zone, now }, (index) => `actionItems.${index}.`)
    const told = { now, by: actor.personId }
    const actions = actionItems.map((item, index) => actionItemFrom(item, session, index + 1, now))
    return {
      session: {
        ...session,
        status: 'attended',
        topics: [...new Set(topics)],
        actionItems: actions.length,
        guidance,
        recordedAt: now,
        recordedBy: actor.personId,
      },
      engagement: afterSession(withoutAhead(engagement, sessionId), session, guidance, told),
      changes: actions.map((record) => ({ kind: 'actionItem', record, expect: 0 })),
      events: actions.map((action) => actionChanged(action, engagement, told)),
    }
  })

/** A pair that met is not stalled (E7); a level of guidance other than the last one is kept with its day (E10). */
const afterSession = (
  { stalledSince: _, nudgedAt: __, escalatedAt: ___, ...engagement }: EngagementRecord,
  { startsAt }: SessionRecord,
  level: AttendanceInput['guidance'],
  { now, by }: { now: string; by: string },
): EngagementRecord => ({
  ...engagement,
  lastHeldAt: [engagement.lastHeldAt ?? startsAt, startsAt].sort().at(-1)!,
  guidance:
    engagement.guidance.at(-1)?.level === level
      ? engagement.guidance
      : [...engagement.guidance, { level, at: now, by }],
})
