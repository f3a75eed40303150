import { closeOut } from '@pilotgate/core/engagement/closing/close-out'
import {
  askEngagement,
  beginEngagement,
  holdEngagement,
  remindEngagement,
} from '@pilotgate/core/engagement/engagement-steps'
import { lookAtPair } from '@pilotgate/core/engagement/looks/look-at-pair'
import { z } from 'zod'
import { step, tasks } from '../lib/task.ts'

const engagementId = z.string()
const taskToken = z.string()
const asked = z.enum(['charter', 'agreement', 'kickoff', 'closing'])
/** Step Functions writes times with or without milliseconds. */
const startedAt = z.iso.datetime()

export const handler = tasks({
  'begin-engagement': step({ engagementId, executionArn: z.string() }, (input, work) =>
    beginEngagement(work, input, input.executionArn),
  ),
  'ask-engagement': step({ engagementId, asked, taskToken, startedAt }, (input, work, { workflows }) =>
    askEngagement(work, workflows, input, input),
  ),
  'remind-engagement': step({ engagementId, asked }, (input, work) => remindEngagement(work, input, input.asked)),
  'look-at-pair': step({ engagementId, startedAt }, (input, work) => lookAtPair(work, input, input.startedAt)),
  'close-out': step({ engagementId }, (input, work) => closeOut(work, input)),
  'hold-engagement': step({ engagementId, taskToken }, (input, work, { workflows }) =>
    holdEngagement(work, workflows, input, input.taskToken),
  ),
})
