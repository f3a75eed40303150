import { checkSupervision } from '@pilotgate/core/selection/supervision/daily-check'
import { editRoster } from '@pilotgate/core/selection/supervision/edit-roster'
import { listReviews } from '@pilotgate/core/selection/supervision/read-reviews'
import {
  giveReviewFeedback,
  holdReviewSupervision,
  recordReview,
} from '@pilotgate/core/selection/supervision/record-review'
import type { ReviewInput } from '@pilotgate/core/selection/supervision/review-record'
import { beforeEach, describe, expect, it } from 'vitest'
import { day, ratings, type World, world } from './world.ts'

let here: World
beforeEach(async () => {
  here = await world()
})
const check = (now: string) => checkSupervision(here.at(now), here.scope.tenantId, here.programId)
const sample = (quarter: string) => here.store.get('reviewSample', here.scope, quarter)
const review = async (id: string) => (await here.store.get('review', here.scope, id))!
const fine: ReviewInput = {
  mode: 'observed',
  heldAt: day(10),
  ratings,
  drift: [],
  findings: ['Asks openly.'],
  outcome: 'fine',
}
const drift: ReviewInput = { ...fine, drift: ['advising instead of asking'], outcome: 'drift' }

describe('the draw', () => {
  it('waits for active coaches, and is made once in a quarter', async () => {
    await here.person('carl', ['coach'])
    await check(day(0))
    expect(await sample('2027-Q1')).toBeUndefined()
    await here.provider('ida')
    await here.provider('sue', { status: 'suspended' })
    await here.provider('tom', { service: 'mentor' })
    await check(day(1))
    await here.provider('pia')
    await check(day(2))
    const drawn = await sample('2027-Q1')
    expect(drawn).toMatchObject({ share: 0.2, seed: `${here.programId} 2027-Q1`, at: day(1) })
    expect(drawn!.candidates.map(({ personId, chosen }) => [personId, chosen])).toEqual([['ida', true]])
    expect(await here.told('supervision.sampled')).toMatchObject([{ quarter: '2027-Q1', at: day(1) }])
  })

  it('goes on with the next quarter, by the zone of the program, with those who were not drawn', async () => {
    for (const id of ['ida', 'pia']) await here.provider(id)
    await check(day(0))
    const [first] = (await sample('2027-Q1'))!.candidates.filter(({ chosen }) => chosen)
    // 1 April, 00:30 in Berlin.
    await check('2027-03-31T22:30:00.000Z')
    const second = (await sample('2027-Q2'))!.candidates
    expect(second.map(({ personId, lastSampled, chosen }) => [personId, lastSampled, chosen])).toEqual([
      [first!.personId === 'ida' ? 'pia' : 'ida', undefined, true],
      [first!.personId, '2027-Q1', false],
    ])
    expect(await review(`2027-Q1.${first!.personId}`)).toMatchObject({ dueAt: '2027-03-31T22:00:00.000Z' })
  })

  it('goes on in a pause, and not after the end', async () => {
    await here.provider('ida')
    const program = (await here.store.get('program', { ...here.scope, scope: '-' }, here.programId))!
    await here.write({ kind: 'program', record: { ...program, status: 'paused' }, expect: 1 })
    await check(day(0))
    expect(await sample('2027-Q1')).toBeDefined()
    await here.write({ kind: 'program', record: { ...program, status: 'completed' }, expect: 2 })
    await check(day(100))
    expect(await sample('2027-Q2')).toBeUndefined()
  })

  it('assigns the lead coach, else the master coach, else any independent supervisor', async () => {
    await here.person('lars', ['supervisor'])
    await here.provider('ida')
    await check(day(0))
    expect((await review('2027-Q1.ida')).reviewerId).toBe('lars')
    const leads = [{ personId: 'sven', coaches: ['ida'] }]
    const masters = [{ personId: 'lars', leads, coaches: [] }]
    await editRoster(here.at(), here.lead, here.programId, 0, { masters })
    await check(day(100))
    expect((await review('2027-Q2.ida')).reviewerId).toBe('sven')
    const ida = (await here.store.get('person', { ...here.scope, scope: '-' }, 'ida'))!
    await here.write({ kind: 'person', record: { ...ida, managerId: 'sven' }, expect: 1 })
    await check(day(190))
    expect((await review('2027-Q3.ida')).reviewerId).toBe('lars')
  })

  it('takes a fifth of many, spreads them over the supervisors, and goes on where it was cut off', async () => {
    await here.person('lars', ['supervisor'])
    for (let index = 0; index < 460; index += 1) await here.provider(`coach-${index}`)
    let commits = 0
    const cut = {
      ...here.store,
      commit: (...args: Parameters<typeof here.store.commit>) => {
        commits += 1
        return commits > 1 ? Promise.reject(new Error('cut off')) : here.store.commit(...args)
      },
    }
    const work = { ...here.at(day(0)), store: cut }
    await expect(checkSupervision(work, here.scope.tenantId, here.programId)).rejects.toThrow('cut off')
    expect(await sample('2027-Q1')).toBeUndefined()
    await check(day(0))
    const reviews = await listReviews(here.store, here.lead, here.programId, { limit: 100 })
    expect(reviews.items).toHaveLength(92)
    expect(reviews.items.filter(({ reviewerId }) => reviewerId === 'sven')).toHaveLength(46)
    expect((await sample('2027-Q1'))!.candidates.filter(({ chosen }) => chosen)).toHaveLength(92)
  })
})

describe('a review', () => {
  beforeEach(async () => {
    await here.person('lars', ['supervisor'])
    await here.provider('ida')
    const masters = [{ personId: 'sven', leads: [], coaches: ['ida'] }]
    await editRoster(here.at(), here.lead, here.programId, 0, { masters })
    await check(day(0))
  })
  const record = (input: ReviewInput, now = day(11), actor = here.supervisor, id = '2027-Q1.ida') =>
    recordReview(here.at(now), actor, here.programId, id, input)

  it('is recorded once by its reviewer; feedback and supervision become due', async () => {
    const recorded = await record(fine)
    expect(recorded).toMatchObject({
      held: { ...fine, by: 'sven', at: day(11) },
      followUp: { feedbackDueAt: day(12), supervisionDueAt: day(17), told: [] },
    })
    expect(await record({ ...fine, heldAt: fine.heldAt.replace('.000', '') }, day(12))).toEqual(recorded)
    await expect(record(drift)).rejects.toMatchObject({ code: 'AlreadyDecided' })
  })

  it('may be taken over by the coach lead, by no other supervisor, and by nobody in conflict', async () => {
    for (const actor of [here.as('lars', 'supervisor'), here.mentorLead, here.as('ida', 'coach lead')]) {
      await expect(record(fine, day(11), actor)).rejects.toMatchObject({ code: 'NotAllowed' })
    }
    expect((await record(fine, day(11), here.lead)).reviewerId).toBe('lea')
  })

  it.each<[string, Partial<ReviewInput>]>([
    ['heldAt', { heldAt: day(12) }],
    ['heldAt', { heldAt: '2026-12-31T22:59:59.000Z' }],
    ['outcome', { drift: ['boundary blur'] }],
    ['drift', { outcome: 'drift' }],
    ['drift', { outcome: 'suspend', drift: ['boundary blur', 'boundary blur'] }],
  ])('is refused with a wrong %s: %j', async (field, wrong) => {
    await expect(record({ ...fine, ...wrong })).rejects.toMatchObject({ code: 'InvalidInput', problems: [{ field }] })
  })

  it('that ends in "suspend" suspends the credential', async () => {
    await record({ ...drift, outcome: 'suspend' })
    await record({ ...drift, outcome: 'suspend' })
    expect(await here.credential('ida')).toMatchObject({
      status: 'suspended',
      because: 'The review of 2027-Q1 found: advising instead of asking.',
    })
    expect(await here.told('credential.changed')).toMatchObject([{ personId: 'ida', status: 'suspended', by: 'sven' }])
  })

  it('twice in a row with drift shows to the lead; a fine one between ends it', async () => {
    const seen = async () => {
      const { items } = await listReviews(here.store, here.lead, here.programId, { limit: 10 })
      return items.map(({ quarter, driftInARow }) => [quarter, driftInARow])
    }
    await record(drift)
    await check(day(100))
    await record({ ...drift, heldAt: day(110) }, day(111), here.lead, '2027-Q2.ida')
    expect(await seen()).toEqual([
      ['2027-Q1', true],
      ['2027-Q2', true],
    ])
    await check(day(190))
    await record({ ...fine, heldAt: day(200) }, day(201), here.lead, '2027-Q3.ida')
    expect((await seen()).map(([, inARow]) => inARow)).toEqual([false, false, false])
  })

  it('is late without feedback after 48 hours and without supervision after a week, told once each', async () => {
    await record(fine)
    await check(day(12))
    expect(await here.told('supervision.late')).toEqual([])
    await check(new Date(Date.parse(day(12)) + 1).toISOString())
    await check(day(13))
    await holdReviewSupervision(here.at(day(14)), here.supervisor, here.programId, '2027-Q1.ida', {
      heldAt: day(14),
      note: 'Talked.',
    })
    await check(day(18))
    expect(await here.told('supervision.late')).toMatchObject([{ reviewId: '2027-Q1.ida', what: 'feedback' }])
    const give = (text: string) => giveReviewFeedback(here.at(day(19)), here.lead, here.programId, '2027-Q1.ida', text)
    const { version } = await give('Good.')
    expect((await give('Good.')).version).toBe(version)
    await expect(give('Bad.')).rejects.toMatchObject({ code: 'AlreadyDecided' })
  })

  it('cannot be followed up before it was held', async () => {
    const give = giveReviewFeedback(here.at(day(1)), here.supervisor, here.programId, '2027-Q1.ida', 'Good.')
    await expect(give).rejects.toMatchObject({ code: 'NotPossibleNow' })
    await expect(record(fine, day(11), here.lead, '2027-Q4.ida')).rejects.toMatchObject({ code: 'NotFound' })
  })

  it('is seen by its coach and by those who supervise coaches', async () => {
    const seenBy = async (...who: Parameters<World['as']>) =>
      (await listReviews(here.store, here.as(...who), here.programId, { limit: 10 })).items.length
    await here.provider('pia')
    expect(await seenBy('ida', 'coach')).toBe(1)
    expect(await seenBy('pia', 'coach')).toBe(0)
    expect(await seenBy('mia', 'mentor lead')).toBe(0)
    expect(await seenBy('lars', 'supervisor')).toBe(1)
  })
})
