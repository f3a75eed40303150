import type { KpiLine, KpiReport } from './kpi-command.ts'

const shown = 20

const number = (value: number, unit: string): string => {
  if (unit === 'share') return `${(value * 100).toFixed(1)} %`
  if (unit === 'share points') return `${value > 0 ? '+' : ''}${(value * 100).toFixed(1)} points`
  return `${Number(value.toFixed(2)).toLocaleString('en')} ${unit === 'rating 1–5' ? 'of 5' : unit}`
}

const figure = ({
  value,
  unit,
  numerator,
  denominator,
}: Pick<KpiLine, 'value' | 'unit' | 'numerator' | 'denominator'>) => {
  if (value.kind !== 'value') return value.kind
  const made = [numerator, denominator].flatMap((side) => (side === undefined ? [] : Number(side.toFixed(2))))
  return `${number(value.value, unit)}${made.length > 0 ? ` (${made.join(' / ')})` : ''}`
}

const verdict = ({ target, met, unit }: KpiLine): string =>
  target ? `${met}: ${target.test} ${number(target.value, unit)}` : met

const kpiLine = (line: KpiLine): string => {
  const why = line.value.kind === 'value' ? '' : ` ${line.value.why}`
  const weeks = line.weeks ? ` ${line.quarter ?? `${line.weeks.from} to ${line.weeks.to}`}, ${line.rows} rows.` : ''
  return `${line.kpi.padEnd(4)}${line.name.padEnd(32)}${figure(line).padEnd(28)}${verdict(line)}.${why}${weeks}`
}

const list = (title: string, all: string[]): string[] => {
  if (all.length === 0) return []
  const rest = all.length > shown ? [`  … and ${all.length - shown} more (--json shows them)`] : []
  return ['', title, ...all.slice(0, shown).map((each) => `  ${each}`), ...rest]
}

/** The KPIs of a file, for people. */
export const kpisInWords = ({
  program,
  zone,
  asOf,
  week,
  lines,
  events,
  problems,
  warnings,
  kpis,
}: KpiReport): string => {
  const skipped = Object.values(events.skipped).reduce((sum, each) => sum + each, 0)
  const apart = events.otherPrograms > 0 ? `, ${events.otherPrograms} of other programs` : ''
  return [
    `Program ${program}, as of ${asOf} (${zone}). Weeks before ${week} are over and count.`,
    `${lines} lines: ${events.rows} rows from ${events.counted} states, ${events.duplicates} told twice, ${events.older} older than known, ${skipped} of no KPI, ${events.invalid} unreadable${apart}.`,
    '',
    ...kpis.map(kpiLine),
    ...list(
      'Lines that could not be read:',
      problems.map(({ line, problem }) => `line ${line}: ${problem}`),
    ),
    ...list(
      'Counted, but odd:',
      warnings.map(({ line, warning }) => `line ${line}: ${warning}`),
    ),
  ].join('\n')
}
