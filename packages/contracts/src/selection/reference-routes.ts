import { service } from '@pilotgate/core/intake/intake-record'
import { reference } from '@pilotgate/core/selection/forms/reference'
import { z } from 'zod'
import { linkKey as key } from '../link-key.ts'
import { defineRoutes } from '../route.ts'
import { base } from './route-parts.ts'

const referenceView = z.object({
  candidateName: z.string(),
  service,
  pathTitle: z.string(),
  programName: z.string(),
  refereeName: z.string(),
  organisation: z.string(),
  relation: z.string(),
  dueAt: z.string(),
  answeredAt: z.string().optional(),
  /** Whether an answer is still taken. */
  open: z.boolean(),
  /** JSON Schema of the `answer`. */
  form: z.record(z.string(), z.unknown()),
})

export const referenceRoutes = defineRoutes({
  readReference: {
    ...base,
    method: 'POST',
    path: '/v1/references/read',
    action: 'public',
    summary: 'Read what a referee is asked; the key of the mail is the permission',
    body: z.strictObject({ key }).meta({ examples: [{ key: 'bm9yZGxpY2h0CjAxS0ZaMFEzVzVUN1I5WUIyTTRONlA4UzBE' }] }),
    output: referenceView,
  },
  giveReference: {
    ...base,
    method: 'POST',
    path: '/v1/references',
    action: 'public',
    summary: 'Give a reference; the key of the mail is the permission, and good once',
    body: z.strictObject({ key, answer: reference }).meta({
      examples: [
        {
          key: 'bm9yZGxpY2h0CjAxS0ZaMFEzVzVUN1I5WUIyTTRONlA4UzBE',
          answer: {
            kind: 'reference',
            behaviourChanged: true,
            whatChanged: 'Delegates releases to her leads with a written brief.',
            measuredBy: 'Share of releases decided in the teams: from 20 to 70 per cent in half a year',
            confidentialityKept: true,
            recommend: 5,
          },
        },
      ],
    }),
    output: referenceView,
  },
})
