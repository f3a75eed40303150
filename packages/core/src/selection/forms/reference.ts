import { z } from 'zod'
import { mark, sentence } from './field.ts'

/** Whom to ask (S-C4): people of organisations that the candidate coached in. Never the candidate's own address. */
export const referees = z.strictObject({
  kind: z.literal('referees'),
  referees: z
    .array(
      z.strictObject({
        name: sentence(120),
        email: z.email('Must be an e-mail address.'),
        organisation: sentence(120),
        relation: sentence(200),
      }),
    )
    .min(2, 'Name at least two referees (S-C4).')
    .max(5, 'Name five at most.'),
})

/** What a referee says. It counts when it verifies that behaviour changed. */
export const reference = z.strictObject({
  kind: z.literal('reference'),
  behaviourChanged: z.boolean(),
  whatChanged: sentence(2000),
  measuredBy: sentence(500),
  confidentialityKept: z.boolean(),
  recommend: mark,
})
