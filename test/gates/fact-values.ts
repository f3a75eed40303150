import type { Fact, FactValue } from '../../packages/core/src/program/fact.ts'

export const yes: FactValue = { kind: 'yes-no', yes: true }
export const no: FactValue = { kind: 'yes-no', yes: false }
export const count = (n: number): FactValue => ({ kind: 'count', count: n })
export const ratio = (part: number, whole: number): FactValue => ({ kind: 'ratio', part, whole })
export const rating = (median: number, answers = 12): FactValue => ({ kind: 'rating', median, answers })
export const change = (by: number, answers = 18): FactValue => ({ kind: 'change', change: by, answers })

export type Values = Record<string, FactValue | undefined>

export const factsOf = (values: Values): Map<string, Fact> =>
  new Map(Object.entries(values).map(([name, value]) => [name, { name, value }]))
