import { beginCandidacy } from '@pilotgate/core/selection/begin-candidacy'
import { rejectCandidate, turnDownCandidacy, withdrawCandidacy } from '@pilotgate/core/selection/close-candidacy'
import { followSelection } from '@pilotgate/core/selection/follow-events'
import { holdStep } from '@pilotgate/core/selection/hold-step'
import { remindStep } from '@pilotgate/core/selection/remind-step'
import { resumeStep } from '@pilotgate/core/selection/resume-step'
import { beforeEach, describe, expect, it } from 'vitest'
import * as form from './forms.ts'
import { day, type World, world } from './world.ts'

let here: World
let id: string
const rules = ['S-C1', 'S-C2']
const unmet = (more = {}) => ({
  ...form.check(rules),
  findings: [
    { rule: 'S-C1', met: true, note: 'Seen.' },
    { rule: 'S-C2', met: false, note: 'No figures before the start.' },
  ],
  ...more,
})
beforeEach(async () => {
  here = await world()
  ;({ id } = await here.open('cora', 'external-coach'))
  await here.ask(id, 'application')
})
const hold = async (now: string, more = {}) => {
  await here.answer('cora', 'application', form.coachApplication(), now)
  await here.answer('carla', 'check', unmet(more), now)
}
const resume = async (who: string, now: string) =>
  resumeStep(here.at(now), await here.as(who), here.programId, id, 'application')

describe('a check', () => {
  beforeEach(() => here.answer('cora', 'application', form.coachApplication()))

  it.each([
    ['a finding missing', form.check(['S-C1']), 'answer.findings'],
    ['a rule twice', form.check(['S-C1', 'S-C2', 'S-C2']), 'answer.findings.2.rule'],
    ['another rule', form.check(['S-C1', 'S-C2', 'S-M1']), 'answer.findings.2.rule'],
    ['a hold that ends today', unmet({ holdUntil: '2027-01-11' }), 'answer.holdUntil'],
    ['another form', form.panel('sven'), 'answer'],
  ])('with %s is refused', async (_, answer, field) => {
    await expect(here.answer('carla', 'check', answer)).rejects.toMatchObject({
      code: 'InvalidInput',
      problems: [{ field, problem: expect.any(String) }],
    })
    expect(await here.asked()).toEqual(['check carla'])
  })

  it('turns down with reasons, which are kept', async () => {
    await here.answer('carla', 'check', form.check(rules, { reject: ['The credential is forged.'] }))
    await rejectCandidate(here.at(day(1)), here.ref(id))
    await rejectCandidate(here.at(day(2)), here.ref(id))
    expect(await here.candidacy(id)).toMatchObject({
      status: 'rejected',
      closedAt: day(1),
      reasons: ['The credential is forged.'],
    })
    expect((await here.told()).filter((type) => type === 'candidacy.closed')).toHaveLength(1)
  })
})

describe('a hold', () => {
  it('names what is missing and lasts two weeks, or until the day the lead says', async () => {
    await hold(day(0))
    expect(await here.round(id, 'application')).toMatchObject({
      status: 'on hold',
      missing: ['S-C2: No figures before the start.'],
      until: day(14),
    })
    await here.ask(id, 'application', day(14))
    await hold(day(14), { holdUntil: '2027-02-20' })
    expect(await here.round(id, 'application')).toMatchObject({ round: 2, until: '2027-02-20T17:00:00.000Z' })
    await here.follow()
    // Told twice, by the same token: a machine takes the first.
    expect(here.outputs('application-1')[0]).toEqual({ outcome: 'hold', holdSeconds: 14 * 86_400 })
  })

  it('is over when its time has come, and not before', async () => {
    await hold(day(0))
    await here.ask(id, 'application', day(13), 'early')
    expect(here.outputs('early')).toEqual([{ outcome: 'hold', holdSeconds: 86_400 }])
    await here.ask(id, 'application', day(14))
    expect(await here.asked()).toEqual(['application cora'])
  })

  it('ends when the lead says that it is there, once; an early answer is not lost', async () => {
    await hold(day(0))
    await holdStep(here.at(day(0)), here.workflows, here.ref(id), 'application', 'holding')
    await expect(resume('sven', day(3))).rejects.toMatchObject({ code: 'NotAllowed' })
    await expect(resume('cora', day(3))).rejects.toMatchObject({ code: 'NotAllowed' })
    const { version } = await resume('carla', day(3))
    expect(await resume('carla', day(4))).toMatchObject({ version })
    await here.follow()
    expect(here.outputs('holding')).toEqual([{ outcome: 'again' }])
    await holdStep(here.at(day(3)), here.workflows, here.ref(id), 'application', 'too late')
    expect(here.outputs('too late')).toEqual([{ outcome: 'again' }])
    await here.ask(id, 'application', day(3))
    expect(await here.round(id, 'application')).toMatchObject({ round: 2, status: 'open' })
    await expect(resume('carla', day(4))).rejects.toMatchObject({ code: 'NotPossibleNow' })
  })

  it('is not ended by an event of the decision that comes again', async () => {
    await hold(day(0))
    await holdStep(here.at(day(0)), here.workflows, here.ref(id), 'application', 'holding')
    await here.follow()
    expect(here.outputs('holding')).toEqual([])
  })

  it('the fourth time turns the candidate down', async () => {
    for (let round = 1; round <= 4; round += 1) {
      if (round > 1) await here.ask(id, 'application', day((round - 1) * 14))
      await hold(day((round - 1) * 14))
    }
    expect(await here.round(id, 'application')).toMatchObject({
      round: 4,
      status: 'rejected',
      reasons: ['Held 4 times.', 'S-C2: No figures before the start.'],
    })
    await here.ask(id, 'application', day(60), 'after')
    expect(here.outputs('after')).toEqual([{ outcome: 'reject' }])
  })
})

describe('reminders', () => {
  it('come three times, three days apart, the last one to somebody above; then the step is on hold', async () => {
    const before = await remindStep(here.at(day(5)), here.ref(id), 'application')
    expect(before).toEqual({ again: true, waitSeconds: 2 * 86_400 })
    for (const again of [1, 2]) {
      expect(await remindStep(here.at(day(7)), here.ref(id), 'application'), `try ${again}`).toEqual({
        again: true,
        waitSeconds: 3 * 86_400,
      })
    }
    expect(await here.waitInVain(id, 'application', day(10))).toEqual({
      again: false,
      outcome: 'hold',
      holdSeconds: 14 * 86_400,
      now: day(16),
    })
    const reminded = (await here.events()).flatMap((event) => (event.type === 'selection.reminded' ? [event] : []))
    expect(reminded.map(({ reminder, escalate }) => [reminder, escalate])).toEqual([
      [1, false],
      [2, false],
      [3, true],
    ])
    expect(await remindStep(here.at(day(17)), here.ref(id), 'application')).toMatchObject({ outcome: 'hold' })
    expect(await here.round(id, 'application')).toMatchObject({ missing: ['Nobody answered: Apply as a coach.'] })
  })

  it('begin anew for who is asked after another', async () => {
    await remindStep(here.at(day(7)), here.ref(id), 'application')
    await here.answer('cora', 'application', form.coachApplication(), day(8))
    expect(await here.waitInVain(id, 'application', day(10))).toMatchObject({ outcome: 'hold', now: day(24) })
  })
})

describe('an end', () => {
  const withdraw = async (who: string) =>
    withdrawCandidacy(here.at(day(1)), await here.as(who), here.programId, id, 'Another job.')
  const turnDown = async (who: string, reasons = ['Left a client without a word.']) =>
    turnDownCandidacy(here.at(day(1)), await here.as(who), here.programId, id, reasons)

  it.each([
    ['withdrawn by the candidate', () => withdraw('cora'), 'withdrawn', ['Another job.']],
    ['turned down by the lead', () => turnDown('carla'), 'rejected', ['Left a client without a word.']],
    ['turned down by the program owner', () => turnDown('olga'), 'rejected', ['Left a client without a word.']],
  ])('%s, stops the machine wherever it waits', async (_, end, status, reasons) => {
    await end()
    expect(await here.candidacy(id)).toMatchObject({ status, reasons, closedAt: day(1) })
    expect(await here.tasks()).toEqual([])
    await end()
    await here.follow()
    expect(here.outputs('application-1')).toEqual([{ outcome: 'over' }])
    const steps = [
      () => here.ask(id, 'application', day(2)),
      () => remindStep(here.at(day(2)), here.ref(id), 'application'),
      () => holdStep(here.at(day(2)), here.workflows, here.ref(id), 'application', 'x'),
      () => beginCandidacy(here.at(day(2)), here.ref(id), 'arn'),
    ]
    for (const step of steps) await expect(step()).rejects.toMatchObject({ code: 'CandidacyOver' })
    await expect(here.answer('cora', 'application', form.coachApplication())).rejects.toMatchObject({
      code: 'NotPossibleNow',
    })
  })

  it('is for the candidate and the lead of the path only', async () => {
    for (const who of ['max', 'mona', 'sven']) {
      await expect(withdraw(who)).rejects.toMatchObject({ code: 'NotFound' })
      await expect(turnDown(who)).rejects.toMatchObject({ code: 'NotAllowed' })
    }
    await expect(turnDown('cora')).rejects.toMatchObject({ code: 'NotAllowed' })
    await expect(turnDown('carla', [])).rejects.toMatchObject({ problems: [{ field: 'reasons' }] })
    await withdraw('cora')
    await expect(turnDown('carla')).rejects.toMatchObject({ code: 'AlreadyDecided' })
  })

  it.each([
    ['the candidate leaves', { type: 'member.withdrawn', personId: 'cora', taskIds: [] }, 'withdrawn'],
    ['somebody else leaves', { type: 'member.withdrawn', personId: 'max', taskIds: [] }, 'open'],
    ['somebody else leaves the organisation', { type: 'member.left', personId: 'max', changeId: 'c' }, 'open'],
    ['the event of somebody who is back comes again', { type: 'member.left', personId: 'cora', changeId: 'c' }, 'open'],
    ['the program stops', { type: 'program.stopped', reason: 'Veto', veto: true }, 'withdrawn'],
    ['the program is completed', { type: 'program.completed', result: 'pass' }, 'withdrawn'],
    ['the program pauses', { type: 'program.paused', reason: 'Summer' }, 'open'],
  ] as const)('when %s: %s', async (_, what, status) => {
    const about = { eventId: 'e', tenantId: here.scope.tenantId, programId: here.programId, at: day(1), by: 'olga' }
    const event = { ...about, ...what, ...('taskIds' in what && { taskIds: [] }) }
    for (const again of [1, 2]) {
      await followSelection(here.store, here.workflows, event as never, async () => again)
    }
    expect(await here.candidacy(id)).toMatchObject({ status })
  })

  it('when the candidate leaves the organisation', async () => {
    const member = (await here.store.get('member', here.scope, 'cora'))!
    await here.write({ kind: 'member', record: { ...member, status: 'left' }, expect: member.version })
    const about = {
      eventId: 'e',
      tenantId: here.scope.tenantId,
      programId: here.programId,
      at: day(1),
      by: 'pilotgate',
    }
    const event = { ...about, type: 'member.left' as const, personId: 'cora', changeId: 'c' }
    await followSelection(here.store, here.workflows, event, async () => {})
    expect(await here.candidacy(id)).toMatchObject({
      status: 'withdrawn',
      reasons: [expect.stringContaining('organisation')],
    })
  })
})
