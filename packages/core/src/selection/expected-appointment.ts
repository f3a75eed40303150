import { plusDays } from '../program/calendar.ts'
import type { CandidacyRecord } from './candidacy.ts'
import { selectionPaths } from './paths/paths.ts'
import type { Step } from './selection-path.ts'

/**
 * When an open candidacy is over if everything is passed and takes the days planned for it (§4): an instant. Of branches that go on
 * beside each other the longest counts. A step that is open ends when its tasks are due, or now when they are late; one on hold is
 * asked again at the end of the hold.
 */
export const expectedAppointment = (
  { path, rounds }: Pick<CandidacyRecord, 'path' | 'rounds'>,
  now: string,
  zone: string,
): string => {
  const after = (began: string, { step, days }: Step): string => {
    const round = rounds.findLast((each) => each.step === step)
    if (round?.status === 'passed') return began
    if (round?.status === 'open') return later(began, round.dueAt)
    return plusDays(later(began, round?.until ?? began), zone, days)
  }
  return selectionPaths[path].stages.reduce(
    (began, stage) =>
      'step' in stage ? after(began, stage) : stage.branches.map((steps) => steps.reduce(after, began)).reduce(later),
    plusDays(now, zone, 0),
  )
}

/** Instants may come with and without fractions of a second, so they are not compared as text. */
const later = (one: string, other: string): string => (Date.parse(one) >= Date.parse(other) ? one : other)
