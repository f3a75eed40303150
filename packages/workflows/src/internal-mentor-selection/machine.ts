import type { FunctionArns } from '@pilotgate/contracts/functions'
import { choose, lambdaStep, type Machine, type State, waitUntil } from '../asl.ts'
import { buildSelection } from '../selection-machine.ts'
import { selectionNames as names } from '../selection-names.ts'
import { candidacy, whenOver } from '../selection-steps.ts'

/** An appointed mentor has committed a sponsor action: its outcome is there when it is due, or no new matches (S-M9). */
const mentorAppointed = (arns: FunctionArns): Record<string, State> => {
  const functionArn = arns['selection/tasks']
  return {
    [names.appointMentor]: lambdaStep({
      functionArn,
      payload: { task: 'appoint-candidate', ...candidacy },
      assign: {
        remindAt: '{% $states.result.Payload.remindAt %}',
        commitmentDueAt: '{% $states.result.Payload.commitmentDueAt %}',
      },
      catch: [whenOver],
      next: names.waitToRemind,
    }),
    [names.waitToRemind]: waitUntil('$remindAt', names.remindOfAction),
    [names.remindOfAction]: lambdaStep({
      functionArn,
      payload: { task: 'remind-of-commitment', ...candidacy },
      catch: [whenOver],
      next: names.waitForAction,
    }),
    [names.waitForAction]: waitUntil('$commitmentDueAt', names.checkAction),
    [names.checkAction]: lambdaStep({
      functionArn,
      payload: { task: 'check-commitment', ...candidacy },
      catch: [whenOver],
      next: names.wasLogged,
    }),
    [names.wasLogged]: choose([{ when: '$states.input.logged', next: names.logged }], names.suspended),
    [names.logged]: { Type: 'Succeed' },
    [names.suspended]: { Type: 'Succeed' },
  }
}

/** Selects a mentor of the organisation (S-M1 to S-M9), with the four-week course. Input: `{ tenantId, programId, candidacyId }`. */
export const internalMentorSelection = (arns: FunctionArns): Machine =>
  buildSelection('internal-mentor', arns, {
    comment: 'Selects a mentor: application, endorsement, four-week course, calibration; then the sponsor action',
    appoint: names.appointMentor,
    states: mentorAppointed(arns),
  })
