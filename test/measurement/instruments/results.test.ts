import { collectionsOf } from '@pilotgate/core/measurement/instruments/collections'
import { resultOf } from '@pilotgate/core/measurement/instruments/instrument-results'
import { ownReport } from '@pilotgate/core/measurement/instruments/own-report'
import type { ResponseRecord } from '@pilotgate/core/measurement/instruments/response-record'
import type { Task } from '@pilotgate/core/program/task'
import { describe, expect, it } from 'vitest'
import { items, names, rated, response } from './responses.ts'

const taskFor = ({ id, gate, round, instrument, subjectId, respondentId }: ResponseRecord, status: Task['status']) =>
  ({ id, gate, round, kind: 'collect', form: instrument, subjectId, personId: respondentId, status }) as Task
/** What was collected when all have answered, and `open` more have not. */
const collected = (responses: ResponseRecord[], open: ResponseRecord[] = [], status: Task['status'] = 'open') =>
  collectionsOf(
    [...responses.map((each) => taskFor(each, 'done')), ...open.map((each) => taskFor(each, status))],
    responses,
  )

const rating = (who: string, value: number, more: Partial<ResponseRecord> = {}) =>
  response({
    gate: 'W07',
    instrument: 'rating',
    subjectId: who,
    ratings: { usefulness: value },
    yes: { recommend: true },
    ...more,
  })
const ratings = (count: number) => names(count).map((who, index) => rating(who, 1 + (index % 5)))

describe('results of a gate', () => {
  it.each([4, 5])('has figures of %i people or says why not', (count) => {
    const [result] = collected(ratings(count)).map((each) => resultOf(each, true))
    expect(result).toMatchObject({ asked: count, answered: count, responseRate: 1 })
    const [useful, recommend] = result!.lines
    expect(useful).toMatchObject({ what: 'How useful is the program to you?', respondents: count })
    if (count === 5) {
      expect(useful).toMatchObject({ mean: 3, median: 3 })
      expect(recommend).toMatchObject({ yes: { part: 5, whole: 5 } })
      return
    }
    expect(useful!.withheld).toBe('Withheld: it rests on 4 people, fewer than 5.')
    expect(Object.keys(useful!)).not.toEqual(expect.arrayContaining(['mean']))
    expect(recommend!.yes).toBeUndefined()
  })

  it('has no figures as long as somebody can answer: the next answer would be the difference', () => {
    const late = rating('late', 1)
    const [open] = collected(ratings(6), [late]).map((each) => resultOf(each, true))
    expect(open).toMatchObject({ asked: 7, answered: 6, lines: [], withheld: expect.stringContaining('still come in') })
    const [closed] = collected(ratings(6), [late], 'cancelled').map((each) => resultOf(each, true))
    expect(closed!.lines[0]).toMatchObject({ respondents: 6, median: 2.5 })
    expect(closed!.responseRate).toBeCloseTo(6 / 7)
  })

  it('keeps gates and instruments apart and counts who was asked twice once', () => {
    const again = ratings(5).map((each) => taskFor({ ...each, round: 2, id: `${each.id}.2` }, 'cancelled'))
    const responses = [...ratings(5), ...names(5).map((who) => rating(who, 5, { gate: 'W22' }))]
    const found = collectionsOf([...responses.map((each) => taskFor(each, 'done')), ...again], responses)
    expect(found.map(({ gate, asked }) => `${gate} ${asked}`)).toEqual(['W07 5', 'W22 5'])
  })

  it('shows comments without names, from five writers on, to those they are for', () => {
    const written = (count: number) =>
      collected(ratings(6).map((each, at) => (at < count ? { ...each, comment: `word ${9 - at}` } : each)))[0]!
    expect(resultOf(written(4), true).comments).toEqual([])
    expect(resultOf(written(5), true).comments).toEqual(['word 5', 'word 6', 'word 7', 'word 8', 'word 9'])
    expect(resultOf(written(5), false).comments).toEqual([])
  })

  it('shows nothing about fewer than five participants, however many rate them', () => {
    const about = (count: number) =>
      names(count).flatMap((subjectId) => names(6, 'r').map((rater) => rated('baseline-360', rater, 3, { subjectId })))
    const lines = (count: number) => resultOf(collected(about(count))[0]!, true).lines
    expect(lines(4)).toMatchObject([{ what: 'delegation', from: 'others', respondents: 6, subjects: 4 }])
    expect(lines(4)[0]!.mean).toBeUndefined()
    expect(lines(5)).toMatchObject([{ mean: 3, subjects: 5 }])
  })

  it('shows what sponsors say of the program from five of them on', () => {
    const of = (count: number) =>
      names(count).map((who) =>
        response({
          gate: 'W22',
          instrument: 'sponsor-rating',
          subjectId: '-',
          respondentId: who,
          ratings: { 'sponsor-value': 4 },
        }),
      )
    expect(resultOf(collected(of(5))[0]!, true).lines).toMatchObject([{ mean: 4, respondents: 5, subjects: 0 }])
    expect(resultOf(collected(of(4))[0]!, true).lines[0]!.mean).toBeUndefined()
  })
})

describe('the own report', () => {
  const round = (instrument: 'baseline-360' | 'follow-up-360', others: number, value = 2) => [
    rated(instrument, 'paul', value),
    ...names(others, 'r').map((rater) => rated(instrument, rater, value + 1)),
  ]
  const report = (...responses: ResponseRecord[]) => ownReport(collected(responses), 'paul')

  it.each([
    [4, { people: 4, withheld: 'Withheld: it rests on 4 people, fewer than 5.' }],
    [5, { people: 5, mean: 3 }],
  ])('shows the own ratings, and of %i others: %j', (count, others) => {
    const { rounds, movement } = report(...round('baseline-360', count))
    expect(rounds).toMatchObject([{ gate: 'W05', answered: count + 1 }])
    expect(rounds[0]!.items).toHaveLength(3)
    expect(rounds[0]!.items[0]).toMatchObject({ behaviour: 'delegation', self: 2, others })
    expect(rounds[0]!.items[0]!.question).toMatch(/^I /)
    expect(movement).toEqual([])
  })

  it('shows the movement over the same raters', () => {
    const { movement } = report(...round('baseline-360', 6), ...round('follow-up-360', 6, 3))
    expect(movement).toEqual([{ behaviour: 'delegation', self: 1, others: { people: 6, mean: 1 } }])
  })

  it('withholds a movement that would tell what the one said who answered once only', () => {
    const { movement } = report(...round('baseline-360', 6), ...round('follow-up-360', 5, 3))
    expect(movement[0]!.others).toEqual({ people: 5, withheld: expect.stringContaining('beside the other figures') })
  })

  it('waits until nobody is asked any more', () => {
    const open = ownReport(collected(round('baseline-360', 6), [rated('baseline-360', 'late', 1)]), 'paul')
    expect(open.rounds[0]!.items[0]).toMatchObject({ self: 2, others: { withheld: expect.stringContaining('still') } })
  })

  it('does not show a manager apart from the others', () => {
    const manager = rated('baseline-360', 'mia', 5, { relation: 'manager', ratings: items('delegation', 5, 5, 5) })
    expect(report(...round('baseline-360', 4), manager).rounds[0]!.items[0]!.others).toEqual({ people: 5, mean: 3.4 })
  })
})
