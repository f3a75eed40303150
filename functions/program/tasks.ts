import { wakeEmployee } from '@pilotgate/core/program/hr/employees/wake-employee'
import { completeProgram, findCurrentGate, holdProgram, lapseProgram } from '@pilotgate/core/program/schedule-steps'
import { z } from 'zod'
import { step, tasks } from '../lib/task.ts'
import { askingOf } from './asking.ts'

export const handler = tasks({
  'find-current-gate': step({ executionArn: z.string() }, (input, work) =>
    findCurrentGate(work, input, input.executionArn),
  ),
  'hold-program': step({ taskToken: z.string() }, (input, work, { workflows }) =>
    holdProgram(work, workflows, input, input.taskToken),
  ),
  'lapse-program': step({}, (input, work) => lapseProgram(work, input)),
  'complete-program': step({}, (input, work) => completeProgram(work, input)),
  'settle-employee': step({ connectionId: z.string(), employeeId: z.string() }, (input, work, container) =>
    wakeEmployee(work, askingOf(container), input),
  ),
})
