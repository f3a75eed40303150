import { z } from 'zod'

/** A text that must not be empty, of at most so many characters. */
export const sentence = (longest: number) =>
  z.string().trim().min(1, 'Is empty.').max(longest, `Is longer than ${longest} characters.`)

/** A mark from 1 (lowest) to 5 (highest). */
export const mark = z
  .number()
  .int('Must be a whole number from 1 to 5.')
  .min(1, 'Must be from 1 to 5.')
  .max(5, 'Must be from 1 to 5.')

/** A person of the organisation, by person id. */
export const personId = z.string().regex(/^[0-9A-Za-z]{1,64}$/, 'Must be a `personId` of the list of people.')
