import { z } from 'zod'
import { linkKey as key } from '../link-key.ts'
import { defineRoutes } from '../route.ts'
import { taskAnswerBody } from './task-answer.ts'
import { taskLinkView } from './task-link-views.ts'

const base = { method: 'POST', function: 'gates/api', tag: 'Tasks', action: 'public' } as const
const sampleKey = 'bm9yZGxpY2h0CjAxS0ZaMFEzVzVUN1I5WUIyTTRONlA4UzBE'

/** What the link of a mail can do without a sign-in (F3): with its own task, and by POST alone. */
export const taskLinkRoutes = defineRoutes({
  readTaskLink: {
    ...base,
    path: '/v1/task-links/read',
    summary: 'Read the task that the link of a mail opens; the key is the permission',
    description: 'Changes nothing. A link is good until its task is done, at the latest until 14 days after it is due.',
    body: z.strictObject({ key }).meta({ examples: [{ key: sampleKey }] }),
    output: taskLinkView,
  },
  answerTaskLink: {
    ...base,
    path: '/v1/task-links/answer',
    summary: 'Do the task that the link of a mail opens; the key is the permission, and good once',
    description: 'Takes what `POST …/tasks/{taskId}/answer` takes. The same answer again changes nothing.',
    body: z.strictObject({ key, ...taskAnswerBody }).meta({
      examples: [
        { key: sampleKey, answer: { kind: 'rating', ratings: { 'R01.self': 4 } } },
        { key: sampleKey, note: 'Done on Tuesday.' },
      ],
    }),
    output: taskLinkView,
  },
  renewTaskLink: {
    ...base,
    path: '/v1/task-links/renew',
    summary: 'Have a new link mailed to the person of the task; at most once an hour',
    description: 'The link that was sent before opens nothing any more, but can still be read and renewed.',
    body: z.strictObject({ key }).meta({ examples: [{ key: sampleKey }] }),
    output: z.object({ sentTo: z.string().meta({ description: 'The address, as `m…@example.com`' }) }),
  },
})
