import type { Input } from '../api/client.ts'

/** Hours in which somebody can meet every week: a day (1 is Monday) and times of their own zone. */
export type Hours = Input<'registerProvider'>['body']['availability'][number]

export const days = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'].map((label, at) => ({
  value: String(at + 1),
  label,
}))
