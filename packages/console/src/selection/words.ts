import type { Answer } from '../api/client.ts'
import type { RowOf } from '../api/queries.ts'

export type Line = RowOf<'listCandidacies'>
export type Candidacy = Answer<'getCandidacy'>
export type Path = Line['path']
export type Service = Line['service']
type Status = Line['status']

type PathWords = {
  title: string
  /** What one applies as: "Apply as a coach". */
  noun: string
  lead: 'coach lead' | 'mentor lead'
  service: Service
  /** The steps in order, each with the name of its column. */
  steps: [step: string, title: string][]
}

/** The three ways to become a coach or mentor, and their steps. */
export const paths: Record<Path, PathWords> = {
  'external-coach': {
    title: 'External coach',
    noun: 'a coach from outside',
    lead: 'coach lead',
    service: 'coach',
    steps: [
      ['application', 'Application'],
      ['live-demo', 'Live demo'],
      ['references', 'References'],
      ['demo-review', 'Review of the demo'],
      ['co-coaching', 'Co-coaching'],
      ['documents', 'Documents'],
      ['calibration', 'Calibration'],
    ],
  },
  'internal-mentor': {
    title: 'Internal mentor',
    noun: 'a mentor of the organisation',
    lead: 'mentor lead',
    service: 'mentor',
    steps: [
      ['application', 'Application'],
      ['evidence', 'Evidence'],
      ['endorsement', 'Endorsement'],
      ['clause', 'Clause'],
      ['course-week-1', 'Course week 1'],
      ['course-week-2', 'Course week 2'],
      ['course-week-3', 'Course week 3'],
      ['course-week-4', 'Course week 4'],
      ['calibration', 'Calibration'],
    ],
  },
  'internal-coach': {
    title: 'Internal coach',
    noun: 'a coach of the organisation',
    lead: 'coach lead',
    service: 'coach',
    steps: [
      ['application', 'Application'],
      ['interview', 'Interview'],
      ['simulation-performance', 'Simulation: performance'],
      ['simulation-transition', 'Simulation: transition'],
      ['practice', 'Practice'],
      ['time-allocation', 'Time allocation'],
      ['confidentiality', 'Confidentiality'],
      ['role-profile', 'Role profile'],
      ['calibration', 'Calibration'],
    ],
  },
}

export const pathList = Object.entries(paths) as [Path, PathWords][]

/** What a step is called; a step that is not known here keeps the title that the API gives it. */
export const stepWords = (path: Path, step: string, title: string): string =>
  paths[path].steps.find(([name]) => name === step)?.[1] ?? title

export const statusWords: Record<Status, string> = {
  open: 'On the way',
  appointed: 'Appointed',
  rejected: 'Turned down',
  withdrawn: 'Withdrawn',
}

export const endings = ['appointed', 'rejected', 'withdrawn'] as const satisfies Status[]
