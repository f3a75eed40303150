import { DomainError } from '../../errors.ts'
import { noPair } from './instance.ts'
import type { LivePlan, Move } from './live-plan.ts'

/** Another column for a row, and what taking it would do to the whole with everybody else placed as well as possible. */
export type Alternative = {
  column: number
  /** The row's own score there. */
  score: number
  /** What the total would lose (0: just as good; below 0 only for a reserved row, whose place was not the best). */
  cost: number
  /** How many fewer would be matched. */
  fewerMatched: number
  /** Everyone who would move, the row among them. */
  moved: Move[]
}

export type AlternativeOrder = 'least-cost' | 'best-score'

/**
 * The row's best `count` alternatives to the column it has: those that cost the whole least, or those where its own score
 * is highest. Costs are exact, each by re-optimising with the pair reserved; `row value + price − score` (its reduced
 * cost) is a lower bound that tells when no further pair can be among the cheapest. The plan is unchanged afterwards.
 * Columns whose places are all reserved are left out.
 */
export const alternatives = (
  plan: LivePlan,
  row: number,
  count: number,
  order: AlternativeOrder = 'least-cost',
): Alternative[] => {
  const { state, shift } = plan.kept
  if (!Number.isInteger(row) || row < 0 || row >= state.rows)
    throw new DomainError('InvalidInput', `row: there is no row ${row}; they are numbered from 0 to ${state.rows - 1}.`)
  const present = plan.columnOf(row)
  const before = { total: plan.total(), matched: plan.matched() }
  // A reserved row has no value of its own: its bounds come from the plan in which it is released.
  return plan.tentatively(() => {
    plan.release(row)
    const base = loss(before, { total: plan.total(), matched: plan.matched() }, shift)
    const options = pairsOf(plan, row)
      .filter(({ column }) => column !== present && state.capacity[column]! > 0)
      .map((pair) => ({
        ...pair,
        atLeast: base + state.rowValue[row]! + state.price[pair.column]! - pair.score - shift,
      }))
    options.sort((a, b) => (order === 'best-score' ? b.score - a.score : a.atLeast - b.atLeast) || a.column - b.column)

    const found: (Alternative & { loss: number })[] = []
    for (const { column, score, atLeast } of options) {
      const full = found.length >= count
      if (full && (count < 1 || order === 'best-score' || found[count - 1]!.loss <= atLeast)) break
      const { total, matched, moved } = plan.tentatively(() => plan.reserve(row, column))
      const fewerMatched = before.matched - matched
      const cost = before.total - total
      found.push({ column, score, cost, fewerMatched, moved, loss: loss(before, { total, matched }, shift) })
      if (order === 'least-cost') found.sort((a, b) => a.loss - b.loss || b.score - a.score || a.column - b.column)
    }
    return found.slice(0, Math.max(0, count)).map(({ loss: _, ...alternative }) => alternative)
  })
}

type Whole = { total: number; matched: number }

const loss = (before: Whole, after: Whole, shift: number): number =>
  before.total - after.total + shift * (before.matched - after.matched)

/** Every allowed pair of a row. */
const pairsOf = ({ kept: { state, table, shift } }: LivePlan, row: number): { column: number; score: number }[] => {
  const pairs: { column: number; score: number }[] = []
  if (table) {
    table.read(row).forEach((score, column) => {
      if (score !== noPair) pairs.push({ column, score })
    })
    return pairs
  }
  const { start, count, target, score } = state.byRow
  for (let at = start[row]!, end = at + count[row]!; at < end; at++) {
    pairs.push({ column: target[at]!, score: score[at]! - shift })
  }
  return pairs
}
