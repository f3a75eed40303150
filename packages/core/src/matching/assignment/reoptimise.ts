import { DomainError } from '../../errors.ts'
import { certify } from './certify.ts'
import { checkInstance } from './check-instance.ts'
import { type Instance, noPair, type Pair, type Solution } from './instance.ts'
import { assignmentOf, type Kept, keptScore, listState, solutionOf, solveByLists } from './lists-kernel.ts'
import type { Change, LivePlan, Move } from './live-plan.ts'
import { optimise } from './optimise.ts'
import { addPair, removePair, reopen } from './pricing.ts'
import { link, unlink } from './state.ts'

/**
 * Opens a plan for decisions: solves the instance, or goes on from a solution that was kept (its duals are certified
 * first, as they may come from storage).
 * @throws DomainError `InvalidInput` for a bad instance or a solution that is not its optimum
 */
export const openPlan = (instance: Instance, solution?: Solution): LivePlan => {
  checkInstance(instance)
  const kept = solution ? restore(instance, solution) : solveByLists(instance, {}).kept
  return livePlan(instance, kept)
}

const restore = (instance: Instance, solution: Solution): Kept => {
  const { kept } = listState(instance, {})
  const { state, table, shift, mark } = kept
  const certificate = certify(instance, solution, table?.read)
  if (!certificate.valid || solution.duals.shift !== shift)
    throw new DomainError('InvalidInput', 'solution: is not the best plan of this instance; solve it again.')
  state.rowValue.set(solution.duals.row)
  state.price.set(solution.duals.column)
  for (let row = 0; row < state.rows; row++) {
    const column = solution.assignment[row]!
    if (column < 0 || state.reserved[row]! >= 0) continue
    if (state.byRow.find(row, column) < 0) addPair(state, row, column, keptScore(kept, instance, row, column) + shift)
    link(state, row, column)
  }
  const none = { rows: [], columns: [] }
  kept.rounds = optimise(state, { table, shift, mark }, { roundLimit: Number.POSITIVE_INFINITY }, none)
  return kept
}

const livePlan = (given: Instance, kept: Kept): LivePlan => {
  const { state, table, shift, mark } = kept
  const pairOf = (row: number, column: number) => row * state.columns + column
  const forbidden = new Map<number, Pair>((given.forbidden ?? []).map((pair) => [pairOf(...pair), pair]))
  const capacity = Int32Array.from(given.capacity)
  let assignment = assignmentOf(state)
  const score = (row: number, column: number) => (column < 0 ? 0 : keptScore(kept, given, row, column))
  let total = assignment.reduce((sum, column, row) => sum + score(row, column), 0)
  let matched = assignment.reduce((sum, column) => sum + (column < 0 ? 0 : 1), 0)

  /** Repairs the plan after a decision and tells what moved. `before` is the score of a pair no longer at hand. */
  const settled = (rows: number[], columns: number[], before?: number): Change => {
    const control = { roundLimit: Number.POSITIVE_INFINITY }
    optimise(state, { table, shift, mark }, control, { rows, columns })
    const now = assignmentOf(state)
    const moved: Move[] = []
    for (let row = 0; row < state.rows; row++) {
      const from = assignment[row]!
      const to = now[row]!
      if (from === to) continue
      moved.push({ row, from: from < 0 ? null : from, to: to < 0 ? null : to })
      total += score(row, to) - (before !== undefined && row === rows[0] ? before : score(row, from))
      matched += (to < 0 ? 0 : 1) - (from < 0 ? 0 : 1)
    }
    assignment = now
    return { total, matched, moved }
  }

  const checkPair = (row: number, column: number) => {
    checkIndex('row', row, state.rows)
    checkIndex('column', column, state.columns)
  }

  const forbid = (row: number, column: number): Change => {
    checkPair(row, column)
    if (state.reserved[row] === column)
      throw new DomainError('Conflict', `Row ${row} is reserved for column ${column}; release it before forbidding it.`)
    const before = score(row, column)
    forbidden.set(pairOf(row, column), [row, column])
    table?.forbid(row, column)
    removePair(state, row, column)
    if (state.match[row] !== column) return settled([], [])
    reopen(state, row)
    return settled([row], [column], before)
  }

  const allow = (row: number, column: number): Change => {
    checkPair(row, column)
    if (!forbidden.delete(pairOf(row, column))) return settled([], [])
    table?.allow(row, column)
    const own = score(row, column)
    if (own === noPair) return settled([], [])
    if (state.byRow.find(row, column) < 0) addPair(state, row, column, own + shift)
    if (state.reserved[row]! >= 0 || own + shift - state.price[column]! <= state.rowValue[row]!) return settled([], [])
    const left = state.match[row]!
    reopen(state, row)
    return settled([row], left < 0 ? [] : [left])
  }

  /** Takes rows from a column that has more than it has places for. */
  const evict = (column: number): number[] => {
    const out: number[] = []
    while (state.load[column]! > state.capacity[column]!) {
      const row = state.head[column]!
      unlink(state, row)
      out.push(row)
    }
    return out
  }

  const reserve = (row: number, column: number): Change => {
    checkPair(row, column)
    if (state.reserved[row] === column) return settled([], [])
    if (forbidden.has(pairOf(row, column)) || score(row, column) === noPair)
      throw new DomainError('Conflict', `Row ${row} and column ${column} are not an allowed pair.`)
    if (state.capacity[column]! < 1)
      throw new DomainError(
        'Conflict',
        `All places of column ${column} are reserved; release one or raise its capacity.`,
      )
    const left = state.reserved[row]! >= 0 ? state.reserved[row]! : state.match[row]!
    if (state.reserved[row]! >= 0) state.capacity[left]!++
    else if (left >= 0) unlink(state, row)
    state.reserved[row] = column
    state.rowValue[row] = 0
    state.capacity[column]!--
    return settled(evict(column), left < 0 ? [] : [left])
  }

  const release = (row: number): Change => {
    checkIndex('row', row, state.rows)
    const column = state.reserved[row]!
    if (column < 0) return settled([], [])
    if (state.byRow.find(row, column) < 0) addPair(state, row, column, score(row, column) + shift)
    state.reserved[row] = -1
    state.capacity[column]!++
    reopen(state, row)
    // While it was reserved, nothing kept track of what else the row could get.
    if (table) state.slack[row] = Number.NEGATIVE_INFINITY
    return settled([row], [column])
  }

  const setCapacity = (column: number, places: number): Change => {
    checkIndex('column', column, state.columns)
    const reserved = capacity[column]! - state.capacity[column]!
    if (!Number.isInteger(places) || places < 0 || places > 2 ** 31 - 1)
      throw new DomainError('InvalidInput', `capacity: must be a whole number from 0, not ${places}.`)
    if (places < reserved)
      throw new DomainError('Conflict', `${reserved} places of column ${column} are reserved; release them first.`)
    capacity[column] = places
    state.capacity[column] = places - reserved
    return settled(evict(column), [column])
  }

  const instance = (): Instance => {
    const reserved: Pair[] = []
    state.reserved.forEach((column, row) => {
      if (column >= 0) reserved.push([row, column])
    })
    return { ...given, capacity: capacity.slice(), reserved, forbidden: [...forbidden.values()] }
  }

  const tentatively = <Result>(attempt: () => Result): Result => {
    const arrays = [
      state.capacity,
      state.load,
      state.match,
      state.reserved,
      state.head,
      state.next,
      state.previous,
      state.rowValue,
      state.price,
      state.slack,
      capacity,
    ]
    const copies = arrays.map((array) => array.slice())
    const before = { assignment, total, matched, fall: state.fall }
    try {
      return attempt()
    } finally {
      arrays.forEach((array, at) => {
        array.set(copies[at]!)
      })
      assignment = before.assignment
      total = before.total
      matched = before.matched
      state.fall = before.fall
    }
  }

  return {
    forbid,
    allow,
    reserve,
    release,
    setCapacity,
    instance,
    solution: () => solutionOf(instance(), kept),
    total: () => total,
    matched: () => matched,
    columnOf: (row) => assignment[row]!,
    kept,
    tentatively,
  }
}

const checkIndex = (name: 'row' | 'column', index: number, limit: number): void => {
  if (Number.isInteger(index) && index >= 0 && index < limit) return
  throw new DomainError(
    'InvalidInput',
    `${name}: there is no ${name} ${index}; they are numbered from 0 to ${limit - 1}.`,
  )
}
