import { coachingSimulation } from '@pilotgate/core/selection/rubrics/coaching-simulation'
import { internalCoachCalibration } from '@pilotgate/core/selection/rubrics/internal-coach-calibration'
import { beforeEach, describe, expect, it } from 'vitest'
import * as form from './forms.ts'
import { day, type World, world } from './world.ts'

let here: World
let id: string
beforeEach(async () => {
  here = await world()
  ;({ id } = await here.open('cora', 'internal-coach'))
})

describe('a simulation', () => {
  beforeEach(async () => {
    await here.ask(id, 'simulation-performance')
    await here.answer('carla', 'panel', form.panel('sven', 'henry'))
  })
  const good = form.scores(coachingSimulation, 5)

  it('turns down who reverts to telling, by half of the panel, whatever the marks', async () => {
    await here.answer('sven', 'scores', good)
    await here.answer('henry', 'scores', { ...good, rules: { 'reverted-to-telling': true } })
    expect(await here.round(id, 'simulation-performance')).toMatchObject({
      status: 'rejected',
      reasons: [expect.stringContaining('Reverted to telling')],
    })
  })

  it('needs the binary rule answered', async () => {
    await expect(here.answer('sven', 'scores', { ...good, rules: {} })).rejects.toMatchObject({
      problems: [{ field: 'answer.rules.reverted-to-telling', problem: expect.any(String) }],
    })
  })
})

describe('supervised practice', () => {
  beforeEach(() => here.ask(id, 'practice'))

  it('of 8 to 12 hours is looked at by the supervisor; falling back to telling ends it', async () => {
    await here.answer('cora', 'practice', form.practice(9, 60, 4), day(42))
    expect(await here.asked()).toEqual(['recordings sven'])
    const seen = form.observation(['S-I'], { revertedToTelling: true })
    await here.answer('sven', 'recordings', seen, day(42))
    expect(await here.round(id, 'practice')).toMatchObject({ status: 'rejected' })
  })

  it('that falls short is on hold before anybody looks at recordings', async () => {
    await here.answer('cora', 'practice', form.practice(5, 60, 4), day(42))
    expect(await here.round(id, 'practice')).toMatchObject({
      status: 'on hold',
      missing: [expect.stringContaining('5 coached hours'), expect.stringContaining('17 days')],
    })
    expect(await here.tasks()).toEqual([])
  })

  it('has no sessions in the future', async () => {
    await expect(here.answer('cora', 'practice', form.practice(9, 60, 4), day(31))).rejects.toMatchObject({
      problems: [{ field: 'answer.sessions.8.on', problem: 'Lies in the future.' }],
    })
  })

  it('has no sessions from before it was asked for', async () => {
    const early = form.practice(9, 60, 4, '2027-01-10')
    await expect(here.answer('cora', 'practice', early, day(42))).rejects.toMatchObject({
      problems: [{ field: 'answer.sessions.0.on', problem: expect.stringContaining('2027-01-11') }],
    })
  })

  it('waits for the supervisor a week after it was handed in', async () => {
    await here.answer('cora', 'practice', form.practice(9, 60, 4), day(41))
    expect(await here.waitInVain(id, 'practice', day(42))).toMatchObject({ outcome: 'hold', now: day(57) })
  })
})

describe('the documents', () => {
  it('the manager names the protected share of time and signs with their own name', async () => {
    await here.ask(id, 'time-allocation')
    expect(await here.asked()).toEqual(['time-allocation-candidate cora', 'time-allocation-manager manny'])
    const sign = (name: string, protectedPercent?: number) =>
      here.answer('manny', 'time-allocation-manager', form.signature(name, { protectedPercent }))
    await expect(sign('Manny Muster')).rejects.toMatchObject({ problems: [{ field: 'answer.protectedPercent' }] })
    await expect(sign('Cora Muster', 15)).rejects.toMatchObject({ problems: [{ field: 'answer.name' }] })
    await sign('Manny Muster', 15)
    await here.answer('cora', 'time-allocation-candidate', form.signature('Cora Muster'))
    expect(await here.round(id, 'time-allocation')).toMatchObject({ status: 'passed' })
  })

  it('what one of two has signed stands when the other never does', async () => {
    await here.ask(id, 'role-profile')
    await here.answer('carla', 'role-profile-lead', form.signature('Carla Muster'))
    const { now } = await here.waitInVain(id, 'role-profile', day(7))
    expect(await here.round(id, 'role-profile')).toMatchObject({
      status: 'on hold',
      missing: ['Nobody answered: Sign your role profile.'],
    })
    await here.ask(id, 'role-profile', new Date(Date.parse(now) + 14 * 86_400_000).toISOString())
    expect(await here.asked()).toEqual(['role-profile-candidate cora'])
    await here.answer('cora', 'role-profile-candidate', form.signature('Cora Muster'), day(40))
    expect(await here.round(id, 'role-profile')).toMatchObject({ round: 2, status: 'passed' })
  })
})

describe('the calibration', () => {
  beforeEach(() => here.ask(id, 'calibration'))
  const name = (...members: string[]) => here.answer('carla', 'panel', form.panel(...members))

  it('needs HR, a master coach and a sponsor', async () => {
    await expect(name('henry', 'petra', 'spencer')).rejects.toMatchObject({
      problems: [{ field: 'answer.members', problem: expect.stringContaining('Not seated: supervisor') }],
    })
    await name('henry', 'sven', 'spencer')
  })

  it('seats each role with another member', async () => {
    await here.person('una', ['hr head', 'sponsor'])
    await expect(name('una', 'sven', 'petra')).rejects.toMatchObject({
      problems: [{ problem: expect.stringContaining('Not seated: sponsor') }],
    })
    await name('una', 'sven', 'henry')
  })

  it('is not decided without one of the three', async () => {
    await name('henry', 'sven', 'spencer', 'petra')
    for (const member of ['henry', 'sven', 'petra']) {
      await here.answer(member, 'scores', form.scores(internalCoachCalibration, 5))
    }
    expect(await here.waitInVain(id, 'calibration', day(10))).toMatchObject({ outcome: 'hold' })
  })
})
