import type { Hints, Schema } from './schema.ts'

/** What an answer is sent in: the form of its `answer`, and a note where there is no other room for one. Fields are then named as the API does. */
export const bodyOf = (form: Record<string, unknown> | undefined, { noted = false } = {}): Schema => ({
  type: 'object',
  properties: {
    ...(form && { answer: form as Schema }),
    ...(noted && { note: { type: 'string', maxLength: 2000 } }),
  },
  required: form ? ['answer'] : [],
})

/** Hints of the form of an answer, in place in what is sent. */
export const hintsOfBody = (answer: Hints): Hints => ({
  '': { plain: true },
  ...Object.fromEntries(Object.entries(answer).map(([path, hint]) => [`answer.${path}`, hint])),
  answer: { plain: true, ...answer[''] },
  note: { label: 'Note', description: 'What one should know about it: where it comes from, what was left open.' },
})
