import type { Schema } from '../../form/schema.ts'
import type { Gate } from './gate.ts'

type Need = Gate['needs'][number]

const answers = { type: 'integer', minimum: 1, title: 'From how many answers' } as const

const valueParts: Record<Need['kind'], Record<string, Schema>> = {
  'yes-no': { yes: { type: 'boolean' } },
  count: { count: { type: 'integer', minimum: 0, title: 'How many' } },
  ratio: {
    part: { type: 'number', minimum: 0, title: 'How many of them' },
    whole: { type: 'number', minimum: 0, title: 'Of how many in all' },
  },
  rating: { median: { type: 'number', minimum: 1, maximum: 5, title: 'Median, from 1 to 5' }, answers },
  change: {
    change: { type: 'number', title: 'Movement against the baseline; above 0 is the wanted direction' },
    answers,
  },
}

/** The form in which a fact is stated: its value by its kind, the source, and a note. */
export const statementSchema = ({ kind, words }: Pick<Need, 'kind' | 'words'>): Schema => {
  const parts = valueParts[kind]
  const named = kind === 'yes-no' ? { yes: { ...parts.yes, title: `Is it so? ${words}` } } : parts
  return {
    type: 'object',
    properties: {
      value: {
        type: 'object',
        title: kind === 'yes-no' ? '' : words,
        properties: { kind: { const: kind }, ...named },
        required: ['kind', ...Object.keys(parts)],
      },
      source: { type: 'string', minLength: 3, maxLength: 500, title: 'Where does the value come from?' },
      note: { type: 'string', maxLength: 2000, title: 'Note' },
    },
    required: ['value', 'source'],
  }
}
