import { parseArgs } from 'node:util'
import { DomainError } from '@pilotgate/core/errors'
import type { GivenOptions } from '@pilotgate/core/measurement/impact/impact-options'
import { measureImpact } from '@pilotgate/core/measurement/impact/measure-impact'
import { type Output, progress, runAsProcess, runCommand } from '../command.ts'
import { readTable } from '../matching/csv-table.ts'
import { impactInWords } from './impact-in-words.ts'
import { type ImpactColumns, impactRows } from './impact-rows.ts'

const usage =
  'npm run impact -- --data FILE.csv --treat COL --outcome COL --covariates A,B,C [--id COL] [--exact COL,..] [--unit WORDS] [--replacement] [--ratio 1] [--caliper 0.2|none] [--distance propensity|logit] [--order largest|random] [--seed 1] [--bootstrap 2000] [--permutations 5000] [--attested 9/12] [--json]'

/**
 * `npm run impact`: compares participants with similar people of a CSV file (docs/impact.md) and prints the report, in words
 * or with `--json` as one object. Exit code 0, or 1 with what is wrong.
 */
export const impactCommand = (args: string[], out: Output): number =>
  runCommand(args, out, () => {
    const { file, columns, options, json } = optionsOf(args)
    const table = readTable(file)
    const id = columns.id ?? (table.columns.includes('id') ? 'id' : undefined)
    const report = measureImpact(impactRows(table, { ...columns, id }), options, progress(out))
    return json ? JSON.stringify(report) : impactInWords(report)
  })

const wrong = (field: string, problem: string) =>
  new DomainError('InvalidInput', `${field}: ${problem}\n${usage}`, { problems: [{ field, problem }] })

type Parsed = { file: string; columns: ImpactColumns; options: GivenOptions; json: boolean }

const optionsOf = (args: string[]): Parsed => {
  const values = valuesOf(args)
  if (!values.data) throw wrong('--data', 'is missing. Name the CSV file.')
  if (!values.treat) throw wrong('--treat', 'is missing. Name the column that is 1 for participants and 0 for others.')
  if (!values.outcome) throw wrong('--outcome', 'is missing. Name the column with what is to be compared.')
  if (!values.covariates)
    throw wrong('--covariates', 'is missing. Name the columns that both groups are to be alike in.')
  const [treatment, outcome] = [nameOf(values.treat), nameOf(values.outcome)]
  const [covariates, exact] = [namesOf(values.covariates), namesOf(values.exact)]
  for (const used of [treatment, outcome])
    if (covariates.includes(used) || exact.includes(used))
      throw wrong(
        '--covariates',
        `"${used}" is the treatment or the outcome. Name only what was known before the program.`,
      )
  const options: GivenOptions = {
    covariates,
    exact,
    treatment,
    outcome,
    unit: values.unit,
    replacement: values.replacement,
    caliper: values.caliper === 'none' ? null : numberOf('caliper', values.caliper),
    // Its choices are checked with the other options.
    distance: values.distance as GivenOptions['distance'],
    order: values.order as GivenOptions['order'],
    ratio: numberOf('ratio', values.ratio),
    seed: numberOf('seed', values.seed),
    bootstrap: numberOf('bootstrap', values.bootstrap),
    permutations: numberOf('permutations', values.permutations),
    attestations: attestedOf(values.attested),
  }
  const others = [...new Set([...covariates, ...exact])]
  const id = values.id && nameOf(values.id)
  return { file: values.data, columns: { treatment, outcome, id, others }, options, json: values.json ?? false }
}

const valuesOf = (args: string[]) => {
  const [text, flag] = [{ type: 'string' } as const, { type: 'boolean' } as const]
  const files = { data: text, treat: text, outcome: text, covariates: text, exact: text, id: text, unit: text }
  const matching = { replacement: flag, ratio: text, caliper: text, distance: text, order: text }
  const chance = { seed: text, bootstrap: text, permutations: text, attested: text, json: flag }
  try {
    return parseArgs({ args, options: { ...files, ...matching, ...chance } }).values
  } catch (error) {
    throw wrong('arguments', (error as Error).message)
  }
}

/** Column names as `readTable` gives them. */
const nameOf = (given: string) => given.trim().toLowerCase().replaceAll(' ', '_')
const namesOf = (given = '') => given.split(',').map(nameOf).filter(Boolean)

const numberOf = (option: string, given: string | undefined): number | undefined => {
  if (given === undefined) return undefined
  if (given.trim() !== '' && Number.isFinite(Number(given))) return Number(given)
  throw wrong(`--${option}`, `"${given}" is not a number.`)
}

const attestedOf = (given: string | undefined): GivenOptions['attestations'] => {
  if (given === undefined) return null
  const [confirmed, asked] = given.split('/').map(Number)
  if (Number.isInteger(confirmed) && Number.isInteger(asked) && confirmed! >= 0 && asked! >= 1 && confirmed! <= asked!)
    return { confirmed: confirmed!, asked: asked! }
  throw wrong('--attested', `"${given}" is not understood. Write confirmed/asked, like 9/12.`)
}

if (import.meta.main) runAsProcess(impactCommand)
