import type { FieldGroup } from '@pilotgate/core/intake/consent'
import { fieldGroupNames } from '@pilotgate/core/intake/consent'
import { behaviours, impactFlags, triggers } from '@pilotgate/core/intake/intake-form'
import { services } from '@pilotgate/core/intake/intake-record'
import type { Learner } from '@pilotgate/core/matching/cohort'
import { type FileProblem, type Table, UnusableFile } from './csv-table.ts'
import { type RowReader, rowReader } from './row-reader.ts'

export type Named<Thing> = { people: Thing[]; names: Map<string, string> }

/**
 * Participants in our own format; the columns are described in docs/matching.md. `id` and `consent` are required: without a
 * word on consent nothing may be read (I3).
 * @throws UnusableFile with every bad cell
 */
export const participantRows = (table: Table): Named<Learner> => {
  const problems: FileProblem[] = ['id', 'consent']
    .filter((column) => !table.columns.includes(column))
    .map((column) => ({ file: table.file, row: 1, column, problem: remedy[column as keyof typeof remedy] }))
  if (problems.length > 0) throw new UnusableFile(problems)
  const names = new Map<string, string>()
  const people = table.rows.map((row) => {
    const reader = rowReader(table.file, row, problems)
    const learner = learnerOf(reader)
    checkId(reader, learner.personId, names)
    names.set(learner.personId, reader.text('name') || learner.personId)
    return learner
  })
  if (problems.length > 0) throw new UnusableFile(problems)
  return { people, names }
}

const remedy = {
  id: 'The column is missing. Add one with an id for each person.',
  consent: `The column is missing. Write what matching may use: all, none, or groups separated by ";" (${fieldGroupNames.join(', ')}).`,
}

export const checkId = ({ report }: RowReader, id: string, known: ReadonlyMap<string, string>): void => {
  if (id === '') report('id', 'Is empty. Give each person an id.')
  else if (known.has(id)) report('id', `"${id}" stands in an earlier row, too. Keep one of the two.`)
}

const learnerOf = (row: RowReader): Learner => ({
  personId: row.text('id'),
  learnerKind: row.choice('learner_kind', ['person', 'agent'], 'person'),
  managerId: row.text('manager_id') || undefined,
  consent: consentOf(row),
  services: servicesOf(row),
  answers: {
    triggers: row.choices('triggers', triggers),
    goals: [],
    targetBehaviours: row.choices('target_behaviours', behaviours),
    project: {
      name: row.text('project'),
      businessKpi: row.text('business_kpi'),
      complexity: row.whole('project_complexity', 1, 5, 1),
    },
    role: row.text('role'),
    seniority: row.whole('seniority', 1, 5, 1),
    tenureYears: row.whole('tenure_years', 0, 60, 0),
    skillsHeld: row.list('skills_held'),
    skillsWanted: row.list('skills_wanted'),
    languages: row.list('languages'),
    zone: row.zone('zone'),
    availability: row.windows('availability'),
    careerGoal: { words: row.text('career_goal'), promotion: row.yes('promotion') },
    needs: { confidentiality: row.yes('confidentiality'), context: row.yes('context') },
    impactFlags: row.choices('impact_flags', impactFlags),
  },
})

const consentOf = (row: RowReader): Learner['consent'] => {
  const given = row.text('consent').toLowerCase()
  const groups: FieldGroup[] =
    given === 'all' ? fieldGroupNames : given === 'none' ? [] : row.choices('consent', fieldGroupNames)
  return new Set(groups.map((group) => `${group} matching` as const))
}

const servicesOf = (row: RowReader): Learner['services'] => {
  const given = row.choice('service', ['coach', 'mentor', 'both'], 'mentor')
  const provider = row.choice('preferred_provider', ['external', 'internal', 'either'], 'either')
  return services
    .filter((service) => given === 'both' || given === service)
    .map((service, index) => ({ service, order: index + 1, cadence: '', length: '', provider }))
}
