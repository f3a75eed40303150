import type { Learner, Provider } from '../cohort.ts'
import { bitsIn } from './bits.ts'
import { mayRead, noConsent, readField } from './readable.ts'
import { notKnown, type Reading } from './reading.ts'
import type { FreeTime, ReferenceWeek } from './reference-week.ts'

/** Four shared hours a week leave room to move a session; more adds nothing. In quarter hours. */
export const enoughQuarters = 16

/** When a participant can meet, where that is known and may be used (I3). An agent has no calendar (I6). */
export const learnerTime = (learner: Learner, week: ReferenceWeek): FreeTime | undefined => {
  if (learner.learnerKind === 'agent') return undefined
  const windows = readField(learner, 'availability')
  return windows && week.freeTime(windows, readField(learner, 'zone')!)
}

export const providerTime = ({ record }: Provider, week: ReferenceWeek): FreeTime | undefined =>
  week.freeTime(record.availability, record.zone)

/** Quarter hours a week in which both are free. */
const sharedQuarters = (a: FreeTime, b: FreeTime): number =>
  a.quarters.reduce((sum, bits, word) => sum + bitsIn(bits & b.quarters[word]!), 0)

/** Whether there is an unbroken hour in which both are free (M4). */
export const shareAnHour = (a: FreeTime, b: FreeTime): boolean =>
  a.hours.some((bits, word) => (bits & b.hours[word]!) !== 0)

/**
 * Signal "availability" (M1): hours a week in which both are free, counted in whole quarter hours on a real week in both
 * people's zones (`reference-week.ts`, which states the summer-time rule): min(1, hours / 4).
 * Missing: an agent (I6), no consent for availability, or either side's hours or zone are not known.
 */
export const readAvailability = (learner: Learner, provider: Provider, week: ReferenceWeek): Reading => {
  if (learner.learnerKind === 'agent') return notKnown('not used, an agent has no calendar')
  if (!mayRead(learner, 'availability')) return notKnown(noConsent('availability'))
  const own = learnerTime(learner, week)
  if (!own) return notKnown('not known, the participant gives no hours')
  const other = providerTime(provider, week)
  if (!other) return notKnown('not known, no hours are recorded for the provider')
  const quarters = sharedQuarters(own, other)
  const hours = quarters / 4
  return {
    value: Math.min(quarters, enoughQuarters) / enoughQuarters,
    words:
      quarters === 0
        ? 'is never free at the same time'
        : `is free at the same time ${hours} hour${hours === 1 ? '' : 's'} a week`,
  }
}
