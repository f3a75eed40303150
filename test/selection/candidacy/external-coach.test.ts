import { answerReference, readReference } from '@pilotgate/core/selection/answer-reference'
import { appointCandidate } from '@pilotgate/core/selection/appoint-candidate'
import { beforeEach, describe, expect, it } from 'vitest'
import * as form from './forms.ts'
import { coachUntilCalibration, judge, keyOf } from './walk.ts'
import { day, start, type World, world } from './world.ts'

let here: World
beforeEach(async () => {
  here = await world()
})

describe('from the application to the appointment of a coach', () => {
  it('gives a credential that is good for 12 to 18 months', async () => {
    const id = await coachUntilCalibration(here)
    await expect(appointCandidate(here.at(), here.ref(id))).rejects.toMatchObject({
      code: 'NotPossibleNow',
      message: expect.stringContaining('the calibration panel'),
    })
    await judge(here, id, 'calibration', 'coach-calibration', ['sven', 'henry', 'petra'], 4)
    expect(await appointCandidate(here.at(day(1)), here.ref(id))).toEqual({})
    expect(await appointCandidate(here.at(day(2)), here.ref(id))).toEqual({})
    expect(await here.candidacy(id)).toMatchObject({ status: 'appointed', closedAt: day(1) })
    expect(await here.credential('coach', 'cora')).toMatchObject({
      version: 1,
      status: 'valid',
      passedAt: day(1),
      calibration: { median: 4, members: 3 },
      introductions: 0,
      recertifyFrom: '2028-01-12T08:00:00.000Z',
      recertifyBy: '2028-07-12T07:00:00.000Z',
      briefDueAt: '2028-01-12T08:00:00.000Z',
    })
    expect((await here.credential('coach', 'cora'))!.level).toBeUndefined()
    expect((await here.told()).slice(-2)).toEqual(['candidacy.closed', 'credential.changed'])
    expect(await here.tasks()).toEqual([])
  })

  it('tells the machine what came of each step, once it is decided', async () => {
    const id = await coachUntilCalibration(here)
    expect(await here.follow()).toEqual([`external-coach ${id}`])
    for (const step of ['application', 'live-demo', 'references', 'demo-review', 'co-coaching', 'documents']) {
      expect(here.outputs(`${step}-1`)).toEqual([{ outcome: 'pass' }])
    }
    expect(here.outputs('calibration-1')).toEqual([])
  })
})

describe('asking', () => {
  it('asks the candidate first, the lead once that is answered', async () => {
    const { id } = await here.open('cora', 'external-coach')
    await here.ask(id, 'application')
    expect(await here.asked()).toEqual(['application cora'])
    expect((await here.tasks())[0]).toMatchObject({
      id: `S-C1.${id}.application.1.application.cora`,
      gate: 'S-C1',
      kind: 'select',
      form: 'coach-application',
      role: 'coach',
      dueAt: day(7),
      selection: { candidacyId: id, step: 'application', requirement: 'application' },
    })
    await here.answer('cora', 'application', form.coachApplication(), day(2))
    expect(await here.asked()).toEqual(['check carla'])
    expect((await here.events()).at(-1)).toMatchObject({
      type: 'selection.asked',
      taskIds: [`S-C1.${id}.application.1.check.carla`],
    })
  })

  it('again after a reminder only renews the token', async () => {
    const { id } = await here.open('cora', 'external-coach')
    await here.ask(id, 'application')
    await here.ask(id, 'application', day(7), 'renewed')
    expect((await here.round(id, 'application')).taskToken).toBe('renewed')
    expect(await here.tasks()).toHaveLength(1)
    expect((await here.told()).filter((type) => type === 'selection.asked')).toHaveLength(1)
  })

  it('what is decided already is answered at once (F1)', async () => {
    const { id } = await here.open('cora', 'external-coach')
    await here.ask(id, 'application')
    await here.answer('cora', 'application', form.coachApplication())
    await here.answer('carla', 'check', form.check(['S-C1', 'S-C2']))
    await here.ask(id, 'application', day(3), 'late')
    expect(here.outputs('late')).toEqual([{ outcome: 'pass' }])
  })

  it('goes to a program owner when the lead may not judge, and waits for a remedy when nobody may', async () => {
    const { id } = await here.open('cora', 'external-coach')
    await here.ask(id, 'application')
    await here.answer('cora', 'application', form.coachApplication({ conflicts: ['carla'] }))
    expect(await here.asked()).toEqual(['check olga'])
    await here.answer('olga', 'check', form.check(['S-C1', 'S-C2']))
    await here.leave('sven')
    await here.ask(id, 'demo-review')
    expect(await here.round(id, 'demo-review')).toMatchObject({
      status: 'on hold',
      missing: [expect.stringContaining('role supervisor')],
      until: day(14),
    })
    expect(here.outputs('demo-review-1')).toEqual([{ outcome: 'hold', holdSeconds: 14 * 24 * 60 * 60 }])
    expect(await here.tasks()).toEqual([])
  })
})

describe('references', () => {
  let id: string
  beforeEach(async () => {
    ;({ id } = await here.open('cora', 'external-coach'))
    await here.ask(id, 'references')
  })
  const name = (...emails: string[]) => here.answer('cora', 'referees', form.referees(...emails))
  const give = async (n: number, more: Parameters<typeof form.reference>[0] = {}, round = 1, now = start) =>
    answerReference(here.at(now), await keyOf(here, `${id}.references.${round}.${n}`), form.reference(more))

  it.each([
    ['the own address', ['CORA@nw.test', 'a@fjord.test'], 'answer.referees.0.email', 'your own address'],
    ['the own mailbox', ['a@fjord.test', 'cora+x@nw.test'], 'answer.referees.1.email', 'your own address'],
    ['one address twice', ['a@fjord.test', 'A@Fjord.test'], 'answer.referees.1.email', 'named twice'],
  ])('refuses %s', async (_, emails, field, words) => {
    await expect(name(...emails)).rejects.toMatchObject({
      code: 'InvalidInput',
      problems: [{ field, problem: expect.stringContaining(words) }],
    })
    expect(await here.asked()).toEqual(['referees cora'])
  })

  it('refuses a member of the panel', async () => {
    await here.ask(id, 'live-demo')
    await here.answer('carla', 'panel', form.panel('sven', 'henry', 'petra'))
    await expect(name('henry@nw.test', 'a@fjord.test')).rejects.toMatchObject({
      problems: [{ field: 'answer.referees.0.email', problem: expect.stringContaining('member of your panel') }],
    })
  })

  it('asks each by a link of their own, which shows nothing but the question', async () => {
    await name('rosa@fjord.test', 'ivar@fjord.test')
    const event = (await here.events()).at(-1)!
    expect(event).toMatchObject({ referenceIds: [`${id}.references.1.1`, `${id}.references.1.2`], taskIds: [] })
    const [one, two] = await Promise.all([1, 2].map((n) => keyOf(here, `${id}.references.1.${n}`)))
    expect(one).not.toBe(two)
    expect(await readReference(here.store, one!)).toEqual({
      refereeName: 'Rosa',
      candidateName: 'Cora Muster',
      service: 'coach',
      pathTitle: 'External coach',
      programName: 'Pilot',
      organisation: 'Fjord Shipping',
      relation: 'Head of operations',
      dueAt: day(7),
      open: true,
    })
    const wrong = `${one!.slice(0, -2)}${one!.endsWith('A') ? 'BB' : 'AA'}`
    for (const key of [wrong, 'nonsense', '']) {
      await expect(readReference(here.store, key)).rejects.toMatchObject({ code: 'NotFound' })
    }
  })

  it('pass with two that verify a change of behaviour; each is given once', async () => {
    await name('rosa@fjord.test', 'ivar@fjord.test')
    await give(1)
    expect(await give(1)).toMatchObject({ answeredAt: start, open: false })
    await expect(give(1, { recommend: 1 })).rejects.toMatchObject({ code: 'AlreadyDecided' })
    expect(await here.round(id, 'references')).toMatchObject({ status: 'open' })
    await give(2)
    expect(await here.round(id, 'references')).toMatchObject({ status: 'passed' })
  })

  it('are held when one verifies nothing; further referees make it up, the good one counts on', async () => {
    await name('rosa@fjord.test', 'ivar@fjord.test')
    await give(1)
    await give(2, { behaviourChanged: false })
    expect(await here.round(id, 'references')).toMatchObject({
      status: 'on hold',
      missing: [expect.stringContaining('1 of 2 references')],
    })
    await here.ask(id, 'references', day(14))
    await expect(
      here.answer('cora', 'referees', form.referees('rosa@fjord.test', 'b@fjord.test'), day(15)),
    ).rejects.toMatchObject({ problems: [{ problem: expect.stringContaining('reference already') }] })
    await here.answer('cora', 'referees', form.referees('c@fjord.test', 'b@fjord.test'), day(15))
    await give(1, {}, 2, day(16))
    await give(2, { confidentialityKept: false }, 2, day(16))
    expect(await here.round(id, 'references')).toMatchObject({ round: 2, status: 'passed' })
  })

  it('need not all be there in the end: two good ones are enough', async () => {
    await name('rosa@fjord.test', 'ivar@fjord.test', 'liv@fjord.test')
    await give(1)
    await give(2)
    expect(await here.round(id, 'references')).toMatchObject({ status: 'open' })
    expect(await here.waitInVain(id, 'references', day(14))).toMatchObject({ outcome: 'pass', now: day(23) })
    await expect(give(3)).rejects.toMatchObject({ code: 'NotPossibleNow' })
  })
})
