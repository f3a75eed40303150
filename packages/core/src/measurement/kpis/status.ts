import type { KpiDefinition } from './definition.ts'
import { type Bound, boundOf, judge, type Verdict } from './judge-target.ts'
import type { KpiSettingsRecord } from './kpi-settings.ts'
import { baselineOf, type Span, type Summary, summarise, type Weeks } from './summarise.ts'
import type { PeopleBehind } from './suppression.ts'

export type KpiSetting = NonNullable<KpiSettingsRecord['kpis'][KpiDefinition['id']]>

/** How a KPI stands: its figure over the weeks that are over, and how that compares with target and baseline. */
export type KpiStatus = Summary & {
  definition: KpiDefinition
  setting: KpiSetting | undefined
  baseline?: number
  /** Relative to the baseline: 0.2 is 20 % more. */
  change?: number
  target?: Bound
  met: Verdict
}

/** @param ofProgram the counters of the whole program, which has the baseline of all levels; `weeks` when left out */
export const statusOf = (
  definition: KpiDefinition,
  weeks: Weeks,
  span: Span,
  setting?: KpiSetting,
  { people, ofProgram = weeks }: { people?: PeopleBehind; ofProgram?: Weeks } = {},
): KpiStatus => {
  const summary = summarise(definition, weeks, span, people)
  const baseline = setting?.baseline ?? baselineOf(definition, ofProgram, span)
  const bound = boundOf(definition, setting?.target, baseline)
  const comparable = summary.value.kind === 'value' && baseline !== undefined && baseline !== 0
  return {
    definition,
    setting,
    ...summary,
    ...(baseline !== undefined && { baseline }),
    ...(comparable && { change: ((summary.value as { value: number }).value - baseline) / baseline }),
    ...(typeof bound === 'object' && { target: bound }),
    met: judge(summary.value, bound),
  }
}
