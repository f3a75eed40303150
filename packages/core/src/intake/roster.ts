import { z } from 'zod'
import { isZone } from '../program/calendar.ts'
import { type RowProblem, readCsv } from '../program/read-csv.ts'
import { roles } from '../program/roles.ts'

/** One good row of a roster. */
export type RosterRow = z.infer<typeof rosterRow> & { row: number }

const text = (what: string) => z.string({ error: `The column is missing: ${what}.` }).trim()

const unknownRole = (input: unknown) => `"${input}" is not a role. Roles are: ${roles.join(', ')}.`

/** The columns of a roster. `roles` are separated by semicolons; `zone` is an IANA zone; `places` is for coaches and mentors. */
const rosterRow = z
  .object({
    email: text('an e-mail address')
      .toLowerCase()
      .pipe(z.email({ error: 'Not an e-mail address. Write it like name@example.com.' })),
    name: text("the person's name").min(1, 'The name is empty.').max(200, 'The name is longer than 200 characters.'),
    roles: text('roles separated by ";"')
      .transform((value) =>
        value
          .toLowerCase()
          .split(';')
          .map((each) => each.trim())
          .filter(Boolean),
      )
      .pipe(z.array(z.enum(roles, { error: ({ input }) => unknownRole(input) })).min(1, 'Name at least one role.')),
    zone: text('an IANA time zone').refine(isZone, { error: 'Not an IANA time zone. Write it like "Europe/Berlin".' }),
    manager_email: z.string().trim().toLowerCase().optional(),
    places: z
      .string()
      .trim()
      .optional()
      .transform((value) => (value ? Number(value) : 0))
      .pipe(
        z
          .number({ error: 'Not a number.' })
          .int('Must be a whole number.')
          .min(0, 'Must not be negative.')
          .max(100, 'Must be 100 at most.'),
      ),
    learner_kind: z
      .string()
      .trim()
      .optional()
      .transform((value) => value || 'person')
      .pipe(z.enum(['person', 'agent'], { error: 'Must be "person" or "agent".' })),
  })
  .transform(({ manager_email, learner_kind, ...row }) => ({
    ...row,
    managerEmail: manager_email || undefined,
    learnerKind: learner_kind,
  }))

const required = ['email', 'name', 'roles', 'zone']

/**
 * Reads a roster file (CSV with a header line, comma or semicolon, UTF-8). Good rows and problems are both in row order; of two
 * rows with the same address the first is kept.
 * @throws DomainError `InvalidInput` when the file as a whole is no roster: too long, not CSV, columns missing, no rows
 */
export const parseRoster = (csv: string): { rows: RosterRow[]; problems: RowProblem[] } => {
  const rows: RosterRow[] = []
  const problems: RowProblem[] = []
  const seen = new Map<string, number>()
  for (const { record, line } of readCsv(csv, 'roster', required)) {
    const parsed = rosterRow.safeParse(record)
    if (!parsed.success) {
      problems.push(
        ...parsed.error.issues.map((issue) => ({ row: line, field: String(issue.path[0]), problem: issue.message })),
      )
      continue
    }
    const before = seen.get(parsed.data.email)
    if (before !== undefined) {
      problems.push({
        row: line,
        field: 'email',
        problem: `The same address stands in row ${before}. Keep one of the two.`,
      })
      continue
    }
    seen.set(parsed.data.email, line)
    rows.push({ ...parsed.data, row: line })
  }
  return { rows, problems }
}
