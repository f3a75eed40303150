import { behaviours } from '@pilotgate/core/intake/intake-form'
import { services } from '@pilotgate/core/intake/intake-record'
import type { Provider } from '@pilotgate/core/matching/cohort'
import { type FileProblem, type Table, UnusableFile } from './csv-table.ts'
import { checkId, type Named } from './participant-rows.ts'
import { type RowReader, rowReader } from './row-reader.ts'

const tiers = ['core-domain mentor', 'coaching specialist', 'peer practitioner'] as const
const statuses = ['selected', 'not selected', 'suspended'] as const

/**
 * Coaches and mentors in our own format; the columns are described in docs/matching.md. Only `id` is required.
 * @throws UnusableFile with every bad cell
 */
export const providerRows = (table: Table): Named<Provider> => {
  const problems: FileProblem[] = []
  if (!table.columns.includes('id')) {
    const problem = 'The column is missing. Add one with an id for each person.'
    throw new UnusableFile([{ file: table.file, row: 1, column: 'id', problem }])
  }
  const names = new Map<string, string>()
  const people = table.rows.map((row) => {
    const reader = rowReader(table.file, row, problems)
    const provider = providerOf(reader)
    checkId(reader, provider.personId, names)
    names.set(provider.personId, reader.text('name') || provider.personId)
    return provider
  })
  if (problems.length > 0) throw new UnusableFile(problems)
  return { people, names }
}

/** A provider's record outside a program: nothing here is stored. */
export const outsideProgram = { tenantId: 'files', scope: 'files', version: 0 }

const providerOf = (row: RowReader): Provider => ({
  personId: row.text('id'),
  managerId: row.text('manager_id') || undefined,
  free: row.whole('places', 0, 1_000, 1),
  record: {
    ...outsideProgram,
    id: row.text('id'),
    service: row.choice('service', services, 'mentor'),
    internal: row.yes('internal', true),
    tier: row.choice('tier', tiers, 'core-domain mentor'),
    skills: row.list('skills'),
    strengths: row.choices('strengths', behaviours),
    languages: row.list('languages'),
    zone: row.zone('zone'),
    availability: row.windows('availability'),
    sponsorship: sponsorshipOf(row),
    outcomes: outcomesOf(row),
    conflicts: row.list('conflicts'),
    featured: row.yes('featured'),
    status: row.choice('status', statuses, 'selected'),
  },
})

/** Both cells empty: nothing is documented. One of them: the other is none. */
const sponsorshipOf = (row: RowReader): Provider['record']['sponsorship'] => {
  const [introductions, actions] = [row.known('introductions'), row.known('sponsor_actions')]
  if (introductions === undefined && actions === undefined) return undefined
  return { introductions: introductions ?? 0, actions: actions ?? 0 }
}

const outcomesOf = (row: RowReader): Provider['record']['outcomes'] => {
  const [reached, all] = [row.known('outcomes_reached'), row.known('outcomes_all')]
  if (reached === undefined && all === undefined) return undefined
  if (reached === undefined || all === undefined || reached > all) {
    row.report('outcomes_reached', 'Give both outcomes_reached and outcomes_all; the first cannot be the larger.')
    return undefined
  }
  return { reached, all }
}
