import type { Answer } from '../api/client.ts'
import { inWords } from '../form/words.ts'

export type Intake = Answer<'getIntake'>
export type Answers = Intake['answers']
export type Decision = NonNullable<Intake['decision']>
export type Plan = Decision['services'][number]
export type IntakeForm = Answer<'getIntakeForm'>

/** What brings a participant to the program, as they would say it. */
const triggerMeanings: Record<string, string> = {
  'performance gap': 'Something in a project has to go better, soon.',
  'career transition': 'A new role, or the way to a promotion.',
  'behaviour shift': 'To act differently where much depends on it.',
  'retention risk': 'You think of leaving, or do not see your place here.',
  'behaviour and sponsorship': 'To act differently, and somebody who opens doors.',
}

/** The choices of a vocabulary, each with what it means where that is known. */
export const choicesOf = (words: readonly string[]) =>
  words.map((value) => ({ value, label: inWords(value), description: triggerMeanings[value] }))

/** What is asked, by the path of the field. */
export const fieldWords: Record<string, string> = {
  triggers: 'What brings you here',
  targetBehaviours: 'Behaviours you aim at',
  goals: 'Goals',
  'goals.behaviour': 'What you will do differently',
  'goals.situation': 'Where, when or with whom',
  'goals.measure': 'How one will see it',
  'goals.date': 'By when',
  'goals.baseline': 'How it is today',
  'project.name': 'Project',
  'project.businessKpi': 'Business number it serves',
  'project.complexity': 'Complexity, from 1 (simple) to 5 (very complex)',
  role: 'Role',
  seniority: 'Level, from 1 (first-line lead) to 5 (executive)',
  tenureYears: 'Years in this organisation',
  'careerGoal.words': 'Career goal',
  'careerGoal.promotion': 'It is a promotion',
  skillsHeld: 'Skills you have',
  skillsWanted: 'Skills you want',
  languages: 'Languages you can work in',
  zone: 'Time zone',
  availability: 'Hours of each week',
  'needs.confidentiality': 'Challenge in confidence, by somebody neutral',
  'needs.context': 'Somebody who knows this organisation and its people',
  impactFlags: 'What applies to your role',
  failureModes: 'Ways in which the agent fails',
  trainerId: 'Who trains the agent',
}

/** The services as the people who get them call them. */
export const serviceWords: Record<Plan['service'], string> = { coach: 'Coach', mentor: 'Mentor' }

export const providerWords: Record<Plan['provider'], string> = {
  external: 'From outside the organisation',
  internal: 'Of the organisation',
  either: 'From outside or of the organisation',
}

/** "First the coach, then the mentor"; those with equal numbers run side by side. */
export const servicesInWords = (services: readonly Plan[]): string => {
  const steps = [...Map.groupBy(services, ({ order }) => order)].sort(([a], [b]) => a - b)
  return inWords(steps.map(([, side]) => side.map(({ service }) => service).join(' and ')).join(', then '))
}
