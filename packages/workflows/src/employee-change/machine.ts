import type { FunctionArns } from '@pilotgate/contracts/functions'
import { choose, continueIn, dayInSeconds, lambdaStep, type Machine, type State, waitUntil } from '../asl.ts'
import { states as names } from './names.ts'

/** An execution lasts a year at most; with this it stays well below. */
const longestWaitDays = 300
/** An HR system that does not answer on the date is asked once an hour, for two days. */
const pauseSeconds = 3600
const mostTries = 48

const input = '$states.context.Execution.Input'
const employee = {
  tenantId: `{% ${input}.tenantId %}`,
  programId: `{% ${input}.programId %}`,
  connectionId: `{% ${input}.connectionId %}`,
  employeeId: `{% ${input}.employeeId %}`,
}
const part = `($exists(${input}.part) ? ${input}.part : 1)`
const wakesAt = `$toMillis(${input}.wakesAt)`
const latest = `($toMillis($states.context.Execution.StartTime) + ${longestWaitDays * dayInSeconds * 1000})`

/**
 * Waits for a local date on which something that an HR system said begins to hold, and has the employee looked at then. One machine for
 * all organisations. Input: `{ tenantId, programId: '-', connectionId, employeeId, wakesAt, part? }`; `part` counts executions, since
 * one lasts a year at most.
 */
export const employeeChange = (arns: FunctionArns): Machine => {
  const states: Record<string, State> = {
    [names.wait]: {
      ...waitUntil(`${wakesAt} <= ${latest} ? ${input}.wakesAt : $fromMillis(${latest})`, names.come),
      Assign: { tries: 1 },
    },
    [names.come]: choose([{ when: `${wakesAt} <= ${latest}`, next: names.settle }], names.goOn),
    [names.settle]: lambdaStep({
      functionArn: arns['program/tasks'],
      payload: { task: 'settle-employee', ...employee },
      next: names.settled,
    }),
    [names.settled]: choose(
      [{ when: `$states.input.again and $tries < ${mostTries}`, next: names.waitForSystem }],
      names.done,
    ),
    [names.waitForSystem]: {
      Type: 'Wait',
      Seconds: pauseSeconds,
      Assign: { tries: '{% $tries + 1 %}' },
      Next: names.settle,
    },
    [names.goOn]: continueIn(
      `$replace($states.context.Execution.Name, /-part[0-9]+$/, '') & '-part' & $string(${part} + 1)`,
      { ...employee, wakesAt: `{% ${input}.wakesAt %}`, part: `{% ${part} + 1 %}` },
      names.handedOver,
    ),
    [names.handedOver]: { Type: 'Succeed' },
    [names.done]: { Type: 'Succeed' },
  }
  return {
    Comment: 'Waits for the date from which something about an employee holds',
    QueryLanguage: 'JSONata',
    StartAt: names.wait,
    States: states,
  }
}
