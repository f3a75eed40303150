/**
 * Errors of a running state, by the names of the Amazon States Language specification ("Errors", appendix A) and the AWS
 * developer guide ("Handling errors in workflows").
 */

/** Ends a state: `error` is what Retry and Catch match, `cause` is free text. */
export class StateError extends Error {
  readonly error: string | undefined
  readonly reason: string | undefined
  /** A further name that Retry and Catch match. */
  readonly alias: string | undefined

  constructor(error: string | undefined, reason?: string, alias?: string) {
    super(reason ?? error ?? 'The state failed.')
    this.name = 'StateError'
    this.error = error
    this.reason = reason
    this.alias = alias
  }
}

/** A field of a state that could not be evaluated; recorded as `EvaluationFailed` before it is handled. */
export class EvaluationError extends StateError {
  readonly location: string | undefined
  /** True when the state had gone on past its entry, which decides the event it is recorded as following. */
  readonly afterEntry: boolean

  constructor(reason: string, location?: string, afterEntry = false) {
    super('States.QueryEvaluationError', reason)
    this.name = 'EvaluationError'
    this.location = location
    this.afterEntry = afterEntry
  }
}

/** The execution's history is full: it ends at once, whatever the definition catches. */
export class HistoryFull extends StateError {
  constructor() {
    super('States.Runtime', 'The execution reached the maximum number of history events (25000).')
    this.name = 'HistoryFull'
  }
}

/** Errors that `States.ALL` does not match (developer guide: "terminal errors"). */
const TERMINAL = new Set(['States.Runtime', 'States.DataLimitExceeded'])

/** Whether an `ErrorEquals` list matches an error. `States.TaskFailed` matches every error but a timeout. */
export function matchesError(names: readonly string[], failure: StateError): boolean {
  const { error, alias } = failure
  if (error === 'States.Runtime') return false
  return names.some((name) => {
    if (name === error || (alias !== undefined && name === alias)) return true
    if (error !== undefined && TERMINAL.has(error)) return false
    if (name === 'States.ALL') return true
    return name === 'States.TaskFailed' && error !== 'States.Timeout'
  })
}

/** An error of the Step Functions API: `code` is the name on the wire. */
export class ApiError extends Error {
  readonly code: string

  constructor(code: string, message: string) {
    super(message)
    this.name = code
    this.code = code
  }
}
