import type { KpiDefinition, Target } from './definition.ts'
import type { KpiValue } from './formula.ts'

/** A target in the KPI's unit. */
export type Bound = Exclude<Target, { test: 'relative' }>
export type Verdict = 'met' | 'not met' | 'no data' | 'suppressed' | 'no target' | 'no baseline'

/** The program's own target, or the shipped one; a relative one is worked out from the baseline, and waits for it. */
export const boundOf = (
  { direction, target }: Pick<KpiDefinition, 'direction' | 'target'>,
  own: number | undefined,
  baseline: number | undefined,
): Bound | 'no target' | 'no baseline' => {
  const test = direction === 'up' ? 'at least' : 'at most'
  if (own !== undefined) return { test, value: own }
  if (!target) return 'no target'
  if (target.test !== 'relative') return target
  return baseline === undefined ? 'no baseline' : { test, value: toBillionths(baseline * (1 + target.change)) }
}

/** 120 % of 0.7 is 0.84, and 21 of 25 meets it, whatever the last bit says. */
const toBillionths = (value: number): number => Math.round(value * 1e9) / 1e9

const holds: Record<Bound['test'], (value: number, bound: number) => boolean> = {
  'at least': (value, bound) => value >= bound,
  'at most': (value, bound) => value <= bound,
  'more than': (value, bound) => value > bound,
  'less than': (value, bound) => value < bound,
}

/** Whether a figure meets its target. Without a figure nothing is met or missed. */
export const judge = (value: KpiValue, bound: ReturnType<typeof boundOf>): Verdict => {
  if (value.kind !== 'value') return value.kind
  if (typeof bound === 'string') return bound
  return holds[bound.test](toBillionths(value.value), toBillionths(bound.value)) ? 'met' : 'not met'
}
