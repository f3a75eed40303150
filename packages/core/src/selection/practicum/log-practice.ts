import type { Actor, Work } from '../../program/actor.ts'
import { localDate } from '../../program/calendar.ts'
import { demandOwnOrGuide } from '../supervision/coaches.ts'
import { invalid } from '../supervision/follow-up.ts'
import { changePracticum, demandOpen } from './change-practicum.ts'
import type { PracticeDay, PracticumRecord } from './practicum-record.ts'

const mostMinutesADay = 8 * 60

/**
 * Logs the coached or lab hours of a day (§4). The same day and kind again replaces what was said; the same again changes nothing.
 * @throws DomainError `NotFound`, `NotAllowed`, `NotPossibleNow` (completed), `InvalidInput` naming `on` or `minutes`
 */
export const logPractice = (
  work: Work,
  actor: Actor,
  programId: string,
  of: string,
  day: PracticeDay,
): Promise<PracticumRecord> =>
  changePracticum(work, actor, programId, of, (practicum, { zone }) => {
    demandOwnOrGuide(actor, practicum.id, 'coach')
    const same = practicum.practice.find(({ on, kind }) => on === day.on && kind === day.kind)
    if ((same?.minutes ?? 0) === day.minutes) return undefined
    demandOpen(practicum)
    const started = localDate(practicum.startedAt, zone)
    if (day.on > localDate(work.now, zone)) throw invalid('on', 'Lies in the future. Log practice once it was held.')
    if (day.on < started) throw invalid('on', `Lies before ${started}, when the practicum started.`)
    const others = practicum.practice.filter((each) => each !== same)
    const total = others.filter(({ on }) => on === day.on).reduce((sum, { minutes }) => sum + minutes, day.minutes)
    if (total > mostMinutesADay) {
      throw invalid('minutes', `Makes ${total} minutes on ${day.on}; a day has at most ${mostMinutesADay}.`)
    }
    const entry = { ...day, at: work.now, by: actor.personId }
    const practice = [...others, ...(day.minutes > 0 ? [entry] : [])].sort((a, b) => (a.on < b.on ? -1 : 1))
    return { practicum: { ...practicum, practice } }
  })
