import type { Service } from '../intake/intake-record.ts'
import { services } from '../intake/intake-record.ts'
import { localDate, localTime, localWeek } from '../program/calendar.ts'
import { type Joining, type PoolMember, playWeeks, type WeekOfService, weeksFrom } from './capacity-weeks.ts'
import { usualLength } from './engagement-length.ts'
import { expectedNeeds, type Need } from './expected-needs.ts'
import { peopleWanted, percent, poolDefaults } from './pool-forecast.ts'

export type CapacityToPlan = {
  now: string
  /** The program's zone: its calendar weeks are planned. */
  zone: string
  /** How many weeks, the present one included. */
  weeks: number
  activeLeaders: number
  pool: PoolMember[]
  joining: Joining[]
  /** Of decided participants: what they still need, and which services each was decided for. */
  needs: Need[]
  decided: Service[][]
  /** Participants without a decision, and the local date from which they ask. */
  undecided: { people: number; from: string }
  targets?: typeof poolDefaults
}

export type CapacityLine = Omit<WeekOfService, 'mentees'> & {
  /** ISO week (`2027-W05`) and its Monday. */
  week: string
  monday: string
  service: Service
  /** Coaches as a share of active leaders, 0 to 1; absent without leaders. */
  poolShare?: number
  /** Mentees for each mentor; absent without mentors. */
  menteesPerMentor?: number
  /** From the fewest to the most people that the target asks for; absent as long as there are no participants. */
  target?: { least: number; most: number }
  status: 'enough' | 'too few' | 'more than needed'
  words: string
}

export type CapacityPlan = {
  zone: string
  lines: CapacityLine[]
  /** The first week in which each service leaves its target; absent: it does not. */
  leaves: { service: Service; week: string; monday: string; status: CapacityLine['status']; words: string }[]
  /** What the plan takes for granted, in words. */
  assumptions: string[]
}

/**
 * Pool and demand week by week (C): coaches as 8–12 % of active leaders, one mentor for one to three mentees, and a place for everyone
 * who asks. The first week is as things stand now, the others as they will stand on their Sunday.
 */
export const planCapacity = (plan: CapacityToPlan): CapacityPlan => {
  const { now, zone, activeLeaders, pool, joining, targets = poolDefaults } = plan
  const weeks = weeksFrom(now, zone, plan.weeks)
  const expected = expectedNeeds(plan.undecided.people, plan.decided, plan.undecided.from)
  const needs = [...plan.needs, ...expected.needs]
  const played = services.map((service) => {
    const own = <T extends { service: Service }>(all: T[]) => all.filter((each) => each.service === service)
    return { service, weeks: playWeeks(service, weeks, own(pool), own(joining), own(needs)) }
  })
  const lines = weeks.mondays.flatMap((monday, week) =>
    played.map((each) => lineOf(each.service, monday, zone, each.weeks[week]!, activeLeaders, targets)),
  )
  const leaves = services.flatMap((service) => {
    const first = lines.find((line) => line.service === service && line.status !== 'enough')
    return first ? [{ service, week: first.week, monday: first.monday, status: first.status, words: first.words }] : []
  })
  return { zone, lines, leaves, assumptions: assumptions(plan, expected.words) }
}

const lineOf = (
  service: Service,
  monday: string,
  zone: string,
  { mentees, ...counts }: WeekOfService,
  activeLeaders: number,
  targets: typeof poolDefaults,
): CapacityLine => {
  const { people, waiting } = counts
  const target =
    activeLeaders === 0 ? undefined : peopleWanted(service, service === 'coach' ? activeLeaders : mentees, targets)
  const tooFew = waiting > 0 || (target !== undefined && people < target.least)
  const status = tooFew ? 'too few' : target !== undefined && people > target.most ? 'more than needed' : 'enough'
  const ratio =
    service === 'coach'
      ? activeLeaders > 0 && { poolShare: people / activeLeaders }
      : people > 0 && { menteesPerMentor: mentees / people }
  const has =
    service === 'coach'
      ? `${counted(people, 'coach', 'coaches')} for ${counted(activeLeaders, 'active leader')}${activeLeaders > 0 ? ` (${percent(people / activeLeaders)})` : ''}`
      : `${counted(people, 'mentor')} for ${counted(mentees, 'mentee')}`
  const wanted = target ? `, the target is ${range(target)}` : ''
  const waits = waiting > 0 ? ` ${counted(waiting, 'participant')} would wait for a place.` : ''
  return {
    week: localWeek(localTime(monday, '12:00', zone), zone),
    monday,
    service,
    ...counts,
    ...ratio,
    ...(target && { target }),
    status,
    words: `${has}${wanted}.${waits}`,
  }
}

const counted = (count: number, one: string, many = `${one}s`): string => `${count} ${count === 1 ? one : many}`
const range = ({ least, most }: { least: number; most: number }) =>
  least === most ? `${least}` : `${least} to ${most}`

const assumptions = ({ joining, pool, now, zone }: CapacityToPlan, expected: string): string[] => [
  expected,
  `A place comes back on the last day of the length decided for its engagement (${usualLength.coach} with a coach and ${usualLength.mentor} with a mentor where none is), and in the week after this one when that day has passed.`,
  'A service that follows another is needed when that one is over, counted from today where nobody has been found for it yet.',
  'Who asks first is served first, as soon as any place is free. Languages, hours and conflicts of interest, which matching looks at, are not counted.',
  joining.length === 0
    ? 'No candidate is on the way.'
    : `${counted(joining.length, 'candidate')} on the way: each is expected to pass, each step to take the days planned for it, and each to bring the places on the roster.`,
  pool.some(({ lapsesOn }) => lapsesOn !== undefined)
    ? 'Whose credential runs out leaves the pool in that week unless they are certified again before; the participants they have stay with them.'
    : 'No credential of the pool runs out.',
  `The first week is as of ${localDate(now, zone)}; the others are as of their Sunday (${zone}).`,
]
