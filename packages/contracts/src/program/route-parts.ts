import { z } from 'zod'

/** What the routes of programs and their people have in common. */
export const steerBody = z
  .strictObject({
    reason: z
      .string()
      .trim()
      .min(3, 'Say why, in a few words.')
      .max(2000)
      .meta({ description: 'Why, in a few words; kept in the history' }),
  })
  .meta({ examples: [{ reason: 'The works council has agreed.' }] })
