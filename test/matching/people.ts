import { type FieldGroup, fieldGroupNames } from '@pilotgate/core/intake/consent'
import { behaviours, type IntakeAnswers, impactFlags, triggers } from '@pilotgate/core/intake/intake-form'
import type { Learner, MatchingSettings, Provider } from '@pilotgate/core/matching/cohort'
import { profiles } from '@pilotgate/core/matching/weights'
import fc from 'fast-check'

/** A week without a clock change in Europe and America. */
export const week = '2027-01-04'
export const settings: MatchingSettings = { profiles, objective: 'best-score' }

export const consentTo = (...groups: FieldGroup[]): Learner['consent'] =>
  new Set(groups.map((group) => `${group} matching` as const))

const answers: IntakeAnswers = {
  triggers: ['retention risk'],
  goals: [],
  targetBehaviours: ['feedback', 'delegation'],
  project: { name: 'Migration', businessKpi: 'Lead time', complexity: 3 },
  role: 'Lead',
  seniority: 3,
  tenureYears: 4,
  skillsHeld: [],
  skillsWanted: ['SQL', 'Go', 'Rust', 'Kafka'],
  languages: ['English'],
  zone: 'Europe/Berlin',
  availability: [{ day: 1, from: '09:00', to: '12:00' }],
  careerGoal: { words: 'Grow', promotion: false },
  needs: { confidentiality: false, context: false },
  impactFlags: [],
}

const mentor: Learner['services'][number] = { service: 'mentor', order: 1, cadence: '', length: '', provider: 'either' }

type LearnerChanges = Partial<Omit<Learner, 'answers'>> & { answers?: Partial<IntakeAnswers> }
export const learner = (personId: string, changes: LearnerChanges = {}): Learner => ({
  personId,
  learnerKind: 'person',
  managerId: undefined,
  consent: consentTo(...fieldGroupNames),
  services: [mentor],
  ...changes,
  answers: { ...answers, ...changes.answers },
})

export const bothServices: Learner['services'] = [
  { ...mentor, service: 'coach', order: 1 },
  { ...mentor, order: 2 },
]

type ProviderChanges = Partial<Provider['record']> & { free?: number; managerId?: string }
export const provider = (personId: string, { free = 1, managerId, ...record }: ProviderChanges = {}): Provider => ({
  personId,
  managerId,
  free,
  record: {
    tenantId: 'acme',
    scope: 'program',
    id: personId,
    version: 1,
    service: 'mentor',
    internal: true,
    tier: 'core-domain mentor',
    skills: ['sql', 'go'],
    strengths: ['feedback'],
    languages: ['english'],
    zone: 'Europe/Berlin',
    availability: [{ day: 1, from: '10:00', to: '14:00' }],
    sponsorship: { introductions: 4, actions: 1 },
    outcomes: { reached: 3, all: 4 },
    conflicts: [],
    featured: false,
    status: 'selected',
    ...record,
  },
})

// Few different values, so that people share things, hours touch and scores tie.
const some = <Value>(values: readonly Value[], most = values.length) =>
  fc.uniqueArray(fc.constantFrom(...values), { maxLength: most })
const zones = ['Europe/Berlin', 'America/New_York', 'Asia/Kathmandu', 'Pacific/Auckland', 'Nowhere/Land']
const skills = ['SQL', ' s q l ', 'Go', 'Rust', 'Kafka', '']
const languages = ['English', 'german', 'German', 'FRENCH']
const windows = fc.array(
  fc.record({
    day: fc.integer({ min: 1, max: 7 }),
    from: fc.constantFrom('00:00', '08:10', '09:00', '10:30'),
    to: fc.constantFrom('10:35', '12:00', '17:45', '24:00'),
  }),
  { maxLength: 4 },
)
const ids = ['L0', 'L1', 'L2', 'L3', 'P0', 'P1', 'P2', 'P3']

export const anyLearner = (personId: string): fc.Arbitrary<Learner> =>
  fc
    .record({
      learnerKind: fc.constantFrom('person' as const, 'person' as const, 'agent' as const),
      managerId: fc.option(fc.constantFrom(...ids), { nil: undefined }),
      groups: fc.oneof(
        { weight: 3, arbitrary: fc.constant(fieldGroupNames as FieldGroup[]) },
        { weight: 2, arbitrary: some(fieldGroupNames) },
      ),
      services: fc.constantFrom([mentor], bothServices, [{ ...mentor, provider: 'external' as const }]),
      answers: fc.record({
        triggers: some(triggers),
        targetBehaviours: some(behaviours, 3),
        seniority: fc.integer({ min: 1, max: 5 }),
        skillsWanted: some(skills),
        languages: some(languages),
        zone: fc.constantFrom(...zones),
        availability: windows,
        impactFlags: some(impactFlags),
      }),
    })
    .map(({ groups, ...changes }) => learner(personId, { ...changes, consent: consentTo(...groups) }))

export const anyProvider = (personId: string): fc.Arbitrary<Provider> =>
  fc
    .record({
      free: fc.integer({ min: 0, max: 2 }),
      managerId: fc.option(fc.constantFrom(...ids), { nil: undefined }),
      service: fc.constantFrom('mentor' as const, 'mentor' as const, 'coach' as const),
      internal: fc.boolean(),
      skills: some(skills),
      strengths: some(behaviours, 6),
      languages: some(languages),
      zone: fc.constantFrom(...zones),
      availability: windows,
      sponsorship: fc.option(fc.record({ introductions: fc.nat(15), actions: fc.nat(7) }), { nil: undefined }),
      outcomes: fc.option(fc.record({ reached: fc.nat(5), all: fc.integer({ min: 0, max: 9 }) }), { nil: undefined }),
      conflicts: some(ids, 1),
      featured: fc.boolean(),
      status: fc.constantFrom('selected' as const, 'selected' as const, 'selected' as const, 'suspended' as const),
    })
    .map((changes) => provider(personId, changes as ProviderChanges))

/** Up to this many participants `L0` … and providers `P0` … */
export const anyCohort = (most: number) =>
  fc.tuple(fc.nat(most), fc.nat(most)).chain(([learners, providers]) =>
    fc.record({
      learners: fc.tuple(...Array.from({ length: learners }, (_, index) => anyLearner(`L${index}`))),
      providers: fc.tuple(...Array.from({ length: providers }, (_, index) => anyProvider(`P${index}`))),
    }),
  )
