import type { Change } from '../ports.ts'
import { daysUntil, plusDays } from '../program/calendar.ts'
import type { CommitmentRecord } from './candidacy.ts'
import type { FormOf } from './forms/forms.ts'
import type { Ground } from './load-candidacy.ts'

/** Who committed a sponsor action is reminded so long before its outcome is due. */
const remindDaysBefore = 7

/** The commitment of a mentor (S-M9): its outcome is due on the day named, at the same local time as it was committed. */
export const commitmentFrom = (
  { candidacy, program: { zone }, scope }: Ground,
  { action, what, verifiedBy, dueOn }: FormOf<'commitment'>,
  now: string,
): Change => {
  const record: CommitmentRecord = {
    ...scope,
    id: candidacy.id,
    version: 0,
    personId: candidacy.personId,
    action,
    what,
    verifiedBy,
    committedAt: now,
    dueAt: plusDays(now, zone, daysUntil(dueOn, zone, now)),
  }
  return { kind: 'commitment', record, expect: 0 }
}

/** When to remind of a commitment: a week before it is due, or at once when it is due sooner. */
export const remindAt = ({ dueAt }: CommitmentRecord, zone: string, now: string): string => {
  const at = plusDays(dueAt, zone, -remindDaysBefore)
  return at > now ? at : now
}
