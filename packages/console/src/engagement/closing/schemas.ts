import type { Schema } from '../../form/schema.ts'
import { form, text } from '../schemas.ts'
import type { Engagement } from '../words.ts'

export const kindInWords = {
  'closing-notes': 'Closing notes and transfer checklist',
  'final-outcome': 'Final outcome',
  'progress-report': 'Progress report',
} as const
export type ClosingKind = keyof typeof kindInWords

/** What a coach or a mentor hands in at the end (W14, W22); closing notes of a mentor are welcome, not owed. */
export const kindsOf: Record<Engagement['service'], ClosingKind[]> = {
  coach: ['closing-notes', 'final-outcome'],
  mentor: ['progress-report', 'closing-notes'],
}

const long = 2000
const list = (title: string, items: Schema): Schema => ({ type: 'array', title, items, minItems: 1 })
const kind: Schema = { type: 'string' }

const notes = form({
  kind,
  goals: list(
    'The goals, and how far each was reached',
    form({
      goal: { type: 'string', title: 'Goal', minLength: 1, maxLength: long },
      reached: { type: 'string', title: 'Reached?', enum: ['yes', 'partly', 'no'] },
      evidence: { type: 'string', title: 'By what one sees it', maxLength: 1000 },
    }),
  ),
  context: text('What whoever comes next should know', long, 'Goals and context, never performance.'),
  transfer: list(
    'Transfer checklist',
    form({
      item: { type: 'string', title: 'What', minLength: 1, maxLength: long },
      done: { type: 'boolean', title: 'Is it done?' },
      who: { type: 'string', title: 'Who sees to it', maxLength: 199 },
    }),
  ),
})

const trajectory = form({
  kind,
  start: text('Where it began', long),
  obstacles: text('What stood in the way', long),
  interventions: text('What was tried', long),
  result: text('What came of it', long),
  behaviourEvidenced: { type: 'boolean', title: 'Is a change of behaviour evidenced?' },
})

export const schemaOf = (of: ClosingKind): Schema => (of === 'closing-notes' ? notes : trajectory)
