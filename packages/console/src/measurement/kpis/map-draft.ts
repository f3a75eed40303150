import type { Answer, Input } from '../../api/client.ts'
import { entryOf, typed } from '../../words/figure.ts'

export type KpiMap = Input<'editKpiSettings'>['body']['kpis']
export type KpiId = keyof KpiMap
export type Definition = Answer<'listKpiDefinitions'>['items'][number]
type Part = NonNullable<NonNullable<KpiMap[KpiId]>['part']>

/** A line of the KPI map as it is being edited; target and baseline as typed, shares in per cent. */
export type Line = { ownerId?: string; feedConfirmed: boolean; target: string; baseline: string; part: Part }
export type Draft = Record<string, Line>

/** Seven digits are more than any figure has; they hide what is left of reckoning with fractions. */
const asTyped = (value: number | undefined, factor: number): string =>
  value === undefined ? '' : String(Number((value * factor).toPrecision(7)))

/** The lines of all KPIs, those without a setting empty. */
export const draftOf = (kpis: Answer<'getKpiSettings'>['kpis'], definitions: Definition[]): Draft =>
  Object.fromEntries(
    definitions.map(({ kpi, unit }) => {
      const { factor } = entryOf(unit)
      const { ownerId, feedConfirmed = false, target, baseline, part = 'context' } = kpis[kpi] ?? {}
      const line = {
        ownerId,
        feedConfirmed,
        target: asTyped(target, factor),
        baseline: asTyped(baseline, factor),
        part,
      }
      return [kpi, line]
    }),
  )

const isEmpty = ({ ownerId, feedConfirmed, target, baseline, part }: Line): boolean =>
  !ownerId && !feedConfirmed && target === '' && baseline === '' && part === 'context'

/** What is sent; lines with nothing in them are left out. `wrong` says what to put right, by field. */
export const mapOf = (draft: Draft, definitions: Definition[]): { kpis: KpiMap; wrong: Map<string, string> } => {
  const wrong = new Map<string, string>()
  const kpis: KpiMap = {}
  for (const { kpi, unit } of definitions) {
    const line = draft[kpi]
    if (!line || isEmpty(line)) continue
    const { factor } = entryOf(unit)
    const numbers: { target?: number; baseline?: number } = {}
    for (const field of ['target', 'baseline'] as const) {
      const value = typed(line[field])
      if (value === undefined) continue
      const path = `kpis.${kpi}.${field}`
      if (Number.isNaN(value)) wrong.set(path, 'Write a number.')
      else if (unit === 'share' && (value < 0 || value > 100)) wrong.set(path, 'Write 0 to 100 per cent.')
      else numbers[field] = Number((value / factor).toPrecision(9))
    }
    const { ownerId, feedConfirmed, part } = line
    kpis[kpi] = { ...(ownerId && { ownerId }), feedConfirmed, part, ...numbers }
  }
  return { kpis, wrong }
}
