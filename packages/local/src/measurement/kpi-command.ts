import { parseArgs } from 'node:util'
import { DomainError } from '@pilotgate/core/errors'
import type { Contribution } from '@pilotgate/core/measurement/kpis/contribution'
import type { KpiDefinition } from '@pilotgate/core/measurement/kpis/definition'
import { kpiDefinitions } from '@pilotgate/core/measurement/kpis/definitions'
import type { FigureWithParts } from '@pilotgate/core/measurement/kpis/formula'
import { dateOfDay, dayOfDate, localDays } from '@pilotgate/core/measurement/kpis/local-days'
import { statusOf } from '@pilotgate/core/measurement/kpis/status'
import { countersOf, hasAny, type SeriesPoint, seriesOf } from '@pilotgate/core/measurement/kpis/summarise'
import { isZone } from '@pilotgate/core/program/calendar'
import { type Output, progress, runAsProcess, runCommand } from '../command.ts'
import { type CountedFile, countFile } from './count-file.ts'
import { kpisInWords } from './kpis-in-words.ts'

const usage = 'npm run kpi -- --events FILE.ndjson [--zone Europe/Berlin] [--as-of 2027-06-30] [--program ID] [--json]'

export type KpiLine = FigureWithParts &
  Pick<KpiDefinition, 'name' | 'tier' | 'unit' | 'direction'> & {
    kpi: KpiDefinition['id']
    formula: string
    weeks: { from: string; to: string; withData: number } | null
    quarter: string | null
    baseline: number | null
    change: number | null
    target: { test: string; value: number } | null
    met: string
    /** How many rows feed it, in all weeks. */
    rows: number
    series: SeriesPoint[]
  }
export type KpiReport = Omit<CountedFile, 'fold' | 'latest'> & {
  zone: string
  /** The local day up to whose end weeks count, and the week that runs then. */
  asOf: string
  week: string
  kpis: KpiLine[]
}

/**
 * `npm run kpi`: works out K1–K18 from a file of events, one JSON object a line (docs/kpis.md), and prints them in words or with
 * `--json` as one object. Exit code 0, or 1 when there is nothing to work out; lines that cannot be read are listed.
 */
export const kpiCommand = (args: string[], out: Output): number =>
  runCommand(args, out, () => {
    const { events, zone, asOf, program, json } = optionsOf(args)
    const report = kpiReport(countFile(events, { zone, program, say: progress(out) }), zone, asOf)
    return json ? JSON.stringify(report) : kpisInWords(report)
  })

const kpiReport = ({ fold, latest, ...file }: CountedFile, zone: string, asOf: string | undefined): KpiReport => {
  const days = localDays(zone)
  // As of a day means after it; without one, the day that the file comes to still runs.
  const today = asOf === undefined ? days.dayOf(latest) : dayOfDate(asOf) + 1
  const running = days.weekOf(today)
  const weeks = fold.program
  const rows = rowsByKpi(fold.contributions.values())
  const kpis = kpiDefinitions.map((definition): KpiLine => {
    const { id: kpi, name, tier, unit, direction, words } = definition
    const { definition: _, setting: __, ...status } = statusOf(definition, weeks, { running })
    const { weeks: counted, quarter, baseline, change, target, met, ...figure } = status
    return {
      ...{ kpi, name, tier, unit, direction, formula: words, ...figure },
      ...{ weeks: counted ?? null, quarter: quarter ?? null, baseline: baseline ?? null, change: change ?? null },
      ...{ target: target ?? null, met, rows: rows.get(kpi)! },
      series: seriesOf(definition, weeks, { running }),
    }
  })
  return { ...file, zone, asOf: asOf ?? dateOfDay(today), week: running, kpis }
}

const rowsByKpi = (contributions: Iterable<Contribution>) => {
  const looked = kpiDefinitions.map((definition) => ({ kpi: definition.id, names: countersOf(definition), rows: 0 }))
  for (const { shares } of contributions) {
    for (const each of looked) if (shares.some(({ counters }) => hasAny(counters, each.names))) each.rows += 1
  }
  return new Map(looked.map(({ kpi, rows }) => [kpi, rows]))
}

const wrong = (field: string, problem: string) =>
  new DomainError('InvalidInput', `${field}: ${problem}\n${usage}`, { problems: [{ field, problem }] })

const optionsOf = (args: string[]) => {
  const values = valuesOf(args)
  const { events, zone = 'UTC', 'as-of': asOf, program, json = false } = values
  if (!events) throw wrong('--events', 'is missing. Name the file of events, one JSON object a line.')
  if (!isZone(zone)) throw wrong('--zone', `"${zone}" is not an IANA time zone. Write it like Europe/Berlin.`)
  if (asOf !== undefined && !isDate(asOf)) throw wrong('--as-of', `"${asOf}" is not a date. Write it like 2027-06-30.`)
  return { events, zone, asOf, program, json }
}

const isDate = (text: string): boolean =>
  /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(dayOfDate(text)) && dateOfDay(dayOfDate(text)) === text

const valuesOf = (args: string[]) => {
  const text = { type: 'string' } as const
  try {
    const options = { events: text, zone: text, 'as-of': text, program: text, json: { type: 'boolean' } as const }
    return parseArgs({ args, options }).values
  } catch (error) {
    throw wrong('arguments', (error as Error).message)
  }
}

if (import.meta.main) runAsProcess(kpiCommand)
