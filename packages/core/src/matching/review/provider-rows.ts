import { z } from 'zod'
import { behaviours } from '../../intake/intake-form.ts'
import { service } from '../../intake/intake-record.ts'
import { readWeeklyHours } from '../../intake/weekly-hours.ts'
import { type RowProblem, readCsv } from '../../program/read-csv.ts'
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

/** `mon 09:00-12:00`: one stretch of a week. */
const stretch = z.string().transform((value, context) => {
  const hours = readWeeklyHours(value)
  if (hours) return hours
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

/**
 * Reads a file of providers (CSV with a header line, comma or semicolon). Good rows and problems are both in row order; the header is row 1.
 * @throws DomainError `InvalidInput` when the file as a whole cannot be read
 */
export const parseProviders = (csv: string): { rows: ProviderRow[]; problems: RowProblem[] } => {
  const rows: ProviderRow[] = []
  const problems: RowProblem[] = []
  for (const { record, line } of readCsv(csv, 'file of providers', [])) {
    const parsed = providerRow.safeParse(record)
    if (parsed.success) rows.push({ ...parsed.data, row: line })
    else {
      problems.push(
        ...parsed.error.issues.map(({ path, message }) => ({
          row: line,
          field: String(path[0]),
          problem: message,
        })),
      )
    }
  }
  return { rows, problems }
}
