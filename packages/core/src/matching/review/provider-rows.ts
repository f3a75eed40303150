import { parse } from 'csv-parse/browser/esm/sync'
import { z } from 'zod'
import { DomainError } from '../../errors.ts'
import { availability, behaviours } from '../../intake/intake-form.ts'
import { service } from '../../intake/intake-record.ts'
import type { RowProblem } from '../../intake/roster.ts'
import { providerRecord } from '../provider.ts'

const text = (what: string) => z.string({ error: `The column is missing: ${what}.` }).trim()
const listOf = (what: string) =>
  text(what).transform((value) =>
    value
      .split(';')
      .map((each) => each.trim())
      .filter(Boolean),
  )
const yesNo = (what: string) =>
  text(what)
    .toLowerCase()
    .pipe(z.enum(['yes', 'no', ''], { error: 'Must be "yes" or "no".' }))
    .transform((value) => value === 'yes')
const count = z
  .string()
  .trim()
  .optional()
  .transform((value) => (value ? Number(value) : undefined))
  .pipe(z.number({ error: 'Not a number.' }).int('Must be a whole number.').min(0, 'Must not be negative.').optional())

const weekdays = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun']

/** `mon 09:00-12:00`: one stretch of a week. */
const stretch = z.string().transform((value, context) => {
  const found = /^([a-z]{3}) (\d\d:\d\d)-(\d\d:\d\d)$/i.exec(value)
  const day = weekdays.indexOf(found?.[1]?.toLowerCase() ?? '') + 1
  const parsed = availability.safeParse({ day, from: found?.[2], to: found?.[3] })
  if (parsed.success) return parsed.data
  context.addIssue({ code: 'custom', message: `"${value}" is no stretch of a week. Write it like "mon 09:00-12:00".` })
  return z.NEVER
})

/**
 * The columns of a file of providers; lists are separated by semicolons. `introductions` and `actions` (last 18 months), and
 * `reached` of `engagements` (past outcomes), are left empty when nothing is documented.
 */
const providerRow = z
  .object({
    email: text('an e-mail address').toLowerCase().pipe(z.email('Not an e-mail address.')),
    service: text('coach or mentor').toLowerCase().pipe(service),
    internal: yesNo('whether they are employed here'),
    tier: text('core-domain mentor, coaching specialist or peer practitioner').pipe(providerRecord.shape.tier),
    skills: listOf('skills'),
    strengths: listOf('behaviours').pipe(
      z.array(z.enum(behaviours, { error: ({ input }) => `"${input}" is not a behaviour of the list.` })),
    ),
    languages: listOf('languages').pipe(z.array(z.string()).min(1, 'Name at least one language.')),
    zone: text('an IANA time zone'),
    availability: listOf('hours, like "mon 09:00-12:00"').pipe(z.array(stretch)),
    introductions: count,
    actions: count,
    reached: count,
    engagements: count,
    featured: yesNo('whether they are featured').optional(),
    conflicts: listOf('e-mail addresses').optional(),
  })
  .transform(({ introductions, actions, reached, engagements, featured = false, conflicts = [], ...row }) => ({
    ...row,
    featured,
    conflicts,
    ...((introductions ?? actions) !== undefined && {
      sponsorship: { introductions: introductions ?? 0, actions: actions ?? 0 },
    }),
    ...(engagements !== undefined && { outcomes: { reached: reached ?? 0, all: engagements } }),
  }))

export type ProviderRow = z.infer<typeof providerRow> & { row: number }

const longest = 1_000_000

/**
 * Reads a file of providers (CSV with a header line). Good rows and problems are both in row order; the header is row 1.
 * @throws DomainError `InvalidInput` when the file as a whole cannot be read
 */
export const parseProviders = (csv: string): { rows: ProviderRow[]; problems: RowProblem[] } => {
  const rows: ProviderRow[] = []
  const problems: RowProblem[] = []
  for (const { record, info } of readRows(csv)) {
    const parsed = providerRow.safeParse(record)
    if (parsed.success) rows.push({ ...parsed.data, row: info.lines })
    else {
      problems.push(
        ...parsed.error.issues.map(({ path, message }) => ({
          row: info.lines,
          field: String(path[0]),
          problem: message,
        })),
      )
    }
  }
  return { rows, problems }
}

const readRows = (csv: string) => {
  const unreadable = (problem: string) =>
    new DomainError('InvalidInput', 'The file cannot be read.', { problems: [{ field: 'csv', problem }] })
  if (csv.length > longest) throw unreadable('The file has more than 1,000,000 characters. Split it.')
  let found: { record: Record<string, string>; info: { lines: number } }[]
  try {
    found = parse(csv, {
      bom: true,
      columns: (header: string[]) => header.map((name) => name.trim().toLowerCase()),
      info: true,
      relax_column_count: true,
      skip_empty_lines: true,
    }) as never
  } catch (error) {
    throw unreadable(`The file is not readable as CSV: ${(error as Error).message}`)
  }
  if (found.length === 0) throw unreadable('The file has no rows below its header line.')
  return found
}
