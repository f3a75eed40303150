import type { Goal, IntakeAnswers } from '@pilotgate/core/intake/intake-form'

export const measurableGoal: Goal = {
  behaviour: 'Delegate decisions on releases, with a written brief',
  situation: 'In the weekly planning meeting with my five team leads',
  measure: 'At least 4 of 5 decisions a month',
  date: '2027-06-30',
  baseline: '1 of 5 decisions',
}

export const vagueGoal: Goal = { ...measurableGoal, behaviour: 'Become a better leader', measure: 'I feel it' }

/** Complete answers of a person, with changes. */
export const completeAnswers = (changes: Partial<IntakeAnswers> = {}): IntakeAnswers => ({
  triggers: ['performance gap'],
  goals: [measurableGoal],
  targetBehaviours: ['delegation'],
  project: { name: 'Atlas', businessKpi: 'release reliability', complexity: 3 },
  role: 'Engineering lead',
  seniority: 2,
  tenureYears: 4,
  skillsHeld: ['python'],
  skillsWanted: ['negotiation'],
  languages: ['English'],
  zone: 'Europe/Berlin',
  availability: [{ day: 1, from: '09:00', to: '12:00' }],
  careerGoal: { words: 'Lead a larger area', promotion: false },
  needs: { confidentiality: false, context: false },
  impactFlags: [],
  ...changes,
})
