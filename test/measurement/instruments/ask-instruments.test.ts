import { beforeEach, describe, expect, it } from 'vitest'
import { fill, gateOf, type InstrumentWorld, instrumentWorld } from './world.ts'

let world: InstrumentWorld
beforeEach(async () => {
  world = await instrumentWorld()
})

const who = (tasks: { id: string }[]) => tasks.map(({ id }) => id)

describe('the baseline 360', () => {
  const gate = gateOf('W05', 'baseline-360')

  it('asks who has a coach or mentor, their coach and three peers of the same manager', async () => {
    expect(who(await world.ask(gate))).toEqual(
      ['paul', 'carl', 'per', 'pia', 'pat'].map((id) => `W05.1.baseline-360.paul.${id}`),
    )
  })

  it('asks the manager where the participant shares their goals with them (I3)', async () => {
    await world.share('paul')
    const tasks = await world.ask(gate)
    expect(tasks.map(({ personId, role }) => [personId, role])).toContainEqual(['mia', 'manager'])
  })

  it('says what to do, and who gets to read it', async () => {
    const [self, other] = await world.ask(gate)
    expect(self).toMatchObject({
      kind: 'collect',
      form: 'baseline-360',
      title: 'Rate yourself: 360 at the start',
      questions: ['delegation-1', 'delegation-2', 'delegation-3'],
      bank: 1,
    })
    expect(other).toMatchObject({ title: 'Rate paul: 360 at the start', role: 'coach', subjectId: 'paul' })
    expect(other!.why).toContain('Single ratings are shown to nobody')
  })

  it('asks also where the match is published and the engagement not there yet', async () => {
    const { scope, write } = world
    await write({
      kind: 'match',
      record: {
        ...scope,
        id: 'pia.R001.mentor',
        version: 0,
        participantId: 'pia',
        providerId: 'carl',
        service: 'mentor',
        order: 1,
        runId: 'R001',
        status: 'published',
        review: 'bulk',
        reviewReason: '',
        impact: 0,
        result: { score: 0, confidence: 0, profile: 'default', contributions: [], sentence: '', withoutConsent: [] },
        alternatives: [],
      } as never,
      expect: 0,
    })
    expect(new Set((await world.ask(gate)).map(({ subjectId }) => subjectId))).toEqual(new Set(['paul', 'pia']))
  })

  it('leaves out autonomous agents, on both sides', async () => {
    const { store, scope, write } = world
    for (const id of ['per', 'paul']) {
      const member = (await store.get('member', scope, id))!
      await write({ kind: 'member', record: { ...member, learnerKind: 'agent' }, expect: member.version })
      const people = (await world.ask(gate, id === 'per' ? 1 : 2)).map(({ personId }) => personId)
      expect(people).toEqual(id === 'per' ? ['paul', 'carl', 'pia', 'pat'] : [])
    }
  })

  it('asks again only who has not answered', async () => {
    const [self] = await world.ask(gate)
    await world.answer(self!, fill(self as never))
    expect(who(await world.ask(gate, 2))).toEqual(
      ['carl', 'per', 'pia', 'pat'].map((id) => `W05.2.baseline-360.paul.${id}`),
    )
  })
})

describe('the follow-up 360', () => {
  it('asks exactly those who answered the baseline, and the participant, with the questions of then', async () => {
    const { store, scope, write } = world
    const tasks = await world.ask(gateOf('W05', 'baseline-360'))
    for (const task of tasks.filter(({ personId }) => ['carl', 'pia'].includes(personId))) {
      await world.answer(task, fill(task as never))
    }
    const intake = (await store.get('intake', scope, 'paul'))!
    const answers = { ...intake.answers, targetBehaviours: ['feedback' as const] }
    await write({ kind: 'intake', record: { ...intake, answers }, expect: intake.version })
    const followUp = await world.ask(gateOf('W17', 'follow-up-360'))
    expect(followUp.map(({ personId }) => personId).toSorted()).toEqual(['carl', 'paul', 'pia'])
    expect(followUp[0]!.questions).toEqual(['delegation-1', 'delegation-2', 'delegation-3'])
  })

  it('asks nobody where there is no baseline', async () => {
    expect(await world.ask(gateOf('W17', 'follow-up-360'))).toEqual([])
  })
})

describe('the others', () => {
  it('pulse: who has a coach or mentor, about their one engagement', async () => {
    const [task, ...rest] = await world.ask(gateOf('W08', 'pulse'))
    expect(rest).toEqual([])
    expect(task).toMatchObject({ personId: 'paul', subjectId: 'paul', engagementId: 'paul.R001.coach' })
    expect(task!.questions).toHaveLength(4)
  })

  it('rating: every participant', async () => {
    expect((await world.ask(gateOf('W07', 'rating'))).map(({ personId }) => personId)).toEqual([
      'pat',
      'paul',
      'per',
      'pia',
    ])
  })

  it('attestation: each manager for each of their people; behaviours are named where they are shared (I3)', async () => {
    await world.share('paul')
    const tasks = await world.ask(gateOf('W11', 'manager-attestation'))
    expect(tasks.map(({ personId }) => personId)).toEqual(['mia', 'mia', 'mia', 'mia'])
    const questionsOn = (id: string) => tasks.find(({ subjectId }) => subjectId === id)!.questions
    expect(questionsOn('paul')).toEqual(['progress-delegation', 'strength-delegation'])
    expect(questionsOn('pia')).toEqual(['progress-leading', 'strength-leading'])
  })

  it('sponsor rating: sponsors, about the program', async () => {
    await world.person('lena', ['sponsor'])
    expect(who(await world.ask(gateOf('W22', 'sponsor-rating')))).toEqual(['W22.1.sponsor-rating.-.lena'])
  })

  it('closing artifacts: one for each engagement that owes one and has none', async () => {
    const { engage, person, scope, write } = world
    await person('mona', ['mentor'])
    await engage('pia', 'mona', { service: 'mentor' })
    await engage('pat', 'carl', { status: 'ended', endReason: 'reassigned' })
    await engage('per', 'carl', { status: 'ended', endReason: 'completed' })
    const gate = gateOf('W22', 'final-outcome', 'progress-report')
    expect(who(await world.ask(gate))).toEqual([
      'W22.1.final-outcome.paul.R001.coach.carl',
      'W22.1.final-outcome.per.R001.coach.carl',
      'W22.1.progress-report.pia.R001.mentor.mona',
    ])
    const form = {
      kind: 'final-outcome' as const,
      ...{ start: 'a', obstacles: 'b', interventions: 'c', result: 'd', behaviourEvidenced: true },
    }
    const engagementId = 'paul.R001.coach'
    await write({
      kind: 'closing',
      record: {
        ...scope,
        id: `${engagementId}.final-outcome`,
        version: 0,
        engagementId,
        form,
        by: 'carl',
        at: '2027-06-01T08:00:00.000Z',
      },
      expect: 0,
    })
    expect(who(await world.ask(gate, 2))).not.toContain('W22.2.final-outcome.paul.R001.coach.carl')
  })
})
