import type { ExecutionRow } from '../history-store.ts'
import type { JsonObject } from '../json.ts'
import { optional, pageSize, positionOf, required, seconds, tokenFor } from './fields.ts'
import { settings } from './machine-operations.ts'
import type { Operation } from './operation.ts'

const DATA_INCLUDED = { included: true }

export const startExecution: Operation = (engine, input) => {
  const row = engine.startExecution({
    stateMachineArn: required(input, 'stateMachineArn'),
    name: optional(input, 'name'),
    input: optional(input, 'input'),
  })
  return { executionArn: row.arn, startDate: seconds(row.startedAt) }
}

export const stopExecution: Operation = async (engine, input) => {
  const reason = { error: optional(input, 'error'), cause: optional(input, 'cause') }
  const row = await engine.stopExecution(required(input, 'executionArn'), reason)
  return { stopDate: seconds(row.stoppedAt ?? row.startedAt) }
}

export const describeExecution: Operation = (engine, input) => {
  const row = engine.describeExecution(required(input, 'executionArn'))
  const description: JsonObject = { ...summary(row), input: row.input, inputDetails: DATA_INCLUDED }
  if (row.output !== null) Object.assign(description, { output: row.output, outputDetails: DATA_INCLUDED })
  if (row.error !== null) description.error = row.error
  if (row.cause !== null) description.cause = row.cause
  return { ...description, redriveStatus: 'NOT_REDRIVABLE', redriveStatusReason: 'Redrive is not supported locally.' }
}

export const listExecutions: Operation = (engine, input) => {
  const limit = pageSize(input, 100)
  const before = positionOf(input) as number | undefined
  const query = { status: optional(input, 'statusFilter'), limit: limit + 1, before }
  const rows = engine.listExecutions(required(input, 'stateMachineArn'), query)
  const page = rows.slice(0, limit)
  const last = page.at(-1)
  return {
    executions: page.map(summary),
    ...(rows.length > limit && last ? { nextToken: tokenFor(last.id) } : {}),
  }
}

export const describeStateMachineForExecution: Operation = (engine, input) => {
  const arn = required(input, 'executionArn')
  const { machineArn } = engine.describeExecution(arn)
  const { definition, roleArn, revisionId, createdAt } = engine.definitionOf(arn)
  const name = machineArn.split(':').at(-1) ?? ''
  const machine = { stateMachineArn: machineArn, name, definition, roleArn, revisionId }
  return { ...machine, updateDate: seconds(createdAt), ...settings('{}') }
}

function summary(row: ExecutionRow): JsonObject {
  return {
    executionArn: row.arn,
    stateMachineArn: row.machineArn,
    name: row.name,
    status: row.status,
    startDate: seconds(row.startedAt),
    ...(row.stoppedAt === null ? {} : { stopDate: seconds(row.stoppedAt) }),
    redriveCount: 0,
  }
}
