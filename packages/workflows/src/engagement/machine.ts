import type { FunctionArns } from '@pilotgate/contracts/functions'
import { askings } from '@pilotgate/core/engagement/engagement-tasks'
import {
  type CatchRule,
  choose,
  continueIn,
  dayInSeconds,
  lambdaStep,
  type Machine,
  personStep,
  type State,
  waitUntil,
} from '../asl.ts'
import { states as names } from './names.ts'

/** A program that nobody resumes is stopped by its schedule after this long; the engagement then ends as well. */
const longestPauseDays = 91

const input = '$states.context.Execution.Input'
const variables = {
  tenantId: `{% ${input}.tenantId %}`,
  programId: `{% ${input}.programId %}`,
  engagementId: `{% ${input}.engagementId %}`,
  part: `{% $exists(${input}.part) ? ${input}.part : 1 %}`,
}
const engagement = {
  tenantId: '{% $tenantId %}',
  programId: '{% $programId %}',
  engagementId: '{% $engagementId %}',
}
const startedAt = '{% $states.context.Execution.StartTime %}'

/** A pause or stop of the program (veto) is met at the next step a function takes. */
const vetoed: CatchRule[] = [
  { ErrorEquals: ['ProgramPaused'], Next: names.hold },
  { ErrorEquals: ['ProgramStopped'], Next: names.stopped },
]
/** A question or a look in an execution that soon lasts a year is left to a new one. */
const tooOld: CatchRule = { ErrorEquals: ['ExecutionTooOld'], Next: names.handOver }

/** Asks people, reminds them until it is there, and goes on. */
const asking = (what: 'charter' | 'agreement' | 'kickoff' | 'closing', functionArn: string, next: string) => {
  const { ask, outcome, remind } = names[what]
  return {
    [ask]: personStep({
      functionArn,
      payload: { task: 'ask-engagement', ...engagement, asked: what, startedAt },
      seconds: `$exists($states.input.waitSeconds) ? $states.input.waitSeconds : ${askings[what].days * dayInSeconds}`,
      output: "{'outcome': $states.result.outcome}",
      catch: [...vetoed, tooOld, { ErrorEquals: ['States.Timeout'], Next: remind }],
      next: outcome,
    }),
    [remind]: lambdaStep({
      functionArn,
      payload: { task: 'remind-engagement', ...engagement, asked: what },
      catch: vetoed,
      next: outcome,
    }),
    [outcome]: choose(
      [
        { when: "$states.input.outcome = 'done'", next },
        { when: "$states.input.outcome = 'again'", next: ask },
      ],
      names.done,
    ),
  } satisfies Record<string, State>
}

/**
 * Follows an engagement from its published match to its end (E1, E2, E5–E7). One machine for all programs. Input:
 * `{ tenantId, programId, engagementId, part? }`; `part` counts executions, since one lasts a year at most. After a pause, and in a
 * further part, it goes on where the engagement stands.
 */
export const engagementMachine = (arns: FunctionArns): Machine => {
  const functionArn = arns['engagement/tasks']
  const states: Record<string, State> = {
    [names.begin]: lambdaStep({
      functionArn,
      payload: {
        task: 'begin-engagement',
        executionArn: '{% $states.context.Execution.Id %}',
        tenantId: variables.tenantId,
        programId: variables.programId,
        engagementId: variables.engagementId,
      },
      assign: variables,
      // The engagement's own variables are needed by the steps of a pause, too.
      catch: vetoed.map((rule) => ({ ...rule, Assign: variables })),
      next: names.goOn,
    }),
    [names.goOn]: choose(
      [
        { when: "$states.input.stage = 'charter'", next: names.charter.ask },
        { when: "$states.input.stage = 'agreement'", next: names.agreement.ask },
        { when: "$states.input.stage = 'kickoff'", next: names.kickoff.ask },
        { when: "$states.input.stage = 'look'", next: names.look },
        { when: "$states.input.stage = 'closing'", next: names.closing.ask },
      ],
      names.done,
    ),
    ...asking('charter', functionArn, names.agreement.ask),
    ...asking('agreement', functionArn, names.kickoff.ask),
    ...asking('kickoff', functionArn, names.look),
    [names.look]: lambdaStep({
      functionArn,
      payload: { task: 'look-at-pair', ...engagement, startedAt },
      catch: [...vetoed, tooOld],
      next: names.looked,
    }),
    [names.looked]: choose(
      [
        { when: "$states.input.next = 'wait'", next: names.wait },
        { when: "$states.input.next = 'closing'", next: names.closing.ask },
      ],
      names.done,
    ),
    [names.wait]: waitUntil('$states.input.nextLookAt', names.look),
    ...asking('closing', functionArn, names.closeOut),
    [names.closeOut]: lambdaStep({
      functionArn,
      payload: { task: 'close-out', ...engagement },
      catch: vetoed,
      next: names.done,
    }),
    [names.hold]: personStep({
      functionArn,
      payload: { task: 'hold-engagement', ...engagement },
      days: longestPauseDays,
      catch: [
        { ErrorEquals: ['ProgramStopped'], Next: names.stopped },
        { ErrorEquals: ['States.Timeout'], Next: names.stopped },
      ],
      next: names.goOn,
    }),
    [names.handOver]: continueIn(
      "$programId & '-' & $replace($engagementId, '.', '-') & '-' & $string($part + 1)",
      { ...engagement, part: '{% $part + 1 %}' },
      names.handedOver,
    ),
    [names.handedOver]: { Type: 'Succeed' },
    [names.done]: { Type: 'Succeed' },
    [names.stopped]: { Type: 'Succeed' },
  }
  return {
    Comment:
      'Takes a pair from its published match over agreement and kickoff to the end, and looks after it on the way',
    QueryLanguage: 'JSONata',
    StartAt: names.begin,
    States: states,
  }
}
