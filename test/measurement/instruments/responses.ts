import type { Behaviour } from '@pilotgate/core/measurement/instruments/question-bank/behaviour-items'
import { behaviourId } from '@pilotgate/core/measurement/instruments/question-bank/question-ids'
import type { ResponseRecord } from '@pilotgate/core/measurement/instruments/response-record'

/** A stored response; what is not said is a self-rating without any answer. */
export const response = (more: Partial<ResponseRecord> = {}): ResponseRecord => {
  const { gate = 'W05', round = 1, instrument = 'baseline-360', subjectId = 'paul', respondentId = subjectId } = more
  return {
    tenantId: 'northwind',
    scope: 'pilot',
    id: `${gate}.${round}.${instrument}.${subjectId}.${respondentId}`,
    version: 1,
    bank: 1,
    gate,
    round,
    instrument,
    subjectId,
    respondentId,
    relation: subjectId === respondentId ? 'self' : 'peer',
    ratings: {},
    yes: {},
    at: gate === 'W05' ? '2027-02-02T08:00:00.000Z' : '2027-04-27T08:00:00.000Z',
    ...more,
  }
}

/** The three items of a behaviour with these ratings. */
export const items = (behaviour: Behaviour, ...ratings: number[]): Record<string, number> =>
  Object.fromEntries(ratings.map((rating, index) => [behaviourId(behaviour, index + 1), rating]))

/** A 360 about Paul on delegation, all items alike; the follow-up is that of W17. */
export const rated = (
  instrument: 'baseline-360' | 'follow-up-360',
  respondentId: string,
  rating: number,
  more: Partial<ResponseRecord> = {},
): ResponseRecord =>
  response({
    instrument,
    gate: instrument === 'baseline-360' ? 'W05' : 'W17',
    respondentId,
    ratings: items('delegation', rating, rating, rating),
    ...more,
  })

/** Names: `p1` … `pN`. */
export const names = (count: number, letter = 'p'): string[] =>
  Array.from({ length: count }, (_, index) => `${letter}${index + 1}`)
