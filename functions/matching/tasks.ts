import { askForCheck, publishRun } from '@pilotgate/core/matching/review/follow-pairs'
import { askReviewer, beginReview, holdReview, remindReviewer } from '@pilotgate/core/matching/review/review-steps'
import { z } from 'zod'
import { step, tasks } from '../lib/task.ts'

const runId = z.string()
const taskToken = z.string()
const reviewer = z.enum(['matching owner', 'program owner'])

export const handler = tasks({
  'begin-review': step({ runId, executionArn: z.string() }, (input, work) =>
    beginReview(work, input, input.executionArn),
  ),
  'ask-reviewer': step({ runId, reviewer, taskToken }, (input, work, { workflows }) =>
    askReviewer(work, workflows, input, input.reviewer, input.taskToken),
  ),
  'remind-reviewer': step({ runId, reviewer }, (input, work) => remindReviewer(work, input, input.reviewer)),
  'publish-run': step({ runId }, (input, work) => publishRun(work, input)),
  'ask-for-check': step({ runId, what: z.enum(['chemistry', 'reassessment']) }, (input, work) =>
    askForCheck(work, input, input.what),
  ),
  'hold-review': step({ runId, taskToken }, (input, work, { workflows }) =>
    holdReview(work, workflows, input, input.taskToken),
  ),
})
