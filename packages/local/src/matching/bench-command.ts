import { execFileSync } from 'node:child_process'
import { availableParallelism } from 'node:os'
import { parseArgs } from 'node:util'
import { benchDense } from './bench-dense.ts'
import { benchDecisions, benchLarge } from './bench-large.ts'
import { load } from './bench-measure.ts'
import { report } from './bench-report.ts'
import { benchStretch } from './bench-stretch.ts'

const help = `Usage: npm run bench:matching [-- options]

Times the assignment engine against npm's solvers, and at the sizes it was made for. About two minutes.

  --json          print the numbers as JSON
  --section NAME  only one of: dense, large, decisions, growth-ROWS, stretch (in this process)
`

const growth = [500, 1_000, 2_000, 5_000, 10_000, 20_000]

/** Every section runs in a process of its own: cold code, and a peak of memory that is its own. */
const sections = {
  dense: () => benchDense(1_000, 7),
  large: () => benchLarge(10_000, 2_000, 3),
  decisions: () => benchDecisions(10_000, 2_000, 300),
  ...Object.fromEntries(growth.map((rows) => [`growth-${rows}`, () => benchLarge(rows, rows / 5, 1)])),
  stretch: () => benchStretch(100_000, 20_000),
} as Record<string, () => unknown>

const { values } = parseArgs({
  options: {
    json: { type: 'boolean', default: false },
    section: { type: 'string' },
    help: { type: 'boolean', default: false },
  },
})

const apart = (section: string): unknown => {
  if (!values.json) console.error(`${section} ...`)
  const file = import.meta.filename
  const output = execFileSync(process.execPath, [...process.execArgv, file, '--section', section], { encoding: 'utf8' })
  return JSON.parse(output)
}

if (values.help) console.log(help)
else if (values.section !== undefined) {
  const section = sections[values.section]
  if (section) console.log(JSON.stringify(section()))
  else {
    console.error(`--section must be one of ${Object.keys(sections).join(', ')}, not "${values.section}".`)
    process.exitCode = 1
  }
} else {
  const machine = { node: process.version, cores: availableParallelism(), loadBefore: load() }
  const results = Object.fromEntries(Object.keys(sections).map((section) => [section, apart(section)]))
  const found = { machine: { ...machine, loadAfter: load() }, ...results }
  console.log(values.json ? JSON.stringify(found, undefined, 2) : report(found as Parameters<typeof report>[0]))
}
