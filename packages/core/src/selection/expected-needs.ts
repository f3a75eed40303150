import type { Service, ServiceDecision } from '../intake/intake-record.ts'
import { services } from '../intake/intake-record.ts'
import { lastDayOf } from './engagement-length.ts'

/** One participant who is to get one service and has nobody yet, from a local date on. */
export type Need = { service: Service; from: string; length?: string }

/** An engagement that holds a place; `began` is a local date. */
export type Held = { service: Service; began: string; length?: string }

/**
 * What a decided participant still needs. A service that follows another is needed when that one is over: by its match, or, where
 * there is none yet, as if it began `today` (D3, D5).
 */
export const openNeeds = (decided: ServiceDecision['services'], held: Held[], today: string): Need[] => {
  const spans = decided.map(({ service, order, length }) => {
    const match = held.find((each) => each.service === service)
    return {
      service,
      order,
      length,
      held: match !== undefined,
      ends: lastDayOf(match?.began ?? today, length, service),
    }
  })
  return spans
    .filter((span) => !span.held)
    .map(({ service, order, length }) => {
      const before = spans.filter((each) => each.order < order).map(({ ends }) => ends)
      return { service, length, from: [today, ...before].reduce((one, other) => (one > other ? one : other)) }
    })
}

/**
 * What participants will need whose service is not decided yet: the same shares as of those who are decided, rounded up; as long as
 * nobody is, everyone counts once for each service, so that the plan errs on the safe side.
 */
export const expectedNeeds = (
  undecided: number,
  decided: Service[][],
  from: string,
): { needs: Need[]; words: string } => {
  const counted = services.map((service) => {
    const asking = decided.filter((each) => each.includes(service)).length
    const people = decided.length === 0 ? undecided : Math.ceil((undecided * asking) / decided.length)
    return { service, people }
  })
  const needs = counted.flatMap(({ service, people }) =>
    Array.from({ length: people }, (): Need => ({ service, from })),
  )
  if (undecided === 0) return { needs, words: 'The service of every participant is decided.' }
  const who = undecided === 1 ? '1 participant is' : `${undecided} participants are`
  const what = counted.map(({ service, people }) => `${people} a ${service}`).join(' and ')
  const like =
    decided.length === 0
      ? 'Nobody is decided yet, so everyone is counted for both services'
      : `They are expected to need what the ${decided.length} decided so far need`
  return { needs, words: `${who} without a submitted intake or a decision. ${like}: ${what}, from ${from} on.` }
}
