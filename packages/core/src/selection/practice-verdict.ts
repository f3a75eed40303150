import { daysBetween } from '../program/calendar.ts'
import type { FormOf } from './forms/forms.ts'
import type { Verdict } from './forms/judgement.ts'

const hours = { least: 8, most: 12 }
const weeks = { least: 4, most: 6 }
const leastRecorded = 2

/** Supervised practice (S-I): 8 to 12 coached hours within 4 to 6 weeks, at least two sessions recorded. */
export const practiceVerdict = ({ sessions }: FormOf<'practice'>): Verdict => {
  const coached = sessions.reduce((sum, { minutes }) => sum + minutes, 0) / 60
  const days = sessions.map(({ on }) => on).toSorted()
  const apart = daysBetween(days[0]!, days.at(-1)!)
  const recorded = sessions.filter((session) => session.recorded).length
  const missing: string[] = []
  if (coached < hours.least || coached > hours.most) {
    const logged = Number(coached.toFixed(2))
    missing.push(
      `Supervised practice (S-I): ${logged} coached hours are logged; ${hours.least} to ${hours.most} are asked for.`,
    )
  }
  // The first and the last day both count: four weeks from a Monday end on a Sunday. Up to a full six weeks may lie between.
  if (apart + 1 < weeks.least * 7 || apart > weeks.most * 7) {
    missing.push(
      `Supervised practice (S-I): the sessions span ${apart + 1} days; ${weeks.least} to ${weeks.most} weeks are asked for.`,
    )
  }
  if (recorded < leastRecorded) {
    missing.push(
      `Supervised practice (S-I): recorded sessions: ${recorded}; at least ${leastRecorded} are asked for, with consent.`,
    )
  }
  return missing.length === 0 ? { outcome: 'pass' } : { outcome: 'hold', missing }
}
