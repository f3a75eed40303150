import type { Body } from '@pilotgate/contracts/route'
import type { routes } from '@pilotgate/contracts/routes'
import { type FieldGroup, fieldGroupNames, type Purpose, purposes } from '@pilotgate/core/intake/consent'
import {
  type Availability,
  behaviours,
  type Goal,
  type IntakeAnswers,
  impactFlags,
  triggers,
} from '@pilotgate/core/intake/intake-form'
import type { RosterRow } from '@pilotgate/core/intake/roster'
import type { Chance } from './chance.ts'

const skills = [
  ...['python', 'data analysis', 'machine learning', 'cloud architecture', 'product strategy', 'budgeting'],
  ...['agile delivery', 'negotiation', 'stakeholder management', 'prompt design', 'risk management', 'hiring'],
]

const projects = [
  { name: 'Demand forecast', businessKpi: 'forecast error' },
  { name: 'Claims copilot', businessKpi: 'hours per claim' },
  { name: 'Release train', businessKpi: 'delivery reliability' },
  { name: 'Service assistant', businessKpi: 'first-contact resolution' },
]

/** A goal that can be measured, for each behaviour it may be about. */
const aims = [
  ['delegation', 'Delegate decisions on releases, with a written brief', 'At least 4 of 5 decisions a month', '1 of 5'],
  [
    'feedback',
    'Give each report one specific example of what worked',
    'Rating of 4 in the team pulse',
    '2.9 in the pulse',
  ],
  ['decision making', 'Write down the options and decide within two days', '8 of 10 decisions a month', '4 of 10'],
  [
    'conflict',
    'Name the disagreement and ask both sides for their facts',
    '3 of 4 conflicts settled in a week',
    '1 of 4',
  ],
  [
    'communication',
    'Summarise what was agreed and who does what',
    'Every meeting of the month, counted by a peer',
    'never',
  ],
  [
    'prioritisation',
    'Decline requests outside the roadmap, with a reason',
    'At most 2 unplanned items a sprint',
    '7 a sprint',
  ],
] as const

const situations = [
  'In the weekly planning meeting with my team leads',
  'With the product managers in the steering committee',
  'During incident reviews with my engineers',
  'When a release slips and stakeholders ask why',
]

/** What many write first: nobody could tell whether it is reached. */
const vague = { behaviour: 'Become a better leader', measure: 'People notice it' }

/** A simulated participant's way with chance: the same person says the same on every occasion. */
const dice = ({ email }: RosterRow, chance: Chance) => {
  const roll = (what: string) => chance('intake', what, email)
  const one = <T>(what: string, of: readonly T[]): T => of[Math.floor(roll(what) * of.length)]!
  const some = <T>(what: string, of: readonly T[], how: number): T[] =>
    of.toSorted((a, b) => roll(`${what} ${a}`) - roll(`${what} ${b}`)).slice(0, how)
  return { roll, one, some }
}

const goalsOf = (person: RosterRow, chance: Chance): { goals: Goal[]; about: IntakeAnswers['targetBehaviours'] } => {
  const { roll, one, some } = dice(person, chance)
  const chosen = some('aims', aims, roll('how many aims') < 0.4 ? 2 : 1)
  const goals = chosen.map(([, behaviour, measure, baseline]): Goal => {
    return { behaviour, situation: one(`where ${behaviour}`, situations), measure, baseline, date: '2027-06-11' }
  })
  return { goals, about: chosen.map(([behaviour]) => behaviour) }
}

/** Hours on two or three days, at a time of day that suits the person. */
const hoursOf = (person: RosterRow, chance: Chance): Availability[] => {
  const { roll, some } = dice(person, chance)
  const [from, to] = roll('time of day') < 0.5 ? ['08:00', '12:00'] : ['13:00', '18:00']
  return some('days', [1, 2, 3, 4, 5], roll('how many days') < 0.5 ? 2 : 3)
    .toSorted()
    .map((day) => ({ day, from: from!, to: to! }))
}

/**
 * What a simulated person answers. One in six writes vague goals at first (`corrected: false`) and puts them right once the intake
 * comes back.
 */
export const intakeOf = (person: RosterRow, chance: Chance, { corrected }: { corrected: boolean }): IntakeAnswers => {
  const { roll, one, some } = dice(person, chance)
  const { goals, about } = goalsOf(person, chance)
  const vagueFirst = !corrected && roll('vague') < 1 / 6
  const mixed = some('skills', skills, 7)
  return {
    triggers: some('triggers', triggers, roll('how many triggers') < 0.8 ? 1 : 2),
    goals: vagueFirst ? goals.map((goal) => ({ ...goal, ...vague })) : goals,
    targetBehaviours: [...new Set([...about, one('behaviour', behaviours)])],
    project: { ...one('project', projects), complexity: 1 + Math.floor(roll('complexity') * 5) },
    role: one('role', ['Engineering lead', 'Product lead', 'Data lead', 'Operations lead']),
    seniority: 1 + Math.floor(roll('seniority') * 4),
    tenureYears: Math.floor(roll('tenure') * 12),
    skillsHeld: mixed.slice(0, 4),
    skillsWanted: mixed.slice(4),
    languages: ['English', ...(person.zone === 'Europe/Berlin' ? ['German'] : [])],
    zone: person.zone,
    availability: hoursOf(person, chance),
    careerGoal: { words: 'Lead a larger area', promotion: roll('promotion') < 0.3 },
    needs: { confidentiality: roll('confidentiality') < 0.3, context: roll('context') < 0.4 },
    impactFlags: impactFlags.filter((flag) => roll(flag) < 0.08),
  }
}

/** What most people consent to: matching with all of it, and what else helps them. */
const usual: Record<Purpose, readonly FieldGroup[]> = {
  matching: fieldGroupNames,
  scheduling: ['availability'],
  analytics: ['goals', 'career'],
  manager: ['goals'],
  sponsor: ['goals'],
  hr: ['skills'],
  ai: ['goals'],
}

/** One in fifteen keeps one group of fields to themselves, and not everyone lets AI near their goals. */
export const consentOf = (person: RosterRow, chance: Chance): Body<typeof routes.changeConsent>['choices'] => {
  const { roll, one } = dice(person, chance)
  const kept = roll('keeps') < 1 / 15 ? one('kept', ['career', 'impact', 'skills', 'needs'] as const) : undefined
  return purposes
    .filter((purpose) => purpose !== 'ai' || roll('ai') < 0.6)
    .flatMap((purpose) =>
      usual[purpose].filter((group) => group !== kept).map((group) => ({ group, purpose, granted: true })),
    )
}
