import { acceptCapstone, saveCapstone } from '@pilotgate/core/selection/practicum/capstone'
import { completePracticum } from '@pilotgate/core/selection/practicum/complete-practicum'
import { logPractice } from '@pilotgate/core/selection/practicum/log-practice'
import { listPracticums, readPracticum } from '@pilotgate/core/selection/practicum/read-practicum'
import {
  givePracticumFeedback,
  holdPracticumSupervision,
  reviewPracticum,
} from '@pilotgate/core/selection/practicum/review-practicum'
import { startPracticum } from '@pilotgate/core/selection/practicum/start-practicum'
import { checkSupervision } from '@pilotgate/core/selection/supervision/daily-check'
import { beforeEach, describe, expect, it } from 'vitest'
import { day, ratings, start, type World, world } from '../supervision/world.ts'

let here: World
/** Ida is an internal coach in training who reports to Mona; Sven supervises. */
beforeEach(async () => {
  here = await world()
  await here.person('mona', ['supervisor'])
  await here.provider('ida', {}, 'mona')
})
const ida = () => here.as('ida', 'coach')
const begin = () => startPracticum(here.at(), here.supervisor, here.programId, 'ida')
const log = (on: string, minutes: number, kind: 'coached' | 'lab' = 'coached', now = day(40)) =>
  logPractice(here.at(now), ida(), here.programId, 'me', { on, minutes, kind })
const held = (review: 'midpoint' | 'final', heldAt: string, more = {}) => ({
  review,
  heldAt,
  ratings,
  findings: ['Asks before advising.'],
  outcome: 'pass' as const,
  ...more,
})
const reviewed = (input: ReturnType<typeof held>, now = day(60), actor = here.supervisor) =>
  reviewPracticum(here.at(now), actor, here.programId, 'ida', input)
const capstone = { kpi: 'Defects', baseline: '14 a month', result: '9 a month', link: 'The team reviews first.' }

describe('starting', () => {
  it('is done once, for an internal coach in training, by somebody independent', async () => {
    const practicum = await begin()
    expect(practicum).toMatchObject({ status: 'open', startedAt: start, startedBy: 'sven', version: 1 })
    expect(await startPracticum(here.at(day(3)), here.lead, here.programId, 'ida')).toEqual(practicum)
    expect(await here.told('practicum.changed')).toMatchObject([{ personId: 'ida', what: 'started', by: 'sven' }])
  })

  it('is refused for coaches from outside, suspended, certified or unknown ones, and by their manager or a mentor lead', async () => {
    const refused = (personId: string, actor = here.supervisor) =>
      startPracticum(here.at(), actor, here.programId, personId)
    await expect(refused('ida', here.as('mona', 'supervisor'))).rejects.toMatchObject({ code: 'NotAllowed' })
    await expect(refused('ida', here.mentorLead)).rejects.toMatchObject({ code: 'NotAllowed' })
    await expect(refused('nobody')).rejects.toMatchObject({ code: 'NotFound' })
    await here.edit('ida', { status: 'suspended', because: 'Drift.' })
    await expect(refused('ida')).rejects.toMatchObject({ code: 'NotPossibleNow' })
    await here.edit('ida', { status: 'valid', level: 'senior coach' })
    await expect(refused('ida')).rejects.toMatchObject({ code: 'NotPossibleNow' })
    await here.edit('ida', { level: undefined })
    await expect(refused('ida')).rejects.toMatchObject({ code: 'NotPossibleNow' })
  })
})

describe('hours', () => {
  beforeEach(begin)

  it('are logged by day and kind; said again they replace, 0 takes them away', async () => {
    await log('2027-01-05', 60)
    await log('2027-01-05', 90, 'lab')
    const { version } = await log('2027-01-05', 120)
    expect((await log('2027-01-05', 120)).version).toBe(version)
    const { practice } = await log('2027-01-04', 60)
    expect(practice.map(({ on, minutes, kind }) => [on, minutes, kind])).toEqual([
      ['2027-01-04', 60, 'coached'],
      ['2027-01-05', 90, 'lab'],
      ['2027-01-05', 120, 'coached'],
    ])
    expect((await log('2027-01-05', 0)).practice).toHaveLength(2)
  })

  it.each<[string, number, string]>([
    ['2027-02-14', 60, 'on'],
    ['2027-01-03', 60, 'on'],
    ['2027-01-05', 481, 'minutes'],
    ['2027-01-06', 421, 'minutes'],
  ])('of %s, %i minutes, are refused: %s', async (on, minutes, field) => {
    await log('2027-01-06', 60, 'lab')
    await expect(log(on, minutes)).rejects.toMatchObject({ code: 'InvalidInput', problems: [{ field }] })
  })

  it('take eight hours on one day, over both kinds', async () => {
    await log('2027-01-06', 60, 'lab')
    expect((await log('2027-01-06', 420)).practice).toHaveLength(2)
  })

  it('are nobody else’s to log or read', async () => {
    const other = here.as('otto', 'coach')
    const day = { on: '2027-01-05', minutes: 60, kind: 'coached' as const }
    await expect(logPractice(here.at(), other, here.programId, 'ida', day)).rejects.toMatchObject({
      code: 'NotAllowed',
    })
    await expect(readPracticum(here.store, other, here.programId, 'ida')).rejects.toMatchObject({ code: 'NotFound' })
    expect((await listPracticums(here.store, other, here.programId, { limit: 10 })).items).toEqual([])
    expect((await listPracticums(here.store, ida(), here.programId, { limit: 10 })).items).toHaveLength(1)
    expect((await listPracticums(here.store, here.lead, here.programId, { limit: 10 })).items).toHaveLength(1)
  })
})

describe('reviews', () => {
  beforeEach(begin)

  it('make feedback due in 48 hours on the clock and supervision at the same local time a week later', async () => {
    const { reviews } = await reviewed(held('midpoint', '2027-03-26T15:00:00Z'), day(90))
    // Clocks go forward on 28 March: the week is an hour short, the 48 hours are not.
    expect(reviews[0]).toMatchObject({
      supervisorId: 'sven',
      followUp: { feedbackDueAt: '2027-03-28T15:00:00.000Z', supervisionDueAt: '2027-04-02T14:00:00.000Z' },
    })
  })

  it('are recorded once, the final one after the midpoint, none in the future or before the start', async () => {
    const midpoint = held('midpoint', day(28))
    await expect(reviewed(held('final', day(28)))).rejects.toMatchObject({ code: 'NotPossibleNow' })
    const field = { code: 'InvalidInput', problems: [{ field: 'heldAt' }] }
    await expect(reviewed(held('midpoint', day(61)))).rejects.toMatchObject(field)
    await expect(reviewed(held('midpoint', day(-1)))).rejects.toMatchObject(field)
    const { version } = await reviewed(midpoint)
    expect((await reviewed(midpoint)).version).toBe(version)
    await expect(reviewed(held('midpoint', day(30)))).rejects.toMatchObject({ code: 'AlreadyDecided' })
    await expect(reviewed(held('final', day(27)))).rejects.toMatchObject(field)
    const { reviews } = await reviewed(held('final', day(56), { outcome: 'repeat' }))
    expect(reviews.map(({ review, outcome }) => `${review} ${outcome}`)).toEqual(['midpoint pass', 'final repeat'])
    expect((await reviewed(held('final', day(58)))).reviews).toHaveLength(3)
  })

  it('are held by nobody who is in conflict', async () => {
    const midpoint = held('midpoint', day(28))
    for (const actor of [here.as('mona', 'supervisor'), here.as('ida', 'coach', 'supervisor')]) {
      await expect(reviewed(midpoint, day(60), actor)).rejects.toMatchObject({ code: 'NotAllowed' })
    }
    await expect(reviewed(midpoint, day(60), here.mentorLead)).rejects.toMatchObject({ code: 'NotAllowed' })
  })

  it('late feedback and supervision are told of once each', async () => {
    await reviewed(held('midpoint', day(28)), day(28))
    const check = (now: string) => checkSupervision(here.at(now), here.scope.tenantId, here.programId)
    await check(day(30))
    expect(await here.told('supervision.late')).toEqual([])
    for (const count of [31, 32, 36, 37]) await check(day(count))
    expect((await here.told('supervision.late')).map((event) => 'what' in event && event.what)).toEqual([
      'feedback',
      'supervision',
    ])
    expect(await here.told('supervision.late')).toMatchObject([
      { reviewId: 'practicum-midpoint.ida', at: day(31) },
      { reviewId: 'practicum-midpoint.ida', at: day(36) },
    ])
  })
})

describe('completing', () => {
  const complete = (now = day(60), lateBecause?: string, actor = here.lead) =>
    completePracticum(here.at(now), actor, here.programId, 'ida', lateBecause)
  const followUp = async (review: 'midpoint' | 'final', heldAt: string) => {
    await givePracticumFeedback(here.at(day(60)), here.supervisor, here.programId, 'ida', { review, text: 'Good.' })
    const session = { review, heldAt, note: 'Talked.' }
    await holdPracticumSupervision(here.at(day(60)), here.supervisor, here.programId, 'ida', session)
  }
  const practise = async () => {
    for (let index = 0; index < 4; index += 1) await log(`2027-02-0${index + 1}`, 300, 'coached')
    for (let index = 0; index < 2; index += 1) await log(`2027-02-0${index + 5}`, 300, 'lab')
    await reviewed(held('midpoint', day(28)))
    await followUp('midpoint', day(30))
    await reviewed(held('final', day(56)))
    await followUp('final', day(58))
    await saveCapstone(here.at(day(57)), ida(), here.programId, 'me', capstone)
  }
  beforeEach(begin)

  it('names everything that is missing', async () => {
    const refusal = await complete().catch((error) => error)
    expect(refusal.code).toBe('NotPossibleNow')
    expect(refusal.problems.map(({ field }: { field: string }) => field)).toEqual([
      'coached hours',
      'lab hours',
      'midpoint calibration',
      'final observed review',
      'capstone',
    ])
    expect((await here.credential('ida')).level).toBe('coach in training')
  })

  it('certifies the coach, once', async () => {
    await practise()
    await expect(complete()).rejects.toMatchObject({ problems: [{ field: 'capstone' }] })
    await acceptCapstone(here.at(day(58)), here.supervisor, here.programId, 'ida')
    expect(await complete()).toMatchObject({ status: 'completed', completedAt: day(60), completedBy: 'lea' })
    await complete(day(61))
    expect(await here.credential('ida')).toMatchObject({ level: 'certified internal coach', levelSince: day(60) })
    expect(await here.told('credential.promoted')).toMatchObject([
      { personId: 'ida', level: 'certified internal coach' },
    ])
    await expect(log('2027-02-20', 60, 'coached', day(61))).rejects.toMatchObject({ code: 'NotPossibleNow' })
  })

  it('takes a reason when it took longer than twelve weeks', async () => {
    await practise()
    await acceptCapstone(here.at(day(58)), here.supervisor, here.programId, 'ida')
    await expect(complete(day(100))).rejects.toMatchObject({ problems: [{ field: 'weeks' }] })
    expect(await complete(day(100), 'Parental leave.')).toMatchObject({ lateBecause: 'Parental leave.' })
  })

  it('a capstone that is changed has to be accepted again, and nobody accepts their own', async () => {
    await expect(acceptCapstone(here.at(), here.lead, here.programId, 'ida')).rejects.toMatchObject({
      code: 'NotPossibleNow',
    })
    await saveCapstone(here.at(), ida(), here.programId, 'me', capstone)
    const self = here.as('ida', 'coach lead')
    await expect(acceptCapstone(here.at(), self, here.programId, 'ida')).rejects.toMatchObject({ code: 'NotAllowed' })
    const { version } = await acceptCapstone(here.at(), here.lead, here.programId, 'ida')
    expect((await saveCapstone(here.at(), ida(), here.programId, 'me', { ...capstone })).version).toBe(version)
    const changed = await saveCapstone(here.at(), ida(), here.programId, 'me', { ...capstone, result: '8 a month' })
    expect(changed.capstone).toEqual({ ...capstone, result: '8 a month' })
  })

  it('feedback and supervision are given once, and the supervision not before the review', async () => {
    await reviewed(held('midpoint', day(28)))
    const hold = (heldAt: string) =>
      holdPracticumSupervision(here.at(day(60)), here.supervisor, here.programId, 'ida', {
        review: 'midpoint',
        heldAt,
        note: 'Talked.',
      })
    await expect(hold(day(27))).rejects.toMatchObject({ problems: [{ field: 'heldAt' }] })
    const { version } = await hold(day(29))
    expect((await hold(day(29))).version).toBe(version)
    await expect(hold(day(31))).rejects.toMatchObject({ code: 'AlreadyDecided' })
    await expect(followUp('final', day(58))).rejects.toMatchObject({ code: 'NotPossibleNow' })
  })
})
