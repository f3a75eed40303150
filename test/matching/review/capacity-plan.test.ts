import { compareFormatsIn } from '@pilotgate/core/matching/compare-formats'
import { readCapacityPlan } from '@pilotgate/core/matching/read-capacity-plan'
import { approveMatch } from '@pilotgate/core/matching/review/approve-match'
import { proposeMatches } from '@pilotgate/core/matching/review/propose-matches'
import { publishMatches } from '@pilotgate/core/matching/review/publish-matches'
import { watchPool } from '@pilotgate/core/matching/watch-pool'
import type { GateRecord } from '@pilotgate/core/program/gate-record'
import { plannedGate } from '@pilotgate/core/program/planned-gate'
import type { Program } from '@pilotgate/core/program/program'
import { leadershipPilot24w } from '@pilotgate/core/program/templates/leadership-pilot-24w'
import { beforeEach, describe, expect, it } from 'vitest'
import { credential as sampleCredential } from '../../contract/samples.ts'
import { start, type World, world } from './world.ts'

/** Monday of week 4, 09:00 in Berlin. */
const monday = start
const weeksLater = (weeks: number) => new Date(Date.parse(start) + weeks * 7 * 86_400_000).toISOString()

let here: World
let program: Program
beforeEach(async () => {
  here = await world()
  program = (await here.store.get('program', { ...here.scope, scope: '-' }, here.programId))!
  const template = { ...leadershipPilot24w, templateId: program.templateId }
  const about = { tenantId: program.tenantId, scope: '-', id: `${program.templateId}@1`, version: 0 }
  await here.write({
    kind: 'template',
    record: { ...about, template, templateVersion: 1, createdBy: 'olga', createdAt: start },
    expect: 0,
  })
})

const gate = (id: string, changes: Partial<GateRecord> = {}) => {
  const planned = leadershipPilot24w.gates.find((each) => each.gate === id)!
  const record = { ...plannedGate(program, leadershipPilot24w, planned), ...changes }
  return here.write({ kind: 'gate', record, expect: 0 })
}
const candidacy = (personId: string, status: 'open' | 'withdrawn' = 'open') =>
  here.write({
    kind: 'candidacy',
    record: {
      ...here.scope,
      id: `${personId}.01`,
      version: 0,
      personId,
      path: 'external-coach',
      service: 'coach',
      status,
      rounds: [],
      openedAt: start,
    },
    expect: 0,
  })
const credential = (personId: string, recertifyBy: string) =>
  here.write({ kind: 'credential', record: sampleCredential(here.scope, personId, { recertifyBy }), expect: 0 })
const plan = async (weeks = 8, now = monday) =>
  readCapacityPlan({ store: here.store, now }, here.scope.tenantId, here.programId, weeks)
const coachLines = async (weeks?: number, now?: string) =>
  (await plan(weeks, now)).lines.filter(({ service }) => service === 'coach')

describe('the plan of a program', () => {
  it('is empty without rows', async () => {
    const { lines, leaves } = await plan(2)
    expect(lines.map(({ people, places, demand, status }) => [people, places, demand, status])).toEqual(
      Array(4).fill([0, 0, 0, 'enough']),
    )
    expect(leaves).toEqual([])
  })

  it('counts who waits, and gives a place back when the published match is over', async () => {
    await here.participant('ana')
    await here.participant('ben')
    await here.provider('cleo', { places: 1 })
    await proposeMatches(here.at(), here.owner, here.programId)
    const [proposed] = await here.matches('proposed')
    await approveMatch(here.at(), here.owner, here.programId, proposed!.id)
    await publishMatches(here.at(), here.owner, here.programId)
    const lines = await coachLines(30)
    // "3 to 6 months" from 25 January: until 25 July, a Sunday.
    const freed = lines.findIndex((line) => line.freed > 0)
    expect(lines[freed]).toMatchObject({ monday: '2027-07-19', places: 1, demand: 1, served: 1, waiting: 0 })
    expect(lines.slice(0, freed).map(({ waiting }) => waiting)).toEqual(Array(freed).fill(1))
    expect(lines[0]).toMatchObject({ people: 1, poolShare: 0.5, target: { least: 1, most: 1 }, status: 'too few' })
  })

  it('lets nobody count who is not selected, has left, or whose credential runs out', async () => {
    await here.participant('ana')
    await here.provider('cleo', { places: 1 })
    await here.provider('cora', { places: 2, status: 'not selected' })
    await here.provider('carl', { places: 3, status: 'suspended' })
    // Monday, 8 February, 00:30 in Berlin; still Sunday in UTC.
    await credential('cleo', '2027-02-07T23:30:00.000Z')
    const lines = await coachLines(4)
    expect(lines.map(({ people, lapsing }) => [people, lapsing])).toEqual([
      [1, 0],
      [1, 0],
      [0, 1],
      [0, 0],
    ])
    const member = (await here.store.get('member', here.scope, 'cleo'))!
    await here.write({ kind: 'member', record: { ...member, status: 'withdrawn' }, expect: member.version })
    expect((await coachLines(1))[0]!.people).toBe(0)
  })

  it('expects open candidates with the places of the roster, once', async () => {
    await here.person('cleo', ['coach'], 3)
    await here.person('cora', ['coach'], 3)
    await here.provider('carl', { places: 1 })
    await candidacy('cleo')
    await candidacy('cora', 'withdrawn')
    await candidacy('carl')
    const lines = await coachLines(9)
    // 45 days from 25 January: Thursday, 11 March.
    expect(lines.map(({ people, places, joining }) => `${people} ${places} ${joining}`)).toEqual([
      ...Array(6).fill('1 1 0'),
      '2 4 1',
      ...Array(2).fill('2 4 0'),
    ])
  })

  it('expects participants without an intake when matching begins, or next week when it has', async () => {
    await here.participant('ana', { intake: false })
    const demand = async (now?: string) => (await coachLines(4, now)).map((line) => line.demand)
    expect(await demand()).toEqual([0, 1, 1, 1])
    await gate('W04', { opensAt: '2027-02-08T08:00:00.000Z' })
    expect(await demand()).toEqual([0, 0, 1, 1])
    expect(await demand('2027-02-10T08:00:00.000Z')).toEqual([0, 1, 1, 1])
  })

  it('is of its own program only, which must be known', async () => {
    await expect(
      readCapacityPlan({ store: here.store, now: monday }, 'other', here.programId, 1),
    ).rejects.toMatchObject({
      code: 'NotFound',
    })
  })
})

describe('formats for a program', () => {
  const compare = (more: object = {}) =>
    compareFormatsIn({ store: here.store, now: monday }, here.scope.tenantId, here.programId, {
      service: 'coach',
      ...more,
    })

  it('start from its pool and its participants', async () => {
    await here.participant('ana')
    await here.participant('ben')
    await here.participant('mia', { services: ['mentor'] })
    await here.provider('cleo', { places: 1 })
    await here.provider('max', { service: 'mentor', places: 3 })
    const { supposed, result } = await compare()
    expect(supposed).toMatchObject({
      providers: 1,
      demand: 2,
      cadence: 'every two weeks',
      groupSize: 5,
      slotMinutes: 20,
    })
    expect(result.mix).toMatchObject({ participants: 1, served: 1, waiting: 1, providersNeeded: 2 })
    expect((await compare({ providers: 2, demand: 3 })).result.mix).toMatchObject({ participants: 2, waiting: 1 })
  })

  it('take the usual hours as long as there is no pool', async () => {
    const { supposed, result } = await compare({ demand: 12 })
    expect(supposed).toMatchObject({ providers: 0, hoursPerMonth: expect.closeTo(17.33, 2) })
    expect(result.mix.providersNeeded).toBe(2)
  })

  it('refuse shares that are not 1 together', async () => {
    await expect(compare({ groupShare: 0.7, officeHoursShare: 0.7 })).rejects.toMatchObject({ code: 'InvalidInput' })
  })
})

describe('the weekly look at the pool', () => {
  const watch = (now = monday) => watchPool({ store: here.store, now }, here.scope.tenantId, here.programId)
  const alerts = async () => (await here.events()).filter(({ type }) => type === 'pool.alert')
  /** One coach of ten leaders is within 8 to 12 %. */
  const cohort = async (people: number) => {
    for (let n = 0; n < people; n += 1) await here.participant(`p${n}`)
  }

  it('waits for the selection: somebody has passed, or its gate is closed', async () => {
    await cohort(2)
    expect(await watch()).toEqual([])
    await gate('W03', { status: 'closed' })
    // Once a week: the next look is on the next Monday.
    expect(await watch()).toEqual([])
    expect(await watch(weeksLater(1))).toEqual(['coach'])
    expect(await alerts()).toEqual([expect.objectContaining({ week: '2027-W05', services: ['coach'] })])
  })

  it('tells once in a week, however many look at once, and again after four', async () => {
    await cohort(2)
    await here.provider('cleo', { places: 1 })
    const told = await Promise.all([watch(), watch(), watch()])
    expect(told.filter((services) => services.length > 0)).toEqual([['coach']])
    for (const week of [1, 2, 3]) expect(await watch(weeksLater(week))).toEqual([])
    expect(await watch(weeksLater(4))).toEqual(['coach'])
    expect(await alerts()).toHaveLength(2)
  })

  it('is silent within the target and tells when it is left again', async () => {
    await here.participant('p0')
    await here.provider('cleo', { places: 1 })
    expect(await watch()).toEqual([])
    await here.setStatus('cleo', 'suspended')
    await gate('W03', { status: 'closed' })
    expect(await watch(weeksLater(1))).toEqual(['coach'])
    await here.setStatus('cleo', 'selected')
    expect(await watch(weeksLater(2))).toEqual([])
    await here.setStatus('cleo', 'suspended')
    expect(await watch(weeksLater(3))).toEqual(['coach'])
  })

  it('waits for Monday 08:00 in the zone, over a clock change too', async () => {
    await cohort(2)
    await here.provider('cleo', { places: 1 })
    // Sunday 28 March has 23 hours; 08:00 in Berlin is then 06:00 in UTC. Sunday still belongs to the week before.
    await watch('2027-03-22T07:00:00.000Z')
    await here.setStatus('cleo', 'not selected')
    await gate('W03', { status: 'closed' })
    await here.provider('max', { service: 'mentor', places: 1 })
    expect(await watch('2027-03-28T21:00:00.000Z')).toEqual([])
    expect(await watch('2027-03-29T05:59:59.000Z')).toEqual([])
    expect(await watch('2027-03-29T06:00:00.000Z')).toEqual(['mentor'])
  })

  it('leaves programs alone that do not run', async () => {
    await cohort(2)
    await here.provider('cleo', { places: 1 })
    const current = (await here.store.get('program', { ...here.scope, scope: '-' }, here.programId))!
    await here.write({ kind: 'program', record: { ...current, status: 'paused' }, expect: current.version })
    expect(await watch()).toEqual([])
  })
})
