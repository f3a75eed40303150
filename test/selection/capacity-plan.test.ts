import { type CapacityToPlan, planCapacity } from '@pilotgate/core/selection/capacity-plan'
import type { PoolMember } from '@pilotgate/core/selection/capacity-weeks'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

/** A Wednesday in Berlin. */
const now = '2027-02-03T09:00:00.000Z'
const today = '2027-02-03'

const plan = (changes: Partial<CapacityToPlan> = {}) =>
  planCapacity({
    now,
    zone: 'Europe/Berlin',
    weeks: 4,
    activeLeaders: 100,
    pool: [],
    joining: [],
    needs: [],
    decided: [],
    undecided: { people: 0, from: today },
    ...changes,
  })

const pool = (service: 'coach' | 'mentor', people: number, places = 1): PoolMember[] =>
  Array.from({ length: people }, () => ({ service, places, taken: 0, ends: [] }))
const needs = (service: 'coach' | 'mentor', people: number, from = today, length?: string) =>
  Array.from({ length: people }, () => ({ service, from, length }))
const linesOf = (service: 'coach' | 'mentor', changes: Partial<CapacityToPlan>) =>
  plan(changes).lines.filter((line) => line.service === service)

describe('the targets of the pool (C)', () => {
  it.each([
    [7, 100, 'too few', { least: 8, most: 12 }],
    [8, 100, 'enough', { least: 8, most: 12 }],
    [12, 100, 'enough', { least: 8, most: 12 }],
    [13, 100, 'more than needed', { least: 8, most: 12 }],
    [2, 25, 'enough', { least: 2, most: 3 }],
    // 1 of 13 is 7.7 %, 2 are 15.4 %: no whole number lies between 8 and 12 %, so the next one counts.
    [2, 13, 'enough', { least: 2, most: 2 }],
    [0, 100, 'too few', { least: 8, most: 12 }],
  ])('%i coaches for %i leaders: %s', (people, activeLeaders, status, target) => {
    expect(linesOf('coach', { pool: pool('coach', people), activeLeaders })[0]).toMatchObject({
      people,
      status,
      target,
      poolShare: people / activeLeaders,
    })
  })

  it.each([
    [2, 6, 'enough', 3],
    [2, 7, 'too few', 3.5],
    [6, 6, 'enough', 1],
    [7, 6, 'more than needed', 6 / 7],
  ])('%i mentors for %i mentees: %s', (people, mentees, status, menteesPerMentor) => {
    const lines = linesOf('mentor', { pool: pool('mentor', people, 4), needs: needs('mentor', mentees) })
    expect(lines[0]).toMatchObject({ people, status, menteesPerMentor, waiting: 0 })
  })

  it('counts the mentees a mentor has, and those who ask later', () => {
    const taken = [{ service: 'mentor' as const, places: 3, taken: 2, ends: ['2027-12-01', '2027-12-01'] }]
    const [line] = linesOf('mentor', { pool: taken, needs: needs('mentor', 1, '2027-06-01') })
    expect(line).toMatchObject({ menteesPerMentor: 3, demand: 0, places: 1, status: 'enough' })
  })

  it('has no target without leaders, and no ratio that would divide by nothing', () => {
    const { lines, leaves, assumptions } = plan({ activeLeaders: 0, pool: pool('coach', 3) })
    for (const line of lines) {
      expect(line.status).toBe('enough')
      expect(line).not.toHaveProperty('target')
      expect(line).not.toHaveProperty('poolShare')
      expect(line).not.toHaveProperty('menteesPerMentor')
    }
    expect(lines[0]!.words).toBe('3 coaches for 0 active leaders.')
    expect(leaves).toEqual([])
    expect(assumptions).toContain('No candidate is on the way.')
  })

  it('says that participants wait, whatever the target says', () => {
    const [line] = linesOf('coach', { pool: pool('coach', 8), needs: needs('coach', 9) })
    expect(line).toMatchObject({ places: 8, demand: 9, served: 8, waiting: 1, status: 'too few' })
    expect(line!.words).toBe(
      '8 coaches for 100 active leaders (8 %), the target is 8 to 12. 1 participant would wait for a place.',
    )
  })

  it('finds no mentor for anyone', () => {
    const [line] = linesOf('mentor', { needs: needs('mentor', 4) })
    expect(line).toMatchObject({ people: 0, waiting: 4, status: 'too few', target: { least: 2, most: 4 } })
    expect(line).not.toHaveProperty('menteesPerMentor')
  })
})

describe('week by week', () => {
  it('counts calendar weeks of the zone, the present one first', () => {
    expect(linesOf('coach', {}).map(({ week, monday }) => `${week} ${monday}`)).toEqual([
      '2027-W05 2027-02-01',
      '2027-W06 2027-02-08',
      '2027-W07 2027-02-15',
      '2027-W08 2027-02-22',
    ])
    // Still Sunday in UTC, and already Monday in Auckland.
    const [first] = linesOf('coach', { now: '2027-02-07T20:00:00.000Z', zone: 'Pacific/Auckland' })
    expect(first).toMatchObject({ week: '2027-W06', monday: '2027-02-08' })
  })

  it('has weeks of seven local days over a clock change and the turn of the year', () => {
    const mondays = linesOf('coach', { now: '2027-03-28T21:59:00.000Z', weeks: 3 }).map(({ monday }) => monday)
    expect(mondays).toEqual(['2027-03-22', '2027-03-29', '2027-04-05'])
    // Two minutes later it is Monday in Berlin, by summer time.
    expect(linesOf('coach', { now: '2027-03-28T22:01:00.000Z' })[0]!.monday).toBe('2027-03-29')
    const weeks = linesOf('coach', { now: '2026-12-30T09:00:00.000Z' }).map(({ week }) => week)
    expect(weeks).toEqual(['2026-W53', '2027-W01', '2027-W02', '2027-W03'])
  })

  it('gives places back when engagements end, those that are late next week', () => {
    const member = { service: 'coach' as const, places: 3, taken: 3, ends: ['2027-02-21', '2027-01-20', '2027-08-01'] }
    const lines = linesOf('coach', { pool: [member], needs: needs('coach', 3) })
    expect(lines.map(({ freed, places, demand, waiting }) => [freed, places, demand, waiting])).toEqual([
      [0, 0, 3, 3],
      [1, 1, 3, 2],
      [1, 1, 2, 1],
      [0, 0, 1, 1],
    ])
  })

  it('does not give back what the roster has cut', () => {
    const member = { service: 'coach' as const, places: 1, taken: 2, ends: ['2027-02-10', '2027-02-17'] }
    expect(linesOf('coach', { pool: [member] }).map(({ places }) => places)).toEqual([0, 0, 1, 1])
  })

  it('takes a place for the length decided, to its later end', () => {
    const lines = linesOf('coach', {
      pool: pool('coach', 1),
      needs: [...needs('coach', 1, today, '90 days'), ...needs('coach', 1)],
      weeks: 16,
    })
    // 90 days from Monday, 1 February, end on Sunday, 2 May: the place is free in the week that ends then.
    expect(lines.map(({ waiting }) => waiting)).toEqual([...Array(12).fill(1), ...Array(4).fill(0)])
    expect(lines[12]).toMatchObject({ monday: '2027-04-26', freed: 1, served: 1 })
  })

  it('adds candidates when they are appointed and drops whose credential runs out', () => {
    const leaving = { ...pool('coach', 1, 2)[0]!, lapsesOn: '2027-02-16' }
    const lines = linesOf('coach', {
      activeLeaders: 10,
      pool: [leaving],
      joining: [{ service: 'coach', places: 4, on: '2027-02-26' }],
    })
    expect(
      lines.map(({ people, places, joining, lapsing, freed, status }) => ({
        people,
        places,
        joining,
        lapsing,
        freed,
        status,
      })),
    ).toEqual([
      { people: 1, places: 2, joining: 0, lapsing: 0, freed: 0, status: 'enough' },
      { people: 1, places: 2, joining: 0, lapsing: 0, freed: 0, status: 'enough' },
      { people: 0, places: 0, joining: 0, lapsing: 1, freed: 0, status: 'too few' },
      { people: 1, places: 4, joining: 1, lapsing: 0, freed: 0, status: 'enough' },
    ])
  })

  it('takes the place first that would be lost first', () => {
    const [lasting, leaving] = [pool('coach', 1)[0]!, { ...pool('coach', 1)[0]!, lapsesOn: '2027-02-16' }]
    const asking = [...needs('coach', 1), ...needs('coach', 1, '2027-02-22')]
    for (const both of [
      [lasting, leaving],
      [leaving, lasting],
    ]) {
      expect(linesOf('coach', { pool: both, needs: asking }).map(({ waiting }) => waiting)).toEqual([0, 0, 0, 0])
    }
  })

  it('names the first week in which the pool leaves its target, for each service', () => {
    const leaving = { ...pool('coach', 1)[0]!, lapsesOn: '2027-02-16' }
    const { leaves } = plan({ activeLeaders: 10, pool: [leaving] })
    expect(leaves).toEqual([
      {
        service: 'coach',
        week: '2027-W07',
        monday: '2027-02-15',
        status: 'too few',
        words: '0 coaches for 10 active leaders (0 %), the target is 1 to 2.',
      },
    ])
  })

  it('expects the undecided to need what the decided need, from the week of matching on', () => {
    const { lines, assumptions } = plan({
      activeLeaders: 8,
      decided: [['coach'], ['coach'], ['coach', 'mentor']],
      undecided: { people: 5, from: '2027-02-15' },
    })
    const demand = (service: string) => lines.filter((line) => line.service === service).map((line) => line.demand)
    expect(demand('coach')).toEqual([0, 0, 5, 5])
    expect(demand('mentor')).toEqual([0, 0, 2, 2])
    expect(assumptions[0]).toBe(
      '5 participants are without a submitted intake or a decision. They are expected to need what the 3 decided so far need: 5 a coach and 2 a mentor, from 2027-02-15 on.',
    )
  })

  it('counts everyone for both services as long as nobody is decided', () => {
    const { lines, assumptions } = plan({ activeLeaders: 1, undecided: { people: 1, from: '2027-02-04' } })
    expect(lines.slice(0, 2).map(({ service, demand }) => [service, demand])).toEqual([
      ['coach', 1],
      ['mentor', 1],
    ])
    expect(assumptions[0]).toContain('everyone is counted for both services: 1 a coach and 1 a mentor')
  })
})

describe('any plan', () => {
  const date = fc
    .integer({ min: 0, max: 200 })
    .map((days) => new Date(Date.parse(today) + days * 86_400_000).toISOString().slice(0, 10))
  const member = fc
    .record({
      places: fc.integer({ min: 0, max: 4 }),
      ends: fc.array(date, { maxLength: 5 }),
      lapsesOn: fc.option(date, { nil: undefined }),
    })
    .map((each): PoolMember => ({ ...each, service: 'coach', taken: each.ends.length }))
  const need = fc.record({
    service: fc.constant('coach' as const),
    from: date,
    length: fc.constantFrom('14 days', '90 days', '3–6 months', undefined),
  })
  const joining = fc.record({
    service: fc.constant('coach' as const),
    places: fc.integer({ min: 0, max: 3 }),
    on: date,
  })
  const any = {
    pool: fc.array(member, { maxLength: 6 }),
    needs: fc.array(need, { maxLength: 25 }),
    joining: fc.array(joining, { maxLength: 3 }),
  }
  const weeks = 40

  it('serves or keeps waiting everyone who asks, once', () => {
    fc.assert(
      fc.property(fc.record(any), (rows) => {
        const lines = linesOf('coach', { ...rows, weeks })
        for (const line of lines) {
          expect(line.served + line.waiting).toBe(line.demand)
          expect(line.served).toBe(Math.min(line.places, line.demand))
        }
        const served = lines.reduce((sum, line) => sum + line.served, 0)
        expect(served + lines.at(-1)!.waiting).toBe(rows.needs.length)
      }),
    )
  })

  const waitsLonger = (rows: Parameters<typeof plan>[0] & { pool: PoolMember[] }, more: PoolMember): number[] => {
    const waiting = (pool: PoolMember[]) => linesOf('coach', { ...rows, pool, weeks }).map((line) => line.waiting)
    const before = waiting(rows.pool)
    return waiting([...rows.pool, more]).filter((count, week) => count > before[week]!)
  }

  it('lets nobody wait longer for more places, whatever the lengths', () => {
    const lasting = (each: PoolMember): PoolMember => ({ ...each, lapsesOn: undefined })
    fc.assert(
      fc.property(fc.record(any), member, (rows, more) => {
        expect(waitsLonger({ ...rows, pool: rows.pool.map(lasting) }, lasting(more))).toEqual([])
      }),
    )
  })

  it('lets nobody wait longer for more places, whatever lapses, while no engagement ends', () => {
    fc.assert(
      fc.property(fc.record(any), member, (rows, more) => {
        const long = rows.needs.map((each) => ({ ...each, length: '12 months' }))
        expect(waitsLonger({ ...rows, needs: long }, more)).toEqual([])
      }),
    )
  })
})
