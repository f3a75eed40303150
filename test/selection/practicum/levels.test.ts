import { checkLevel, type LevelFacts, levelRules } from '@pilotgate/core/selection/practicum/level-rules'
import { promote, readReadiness } from '@pilotgate/core/selection/practicum/promote'
import { saveDelivery } from '@pilotgate/core/selection/supervision/delivery'
import { beforeEach, describe, expect, it } from 'vitest'
import { day, start, type World, world } from '../supervision/world.ts'

const senior = levelRules.find(({ level }) => level === 'senior coach')!
const certified = levelRules.find(({ level }) => level === 'certified internal coach')!
const enough: LevelFacts = {
  levelSince: start,
  coachedHours: 100,
  evidencedOutcomes: 3,
  ratings: [3, 4, 5],
  practicumComplete: false,
  openDrift: [],
}
const yearLater = '2028-01-04T08:00:00.000Z'

describe('the rules of a level', () => {
  const unmet = (more: Partial<LevelFacts>, now = yearLater, rule = senior) =>
    checkLevel(rule, { ...enough, ...more }, { now, zone: 'Europe/Berlin' })
      .filter(({ met }) => !met)
      .map((each) => each.rule)

  it.each<[string[], Partial<LevelFacts>, string?]>([
    [[], {}],
    [['time in role'], {}, '2028-01-04T07:59:59.999Z'],
    [['coached hours'], { coachedHours: 99.9 }],
    [['evidenced outcomes'], { evidencedOutcomes: 2 }],
    [['participant ratings'], { ratings: [3, 3.5, 4, 4] }],
    [['participant ratings'], { ratings: [] }],
    [['no open drift'], { openDrift: ['2027-Q3.ida'] }],
    [
      ['time in role', 'coached hours', 'evidenced outcomes', 'participant ratings', 'no open drift'],
      { coachedHours: 0, evidencedOutcomes: 0, ratings: [], openDrift: ['2027-Q3.ida'] },
      start,
    ],
  ])('of a senior coach leave unmet: %j', (rules, facts, now) => {
    expect(unmet(facts, now)).toEqual(rules)
  })

  it('of a certified coach are the practicum', () => {
    expect(unmet({ coachedHours: 0, ratings: [] }, start, certified)).toEqual(['practicum'])
    expect(unmet({ practicumComplete: true }, start, certified)).toEqual([])
  })

  it('say what is needed in words', () => {
    const facts = { ...enough, coachedHours: 12.5, ratings: [3] }
    expect(checkLevel(senior, facts, { now: start, zone: 'Europe/Berlin' }).map(({ words }) => words)).toEqual([
      '12 months as certified internal coach are needed.',
      '12.5 of at least 100 coached hours.',
      '3 of at least 3 evidenced outcomes.',
      'The median of participant ratings is 3, at least 4 is needed.',
      'No drift is open.',
    ])
  })
})

describe('promotion', () => {
  let here: World
  /** Ida is certified since the start. */
  beforeEach(async () => {
    here = await world()
    await here.provider('ida', { level: 'certified internal coach' })
  })
  const deliver = (coachedMinutes: number, service: 'coach' | 'mentor' = 'coach', actor = here.lead) =>
    saveDelivery(here.at(), actor, here.programId, 'ida', {
      service,
      sessionsPlanned: 100,
      sessionsHeld: 100,
      coachedMinutes,
      ratings: [4, 5],
      evidencedOutcomes: 3,
    })
  const raise = (level: 'senior coach' | 'certified internal coach' = 'senior coach', actor = here.lead) =>
    promote(here.at(yearLater), actor, here.programId, 'ida', level)

  it('names every unmet rule, then happens once', async () => {
    const refusal = await raise().catch((error) => error)
    expect(refusal.code).toBe('NotPossibleNow')
    expect(refusal.problems.map(({ field }: { field: string }) => field)).toEqual([
      'coached hours',
      'evidenced outcomes',
      'participant ratings',
    ])
    await deliver(6000)
    expect(await raise()).toMatchObject({ level: 'senior coach', levelSince: yearLater, version: 2 })
    expect((await raise()).version).toBe(2)
    expect(await here.told('credential.promoted')).toMatchObject([{ personId: 'ida', level: 'senior coach' }])
    const last = await readReadiness(here.at(yearLater), here.as('ida', 'coach'), here.programId, 'me')
    expect(last).toEqual({ personId: 'ida', level: 'senior coach', rules: [] })
  })

  it('counts what was delivered in all programs of the person, as a coach', async () => {
    await deliver(3000)
    const elsewhere = { tenantId: here.scope.tenantId, scope: 'elsewhere' }
    const member = (await here.store.get('member', here.scope, 'ida'))!
    const delivery = (await here.store.get('delivery', here.scope, 'ida'))!
    await here.write({ kind: 'member', record: { ...member, ...elsewhere, version: 0 }, expect: 0 })
    await here.write({ kind: 'delivery', record: { ...delivery, ...elsewhere, version: 0 }, expect: 0 })
    expect((await raise()).level).toBe('senior coach')
  })

  it('is held up by drift that no later review found gone', async () => {
    await deliver(6000)
    const review = (quarter: string, outcome: 'fine' | 'drift') =>
      here.write({
        kind: 'review',
        record: {
          ...here.scope,
          id: `${quarter}.ida`,
          version: 0,
          personId: 'ida',
          quarter,
          assignedAt: start,
          dueAt: day(90),
          held: {
            mode: 'observed',
            heldAt: day(30),
            ratings: {
              challengeSkill: 3,
              behaviouralTools: 3,
              confidentialityPractice: 3,
              contextFluency: 3,
              measurableOutcomes: 3,
            },
            drift: outcome === 'drift' ? ['boundary blur'] : [],
            findings: ['Seen.'],
            outcome,
            by: 'sven',
            at: day(30),
          },
        },
        expect: 0,
      })
    await review('2027-Q1', 'drift')
    await expect(raise()).rejects.toMatchObject({ problems: [{ field: 'no open drift' }] })
    await review('2027-Q2', 'fine')
    expect((await raise()).level).toBe('senior coach')
  })

  it('skips no level, and is nobody’s own', async () => {
    await here.edit('ida', { level: 'coach in training' })
    await expect(raise()).rejects.toThrow('A coach in training cannot become a senior coach in one step.')
    await expect(raise('certified internal coach')).rejects.toMatchObject({ problems: [{ field: 'practicum' }] })
    await expect(raise('senior coach', here.as('ida', 'coach lead'))).rejects.toMatchObject({ code: 'NotAllowed' })
    const other = here.as('otto', 'coach')
    await expect(readReadiness(here.at(), other, here.programId, 'ida')).rejects.toMatchObject({ code: 'NotFound' })
  })

  it('deliveries are counted by somebody else, and no more sessions than planned', async () => {
    await expect(deliver(1, 'coach', here.as('ida', 'coach lead'))).rejects.toMatchObject({ code: 'NotAllowed' })
    await expect(deliver(1, 'mentor')).rejects.toMatchObject({ code: 'NotFound' })
    const { version } = await deliver(60)
    expect((await deliver(60)).version).toBe(version)
    expect((await deliver(120)).version).toBe(version + 1)
    const more = {
      service: 'coach' as const,
      sessionsPlanned: 1,
      sessionsHeld: 2,
      coachedMinutes: 0,
      ratings: [],
      evidencedOutcomes: 0,
    }
    await expect(saveDelivery(here.at(), here.lead, here.programId, 'ida', more)).rejects.toMatchObject({
      problems: [{ field: 'sessionsHeld' }],
    })
  })
})
