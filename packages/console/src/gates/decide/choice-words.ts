import type { Input } from '../../api/client.ts'

export type Choice = Input<'decideGate'>['body']['choice']

type Words = { label: string; does: string; after: string }

/** What each choice is called, what it does, and what has come of it. */
const words: Record<Choice, Words> = {
  pass: {
    label: 'Pass',
    does: 'The criterion is met.',
    after: 'The criterion was met; the next week opens by itself.',
  },
  remediate: {
    label: 'Remediate and recheck',
    does: 'Put it right first. The facts are checked again on a day you choose; until then the next week does not open.',
    after: 'It is put right first; the facts are checked again.',
  },
  waive: {
    label: 'Waive',
    does: 'Go on although the criterion is not met. Your reason stays on the record.',
    after: 'The criterion was waived; the program goes on with the next week.',
  },
  pivot: {
    label: 'Pivot',
    does: 'Change course and go on. The program lead gets your plan as a task.',
    after: 'The program changes course and goes on with the next week. The program lead has the plan as a task.',
  },
  stop: {
    label: 'Stop the program',
    does: 'End the program here. This cannot be undone.',
    after: 'The program was stopped at this gate. Nothing more opens.',
  },
  continue: {
    label: 'Continue',
    does: 'Go on as planned.',
    after: 'The program goes on as planned.',
  },
  'same budget': {
    label: 'Same budget',
    does: 'Go on with the budget as it is.',
    after: 'The program goes on with the same budget.',
  },
  'adjust budget': {
    label: 'Adjust the budget',
    does: 'Go on with another budget; say in the reason which.',
    after: 'The program goes on with an adjusted budget.',
  },
  scale: {
    label: 'Scale',
    does: 'Offer the program to more people. Needs a plan for whatever the scale checklist missed.',
    after: 'The program is to be scaled, by the timeline and with the budget of the decision.',
  },
  iterate: {
    label: 'Iterate',
    does: 'Run it again, improved, before it grows. Needs a plan for whatever the scale checklist missed.',
    after: 'The program is to be run again, improved, by the timeline and with the budget of the decision.',
  },
  sunset: {
    label: 'Sunset',
    does: 'Bring the program to an orderly end.',
    after: 'The program comes to an orderly end.',
  },
  go: { label: 'Go', does: 'Go on with the next stage.', after: 'The program goes on with the next stage.' },
}

export const choiceInWords = (choice: string): string => words[choice as Choice]?.label ?? choice
export const doesInWords = (choice: string): string => words[choice as Choice]?.does ?? ''
export const afterInWords = (choice: Choice): string => words[choice].after
