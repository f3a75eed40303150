import { describe, expect, test } from 'vitest'
import { refusal } from '../platform.ts'
import { saying, scores, staff, startSelection } from './selection.ts'

const flow = await startSelection()
const { platform, path, as } = flow
const [coach, lead, owner] = [await as(staff.coach), await as(staff.coachLead), await as(staff.owner)]
const day = 24 * 60 * 60 * 1000
const { later } = flow
const unmet = {
  kind: 'check',
  findings: ['S-C1', 'S-C2'].map((rule) => ({ rule, met: rule === 'S-C1', note: 'How?' })),
}
const at = (candidacyId: string) => ({ ...path, candidacyId })
const reasons = ['The outcomes do not hold.']
const mailed = async (email: string, kind: string) => (await flow.kindsTo(email)).filter((each) => each === kind).length

/** An application on hold, because its check did not pass. */
const held = async (email: string, holdUntil?: string) => {
  const candidacyId = await flow.open(email, 'external-coach')
  await flow.drive(candidacyId, { until: 'check' })
  await flow.answer(await flow.taskOf(candidacyId, 'check'), { ...unmet, ...(holdUntil && { holdUntil }) } as never)
  await platform.settled()
  return candidacyId
}

describe('on hold', () => {
  let candidacyId: string

  test('says what is missing until when, to candidate and lead', async () => {
    candidacyId = await held(staff.coach)
    const { at: now } = await coach('getCandidacy', { path: at(candidacyId) })
    expect(now).toMatchObject([{ step: 'application', status: 'on hold', missing: ['S-C2: How?'] }])
    expect(Date.parse(now[0]!.until!) - platform.clock.now()).toBe(14 * day)
    expect(await mailed(staff.coach, 'candidate-held')).toBe(1)
    expect(await mailed(staff.coachLead, 'candidate-held')).toBe(1)
    expect(await flow.tasksOf(candidacyId, 'open')).toEqual([])
  })

  test('only the lead takes it up again; it is then asked anew, with what was missing', async () => {
    const body = { step: 'application' }
    expect(await refusal(coach('resumeCandidacy', { path: at(candidacyId), body }))).toMatchObject({ status: 403 })
    const unknown = lead('resumeCandidacy', { path: at(candidacyId), body: { step: 'calibration' } })
    expect(await refusal(unknown)).toMatchObject({ code: 'NotFound' })
    await lead('resumeCandidacy', { path: at(candidacyId), body })
    await platform.settled()
    const task = await flow.taskOf(candidacyId, 'application')
    expect(task.round).toBe(2)
    expect((await flow.materialOf(task)).missing).toEqual(['S-C2: How?'])
    const again = lead('resumeCandidacy', { path: at(candidacyId), body })
    expect(await refusal(again)).toMatchObject({ code: 'NotPossibleNow', detail: expect.stringContaining('open') })
  })

  test('runs out by the clock on the evening of the day that was named, and not before', async () => {
    await flow.drive(candidacyId, { until: 'check' })
    const holdUntil = '2027-01-20'
    await flow.answer(await flow.taskOf(candidacyId, 'check'), { ...unmet, holdUntil } as never)
    await platform.jumpTo('2027-01-20T16:59:00Z')
    expect(await flow.stepOf(candidacyId, 'application')).toMatchObject({ status: 'on hold', rounds: [{}, {}] })
    await platform.jumpTo('2027-01-20T17:00:00Z')
    expect(await flow.stepOf(candidacyId, 'application')).toMatchObject({ status: 'open', rounds: [{}, {}, {}] })
  })
})

describe('nobody answers', () => {
  let candidacyId: string

  test('three reminders three days apart; the third goes to the lead, too', async () => {
    candidacyId = (await lead('listCandidacies', { path })).items[0]!.candidacyId
    await later(6.9)
    expect(await mailed(staff.coach, 'selection-reminder')).toBe(0)
    await later(0.2)
    expect(await mailed(staff.coach, 'selection-reminder')).toBe(1)
    await later(3)
    expect(await mailed(staff.coachLead, 'selection-escalation')).toBe(0)
    await later(3)
    expect(await mailed(staff.coach, 'selection-reminder')).toBe(3)
    expect(await mailed(staff.coachLead, 'selection-escalation')).toBe(1)
    await later(3)
    expect(await mailed(staff.coach, 'selection-reminder')).toBe(3)
    const { rounds } = await flow.stepOf(candidacyId, 'application')
    expect(rounds.at(-1)).toMatchObject({ status: 'on hold', missing: ['Nobody answered: Apply as a coach.'] })
    expect(await flow.tasksOf(candidacyId, 'open')).toEqual([])
  })

  test('the fourth hold turns the candidate down, and says so', async () => {
    await lead('resumeCandidacy', { path: at(candidacyId), body: { step: 'application' } })
    await flow.drive(candidacyId, { until: 'check' })
    await flow.answer(await flow.taskOf(candidacyId, 'check'), unmet as never)
    await platform.settled()
    expect(await flow.candidacy(candidacyId)).toMatchObject({
      status: 'rejected',
      reasons: ['Held 4 times.', 'S-C2: How?'],
    })
    expect((await flow.kindsTo(staff.coach)).at(-1)).toBe('candidate-rejected')
    expect(await flow.executions('external-coach')).toMatchObject({ [flow.executionOf(candidacyId)]: 'SUCCEEDED' })
  })
})

describe('the end', () => {
  test('a panel that scores too low turns down; a rejection is told with its reasons, never with scores', async () => {
    const candidacyId = await flow.open(staff.coach, 'external-coach')
    await flow.drive(candidacyId, { say: saying('scores', (material) => scores(material, 1)) })
    const { status, reasons: why } = await coach('getCandidacy', { path: at(candidacyId) })
    expect([status, why]).toEqual(['rejected', [expect.stringContaining('median of all marks lies below 2')]])
    expect((await flow.mailsTo(staff.coach)).at(-1)!.text).toContain('median of all marks lies below 2')
  })

  test('a rejection in one branch cancels what is asked in the others', async () => {
    const candidacyId = await flow.open(staff.coach, 'external-coach')
    await flow.drive(candidacyId, { until: 'references' })
    const before = await flow.tasksOf(candidacyId, 'open')
    expect(before.map(({ selection }) => selection!.step).toSorted()).toEqual([
      'co-coaching',
      'demo-review',
      'documents',
      'documents',
      'references',
    ])
    await flow.answer(await flow.taskOf(candidacyId, 'demo-review'), {
      kind: 'observation',
      heldOn: '2027-02-01',
      minutes: 30,
      revertedToTelling: false,
      findings: [{ rule: 'S-C5', met: false, note: 'Gave away a name.' }],
      reject: ['Broke confidentiality in the recording.'],
    })
    await platform.settled()
    expect(await flow.candidacy(candidacyId)).toMatchObject({
      status: 'rejected',
      reasons: ['Broke confidentiality in the recording.'],
    })
    const after = await flow.tasksOf(candidacyId)
    expect(after.filter(({ status }) => status === 'cancelled')).toHaveLength(4)
    expect(after.filter(({ status }) => status === 'open')).toEqual([])
    expect(await flow.executions('external-coach')).toMatchObject({ [flow.executionOf(candidacyId)]: 'SUCCEEDED' })
    const late = flow.answer(before.find(({ selection }) => selection!.step === 'co-coaching')!)
    expect(await refusal(late)).toMatchObject({ code: 'NotPossibleNow', detail: expect.stringContaining('rejected') })
  })

  test('the lead turns down at any step, with reasons, not the candidate', async () => {
    const candidacyId = await flow.open(staff.coach, 'external-coach')
    const reject = (client: typeof lead, body = { reasons }) =>
      client('rejectCandidacy', { path: at(candidacyId), body })
    expect(await refusal(reject(coach))).toMatchObject({ status: 403 })
    expect(await refusal(reject(lead, { reasons: [] }))).toMatchObject({ problems: [{ field: 'reasons' }] })
    expect(await reject(lead)).toMatchObject({ status: 'rejected', reasons })
    expect(await reject(lead)).toMatchObject({ status: 'rejected', reasons })
    await platform.settled()
    expect(await flow.tasksOf(candidacyId, 'open')).toEqual([])
    expect(Object.values(await flow.executions('external-coach'))).not.toContain('RUNNING')
    const withdraw = coach('withdrawCandidacy', { path: at(candidacyId), body: { reason: 'No time.' } })
    expect(await refusal(withdraw)).toMatchObject({ code: 'AlreadyDecided' })
  })

  test('a candidate withdraws in the middle of parallel steps; the lead is told', async () => {
    const candidacyId = await flow.open(staff.coach, 'external-coach')
    await flow.drive(candidacyId, { until: 'references' })
    const other = await as(staff.otherCoach)
    const body = { reason: 'No time this year.' }
    expect(await refusal(other('withdrawCandidacy', { path: at(candidacyId), body }))).toMatchObject({ status: 404 })
    const told = await mailed(staff.coachLead, 'candidacy-closed')
    await coach('withdrawCandidacy', { path: at(candidacyId), body })
    await platform.settled()
    expect(await flow.candidacy(candidacyId)).toMatchObject({ status: 'withdrawn', reasons: [body.reason] })
    expect(await flow.tasksOf(candidacyId, 'open')).toEqual([])
    expect(await mailed(staff.coachLead, 'candidacy-closed')).toBe(told + 1)
    expect(Object.values(await flow.executions('external-coach'))).not.toContain('RUNNING')
  })

  test('a program that is stopped withdraws who is on the way', async () => {
    const candidacyId = await flow.open(staff.coach, 'external-coach')
    await owner('stopProgram', { path, body: { reason: 'The budget is gone.' } as never })
    await platform.settled()
    expect(await flow.candidacy(candidacyId)).toMatchObject({ status: 'withdrawn' })
    expect(Object.values(await flow.executions('external-coach'))).not.toContain('RUNNING')
    const late = coach('openCandidacy', { path, body: { personId: 'me', path: 'external-coach' } })
    expect(await refusal(late)).toMatchObject({ code: 'NotPossibleNow' })
  })
})
