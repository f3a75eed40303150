import { DomainError } from '@pilotgate/core/errors'
import { type Contribution, contributionOf, type MeasuredEvent } from '@pilotgate/core/measurement/kpis/contribution'
import { countContribution, emptyFold, type Fold } from '@pilotgate/core/measurement/kpis/fold'
import { linesOf } from './lines-of.ts'
import { readLine } from './measured-line.ts'
import { type Warning, watchForOddities } from './odd-events.ts'

export type CountedFile = {
  program: string
  lines: number
  events: {
    /** Rows in their newest state; states that a newer one came after; told twice; older than what was known. */
    rows: number
    counted: number
    duplicates: number
    older: number
    otherPrograms: number
    /** Events of types that no KPI is counted from. */
    skipped: Record<string, number>
    invalid: number
  }
  /** Lines that could not be read, the first thousand of them. */
  problems: { line: number; problem: string }[]
  warnings: Warning[]
  fold: Fold
  /** The time of the newest event. */
  latest: string
}

const mostProblems = 1_000

/**
 * Counts a file of events of one program, in any order.
 * @param program which one, where the file has several
 * @throws DomainError `InvalidInput`: the file cannot be read, holds nothing that is counted, or events of several programs
 */
export const countFile = (
  path: string,
  { zone, program, say }: { zone: string; program?: string; say: (words: string) => void },
): CountedFile => {
  const folds = new Map<string, Fold>()
  const watch = watchForOddities()
  const events: CountedFile['events'] = {
    ...{ rows: 0, counted: 0, duplicates: 0, older: 0, otherPrograms: 0, skipped: {}, invalid: 0 },
  }
  const problems: CountedFile['problems'] = []
  const contradictions: Warning[] = []
  let [lines, latest] = [0, '']

  const count = (event: MeasuredEvent, line: number): void => {
    const fold = folds.get(event.programId) ?? emptyFold()
    folds.set(event.programId, fold)
    if (Date.parse(event.at) > Date.parse(latest || event.at) || latest === '') latest = event.at
    watch.see(event, line)
    const told = contributionOf(event, zone)
    if (!told) {
      events.skipped[event.type] = (events.skipped[event.type] ?? 0) + 1
      return
    }
    const known = fold.contributions.get(told.id)
    const became = countContribution(fold, told)
    if (became === 'counted') events.counted += 1
    else if (became === 'older revision') events.older += 1
    else {
      events.duplicates += 1
      if (!sameShares(known!, told)) {
        const warning = `Revision ${told.revision} of ${told.id} was told otherwise before; the first telling counts.`
        contradictions.push({ line, warning })
      }
    }
  }

  for (const [line, text] of linesOf(path)) {
    lines = line
    if (line % 10_000 === 0) say(`${line.toLocaleString('en')} lines read`)
    if (text.trim() === '') continue
    const read = readLine(text)
    if (read.kind === 'event') {
      if (program === undefined || read.event.programId === program) count(read.event, line)
      else events.otherPrograms += 1
    } else if (read.kind === 'skipped') events.skipped[read.type] = (events.skipped[read.type] ?? 0) + 1
    else {
      events.invalid += 1
      if (problems.length < mostProblems) problems.push({ line, problem: read.problem })
    }
  }

  const [first, ...others] = [...folds]
  if (!first) throw nothingCounted(program, events.otherPrograms, problems)
  if (others.length > 0) throw several([...folds.keys()])
  const [programId, fold] = first
  const warnings = [...watch.found(), ...contradictions].toSorted((one, other) => one.line - other.line)
  events.rows = fold.contributions.size
  return { program: programId, lines, events, problems, warnings, fold, latest }
}

const sameShares = (one: Contribution, other: Contribution): boolean =>
  JSON.stringify(one.shares) === JSON.stringify(other.shares)

const nothingCounted = (
  program: string | undefined,
  otherPrograms: number,
  problems: CountedFile['problems'],
): DomainError => {
  const first = problems[0]
  const why =
    otherPrograms > 0
      ? `Its ${otherPrograms} events are of other programs than "${program}".`
      : first
        ? `Line ${first.line}: ${first.problem}`
        : 'Its lines are no events that KPIs are counted from.'
  const fields = problems.map(({ line, problem }) => ({ field: `line ${line}`, problem }))
  return new DomainError('InvalidInput', `The file has nothing to work KPIs out from. ${why}`, { problems: fields })
}

const several = (programs: string[]): DomainError => {
  const problem = `The file has events of ${programs.length} programs: ${programs.slice(0, 10).join(', ')}. Choose one with --program.`
  return new DomainError('InvalidInput', problem, { problems: [{ field: '--program', problem }] })
}
