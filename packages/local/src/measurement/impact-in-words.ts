import { apart, figure } from '@pilotgate/core/measurement/impact/figure'
import type { BalanceLine, Effect, ImpactReport } from '@pilotgate/core/measurement/impact/impact-report'
import { impactThresholds } from '@pilotgate/core/measurement/impact/impact-thresholds'

/** A report for people at a terminal: who was compared, the balance table, the effect with its doubts, and what it means. */
export const impactInWords = (report: ImpactReport): string => {
  const { people, effect, label, reasons, attestations } = report
  return [
    `${people.matched} of ${people.treated} participants matched with ${people.comparison} of ${people.untreated} people outside the program (${howIn(report.method)}).`,
    ...unmatchedIn(report),
    '',
    ...tableOf(report.balance),
    '',
    ...(effect ? effectIn(effect, report.method) : ['No effect: too few participants could be compared.']),
    ...(attestations ? [managersIn(attestations)] : []),
    '',
    `Result: ${label}.`,
    ...reasons.map((reason) => `  ${reason}`),
    'The people compared are alike in the columns above, as far as the table shows. What was not measured may still explain the difference.',
  ].join('\n')
}

const howIn = ({ ratio, replacement, caliper, exact }: ImpactReport['method']): string =>
  [
    `1 to ${ratio}`,
    replacement ? 'people outside used repeatedly' : 'each person used once',
    caliper === null ? 'no caliper' : `caliper ${caliper} standard deviations of the log odds`,
    ...(exact.length > 0 ? [`same ${exact.join(', ')}`] : []),
  ].join('; ')

const unmatchedIn = ({ unmatched }: ImpactReport): string[] =>
  [...Map.groupBy(unmatched, ({ why }) => why)].map(([why, people]) => `  ${people.length} unmatched: ${why}`)

const tableOf = (balance: BalanceLine[]): string[] => {
  const head = ['', 'program', 'outside', 'apart', 'program', 'outside', 'apart']
  const rows = balance.map(({ column, before, after }) => [
    column,
    figure(before.treated),
    figure(before.comparison),
    apart(before.difference),
    ...(after ? [figure(after.treated), figure(after.comparison), apart(after.difference)] : ['-', '-', '-']),
    after && !after.balanced ? `  over ${impactThresholds.balancedWithin}` : '',
  ])
  const widths = head.map((name, at) => Math.max(name.length, ...rows.map((row) => row[at]!.length)))
  const lineOf = (cells: string[]) =>
    cells
      .map((cell, at) => (at === 0 ? cell.padEnd(widths[0]!) : at < head.length ? cell.padStart(widths[at]!) : cell))
      .join('  ')
      .trimEnd()
  const blockOf = (from: number) => widths.slice(from, from + 3).reduce((sum, width) => sum + width + 2, -2)
  return [
    'Means, and how far they lie apart in standard deviations of all participants:',
    `${' '.repeat(widths[0]!)}  ${'before matching'.padEnd(blockOf(1))}  after matching`,
    lineOf(head),
    ...rows.map(lineOf),
  ]
}

const effectIn = (effect: Effect, { outcome, unit, bootstrap, permutations }: ImpactReport['method']): string[] => {
  const { estimate, treatedMean, comparisonMean, interval, pValue, gamma } = effect
  const units = unit === '' ? `in units of ${outcome}` : unit
  const way = estimate >= 0 ? 'more' : 'less'
  return [
    `Effect on matched participants: ${figure(Math.abs(estimate))} ${way} ${outcome} (${units}): ${figure(treatedMean)} v. ${figure(comparisonMean)}.`,
    `${impactThresholds.confidence * 100} % interval: ${figure(interval[0])} to ${figure(interval[1])} (${bootstrap} draws of whole pairs).`,
    `Chance of a difference this large without an effect: ${pValue < 0.001 ? 'below 0.001' : pValue.toFixed(3)} (${permutations} permutations within pairs).`,
    gamma === null
      ? 'Hidden differences: by ranks the effect does not show even without any (Wilcoxon, 5 %, one-sided).'
      : `Hidden differences: the effect would still show if people who look alike differed in their odds to take part by a factor of up to ${gamma.toFixed(2)} (Rosenbaum's gamma).`,
  ]
}

const managersIn = ({ confirmed, asked, share }: NonNullable<ImpactReport['attestations']>): string =>
  `Managers: ${confirmed} of ${asked} asked confirm progress (${Math.round(share * 100)} %).`
