import type { JsonObject } from './json.ts'

/** One event of an execution's history, as `GetExecutionHistory` lists it but for the unit of `at` (epoch milliseconds). */
export interface HistoryEvent {
  id: number
  previous: number
  at: number
  type: string
  /** The one `…EventDetails` member the type has, by its name on the wire. */
  details?: JsonObject
}

/** The service's limit on events in one execution. */
export const HISTORY_LIMIT = 25_000

/** Members that `includeExecutionData: false` leaves out. */
export const EXECUTION_DATA = ['input', 'output', 'parameters', 'assignedVariables']

/** The name of the details member of each event type; types not listed have none. */
export function detailsName(type: string): string | undefined {
  if (type.endsWith('StateEntered')) return 'stateEnteredEventDetails'
  if (type.endsWith('StateExited')) return 'stateExitedEventDetails'
  if (WITHOUT_DETAILS.has(type)) return undefined
  return `${type.charAt(0).toLowerCase()}${type.slice(1)}EventDetails`
}

const WITHOUT_DETAILS = new Set([
  'LambdaFunctionStarted',
  'MapStateSucceeded',
  'MapStateFailed',
  'MapStateAborted',
  'ParallelStateStarted',
  'ParallelStateSucceeded',
  'ParallelStateFailed',
  'ParallelStateAborted',
  'TaskStateAborted',
  'WaitStateAborted',
])

export const NOT_TRUNCATED = { truncated: false }

/** The `error` and `cause` members of an event, without the one that is not known. */
export function errorDetails(error: string | undefined, cause: string | undefined): JsonObject {
  return { ...(error === undefined ? {} : { error }), ...(cause === undefined ? {} : { cause }) }
}
