import { fieldGroupNames } from '@pilotgate/core/intake/consent'
import type { Learner, Pinned, Provider } from '@pilotgate/core/matching/cohort'
import { type FileProblem, type Table, UnusableFile } from './csv-table.ts'
import type { Named } from './participant-rows.ts'
import { outsideProgram } from './provider-rows.ts'
import { rowReader } from './row-reader.ts'

/** Grades from the lowest to the highest, and the seniority (1–5) they are read as. */
const grades = ['aa', 'ao', 'eo', 'heo', 'seo', 'grade 7', 'grade 6', 'scs1', 'scs2', 'scs3', 'scs4'] as const
const seniorities = [1, 1, 1, 1, 2, 3, 3, 4, 4, 5, 5]
/** A mentor is one or two grades above. */
const gradesAbove = 2

/** Whether a table has the columns of the UK civil service mentoring data (`mentees.csv`, `mentors.csv`). */
export const isCivilService = ({ columns }: Table): boolean =>
  ['email_address', 'grade', 'organisation', 'profession'].every((column) => columns.includes(column))

type Place = { grade: number; organisation: string }

export type CivilService = { learners: Named<Learner>; providers: Named<Provider>; forbidden: Pinned['forbidden'] }

/**
 * Reads the civil service data; the mapping is described in docs/matching.md. The data know of profession, identity, grade and
 * organisation only: the first two are read as skills, the other two as pairs that are ruled out; every other signal is missing.
 * @throws UnusableFile with every bad cell
 */
export const civilService = (mentees: Table, mentors: Table): CivilService => {
  const problems: FileProblem[] = []
  const learners: Named<Learner> = { people: [], names: new Map() }
  const providers: Named<Provider> = { people: [], names: new Map() }
  const [menteePlaces, mentorPlaces] = [new Map<string, Place>(), new Map<string, Place>()]
  const each = (
    table: Table,
    names: Map<string, string>,
    places: Map<string, Place>,
    add: (id: string, cells: Record<string, string>, place: Place) => void,
  ) => {
    for (const row of table.rows) {
      const { text, choice, report } = rowReader(table.file, row, problems)
      const id = text('email_address').toLowerCase()
      if (id === '') report('email_address', 'Is empty. Give each person an address.')
      if (names.has(id)) report('email_address', `"${id}" stands in an earlier row, too. Keep one of the two.`)
      if (text('grade') === '') report('grade', `Is empty. It is one of: ${grades.join(', ')}.`)
      names.set(id, `${text('first_name')} ${text('last_name')}`.trim())
      const place = {
        grade: grades.indexOf(choice('grade', grades, 'aa')),
        organisation: text('organisation').toLowerCase(),
      }
      places.set(id, place)
      add(id, row.cells, place)
    }
  }
  each(mentees, learners.names, menteePlaces, (id, cells, { grade }) =>
    learners.people.push(learnerOf(id, cells, grade)),
  )
  each(mentors, providers.names, mentorPlaces, (id, cells) => providers.people.push(providerOf(id, cells)))
  if (problems.length > 0) throw new UnusableFile(problems)
  const forbidden = learners.people.flatMap(({ personId }) => {
    const mentee = menteePlaces.get(personId)!
    return providers.people
      .filter((mentor) => isRuledOut(mentee, mentorPlaces.get(mentor.personId)!))
      .map((mentor): [string, string] => [personId, mentor.personId])
  })
  return { learners, providers, forbidden }
}

const isRuledOut = (mentee: Place, mentor: Place): boolean => {
  const above = mentor.grade - mentee.grade
  return mentor.organisation === mentee.organisation || above < 1 || above > gradesAbove
}

const learnerOf = (personId: string, cells: Record<string, string>, grade: number): Learner => {
  const identity = cells.match_with_similar_identity?.toLowerCase() === 'yes' ? (cells.identity_to_match ?? '') : ''
  return {
    personId,
    learnerKind: 'person',
    managerId: undefined,
    consent: new Set(fieldGroupNames.map((group) => `${group} matching` as const)),
    services: [{ service: 'mentor', order: 1, cadence: '', length: '', provider: 'either' }],
    answers: {
      triggers: [],
      goals: [],
      targetBehaviours: [],
      project: { name: '', businessKpi: '', complexity: 1 },
      role: cells.job_title ?? '',
      seniority: seniorities[grade]!,
      tenureYears: 0,
      skillsHeld: [],
      skillsWanted: [cells.profession ?? '', identity].filter(Boolean),
      languages: ['English'],
      zone: 'Europe/London',
      availability: [],
      careerGoal: { words: '', promotion: false },
      needs: { confidentiality: false, context: false },
      impactFlags: [],
    },
  }
}

const providerOf = (personId: string, cells: Record<string, string>): Provider => ({
  personId,
  managerId: undefined,
  free: 1,
  record: {
    ...outsideProgram,
    id: personId,
    service: 'mentor',
    internal: true,
    tier: 'core-domain mentor',
    skills: [cells.profession ?? '', ...(cells.characteristics ?? '').split(',')]
      .map((each) => each.trim())
      .filter(Boolean),
    strengths: [],
    languages: ['English'],
    zone: 'Europe/London',
    availability: [],
    conflicts: [],
    featured: false,
    status: 'selected',
  },
})
