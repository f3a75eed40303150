import { describe, expect, test } from 'vitest'
import { giveCredential } from '../credential.ts'
import { naming, refusal } from '../platform.ts'
import { staff, startSelection } from './selection.ts'

// The clocks go forward within the eight weeks.
const flow = await startSelection('2027-02-08T09:00:00Z', '2027-02-08')
const { platform, owner, path, programId, as, idOf } = flow
const [lead, supervisor] = [await as(staff.coachLead), await as(staff.supervisor)]
const [coach, other] = [await as(staff.internalCoach), await as(staff.coach)]
const personId = idOf(staff.internalCoach)
const of = { ...path, personId }
const mine = { ...path, personId: 'me' }
await giveCredential(programId, personId, 'coach', {
  path: 'internal-coach',
  level: 'coach in training',
  levelSince: '2027-01-04T08:00:00.000Z',
})
await giveCredential(programId, idOf(staff.coach), 'coach')

const log = (on: string, minutes: number, kind: 'coached' | 'lab' = 'coached', client = coach) =>
  client('logPractice', { path: mine, body: { on, minutes, kind } })
const now = () => new Date(platform.clock.now()).toISOString()
const ratings = {
  challengeSkill: 4,
  behaviouralTools: 4,
  confidentialityPractice: 5,
  contextFluency: 4,
  measurableOutcomes: 4,
}
const review = (kind: 'midpoint' | 'final', more: object = {}) =>
  supervisor('reviewPracticum', {
    path: of,
    body: { review: kind, heldAt: now(), ratings, findings: ['Asks before advising.'], outcome: 'pass', ...more },
  })
const complete = (body: { lateBecause?: string } = {}) => lead('completePracticum', { path: of, body })
/** The rules that a refusal or an answer names as not met. */
const unmet = (rules: { rule: string; met: boolean }[]) => rules.flatMap(({ rule, met }) => (met ? [] : [rule]))

test('a practicum is started for an internal coach in training, by a guide', async () => {
  expect(await refusal(coach('startPracticum', { path: of }))).toMatchObject({ status: 403 })
  const external = supervisor('startPracticum', { path: { ...path, personId: idOf(staff.coach) } })
  expect(await refusal(external)).toMatchObject({ detail: 'Only internal coaches have a level.' })
  expect(await refusal(coach('getPracticum', { path: mine }))).toMatchObject({ status: 404 })
  const { status, rules } = await supervisor('startPracticum', { path: of })
  expect(status).toBe('open')
  expect(unmet(rules)).toEqual([
    'weeks',
    'coached hours',
    'lab hours',
    'midpoint calibration',
    'final observed review',
    'capstone',
  ])
})

test('hours are logged by day, by the coach; not before the start, not ahead, eight hours a day', async () => {
  expect(await refusal(log('2027-02-07', 60))).toEqual(naming('on', 'when the practicum started'))
  expect(await refusal(log('2027-02-09', 60))).toEqual(naming('on', 'in the future'))
  expect(await refusal(log('2027-02-08', 481))).toEqual(naming('minutes', '480'))
  expect(await refusal(log('2027-02-30', 60))).toEqual(naming('on', ''))
  expect(await refusal(log('2027-02-08', -1))).toEqual(naming('minutes', ''))
  expect(await log('2027-02-08', 90)).toMatchObject({ coachedHours: 1.5 })
  expect(await log('2027-02-08', 60)).toMatchObject({ coachedHours: 1 })
  const theirs = other('logPractice', { path: of, body: { on: '2027-02-08', minutes: 60, kind: 'lab' } })
  expect(await refusal(theirs)).toMatchObject({ status: 403 })
})

describe('a promotion', () => {
  const promote = (level: 'certified internal coach' | 'senior coach', client = lead) =>
    client('promote', { path: of, body: { level } })

  test('is refused with every rule that is not met, and cannot skip a level', async () => {
    expect(await refusal(promote('certified internal coach'))).toMatchObject({
      code: 'NotPossibleNow',
      detail: expect.stringContaining('The practicum is not completed.'),
    })
    expect(await refusal(promote('senior coach'))).toMatchObject({ detail: expect.stringContaining('in one step') })
    expect(await refusal(promote('certified internal coach', coach))).toMatchObject({ status: 403 })
    expect(await refusal(lead('promote', { path: of, body: { level: 'guru' as never } }))).toEqual(naming('level', ''))
    expect(await coach('getPromotion', { path: mine })).toMatchObject({
      level: 'coach in training',
      next: 'certified internal coach',
      rules: [{ rule: 'practicum', met: false }],
    })
  })
})

test('midpoint before final; a repeated one counts with its last', async () => {
  await platform.jumpTo('2027-03-08T09:00:00Z')
  expect(await refusal(review('final'))).toMatchObject({ detail: expect.stringContaining('midpoint') })
  await review('midpoint', { outcome: 'repeat', heldAt: '2027-03-05T09:00:00Z' })
  const { reviews, rules } = await review('midpoint')
  expect(reviews.map(({ outcome }) => outcome)).toEqual(['repeat', 'pass'])
  expect(unmet(rules)).toEqual(expect.arrayContaining(['feedback on the midpoint calibration']))
  expect(await refusal(review('midpoint', { findings: ['Another.'] }))).toMatchObject({ code: 'AlreadyDecided' })
  await supervisor('givePracticumFeedback', { path: of, body: { review: 'midpoint', text: 'Agree the measure.' } })
  const held = { review: 'midpoint', heldAt: now(), note: 'Contract first.' } as const
  await supervisor('holdPracticumSupervision', { path: of, body: held })
  expect(await refusal(complete())).toMatchObject({ detail: expect.stringContaining('at least 8 weeks') })
})

test('the capstone is tied to a KPI, and accepted by somebody independent', async () => {
  const body = { kpi: 'Defects', baseline: '14 a month', result: '9 a month', link: 'The team reviews itself.' }
  expect(await refusal(lead('acceptCapstone', { path: of }))).toMatchObject({ code: 'NotPossibleNow' })
  expect(await refusal(coach('saveCapstone', { path: mine, body: { ...body, kpi: '' } }))).toEqual(
    naming('kpi', 'empty'),
  )
  await coach('saveCapstone', { path: mine, body })
  expect(await refusal(coach('acceptCapstone', { path: of }))).toMatchObject({ status: 403 })
  expect(await lead('acceptCapstone', { path: of })).toMatchObject({
    capstone: { acceptedBy: idOf(staff.coachLead) },
  })
})

test('it is complete after eight weeks on the calendar, with everything there: the coach is certified', async () => {
  await platform.jumpTo('2027-04-05T07:59:00Z')
  for (const day of ['2027-03-01', '2027-03-02', '2027-03-03']) await log(day, 400)
  for (const day of ['2027-03-04', '2027-03-05']) await log(day, 300, 'lab')
  await review('final')
  await supervisor('givePracticumFeedback', { path: of, body: { review: 'final', text: 'Well done.' } })
  const held = { review: 'final', heldAt: now(), note: 'On to the first clients.' } as const
  await supervisor('holdPracticumSupervision', { path: of, body: held })
  expect(unmet((await coach('getPracticum', { path: mine })).rules)).toEqual(['weeks'])
  await platform.jumpTo('2027-04-05T08:00:00Z')
  expect(await complete()).toMatchObject({ status: 'completed', coachedHours: 21, labHours: 10 })
  expect(await complete()).toMatchObject({ status: 'completed' })
  expect(await refusal(log('2027-04-01', 60))).toMatchObject({ code: 'NotPossibleNow' })
  const { items } = await owner('listCredentials', { path })
  expect(items.find((each) => each.personId === personId)).toMatchObject({ level: 'certified internal coach' })
  const { next, rules } = await coach('getPromotion', { path: mine })
  expect(next).toBe('senior coach')
  expect(unmet(rules)).toEqual(['time in role', 'coached hours', 'evidenced outcomes', 'participant ratings'])
  const senior = await refusal(lead('promote', { path: of, body: { level: 'senior coach' } }))
  for (const words of ['12 months', '100 coached hours', '3 evidenced outcomes', 'ratings']) {
    expect(senior.detail).toContain(words)
  }
})
