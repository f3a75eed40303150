import { parseArgs } from 'node:util'
import { isDomainError } from '@pilotgate/core/errors'
import { objectives, type Solution } from '@pilotgate/core/matching/assignment/instance'
import { solve } from '@pilotgate/core/matching/assignment/solve'
import { type Input, InputError, readInput } from './solve-input.ts'

const help = `Usage: npm run solve -- FILE [options]

Finds the best assignment of rows to columns and proves that it is. FILE (or - for standard input) is JSON:
  { "rows": 2, "cols": 2, "capacity": [1, 1], "edges": [[0, 0, 81.5], [0, 1, 60], [1, 0, 79]] }
Each edge is an allowed pair: [row, col, score]. A row may stay without a column, which counts 0.

  --objective NAME  best-score (default): the highest total
                    most-matched: as many rows as possible, then the highest total
  --json            print { assignment, total, matched, optimal, gap, ms }
`

/** What the command prints with --json. `rounded` is there only when scores had to be rounded to be summed exactly. */
export type Output = {
  /** Column of each row, null for a row without one. */
  assignment: (number | null)[]
  total: number
  matched: number
  optimal: boolean
  gap: number
  ms: number
  rounded?: { precision: number; bestWithin: number }
}

const main = (): void => {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      objective: { type: 'string', default: 'best-score' },
      json: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  })
  if (values.help) {
    console.log(help)
    return
  }
  const [path, ...more] = positionals
  if (path === undefined) throw new InputError(`Name the file to solve.\n\n${help}`)
  if (more.length > 0) throw new InputError(`Name one file, not ${positionals.length}.`)
  const objective = objectives.find((name) => name === values.objective)
  if (!objective) throw new InputError(`--objective must be ${objectives.join(' or ')}, not "${values.objective}".`)
  const input = readInput(path, objective)
  const started = performance.now()
  const solution = solve(input.instance)
  const output = toOutput(input, solution, performance.now() - started)
  console.log(values.json ? JSON.stringify(output) : asTable(input, output))
}

const toOutput = ({ instance, scores, scale }: Input, solution: Solution, ms: number): Output => {
  const output: Output = {
    assignment: Array.from(solution.assignment, (column) => (column < 0 ? null : column)),
    total: solution.total / scale.factor,
    matched: solution.matched,
    optimal: solution.optimal,
    gap: solution.gap / scale.factor,
    ms: Math.round(ms * 1000) / 1000,
  }
  if (scale.exact) return output
  // The plan is the best for the rounded scores; its total is that of the scores as given.
  const total = ownScores(instance, scores, output.assignment).reduce<number>((sum, score) => sum + (score ?? 0), 0)
  const precision = 1 / scale.factor
  return { ...output, total, rounded: { precision, bestWithin: instance.rows * precision } }
}

/** Each row's score in the plan as it stands in the file. */
const ownScores = (
  { scores: edges, rows }: Input['instance'],
  scores: Float64Array,
  assignment: Output['assignment'],
): (number | undefined)[] => {
  const own = new Array<number | undefined>(rows).fill(undefined)
  if (edges.kind !== 'edges') return own
  for (let at = 0; at < scores.length; at++) {
    const row = edges.row[at]!
    if (assignment[row] === edges.column[at]) own[row] = scores[at]!
  }
  return own
}

const shownRows = 40

const asTable = ({ instance, scores }: Input, output: Output): string => {
  const own = ownScores(instance, scores, output.assignment)
  const lines = output.assignment.slice(0, shownRows).map((column, row) => {
    const place = column === null ? '-' : String(column)
    return `${String(row).padStart(8)}${place.padStart(8)}${String(own[row] ?? '').padStart(14)}`
  })
  const hidden = output.assignment.length - lines.length
  const proof = output.optimal ? 'proven best' : `at most ${output.gap} below the best`
  return [
    `${'row'.padStart(8)}${'col'.padStart(8)}${'score'.padStart(14)}`,
    ...lines,
    ...(hidden > 0 ? [`     ... and ${hidden} more rows; --json lists all`] : []),
    '',
    `Total ${output.total}, ${output.matched} of ${output.assignment.length} matched, ${proof}, ${output.ms} ms`,
    ...(output.rounded
      ? [
          `Scores were rounded to ${output.rounded.precision}: the best total is within ${output.rounded.bestWithin} of this.`,
        ]
      : []),
  ].join('\n')
}

try {
  main()
} catch (error) {
  const { code, message } = error as NodeJS.ErrnoException
  const known = error instanceof InputError || isDomainError(error) || code?.startsWith('ERR_PARSE_ARGS')
  // A cause with a remedy is for people; anything else is a fault of ours and shows where it came from.
  console.error(known ? message : error)
  process.exitCode = 1
}
