import type { FunctionArns, FunctionName } from '@pilotgate/contracts/functions'
import type { ProgramTemplate } from '@pilotgate/core/program/template'
import { shippedTemplates } from '@pilotgate/core/program/templates/index'
import { type PathName, pathNames } from '@pilotgate/core/selection/selection-path'
import type { Machine } from './asl.ts'
import { employeeChange } from './employee-change/machine.ts'
import { engagementMachine as engagement } from './engagement/machine.ts'
import { externalCoachSelection } from './external-coach-selection/machine.ts'
import { internalCoachSelection } from './internal-coach-selection/machine.ts'
import { internalMentorSelection } from './internal-mentor-selection/machine.ts'
import { matchReview } from './match-review/machine.ts'
import { programSchedule } from './program-schedule/machine.ts'

/** A state machine, what it may call and how to build it once the functions' ARNs are known. */
export type MachineEntry = {
  name: string
  functions: FunctionName[]
  definition: (arns: FunctionArns) => Machine
}

/** The functions that a program's schedule calls. */
const scheduleFunctions: FunctionName[] = ['program/tasks', 'gates/tasks']

/** The name of the machine that runs a version of a template (80 characters at most, with the deployment's prefix). */
const scheduleMachineName = (templateId: string, version: number) => `schedule-${templateId}-v${version}`

export const scheduleMachine = (template: ProgramTemplate, version: number): MachineEntry => ({
  name: scheduleMachineName(template.templateId, version),
  functions: scheduleFunctions,
  definition: (arns) => programSchedule(template, version, arns),
})

/** The machine that follows a matching run: one for all programs. */
export const matchReviewMachine: MachineEntry = {
  name: 'match-review',
  functions: ['matching/tasks'],
  definition: matchReview,
}

/** The machine that takes a pair from its published match to its end: one for all programs. */
export const engagementMachine: MachineEntry = {
  name: 'engagement',
  functions: ['engagement/tasks'],
  definition: engagement,
}

/** The machine that waits for dates of which HR systems speak: one for all organisations. */
export const employeeChangeMachine: MachineEntry = {
  name: 'employee-change',
  functions: ['program/tasks'],
  definition: employeeChange,
}

const selections: Record<PathName, (arns: FunctionArns) => Machine> = {
  'external-coach': externalCoachSelection,
  'internal-mentor': internalMentorSelection,
  'internal-coach': internalCoachSelection,
}

/** The machine that takes a candidate through the selection on a path: one for all programs. */
export const selectionMachine = (path: PathName): MachineEntry => ({
  name: `${path}-selection`,
  functions: ['selection/tasks'],
  definition: selections[path],
})

/** The machines that every deployment has; copies of templates made by owners get their schedule when first started. */
export const machines: MachineEntry[] = [
  ...shippedTemplates.map((template) => scheduleMachine(template, 1)),
  matchReviewMachine,
  ...pathNames.map(selectionMachine),
  engagementMachine,
  employeeChangeMachine,
]
