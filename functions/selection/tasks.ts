import { appointCandidate } from '@pilotgate/core/selection/appoint-candidate'
import { askStep } from '@pilotgate/core/selection/ask-step'
import { beginCandidacy } from '@pilotgate/core/selection/begin-candidacy'
import { rejectCandidate } from '@pilotgate/core/selection/close-candidacy'
import { checkCommitment, remindOfCommitment } from '@pilotgate/core/selection/commitment-steps'
import { holdStep } from '@pilotgate/core/selection/hold-step'
import { remindStep } from '@pilotgate/core/selection/remind-step'
import { z } from 'zod'
import { step, tasks } from '../lib/task.ts'

const candidacyId = z.string()
const stepName = z.string()
const taskToken = z.string()

export const handler = tasks({
  'begin-candidacy': step({ candidacyId, executionArn: z.string() }, (input, work) =>
    beginCandidacy(work, input, input.executionArn),
  ),
  'ask-step': step(
    { candidacyId, step: stepName, taskToken, startedAt: z.iso.datetime().optional() },
    (input, work, { workflows }) => askStep(work, workflows, input, input.step, input.taskToken, input.startedAt),
  ),
  'remind-step': step({ candidacyId, step: stepName }, (input, work) => remindStep(work, input, input.step)),
  'hold-step': step({ candidacyId, step: stepName, taskToken }, (input, work, { workflows }) =>
    holdStep(work, workflows, input, input.step, input.taskToken),
  ),
  'appoint-candidate': step({ candidacyId }, (input, work) => appointCandidate(work, input)),
  'reject-candidate': step({ candidacyId }, (input, work) => rejectCandidate(work, input)),
  'remind-of-commitment': step({ candidacyId }, (input, work) => remindOfCommitment(work, input)),
  'check-commitment': step({ candidacyId }, (input, work) => checkCommitment(work, input)),
})
