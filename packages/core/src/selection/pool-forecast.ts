import type { Service } from '../intake/intake-record.ts'

/** Coaches as a share of active leaders in year one, and mentees per mentor in high-touch cohorts (C). */
export const poolDefaults = { coachShare: { least: 0.08, most: 0.12 }, menteesPerMentor: { least: 1, most: 3 } }

export type PoolToForecast = {
  activeLeaders: number
  /** People who passed their gate, and the places still free with them. */
  coaches: { people: number; freePlaces: number }
  mentors: { people: number; freePlaces: number }
  /** Participants who are to get each service and have nobody yet. */
  demand: { coach: number; mentor: number }
  targets?: typeof poolDefaults
}

export type PoolLine = {
  service: Service
  people: number
  /** How many people the target asks for, from the fewest to the most. */
  target: { least: number; most: number }
  demand: number
  freePlaces: number
  /** Participants for whom there is no place. */
  waiting: number
  status: 'enough' | 'too few' | 'more than needed'
  words: string
}

/**
 * Whether there are enough coaches and mentors, now and by the targets (C): coaches 8–12 % of active leaders; one mentor for
 * one to three mentees. Too few also means that people wait for a place today, whatever the targets say.
 */
export const poolForecast = (pool: PoolToForecast): PoolLine[] => {
  const { activeLeaders, coaches, mentors, demand, targets = poolDefaults } = pool
  const { coachShare, menteesPerMentor } = targets
  return [
    line(
      'coach',
      coaches,
      demand.coach,
      peopleWanted('coach', activeLeaders, targets),
      `${percent(coachShare.least)} to ${percent(coachShare.most)} of ${activeLeaders} active leaders`,
    ),
    line(
      'mentor',
      mentors,
      demand.mentor,
      peopleWanted('mentor', demand.mentor, targets),
      `one mentor for ${menteesPerMentor.least} to ${menteesPerMentor.most} mentees`,
    ),
  ]
}

/** 8 % of 25 is 2, not 2.0000000000000004 and so 3. */
const roundedUp = (value: number): number => Math.ceil(Number(value.toFixed(6)))

/**
 * How many people the target asks for, from the fewest to the most, both rounded up so that some whole number always fits:
 * coaches by the active leaders, mentors by the mentees (C).
 */
export const peopleWanted = (service: Service, of: number, targets = poolDefaults): { least: number; most: number } => {
  const { coachShare, menteesPerMentor } = targets
  const [least, most] =
    service === 'coach'
      ? [of * coachShare.least, of * coachShare.most]
      : [of / menteesPerMentor.most, of / menteesPerMentor.least]
  return { least: roundedUp(least), most: roundedUp(most) }
}

/** A share of 1 in words: "7.7 %". */
export const percent = (share: number): string => `${Number((share * 100).toFixed(1))} %`

const line = (
  service: PoolLine['service'],
  { people, freePlaces }: { people: number; freePlaces: number },
  demand: number,
  target: PoolLine['target'],
  rule: string,
): PoolLine => {
  const waiting = Math.max(0, demand - freePlaces)
  const tooFew = waiting > 0 || people < target.least
  const status = tooFew ? 'too few' : people > target.most ? 'more than needed' : 'enough'
  const noun = (count: number) =>
    service === 'coach' ? (count === 1 ? 'coach' : 'coaches') : count === 1 ? 'mentor' : 'mentors'
  const range = target.least === target.most ? `${target.least}` : `${target.least} to ${target.most}`
  const now = `${people} ${noun(people)} with ${freePlaces} free place${freePlaces === 1 ? '' : 's'} for ${demand} participant${demand === 1 ? '' : 's'}.`
  const goal = ` The target is ${range} (${rule}).`
  const lack = waiting > 0 ? ` ${waiting} would have to wait for a place.` : ''
  const missing =
    people < target.least
      ? ` ${target.least - people} more ${noun(target.least - people)} needed to reach the target.`
      : ''
  return { service, people, target, demand, freePlaces, waiting, status, words: `${now}${goal}${lack}${missing}` }
}
