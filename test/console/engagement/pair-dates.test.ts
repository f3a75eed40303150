import { describe, expect, it } from 'vitest'
import { clockOf } from '../../../packages/console/src/engagement/escalations/clock-of.ts'
import { reviewDueOn } from '../../../packages/console/src/engagement/review-due.ts'
import { nextSession, numberOf } from '../../../packages/console/src/engagement/words.ts'

const cadence = { everyDays: 14, minutes: 60, sessions: 10, endsOn: '2027-05-29', reviewEveryDays: 35 }
const active = { status: 'active' as const, kickedOffAt: '2027-02-05T09:00:00.000Z', reviews: [], cadence }
const zone = 'Europe/Berlin'
const review = (at: string) => ({ at, by: 'someone', goOn: true })

describe('the day of the next review (E5)', () => {
  it('counts from the kickoff, and from the last review once there is one', () => {
    expect(reviewDueOn(active, zone)).toBe('2027-03-12')
    expect(reviewDueOn({ ...active, reviews: [review('2027-03-10T09:00:00.000Z')] }, zone)).toBe('2027-04-14')
  })

  it('counts from the day in the program’s zone, across a clock change', () => {
    const lateInBerlin = { ...active, kickedOffAt: '2027-03-01T23:30:00.000Z' }
    expect(reviewDueOn(lateInBerlin, zone)).toBe('2027-04-06')
    expect(reviewDueOn(lateInBerlin, 'America/New_York')).toBe('2027-04-05')
  })

  it('is none before the kickoff, after the last day, at the end, and for whom dates are not shown', () => {
    expect(reviewDueOn({ ...active, kickedOffAt: undefined }, zone)).toBeUndefined()
    expect(reviewDueOn({ ...active, reviews: [review('2027-05-01T09:00:00.000Z')] }, zone)).toBeUndefined()
    expect(reviewDueOn({ ...active, status: 'ended' }, zone)).toBeUndefined()
    expect(reviewDueOn({ ...active, cadence: undefined }, zone)).toBeUndefined()
  })
})

describe('sessions of an engagement', () => {
  const session = (number: number, startsAt: string) => ({
    sessionId: `P.R001.coach.S00${number}`,
    startsAt,
    minutes: 60,
  })
  const upcoming = [session(3, '2027-04-20T09:00:00.000Z'), session(2, '2027-04-06T09:00:00.000Z')]

  it('the next one is the earliest that lies ahead, whatever the order they are kept in', () => {
    expect(nextSession({ upcoming }, '2027-03-26T15:00:00.000Z')).toBe(upcoming[1])
    expect(nextSession({ upcoming }, '2027-04-06T09:00:00.000Z')).toBe(upcoming[0])
    expect(nextSession({ upcoming }, '2027-05-01T00:00:00.000Z')).toBeUndefined()
    expect(nextSession({ upcoming: undefined }, '2027-03-26T15:00:00.000Z')).toBeUndefined()
  })

  it('has the number at the end of its id, also beyond 999', () => {
    expect(numberOf('P.R001.coach.S003')).toBe(3)
    expect(numberOf('P.R001.coach.2.S1000')).toBe(1000)
  })
})

describe('the clock of an escalation (E8)', () => {
  const open = { status: 'open' as const, dueAt: '2027-03-29T15:00:00.000Z', late: false }

  it('says when the answer is due, and since when it is overdue', () => {
    expect(clockOf(open, '2027-03-26T15:00:00.000Z')).toEqual(['pending', 'Answer due in 3 days'])
    expect(clockOf({ ...open, late: true }, '2027-03-31T15:00:00.000Z')).toEqual(['warning', 'Was due 2 days ago'])
  })

  it('says whether it was answered in time', () => {
    const now = '2027-06-01T15:00:00.000Z'
    expect(clockOf({ ...open, status: 'answered' }, now)[1]).toBe('Answered in time')
    expect(clockOf({ ...open, status: 'answered', late: true }, now)[1]).toBe('Answered late')
  })
})
