import type { Instance, Solution } from './instance.ts'
import type { Kept } from './lists-kernel.ts'

/** A row that a change moved; `null` stands for staying without a column. */
export type Move = { row: number; from: number | null; to: number | null }

/** What a change did to the whole: the new total and number matched, and every row that moved. */
export type Change = { total: number; matched: number; moved: Move[] }

/**
 * A plan that stays best while people decide. Each decision starts from the duals at hand and repairs only what it broke:
 * milliseconds where a fresh solve takes seconds, with the same total.
 */
export type LivePlan = {
  /** The pair must not be in the plan (a reviewer's veto). */
  forbid: (row: number, column: number) => Change
  /** Takes a veto back. Pairs that the scores leave out stay out. */
  allow: (row: number, column: number) => Change
  /** The pair must be in the plan (an override); replaces an earlier reservation of the row. */
  reserve: (row: number, column: number) => Change
  /** Takes a reservation back. */
  release: (row: number) => Change
  setCapacity: (column: number, places: number) => Change
  /** The instance with all decisions so far: solving it afresh gives the same total. */
  instance: () => Instance
  /** The whole plan with its certificate; reads all pairs once. */
  solution: () => Solution
  total: () => number
  matched: () => number
  columnOf: (row: number) => number
  /** What `alternatives` works on. */
  kept: Kept
  /** Runs `attempt`, which may reserve, release and set capacities, and takes everything back that it changed. */
  tentatively: <Result>(attempt: () => Result) => Result
}
