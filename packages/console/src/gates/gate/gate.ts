import type { Answer } from '../../api/client.ts'

export type Gate = Answer<'getGate'>
export type Evaluation = Gate['evaluations'][number]
export type Condition = Evaluation['conditions'][number]
export type Decision = Gate['decisions'][number]

/** The newest look at the gate's facts; none before its first check. */
export const newestOf = (gate: Gate): Evaluation | undefined => gate.evaluations.at(-1)

/** What a fact is called, by its id. */
export const factWords = (gate: Gate, fact: string): string =>
  gate.needs.find((need) => need.fact === fact)?.words ?? fact
