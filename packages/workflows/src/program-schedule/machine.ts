import type { FunctionArns } from '@pilotgate/contracts/functions'
import type { ProgramTemplate } from '@pilotgate/core/program/template'
import { choose, continueIn, lambdaStep, type Machine, personStep, type State } from '../asl.ts'
import { gateStates, vetoed } from './gate-states.ts'
import { shared, stateNames } from './names.ts'

/** A paused program that nobody resumes is stopped after this long, so that no execution waits for ever. */
const longestPauseDays = 90

/**
 * The schedule of a program as a Step Functions machine, built from its template: every gate by name, in order.
 * Input: `{ tenantId, programId, part }`; `part` counts executions, since one lasts a year at most.
 * @throws never; an impossible template is refused before (`checkTemplate`)
 */
export const programSchedule = (template: ProgramTemplate, version: number, arns: FunctionArns): Machine => {
  const program = { tenantId: '{% $tenantId %}', programId: '{% $programId %}' }
  const first = template.gates.map((gate) => stateNames(gate).plan)
  const gates = template.gates.map((gate, index) =>
    gateStates(gate, template, arns, first[index + 1] ?? shared.complete),
  )
  const states: Record<string, State> = {
    [shared.find]: lambdaStep({
      functionArn: arns['program/tasks'],
      payload: {
        task: 'find-current-gate',
        executionArn: '{% $states.context.Execution.Id %}',
        tenantId: '{% $states.input.tenantId %}',
        programId: '{% $states.input.programId %}',
      },
      assign: {
        tenantId: '{% $states.input.tenantId %}',
        programId: '{% $states.input.programId %}',
        part: '{% $states.input.part %}',
      },
      catch: [{ ErrorEquals: ['ProgramStopped'], Next: shared.stopped }],
      next: shared.goOn,
    }),
    [shared.goOn]: choose(
      template.gates
        .slice(1)
        .map((gate, index) => ({ when: `$states.input.gate = '${gate.gate}'`, next: first[index + 1]! })),
      first[0]!,
    ),
    ...Object.assign({}, ...gates),
    [shared.hold]: personStep({
      functionArn: arns['program/tasks'],
      payload: { task: 'hold-program', ...program },
      days: longestPauseDays,
      catch: [
        { ErrorEquals: ['ProgramStopped'], Next: shared.stopped },
        { ErrorEquals: ['States.Timeout'], Next: shared.lapse },
      ],
      next: shared.goOn,
    }),
    [shared.lapse]: lambdaStep({
      functionArn: arns['program/tasks'],
      payload: { task: 'lapse-program', ...program },
      catch: [{ ErrorEquals: ['ProgramStopped'], Next: shared.stopped }],
      next: shared.stopped,
    }),
    [shared.handOver]: continueIn(
      "$programId & '-' & $string($part + 1)",
      { ...program, part: '{% $part + 1 %}' },
      shared.handedOver,
    ),
    [shared.handedOver]: { Type: 'Succeed' },
    [shared.complete]: lambdaStep({
      functionArn: arns['program/tasks'],
      payload: { task: 'complete-program', ...program },
      catch: vetoed,
      next: shared.completed,
    }),
    [shared.completed]: { Type: 'Succeed' },
    [shared.stopped]: { Type: 'Succeed' },
  }
  return {
    Comment: `${template.title}, version ${version}: ${template.summary}`,
    QueryLanguage: 'JSONata',
    StartAt: shared.find,
    States: states,
  }
}
