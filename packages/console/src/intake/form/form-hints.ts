import type { Hints, Option } from '../../form/schema.ts'
import { type Answers, choicesOf, fieldWords, type IntakeForm } from '../words.ts'

type Asked = {
  form: IntakeForm
  /** An agent has no hours; it has a log of failures and a trainer. */
  ofAgent: boolean
  /** What is saved so far. */
  answers: Answers
  /** The zone of this device. */
  zone: string
  /** Who can be named as trainer. */
  trainers: Option[]
}

/** What people are told of each question of the intake. */
export const intakeHints = ({ form, answers, ofAgent, zone, trainers }: Asked): Hints => {
  const { triggers, behaviours, impactFlags } = form.vocabulary
  const labels = Object.fromEntries(Object.entries(fieldWords).map(([path, label]) => [path, { label }]))
  const more: Hints = {
    triggers: {
      options: choicesOf(triggers),
      description: 'One or more. They decide whether a coach or a mentor helps.',
    },
    targetBehaviours: { options: choicesOf(behaviours), description: 'Up to three.' },
    goals: {
      label: 'One to three goals',
      noun: 'goal',
      description:
        'A goal counts when others could see whether you reached it; one that is too vague comes back with what is missing.',
    },
    'goals.behaviour': { description: 'Something others can see: “Ask two open questions before I give my own view”.' },
    'goals.situation': {
      description: 'An occasion, people or a time: “In the weekly planning with my five team leads”.',
    },
    'goals.measure': { description: 'A number, a frequency or a rating: “At least 4 of 5 decisions a month”.' },
    'goals.date': { description: 'A day after today, at most six months after the end of the program.' },
    'goals.baseline': { description: 'The same measure today: “1 of 5 decisions”, “never”.' },
    project: { plain: true },
    'project.businessKpi': { description: 'As your organisation calls it: “Lead time of releases”.' },
    'project.complexity': { label: 'Complexity', ends: ['simple', 'very complex'] },
    role: { description: 'As it stands in the directory of your organisation.' },
    seniority: { label: 'Level', ends: ['first-line lead', 'executive'] },
    careerGoal: { label: 'Career goal', plain: true },
    'careerGoal.words': { description: 'In a sentence or two.' },
    'careerGoal.promotion': { label: 'Is that a promotion?' },
    languages: { description: 'You and your coach or mentor need one in common.' },
    zone: {
      options: [...new Set([answers.zone ?? zone, zone, ...Intl.supportedValuesOf('timeZone')])]
        .sort()
        .map((value) => ({ value, label: value })),
    },
    needs: { plain: true },
    'needs.confidentiality': { label: 'Do you want to be challenged in confidence, by somebody neutral?' },
    'needs.context': { label: 'Do you want somebody who knows this organisation and its people?' },
    impactFlags: { options: choicesOf(impactFlags), description: 'Leave it empty when nothing applies.' },
    failureModes: { noun: 'way it fails', needed: true, description: 'At least one.' },
    trainerId: { options: trainers, needed: true, description: 'Somebody active in this program.' },
  }
  // What an agent has of these stays as it is; a person has none of the others.
  const hidden: Hints = ofAgent
    ? { zone: { hidden: true, fixed: answers.zone }, availability: { hidden: true, fixed: answers.availability } }
    : { failureModes: { hidden: true }, trainerId: { hidden: true } }
  return {
    ...labels,
    ...Object.fromEntries(Object.entries(more).map(([path, hint]) => [path, { ...labels[path], ...hint }])),
    ...hidden,
  }
}
