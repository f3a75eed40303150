import type { FactSource, FactValue } from '../program/fact.ts'

/** How one condition came out, with the numbers used, in words ready to show: "Session attendance 76 % (38 of 50), needs at least 80 %". */
export type ConditionResult = {
  fact: string
  result: 'pass' | 'fail' | 'inconclusive'
  reason: string
  value?: FactValue
  threshold?: number
  source?: FactSource
  contradiction?: string
}

/**
 * The outcome of a gate (domain §7.1): `fail` when any condition fails, else `inconclusive` when any has no data (the reasons say
 * which), else `pass`. `value` is the first measured number in words, for tables: "76 % (38 of 50)".
 */
export type GateOutcome = {
  outcome: 'pass' | 'fail' | 'inconclusive'
  value: string
  reasons: string[]
  conditions: ConditionResult[]
}
