import { type MeasuredRows, measured } from '@pilotgate/core/measurement/instruments/measured'
import type { Member } from '@pilotgate/core/program/person'
import { describe, expect, it } from 'vitest'
import { items, names, rated, response } from './responses.ts'
import { gateOf, instrumentWorld } from './world.ts'

const none: MeasuredRows = { responses: [], tasks: [], intakes: [], engagements: [], members: [] }
const collect = (
  form: string,
  personId: string,
  subjectId = personId,
  gate = 'W05',
  openedAt = '2027-02-01T08:00:00.000Z',
) => ({ kind: 'collect', form, personId, subjectId, gate, openedAt }) as MeasuredRows['tasks'][number]
const active = (ids: string[]) =>
  ids.map((id) => ({ id, status: 'active', roles: ['participant'], learnerKind: 'person' }) as Member)
const intakes = (ids: string[], ...targetBehaviours: string[]) =>
  ids.map((id) => ({ id, answers: { targetBehaviours } }) as MeasuredRows['intakes'][number])

it('leaves a fact to people where the instrument was never asked', () => {
  for (const measure of Object.values(measured)) expect(measure(none)).toBeUndefined()
})

describe('baseline-captured', () => {
  const self = (id: string) => rated('baseline-360', id, 3, { subjectId: id })
  const other = (id: string) => rated('baseline-360', 'rater', 3, { subjectId: id })
  it.each([
    ['their own answer and one of others', [self('p1'), other('p1')], true, 1],
    ['their own answer only, although others were asked', [self('p1')], true, 0],
    ['their own answer, and nobody else could be asked', [self('p1')], false, 1],
    ['an answer of others only', [other('p1')], true, 0],
  ])('counts %s', (_, responses, others, part) => {
    const tasks = [collect('baseline-360', 'p1'), ...(others ? [collect('baseline-360', 'rater', 'p1')] : [])]
    const engagements = ['p1', 'p2'].map(
      (participantId) => ({ participantId, status: participantId === 'p1' ? 'active' : 'ended' }) as never,
    )
    expect(
      measured['baseline-captured']({ ...none, tasks, responses, engagements, members: active(['p1', 'p2']) }),
    ).toMatchObject({
      value: { kind: 'ratio', part, whole: 1 },
      rows: [{ row: 'member', id: 'p1', counts: part === 1 }],
    })
  })
})

describe('what people say', () => {
  const rows = (count: number): MeasuredRows => {
    const ids = names(count)
    const of = (id: string, at: number) => [
      rated('baseline-360', id, 2, {
        subjectId: id,
        ratings: { ...items('delegation', 2, 2, 2), ...items('feedback', 4, 4, 4) },
      }),
      response({
        instrument: 'pulse',
        gate: 'W08',
        subjectId: id,
        ratings: { 'pulse-delegation': at === 0 ? 5 : 3, 'pulse-feedback': 3, 'pulse-1-1-useful': 1 },
      }),
      response({
        instrument: 'rating',
        gate: 'W07',
        subjectId: id,
        ratings: { usefulness: 1 },
        at: '2027-02-16T08:00:00.000Z',
      }),
      response({ instrument: 'rating', gate: 'W22', subjectId: id, ratings: { usefulness: at === 0 ? 2 : 5 } }),
      response({
        instrument: 'manager-attestation',
        gate: 'W11',
        subjectId: id,
        respondentId: `m${at + 1}`,
        relation: 'manager',
        yes: { 'progress-delegation': at > 0 },
      }),
    ]
    return {
      ...none,
      responses: ids.flatMap(of),
      tasks: ['baseline-360', 'pulse', 'rating', 'follow-up-360']
        .map((form) => collect(form, 'p1'))
        .concat(names(count + 1, 'm').map((id) => collect('manager-attestation', id, 'p1', 'W11'))),
      intakes: intakes(ids, 'delegation', 'feedback'),
      members: active([...ids, ...names(count + 1, 'm')]),
    }
  }

  it.each([
    ['primary-indicator-movement', { kind: 'change', change: 1.4, answers: 5 }],
    ['early-behaviour-lift', { kind: 'change', change: 0.2, answers: 5 }],
    ['participant-rating', { kind: 'rating', median: 5, answers: 5 }],
    ['managers-confirm-progress', { kind: 'ratio', part: 4, whole: 6 }],
  ] as const)('%s is %j of five people, and withheld of four', (fact, value) => {
    expect(measured[fact](rows(5))).toMatchObject({ value })
    const four = measured[fact](rows(4))!
    expect(four.value).toBeUndefined()
    expect(four.note).toBe('Withheld: it rests on 4 people, fewer than 5.')
  })

  it('tells by its rows nothing of what a manager said', () => {
    expect(new Set(measured['managers-confirm-progress'](rows(5))!.rows.map(({ counts }) => counts))).toEqual(
      new Set([true]),
    )
  })

  it('says when nobody has answered', () => {
    const found = measured['participant-rating']({ ...rows(5), responses: [] })
    expect(found).toEqual({ note: 'Nobody has answered yet.', rows: [] })
  })
})

describe('the follow-up 360', () => {
  const rows = (count: number, change: number): MeasuredRows => ({
    ...none,
    tasks: [collect('follow-up-360', 'p1')],
    responses: names(count).flatMap((subjectId, at) => {
      const both = (who: string, by: number, feedback = 0) => [
        rated('baseline-360', who, 3, { subjectId, ratings: { ...items('delegation', 3), ...items('feedback', 3) } }),
        rated('follow-up-360', who, 3, {
          subjectId,
          ratings: { ...items('delegation', 3 + by), ...items('feedback', 3 + feedback) },
        }),
      ]
      // The last participant has no rater but themselves.
      return [...both(subjectId, 2), ...(at === count - 1 ? [] : both('rater', change))]
    }),
  })

  it('counts the target behaviours that moved the right way, by others where they answered', () => {
    const found = measured['target-behaviours-moved'](rows(5, 1))!
    expect(found.value).toEqual({ kind: 'count', count: 1 })
    expect(found.note).toContain('1 of 2 target behaviours moved the right way')
    expect(found.note).toContain('5 participants rated by the same people twice, 1 of them by themselves only')
    expect(measured['target-behaviours-moved'](rows(5, -2))!.value).toEqual({ kind: 'count', count: 0 })
    expect(measured['target-behaviours-moved'](rows(4, 1))!.value).toBeUndefined()
  })

  it('takes the mean over participants as the movement of competency', () => {
    // Four participants by 1 in one of two behaviours, one by 2: (4 × 0.5 + 1) / 5.
    expect(measured['competency-movement'](rows(5, 1))!.value).toEqual({ kind: 'change', change: 0.6, answers: 5 })
  })
})

it('measures a program as it was asked and answered', async () => {
  const world = await instrumentWorld()
  await world.ask(gateOf('W05', 'baseline-360'))
  await world.answerAll(2)
  await world.ask(gateOf('W08', 'pulse', 'manager-attestation'))
  await world.answerAll(4)
  const [responses, tasks, intakes, engagements, members] = await Promise.all([
    world.all('response'),
    world.all('task'),
    world.all('intake'),
    world.all('engagement'),
    world.all('member'),
  ])
  const rows = { responses, tasks, intakes, engagements, members }
  expect(measured['baseline-captured'](rows)!.value).toEqual({ kind: 'ratio', part: 1, whole: 1 })
  expect(measured['primary-indicator-movement'](rows)!.note).toBe('Withheld: it rests on 1 person, fewer than 5.')
  expect(measured['managers-confirm-progress'](rows)!.value).toBeUndefined()
})
