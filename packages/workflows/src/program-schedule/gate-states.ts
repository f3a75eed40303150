import type { FunctionArns } from '@pilotgate/contracts/functions'
import type { Gate, ProgramTemplate } from '@pilotgate/core/program/template'
import { type CatchRule, choose, lambdaStep, personStep, type State, waitUntil } from '../asl.ts'
import { shared, stateNames } from './names.ts'

/** A pause or stop by the owner (veto) is met at the next step a function takes. */
export const vetoed: CatchRule[] = [
  { ErrorEquals: ['ProgramPaused'], Next: shared.hold },
  { ErrorEquals: ['ProgramStopped'], Next: shared.stopped },
]

/**
 * The states of one gate (domain §7.1): plan → wait for the week → open it → wait for the check → evaluate → pass opens the
 * next; anything else, and every steering gate, asks the people with authority; reminders and escalation when nobody answers.
 * @param next the name of the state after this gate
 */
export const gateStates = (
  gate: Gate,
  template: ProgramTemplate,
  arns: FunctionArns,
  next: string,
): Record<string, State> => {
  const name = stateNames(gate)
  const step = (task: string) => ({ task, tenantId: '{% $tenantId %}', programId: '{% $programId %}', gate: gate.gate })
  const asks = gate.decides === 'steering'
  return {
    [name.plan]: lambdaStep({
      functionArn: arns['gates/tasks'],
      payload: { ...step('plan-week'), startedAt: '{% $states.context.Execution.StartTime %}' },
      assign: { opensAt: '{% $states.result.Payload.opensAt %}', checksAt: '{% $states.result.Payload.checksAt %}' },
      catch: [...vetoed, { ErrorEquals: ['ExecutionTooOld'], Next: shared.handOver }],
      next: name.wait,
    }),
    [name.wait]: waitUntil('$opensAt', name.open),
    [name.open]: lambdaStep({
      functionArn: arns['gates/tasks'],
      payload: step('open-week'),
      catch: vetoed,
      next: name.waitForCheck,
    }),
    [name.waitForCheck]: waitUntil('$checksAt', name.evaluate),
    [name.evaluate]: lambdaStep({
      functionArn: arns['gates/tasks'],
      payload: step('evaluate-gate'),
      catch: vetoed,
      next: asks ? name.ask : name.passed,
    }),
    ...(!asks && { [name.passed]: choose([{ when: "$states.input.outcome = 'pass'", next }], name.ask) }),
    [name.ask]: personStep({
      functionArn: arns['gates/tasks'],
      payload: step(asks ? 'ask-steering' : 'ask-owner'),
      days: template.patience.days,
      catch: [...vetoed, { ErrorEquals: ['States.Timeout'], Next: name.remind }],
      next: name.decided,
    }),
    [name.remind]: lambdaStep({
      functionArn: arns['gates/tasks'],
      payload: step('remind-decider'),
      catch: vetoed,
      next: name.ask,
    }),
    [name.decided]: choose(
      [
        { when: "$states.input.choice = 'remediate'", next: name.askAgain },
        { when: "$states.input.choice = 'stop'", next: shared.stopped },
      ],
      next,
    ),
    [name.askAgain]: lambdaStep({
      functionArn: arns['gates/tasks'],
      payload: { ...step('ask-again'), recheckAt: '{% $states.input.recheckAt %}' },
      assign: { checksAt: '{% $states.result.Payload.recheckAt %}' },
      catch: vetoed,
      next: name.waitForRecheck,
    }),
    [name.waitForRecheck]: waitUntil('$checksAt', name.evaluate),
  }
}
