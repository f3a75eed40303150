import type { materialView } from '@pilotgate/contracts/selection/views'
import type { z } from 'zod'
import type { Hints } from '../../form/schema.ts'

export type Material = z.output<typeof materialView>

/** What the material of a selection's task tells its form: what to score, whom to choose from, which version is signed. */
export const selectionHints = (material: Material, role: string): Hints => ({
  ...words,
  ...judging(material),
  ...scoring(material),
  ...quiz(material),
  ...naming(material),
  version: { fixed: material.document?.version },
  name: { label: 'Your full name, as the roster has it', description: 'It stands for your signature.' },
  protectedPercent:
    material.document?.document === 'time-allocation'
      ? { label: 'Protected share of working time', unit: 'per cent', needed: role === 'manager' }
      : { hidden: true },
})

const judging = ({ rules }: Material): Hints => ({
  findings: {
    label: 'Is what the rules ask for there?',
    rows: rules.map(({ rule, words: said }) => ({ label: `${rule}: ${said}`, fixed: { rule } })),
  },
  'findings.met': { label: 'Is it met?' },
  'findings.note': { label: 'What shows it' },
  holdUntil: {
    label: 'Until which day may what is missing still come?',
    description: 'Two weeks when you leave it empty. It counts only when a rule is not met.',
  },
  reject: {
    label: 'Reasons to turn the candidate down for good',
    description: 'Only for that; they are told to the candidate. Without a reason, what is missing may still come.',
    noun: 'reason',
  },
})

const scoring = ({ rubric }: Material): Hints => ({
  marks: {
    label: 'Your marks',
    keys: rubric?.dimensions.map(({ dimension, words: said, anchors: { one, three, five } }) => ({
      key: dimension,
      label: said,
      description: `1: ${one}\n3: ${three}\n5: ${five}`,
    })),
  },
  rules: { label: 'Yes or no', keys: rubric?.knockOuts.map(({ rule, words: said }) => ({ key: rule, label: said })) },
})

const quiz = ({ quiz: asked }: Material): Hints => ({
  answers: {
    label: 'Scenarios',
    keys: asked?.map(({ question, words: said, options }) => ({
      key: question,
      label: said,
      options: options.map(({ option, words: told }) => ({ value: option, label: told })),
    })),
  },
})

const naming = ({ eligible, rubric }: Material): Hints => {
  if (!eligible) return { conflicts: { fixed: [] } }
  const options = eligible
    .map(({ personId, name, roles }) => ({ value: personId, label: name, description: roles.join(', ') || undefined }))
    .toSorted((a, b) => a.label.localeCompare(b.label))
  const least = rubric && `At least ${rubric.minimumPanel} people`
  const composition = rubric?.composition.length ? `, among them: ${rubric.composition.join(', ')}` : ''
  return {
    members: { options, label: 'Who is in the panel?', description: least && `${least}${composition}.` },
    peers: { options, label: 'Which peers are to look at it?' },
    conflicts: { options, label: 'Whom must you not be matched with, or judged by?' },
  }
}

/** Labels of the fields whose names do not say enough. */
const words: Hints = {
  'credential.level': { label: 'Level of the credential (International Coaching Federation)' },
  'credential.number': { label: 'Number of the credential' },
  outcomes: { label: 'Outcomes of earlier engagements', noun: 'outcome' },
  'outcomes.engagement': { label: 'Which engagement was it?' },
  'outcomes.measure': { label: 'What was measured?' },
  'outcomes.before': { label: 'How was it before?' },
  'outcomes.after': { label: 'How was it afterwards?' },
  history: { label: 'Your history of promotions and success' },
  introductions: { label: 'Introductions of the last 18 months', noun: 'introduction' },
  'introductions.on': { label: 'On which day?' },
  'introductions.who': { label: 'Whom did you introduce?' },
  'introductions.to': { label: 'To whom?' },
  'introductions.result': { label: 'What came of it?' },
  referenceNotes: { label: 'Notes of people who can tell how you mentor' },
  'biasTraining.completedOn': { label: 'Completed on' },
  biasTraining: { label: 'Bias-awareness training' },
  'biasTraining.by': { label: 'Who gave it?' },
  examples: { label: 'Examples of your coaching', noun: 'example' },
  motivation: { label: 'Why do you want to coach?' },
  heldOn: { label: 'Held on' },
  minutes: { label: 'How long did it last?', unit: 'minutes' },
  revertedToTelling: { label: 'Did they revert to telling under pressure?' },
  endorsed: { label: 'Do you endorse them?' },
  meetsOn: { label: 'Day on which the panel meets' },
  referees: { noun: 'referee' },
  'referees.email': { label: 'E-mail address' },
  'referees.relation': { label: 'How do they know your work?' },
  link: { label: 'Link to the recording' },
  specific: { label: 'Was the feedback specific?' },
  aboutBehaviour: { label: 'Was it about behaviour and its effect?' },
  invitesReply: { label: 'Did it ask for the view of the other?' },
  situation: { label: 'The case' },
  steps: { label: 'How it is escalated', noun: 'step' },
  'steps.who': { label: 'Who' },
  'steps.does': { label: 'Does what' },
  'steps.within': { label: 'Within which time' },
  action: { label: 'What kind of action?' },
  what: { label: 'What will you do?' },
  verifiedBy: { label: 'Who can verify it?' },
  dueOn: { label: 'Done by', description: 'At most 60 days from today.' },
  sessions: { label: 'Your coached sessions', noun: 'session' },
  'sessions.on': { label: 'On which day?' },
  'sessions.minutes': { label: 'How long did it last?', unit: 'minutes' },
  'sessions.recorded': { label: 'Was it recorded?' },
  learned: { label: 'What did you learn?' },
}
