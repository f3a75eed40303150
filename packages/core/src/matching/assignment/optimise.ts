import { fillPlace } from './fill-place.ts'
import { placeRow } from './place-row.ts'
import { priceAll, reopen } from './pricing.ts'
import type { ScoreTable } from './score-table.ts'
import { hasPricedPlace, type State } from './state.ts'

/** Repairs the plan on the candidates: first the rows that want a place, then the places that have a price. */
const settle = (state: State, rows: Iterable<number>, columns: Iterable<number>): void => {
  for (const row of rows) if (state.match[row]! < 0 && state.rowValue[row]! > 0) placeRow(state, row)
  for (const column of columns) while (hasPricedPlace(state, column)) fillPlace(state, column)
}

export const every = (count: number): Iterable<number> => ({
  *[Symbol.iterator]() {
    for (let at = 0; at < count; at++) yield at
  },
})

export type Stage = 'scoring' | 'lists' | 'solve' | 'pricing' | 'certificate'

/**
 * Settles and prices in turn until no pair outside the candidates would improve the plan: it is then best over all pairs.
 * Gives the rounds it took; stops short after `roundLimit`.
 */
export const optimise = (
  state: State,
  pricing: { table: ScoreTable | undefined; shift: number; mark: Int32Array },
  control: { roundLimit: number; onStage?: ((stage: Stage) => void) | undefined },
  changed: { rows: Iterable<number>; columns: Iterable<number> },
): number => {
  settle(state, changed.rows, changed.columns)
  if (!pricing.table) return 0
  for (let round = 1; ; round++) {
    control.onStage?.('pricing')
    const better = priceAll(state, pricing.table, pricing.shift, pricing.mark)
    control.onStage?.('solve')
    if (better.length === 0 || round > control.roundLimit) return round
    const left = new Set<number>()
    for (const row of better) {
      if (state.match[row]! >= 0) left.add(state.match[row]!)
      reopen(state, row)
    }
    settle(state, better, left)
  }
}
