import type { DeliverableForm } from '../deliverables/deliverable.ts'
import type { Range } from './range.ts'
import type { CostInputs } from './roi-inputs.ts'

export type Budget = Extract<DeliverableForm, { kind: 'budget' }>
type Line = Budget['lines'][number]

/** Which line of a budget is which cost, by its first words. Integration is reckoned from the licences, coach time from hours. */
const named = [
  ['training', /^training/i],
  ['supervision', /^supervision/i],
  ['platform', /^(platform|licen[cs]es?)/i],
  ['reckoned', /^(integration|coach(es'?)? time)/i],
] as const

const nameOf = ({ item }: Line) => named.find(([, pattern]) => pattern.test(item))?.[0] ?? 'other'

/**
 * What a line will have cost in the end: the plan, corrected by how spending stands to the plan so far; never less than what is
 * spent. The range spans both.
 */
export const rangeOfLine = ({
  planned,
  plannedToDate,
  spent,
}: Pick<Line, 'planned' | 'plannedToDate' | 'spent'>): Range => {
  const projected = Math.max(spent, plannedToDate > 0 ? Math.round((planned * spent) / plannedToDate) : planned)
  return { low: Math.max(spent, Math.min(planned, projected)), likely: projected, high: Math.max(planned, projected) }
}

const sumOf = (ranges: Range[]): Range => ({
  low: ranges.reduce((sum, { low }) => sum + low, 0),
  likely: ranges.reduce((sum, { likely }) => sum + likely, 0),
  high: ranges.reduce((sum, { high }) => sum + high, 0),
})

/** The costs that a budget tells; a cost without a line in it is left out. */
export const costsOfBudget = ({ lines }: Budget): Partial<CostInputs> => {
  const of = (name: 'training' | 'supervision' | 'platform') => {
    const found = lines.filter((line) => nameOf(line) === name)
    return found.length > 0 ? { [name]: sumOf(found.map(rangeOfLine)) } : {}
  }
  const others = lines.filter((line) => nameOf(line) === 'other')
  return {
    ...of('training'),
    ...of('supervision'),
    ...of('platform'),
    others: others.map((line) => ({ item: line.item.slice(0, 500), cents: rangeOfLine(line) })),
  }
}
