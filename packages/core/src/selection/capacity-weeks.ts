import { Temporal } from 'temporal-polyfill'
import type { Service } from '../intake/intake-record.ts'
import { localDate } from '../program/calendar.ts'
import { lastDayOf } from './engagement-length.ts'
import type { Need } from './expected-needs.ts'

/** The calendar weeks of a plan: by their Mondays, the first being the present one. */
export type Weeks = { mondays: string[]; indexOf: (date: string) => number }

/** Week 0 is as things stand now; what is late or still due in this week counts from the next one. */
export const weeksFrom = (now: string, zone: string, count: number): Weeks => {
  const today = Temporal.PlainDate.from(localDate(now, zone))
  const monday = today.subtract({ days: today.dayOfWeek - 1 })
  const mondays = Array.from({ length: count }, (_, week) => monday.add({ weeks: week }).toString())
  const indexOf = (date: string) => Math.max(1, Math.floor(monday.until(date, { largestUnit: 'days' }).days / 7))
  return { mondays, indexOf }
}

/** Someone in the pool now; dates are local. `lapsesOn`: when their credential ends unless it is renewed. */
export type PoolMember = {
  service: Service
  places: number
  taken: number
  /** Last days of the engagements that take those places, as far as they are known. */
  ends: string[]
  lapsesOn?: string
}

/** Someone who is expected to join the pool. */
export type Joining = { service: Service; places: number; on: string }

/** A place: free from a week on, and offered until its provider lapses. */
type Place = { freeFrom: number; until: number }

export type WeekOfService = {
  people: number
  joining: number
  lapsing: number
  freed: number
  places: number
  demand: number
  served: number
  waiting: number
  /** With somebody of the pool, waiting, or to ask later. */
  mentees: number
}

const always = Number.POSITIVE_INFINITY

/**
 * Plays one service week by week. Who asked first is served first. Of the free places the one whose provider lapses first is taken
 * first, since it would be lost otherwise. In each week served + waiting = demand. More places never make anybody wait longer, except
 * where a credential lapses: who is served earlier may then hold the place that would have been there for another.
 */
export const playWeeks = (
  service: Service,
  { mondays, indexOf }: Weeks,
  pool: PoolMember[],
  joining: Joining[],
  needs: Need[],
): WeekOfService[] => {
  const members = pool.map((member) => ({ ...member, until: member.lapsesOn ? indexOf(member.lapsesOn) : always }))
  const joins = joining.map((each) => ({ ...each, from: indexOf(each.on) }))
  const places: Place[] = [
    ...members.flatMap(placesOf(indexOf)),
    ...joins.flatMap((each) => repeat(each.places, () => ({ freeFrom: each.from, until: always }))),
  ]
  const engagements = members.flatMap(({ taken, ends, until }) =>
    repeat(taken, (index) => ({ ends: ends[index] === undefined ? always : indexOf(ends[index]), until })),
  )
  const today = mondays[0]!
  const asking = needs
    .map((need) => ({ ...need, week: need.from < nextMonday(today) ? 0 : indexOf(need.from) }))
    .toSorted((one, other) => one.week - other.week)

  let next = 0
  return mondays.map((monday, week) => {
    const freed = places.filter(({ freeFrom, until }) => freeFrom === week && until > week).length
    const free = places
      .filter(({ freeFrom, until }) => freeFrom <= week && until > week)
      .toSorted((one, other) => one.until - other.until)
    const asked = asking.filter((need) => need.week <= week).length
    const demand = asked - next
    const served = Math.min(free.length, demand)
    for (const place of free.slice(0, served)) {
      const ends = Math.max(week + 1, indexOf(lastDayOf(monday, asking[next]!.length, service)))
      engagements.push({ ends, until: place.until })
      place.freeFrom = ends
      next += 1
    }
    const joinedNow = joins.filter(({ from }) => from === week)
    const fromJoining = joinedNow.reduce((sum, each) => sum + each.places, 0)
    return {
      people: members.filter(({ until }) => until > week).length + joins.filter(({ from }) => from <= week).length,
      joining: joinedNow.length,
      lapsing: members.filter(({ until }) => until === week).length,
      freed: week === 0 ? 0 : freed - fromJoining,
      places: free.length,
      demand,
      served,
      waiting: demand - served,
      mentees: engagements.filter(({ ends, until }) => ends > week && until > week).length + asking.length - next,
    }
  })
}

const nextMonday = (monday: string): string => Temporal.PlainDate.from(monday).add({ weeks: 1 }).toString()

const repeat = <T>(count: number, make: (index: number) => T): T[] =>
  Array.from({ length: Math.max(0, count) }, (_, index) => make(index))

/** The places of a member. Where more are taken than there are (the roster was cut), the first that end do not come back. */
const placesOf =
  (indexOf: Weeks['indexOf']) =>
  ({ places, taken, ends, until }: PoolMember & { until: number }): Place[] => [
    ...repeat(places - taken, () => ({ freeFrom: 0, until })),
    ...ends
      .toSorted()
      .slice(Math.max(0, taken - places), taken)
      .map((end) => ({ freeFrom: indexOf(end), until })),
  ]
