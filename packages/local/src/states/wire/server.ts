import type { RequestListener } from 'node:http'
import { jsonProtocol } from '../../json-protocol.ts'
import type { Engine } from '../engine.ts'
import {
  describeExecution,
  describeStateMachineForExecution,
  listExecutions,
  startExecution,
  stopExecution,
} from './execution-operations.ts'
import { getExecutionHistory } from './history-operation.ts'
import {
  createStateMachine,
  deleteStateMachine,
  describeStateMachine,
  listStateMachines,
  updateStateMachine,
  validateStateMachineDefinition,
} from './machine-operations.ts'
import type { Operation } from './operation.ts'
import { sendTaskFailure, sendTaskHeartbeat, sendTaskSuccess } from './task-operations.ts'

const OPERATIONS: Record<string, Operation> = {
  CreateStateMachine: createStateMachine,
  UpdateStateMachine: updateStateMachine,
  DescribeStateMachine: describeStateMachine,
  ListStateMachines: listStateMachines,
  DeleteStateMachine: deleteStateMachine,
  ValidateStateMachineDefinition: validateStateMachineDefinition,
  DescribeStateMachineForExecution: describeStateMachineForExecution,
  StartExecution: startExecution,
  StopExecution: stopExecution,
  DescribeExecution: describeExecution,
  ListExecutions: listExecutions,
  GetExecutionHistory: getExecutionHistory,
  SendTaskSuccess: sendTaskSuccess,
  SendTaskFailure: sendTaskFailure,
  SendTaskHeartbeat: sendTaskHeartbeat,
}

/** Larger than any request the service takes: a definition is at most 1 MB. */
const BODY_LIMIT = 4 * 1024 * 1024

/** The Step Functions API on `node:http`. */
export function stepFunctionsHandler(engine: Engine): RequestListener {
  const bound = Object.entries(OPERATIONS).map(([name, operation]) => [
    name,
    (input: Parameters<Operation>[1]) => operation(engine, input),
  ])
  return jsonProtocol({
    target: 'AWSStepFunctions',
    version: '1.0',
    bodyLimit: BODY_LIMIT,
    operations: Object.fromEntries(bound),
  })
}
