import type { Event } from '@pilotgate/core/events'
import { decideGate } from '@pilotgate/core/gates/decide-gate'
import { makePack, makePackFor } from '@pilotgate/core/gates/pack/make-pack'
import { listPacks, readPack } from '@pilotgate/core/gates/pack/read-packs'
import type { GateRecord } from '@pilotgate/core/program/gate-record'
import { leadershipPilot24w as template } from '@pilotgate/core/program/templates/leadership-pilot-24w'
import { describe, expect, test } from 'vitest'
import { measurementWorld } from '../../measurement/world.ts'
import { rating, ratio } from '../fact-values.ts'

const now = '2027-03-26T15:00:00.000Z'

/** A program at its review in week 12, with a participant who is named in a plan. */
const reviewed = async (more: Partial<GateRecord> = {}) => {
  const world = await measurementWorld()
  const { scope, write, person, store, programId, as } = world
  const shipped = { tenantId: scope.tenantId, scope: '-', id: 'pilot@1', version: 0, templateVersion: 1 }
  await write({ kind: 'template', record: { ...shipped, template, createdBy: 'own', createdAt: now }, expect: 0 })
  await person('zofia', 'participant')
  for (const [id, role] of [
    ['own', 'program owner'],
    ['hr', 'hr head'],
    ['spo', 'sponsor'],
  ] as const)
    await person(id, role)
  const condition = (fact: string, value: object, reason: string) => ({
    fact,
    result: 'pass' as const,
    reason,
    value,
    source: { how: 'computed' as const, by: ['pilotgate'], at: now, note: '38 of 50 sessions were held' },
  })
  const evaluation = {
    round: 1,
    at: now,
    outcome: 'pass' as const,
    value: '76 % (38 of 50)',
    reasons: ['Session attendance 76 % (38 of 50), needs at least 70 %'],
    conditions: [
      condition('session-attendance', ratio(38, 50), 'Session attendance 76 % (38 of 50), needs at least 70 %'),
      {
        ...condition('participant-rating', rating(3, 2), 'Participant rating 3.0 of 5 (2 answers), needs at least 2.0'),
        source: undefined,
      },
    ],
  }
  const base = { ...scope, version: 0, opensAt: now, checksAt: now, votes: [], reminders: 0 }
  const plan = {
    round: 1,
    choice: 'remediate' as const,
    reason: 'x',
    authority: 'program owner' as const,
    by: 'own',
    at: now,
    plan: 'Name of zofia meets zofia@nw.test',
  }
  const w06 = { ...base, id: 'W06', status: 'closed' as const, round: 1, evaluations: [], decisions: [plan] }
  const w12 = {
    ...base,
    id: 'W12',
    status: 'awaiting steering' as const,
    round: 1,
    evaluations: [evaluation],
    decisions: [],
    ...more,
  }
  const w13 = { ...base, id: 'W13', status: 'planned' as const, round: 0, evaluations: [], decisions: [] }
  for (const record of [w06, w12, w13]) await write({ kind: 'gate', record: record as GateRecord, expect: 0 })
  const owner = as('own', 'program owner')
  const make = (about = 'W12', newEdition = false) => makePack({ store, now }, owner, programId, { about, newEdition })
  const event = (more: object) =>
    ({ eventId: '1', tenantId: scope.tenantId, programId, at: now, by: 'pilotgate', ...more }) as Event
  return { ...world, owner, make, event }
}

describe('a steering pack', async () => {
  const { make, told, store, programId, owner, scope, write } = await reviewed()

  test('is made once for a round, and told', async () => {
    const pack = await make()
    expect(pack).toMatchObject({ id: 'W12.1.001', edition: 1, madeAt: now, madeBy: 'own', rag: 'red' })
    expect(pack.html).toContain('76 % (38 of 50)')
    expect(pack.html).toContain('38 of 50 sessions were held')
    expect(pack.html).toContain('3 of 3 members')
    expect(await make()).toEqual(pack)
    expect((await told()).filter(({ type }) => type === 'pack.made')).toMatchObject([{ packId: 'W12.1.001' }])
  })

  test('has another edition on request, and the first stays as it was', async () => {
    const first = await readPack(store, owner, programId, 'W12.1.001')
    await write({
      kind: 'blocker',
      record: {
        ...scope,
        id: 'B.1',
        version: 0,
        systemic: true,
        text: 'secret words',
        raisedBy: 'zofia',
        raisedAt: now,
        status: 'open',
      },
      expect: 0,
    })
    const second = await make('W12', true)
    expect(second).toMatchObject({ id: 'W12.1.002', edition: 2 })
    expect(second.html).toContain('Open systemic blockers')
    expect(second.html).not.toContain('secret words')
    expect(await readPack(store, owner, programId, 'W12.1.001')).toEqual(first)
    expect(await make()).toEqual(second)
    const { items } = await listPacks(store, owner, programId, { about: 'W12' })
    expect(items.map(({ id }) => id)).toEqual(['W12.1.001', 'W12.1.002'])
  })

  test('names nobody, and shows no answers of two people', async () => {
    const { html } = await make()
    expect(html).not.toMatch(/zofia/i)
    expect(html).toContain('a member of the program meets a member of the program')
    expect(html).not.toContain('3.0 of 5')
    expect(html).toContain('not shown (fewer than 5 answers)')
  })

  test('of a day of the early-signal report asks for no decision', async () => {
    const pack = await make('day-60')
    expect(pack).toMatchObject({ id: 'day-60.1.001', about: 'day-60' })
    expect(pack.html).toContain('None. This report shows a direction')
  })

  test('is not made of a gate before its check, nor of what there is not', async () => {
    await expect(make('W13')).rejects.toMatchObject({ code: 'NotPossibleNow' })
    await expect(make('W99')).rejects.toMatchObject({ code: 'NotFound' })
    await expect(make('day-61')).rejects.toMatchObject({ code: 'NotFound' })
    await expect(readPack(store, { ...owner, tenantId: 'another' }, programId, 'W12.1.001')).rejects.toMatchObject({
      code: 'NotFound',
    })
  })

  test('that would not fit into a record is refused with its size', async () => {
    const { make: makeLarge } = await reviewed({ evaluations: largeEvaluations() })
    await expect(makeLarge()).rejects.toMatchObject({
      code: 'NotPossibleNow',
      message: expect.stringMatching(/\d+ kB large; 350 kB/),
    })
  })
})

const largeEvaluations = (): GateRecord['evaluations'] => [
  {
    round: 1,
    at: now,
    outcome: 'pass',
    value: 'x',
    reasons: [],
    conditions: [{ fact: 'session-attendance', result: 'pass', reason: 'é'.repeat(180_000) }],
  },
]

test('two at the same time make one edition', async () => {
  const { make, told } = await reviewed()
  const [one, other] = await Promise.all([make(), make()])
  expect(other).toEqual(one)
  expect((await told()).filter(({ type }) => type === 'pack.made')).toHaveLength(1)
})

describe('events', async () => {
  const { event, store, programId, scope } = await reviewed()
  const ids = async () => (await store.list('pack', scope)).items.map(({ id }) => id)
  const follow = (more: object) => makePackFor({ store, now }, event({ programId, ...more }))

  test('a question to the owner, a round that is over and other events make no pack', async () => {
    await follow({ type: 'gate.asked', gate: 'W12', round: 1, authority: 'program owner' })
    await follow({ type: 'gate.asked', gate: 'W12', round: 2, authority: 'steering committee' })
    await follow({ type: 'week.checked', week: '2027-W12' })
    expect(await ids()).toEqual([])
  })

  test('a question to the committee makes one, repeatably; a report, too', async () => {
    const asked = { type: 'gate.asked', gate: 'W12', round: 1, authority: 'steering committee' }
    await follow(asked)
    await follow(asked)
    await follow({ type: 'early-signal.due', day: 120 })
    expect(await ids()).toEqual(['W12.1.001', 'day-120.1.001'])
  })
})

test('a decision names the edition it was made on', async () => {
  const votes = ['own', 'hr', 'spo'].map((personId) => ({
    personId,
    choice: 'continue' as const,
    reason: 'x',
    at: now,
  }))
  const { make, work, owner, programId } = await reviewed({ votes })
  await make()
  await make('W12', true)
  const decided = await decideGate(work(now), owner, programId, 'W12', { choice: 'continue', reason: 'As measured' })
  expect(decided.decisions.at(-1)).toMatchObject({ choice: 'continue', packId: 'W12.1.002' })
})
