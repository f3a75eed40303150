import { z } from 'zod'
import { localDate } from '../../program/calendar.ts'
import { invalid } from '../../selection/supervision/follow-up.ts'
import type { EngagementRecord } from '../engagement-record.ts'
import { type ActionItemRecord, actionItemRecord } from './action-item.ts'
import type { SessionRecord } from './session-record.ts'

const { kind, dueOn } = actionItemRecord.shape
const words = (problem: string) => z.string().trim().min(3, problem).max(500)

/** One action item (E3): what, who, by when, and how one will see that it is done. */
export const actionItemInput = z.strictObject({
  kind: kind.default('action'),
  text: words('Say what is to be done, in a few words.'),
  /** One of the pair, by person id. */
  ownerId: z.string().min(1).max(64),
  dueOn,
  verification: words('Say how one will see that it is done.'),
  ticketId: z.string().trim().min(1).max(60).optional(),
})
export type ActionItemInput = z.infer<typeof actionItemInput>

type Ground = { engagement: EngagementRecord; session: SessionRecord; zone: string; now: string }

/** @param field the path that the names of fields are put behind. @throws DomainError `InvalidInput` naming the field */
export const checkActionItems = (
  items: ActionItemInput[],
  { engagement, session, zone, now }: Ground,
  field: (index: number) => string,
): void => {
  const held = localDate(session.startsAt, zone)
  const today = localDate(now, zone)
  for (const [index, { ownerId, dueOn }] of items.entries()) {
    if (![engagement.participantId, engagement.providerId].includes(ownerId)) {
      const remedy = `Name the participant (${engagement.participantId}) or the ${engagement.service} (${engagement.providerId}).`
      throw invalid(`${field(index)}ownerId`, `Is neither of the pair. ${remedy}`)
    }
    if (dueOn < held) {
      throw invalid(
        `${field(index)}dueOn`,
        `Lies before the session, which was on ${held}. Name that day or a later one.`,
      )
    }
    if (dueOn < today) {
      throw invalid(
        `${field(index)}dueOn`,
        `Lies in the past; today is ${today} (${zone}). Name a day that is still to come.`,
      )
    }
  }
}

/** A new action item of a session. @param number counts those of the session from 1 */
export const actionItemFrom = (
  input: ActionItemInput,
  { tenantId, scope, id, engagementId }: SessionRecord,
  number: number,
  now: string,
): ActionItemRecord => ({
  tenantId,
  scope,
  id: `${id}.A${number}`,
  version: 0,
  engagementId,
  sessionId: id,
  ...input,
  loggedAt: now,
  status: 'open',
})
