import type { FunctionArns } from '@pilotgate/contracts/functions'
import { selectionPaths } from '@pilotgate/core/selection/paths/paths'
import type { PathName } from '@pilotgate/core/selection/selection-path'
import { continueIn, lambdaStep, type Machine, type State } from './asl.ts'
import { selectionNames as names } from './selection-names.ts'
import { candidacy, firstState, stageStates, whenOver } from './selection-steps.ts'

/** How a path ends well: the state that appoints, with those that follow it. */
type Ending = { comment: string; appoint: string; states: Record<string, State> }

const input = '$states.context.Execution.Input'

/**
 * The selection on one path (§4), built from `selectionPaths`: every step by name, in order, then the ending. Input:
 * `{ tenantId, programId, candidacyId, part? }`; `part` counts executions, since one lasts a year at most. A further part goes
 * quickly through the steps that are already passed: their questions answer themselves.
 */
export const buildSelection = (path: PathName, arns: FunctionArns, ending: Ending): Machine => {
  const functionArn = arns['selection/tasks']
  const { stages } = selectionPaths[path]
  return {
    Comment: ending.comment,
    QueryLanguage: 'JSONata',
    StartAt: names.begin,
    States: {
      [names.begin]: lambdaStep({
        functionArn,
        payload: {
          task: 'begin-candidacy',
          executionArn: '{% $states.context.Execution.Id %}',
          tenantId: `{% ${input}.tenantId %}`,
          programId: `{% ${input}.programId %}`,
          candidacyId: `{% ${input}.candidacyId %}`,
        },
        assign: {
          tenantId: `{% ${input}.tenantId %}`,
          programId: `{% ${input}.programId %}`,
          candidacyId: `{% ${input}.candidacyId %}`,
          part: `{% $exists(${input}.part) ? ${input}.part : 1 %}`,
        },
        catch: [whenOver],
        next: firstState(stages),
      }),
      ...stageStates(stages, functionArn, ending.appoint),
      ...ending.states,
      [names.turnDown]: lambdaStep({
        functionArn,
        payload: { task: 'reject-candidate', ...candidacy },
        catch: [whenOver],
        next: names.rejected,
      }),
      [names.rejected]: { Type: 'Succeed' },
      [names.over]: { Type: 'Succeed' },
      [names.handOver]: handOver,
      [names.handedOver]: { Type: 'Succeed' },
    },
  }
}

/** The ending of a coach: appointed at once. */
export const coachAppointed = (arns: FunctionArns): Record<string, State> => ({
  [names.appointCoach]: lambdaStep({
    functionArn: arns['selection/tasks'],
    payload: { task: 'appoint-candidate', ...candidacy },
    catch: [whenOver],
    next: names.appointed,
  }),
  [names.appointed]: { Type: 'Succeed' },
})

const handOver = continueIn(
  "$programId & '-' & $replace($candidacyId, '.', '-') & '-' & $string($part + 1)",
  { ...candidacy, part: '{% $part + 1 %}' },
  names.handedOver,
)
