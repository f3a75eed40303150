import { isObject, type JsonObject } from '../json.ts'
import type { MachineRow } from '../machine-store.ts'
import { diagnose } from '../validation.ts'
import { object, optional, pageSize, positionOf, required, seconds, tokenFor } from './fields.ts'
import type { Operation } from './operation.ts'

/** Settings of a state machine that are kept and given back; nothing is logged or traced anywhere but in the history. */
const SETTINGS = ['loggingConfiguration', 'tracingConfiguration', 'encryptionConfiguration'] as const

export const createStateMachine: Operation = ({ machines }, input) => {
  const machine = machines.create({
    name: required(input, 'name'),
    definition: required(input, 'definition'),
    roleArn: required(input, 'roleArn'),
    type: optional(input, 'type'),
    settings: settingsOf(input),
  })
  return { stateMachineArn: machine.arn, creationDate: seconds(machine.createdAt) }
}

export const updateStateMachine: Operation = ({ machines }, input) => {
  const machine = machines.update(required(input, 'stateMachineArn'), {
    definition: optional(input, 'definition'),
    roleArn: optional(input, 'roleArn'),
    settings: SETTINGS.some((name) => name in input) ? settingsOf(input) : undefined,
  })
  return { updateDate: seconds(machine.updatedAt), revisionId: machine.revisionId }
}

export const describeStateMachine: Operation = ({ machines }, input) => {
  const machine = machines.describe(required(input, 'stateMachineArn'))
  const { definition, roleArn, revisionId } = machine
  return { ...summary(machine), status: 'ACTIVE', definition, roleArn, revisionId, ...settings(machine.settings) }
}

export const listStateMachines: Operation = ({ machines }, input) => {
  const limit = pageSize(input, 100)
  const rows = machines.list(limit + 1, String(positionOf(input) ?? ''))
  const page = rows.slice(0, limit)
  const last = page.at(-1)
  return {
    stateMachines: page.map(summary),
    ...(rows.length > limit && last ? { nextToken: tokenFor(last.name) } : {}),
  }
}

export const deleteStateMachine: Operation = ({ machines }, input) => {
  machines.delete(required(input, 'stateMachineArn'))
  return {}
}

export const validateStateMachineDefinition: Operation = (_engine, input) => {
  const diagnostics = diagnose(required(input, 'definition'))
  return {
    result: diagnostics.length === 0 ? 'OK' : 'FAIL',
    diagnostics: diagnostics.map((entry) => ({ ...entry })),
    truncated: false,
  }
}

function summary(machine: MachineRow): JsonObject {
  const { arn, name, type, createdAt } = machine
  return { stateMachineArn: arn, name, type, creationDate: seconds(createdAt) }
}

function settingsOf(input: JsonObject): string {
  const given = SETTINGS.map((name) => [name, object(input, name)]).filter(([, value]) => value !== undefined)
  return JSON.stringify(Object.fromEntries(given))
}

export function settings(text: string): JsonObject {
  const given: unknown = JSON.parse(text)
  return {
    loggingConfiguration: { level: 'OFF', includeExecutionData: false },
    tracingConfiguration: { enabled: false },
    ...(isObject(given) ? given : {}),
  }
}
