import { z } from 'zod'
import type { FieldProblem } from '../../errors.ts'
import { readingGroups } from '../kpis/definition.ts'
import { definitionOf } from '../kpis/definitions.ts'
import { kpiIds } from '../kpis/kpi-ids.ts'
import { readingRecord } from './reading.ts'

/** Sums of readings stay exact up to this, in thousandths, for a million readings. */
const largest = 1_000_000

const threeDecimals = (value: number): boolean => Math.abs(value * 1000 - Math.round(value * 1000)) < 1e-6
const number = z
  .number({ error: 'Not a number.' })
  .min(0, 'Must not be negative.')
  .max(largest, `Must be ${largest.toLocaleString('en')} at most.`)
  .refine(threeDecimals, { error: 'Has more than three decimals. Round it.' })
const { engagementId, source, reference } = readingRecord.shape

/** A reading as it is handed in. `reference` is what the source calls it: the same one again corrects it. */
export const readingInput = z.strictObject({
  kpi: z.enum(kpiIds, { error: `Must be one of ${kpiIds.join(', ')}.` }),
  on: z.iso.date({ error: 'Not a date. Write it like 2027-03-31.' }),
  group: z.enum(readingGroups, { error: `Must be one of ${readingGroups.join(', ')}.` }),
  part: number,
  whole: number,
  engagementId,
  source,
  reference,
})
export type ReadingInput = z.infer<typeof readingInput>

/** The id of a reading that its source has a name for. */
export const readingId = ({
  kpi,
  group,
  source,
  reference,
}: Required<Pick<ReadingInput, 'kpi' | 'group' | 'source' | 'reference'>>) =>
  `${kpi}.${JSON.stringify([group, source, reference])}`

/** What readings may be of: local days, and the engagements of the program. */
export type ReadingBounds = { from: string; to: string; today: string; engagementIds: ReadonlySet<string> }

/** What is wrong with the numbers of a reading, whatever program it is of. */
export const readingNumberProblems = ({
  kpi,
  group,
  part,
  whole,
}: Pick<ReadingInput, 'kpi' | 'group' | 'part' | 'whole'>): FieldProblem[] => {
  const { name, readings } = definitionOf(kpi)
  if (!readings) {
    return [{ field: 'kpi', problem: `${kpi} (${name}) is counted by the platform and takes no readings.` }]
  }
  const problems: FieldProblem[] = []
  if (!readings.groups.includes(group)) {
    problems.push({ field: 'group', problem: `${kpi} (${name}) takes readings of: ${readings.groups.join(', ')}.` })
  }
  if (!(whole > 0)) {
    const problem = `Must be more than 0 (${readings.whole}); leave the reading out when there is none.`
    problems.push({ field: 'whole', problem })
  } else if (readings.ratio && part > whole) {
    problems.push({ field: 'part', problem: `Must be ${whole} at most: ${readings.part}, of ${readings.whole}.` })
  }
  return problems
}

/** What is wrong with a reading, field by field. */
export const readingProblems = (reading: ReadingInput, bounds: ReadingBounds): FieldProblem[] => {
  const { on, engagementId, reference } = reading
  const problems = readingNumberProblems(reading)
  const wrong = (field: string, problem: string) => problems.push({ field, problem })
  if (on < bounds.from || on > bounds.to) {
    wrong('on', `Must lie between ${bounds.from} and ${bounds.to}: a year around the program.`)
  } else if (on > bounds.today) wrong('on', `Lies in the future; today is ${bounds.today}.`)
  if (engagementId !== undefined && !bounds.engagementIds.has(engagementId)) {
    wrong('engagementId', `There is no engagement "${engagementId}" in this program.`)
  }
  if (reference !== undefined && idBytes(readingId({ ...reading, reference })) > longestId) {
    wrong('reference', 'Is too long together with the source. Shorten one of them.')
  }
  return problems
}

/** Bytes: what the store takes, less the kind that the id of its contribution begins with. */
const longestId = 880

const idBytes = (id: string): number => new TextEncoder().encode(id).length
