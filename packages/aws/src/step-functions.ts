import {
  CreateStateMachineCommand,
  DescribeExecutionCommand,
  ExecutionAlreadyExists,
  ExecutionDoesNotExist,
  GetExecutionHistoryCommand,
  type HistoryEvent,
  InvalidToken,
  SendTaskSuccessCommand,
  SFNClient,
  StartExecutionCommand,
  StateMachineAlreadyExists,
  StopExecutionCommand,
  TaskDoesNotExist,
  TaskTimedOut,
  UpdateStateMachineCommand,
} from '@aws-sdk/client-sfn'
import { DomainError } from '@pilotgate/core/errors'
import type { HistoryEntry, Workflows } from '@pilotgate/core/ports'
import { clientSettings } from './client-settings.ts'
import { asking } from './unavailable.ts'

export type StepFunctionsSettings = {
  region: string
  /** The role machines run under; account and partition of their ARNs are read off it. */
  roleArn: string
  /** Put before every machine's name. */
  prefix: string
  /** Where machines log; without it they keep no log and no trace. */
  logGroupArn?: string
}

const service = 'The workflow service'

/** Details of an event that carry the name of a state, or why something failed, whatever the kind of event. */
type Details = { name?: string; state?: string; error?: string; cause?: string }

const entry = (event: HistoryEvent): HistoryEntry => {
  const details = Object.values(event).filter((value): value is Details => typeof value === 'object' && value !== null)
  const failure = details.find(({ error, cause }) => error !== undefined || cause !== undefined)
  return {
    id: event.id!,
    at: event.timestamp!.toISOString(),
    type: event.type!,
    state: event.stateEnteredEventDetails?.name ?? event.stateExitedEventDetails?.name,
    error: failure?.error,
    cause: failure?.cause,
  }
}

/** `arn:aws:states:REGION:ACCOUNT:stateMachine:M` and `NAME` → `arn:aws:states:REGION:ACCOUNT:execution:M:NAME`. */
const executionArn = (machineArn: string, name: string): string =>
  `${machineArn.replace(':stateMachine:', ':execution:')}:${name}`

/**
 * The state machines on AWS Step Functions (standard workflows). Implements the port `Workflows`.
 * @throws DomainError `Unavailable` from every method when the service does not answer or is overloaded.
 */
export const stepFunctionsWorkflows = ({ region, roleArn, prefix, logGroupArn }: StepFunctionsSettings): Workflows => {
  const client = new SFNClient(clientSettings(region))
  const [, partition, , , account] = roleArn.split(':')
  // Execution data stays out of the log: ids only, but ids of people are personal data too.
  const logging = logGroupArn && {
    loggingConfiguration: {
      level: 'ALL' as const,
      includeExecutionData: false,
      destinations: [{ cloudWatchLogsLogGroup: { logGroupArn } }],
    },
    tracingConfiguration: { enabled: true },
  }

  return {
    async ensureMachine(name, definition) {
      const machine = { definition, roleArn, ...(logging || {}) }
      const fullName = prefix + name
      try {
        const create = new CreateStateMachineCommand({ ...machine, name: fullName, type: 'STANDARD' })
        return (await asking(service, () => client.send(create))).stateMachineArn!
      } catch (error) {
        if (!(error instanceof StateMachineAlreadyExists)) throw error
        // The same template version with another definition: a newer release builds it differently.
        const stateMachineArn = `arn:${partition}:states:${region}:${account}:stateMachine:${fullName}`
        await asking(service, () => client.send(new UpdateStateMachineCommand({ ...machine, stateMachineArn })))
        return stateMachineArn
      }
    },
    async start(stateMachineArn, name, input) {
      const start = new StartExecutionCommand({ stateMachineArn, name, input: JSON.stringify(input) })
      try {
        return (await asking(service, () => client.send(start))).executionArn!
      } catch (error) {
        if (error instanceof ExecutionAlreadyExists) return executionArn(stateMachineArn, name)
        throw error
      }
    },
    async answer(taskToken, output) {
      const success = new SendTaskSuccessCommand({ taskToken, output: JSON.stringify(output ?? null) })
      try {
        await asking(service, () => client.send(success))
      } catch (error) {
        // The decision is the conditional write made before; this is its after-effect, and has happened already (F2).
        const answered = [TaskDoesNotExist, TaskTimedOut, InvalidToken].some((known) => error instanceof known)
        if (!answered) throw error
      }
    },
    async stop(executionArn, reason) {
      const stop = new StopExecutionCommand({ executionArn, error: 'ProgramStopped', cause: reason })
      try {
        await asking(service, () => client.send(stop))
      } catch (error) {
        if (!(error instanceof ExecutionDoesNotExist)) throw error
      }
    },
    async describe(executionArn) {
      try {
        const found = await asking(service, () => client.send(new DescribeExecutionCommand({ executionArn })))
        return {
          executionArn,
          machineArn: found.stateMachineArn!,
          name: found.name!,
          // PENDING_REDRIVE belongs to Map runs' children only, which Pilotgate does not use.
          status: found.status === 'PENDING_REDRIVE' ? 'RUNNING' : found.status!,
          startedAt: found.startDate!.toISOString(),
          stoppedAt: found.stopDate?.toISOString(),
        }
      } catch (error) {
        if (error instanceof ExecutionDoesNotExist) return undefined
        throw error
      }
    },
    async history(executionArn, { limit = 100, cursor } = {}) {
      // Error and cause count as execution data, so it is asked for; payloads hold ids only and are small.
      const request = { executionArn, maxResults: limit, nextToken: cursor, includeExecutionData: true }
      try {
        const page = await asking(service, () => client.send(new GetExecutionHistoryCommand(request)))
        return { items: (page.events ?? []).map(entry), cursor: page.nextToken }
      } catch (error) {
        if (error instanceof ExecutionDoesNotExist) {
          throw new DomainError('NotFound', 'There is no such execution; its history is kept for 90 days.', {
            cause: error,
          })
        }
        if (!(error instanceof InvalidToken)) throw error
        throw new DomainError('InvalidInput', 'The cursor does not belong to this history. Start again without one.', {
          problems: [{ field: 'cursor', problem: 'must be one given with an earlier page' }],
          cause: error,
        })
      }
    },
  }
}
