/**
 * Runs a deployed function by its Lambda name: the seam between the state machine engine, the stream pump, the schedules
 * and the function files that ship.
 */
export interface LambdaInvoker {
  /**
   * Invokes `functionName` (a name, or an ARN ending in `function:NAME[:QUALIFIER]`) with a JSON payload at virtual time `now`.
   * Resolves with the JSON result; rejects with `LambdaFailure` when the function throws.
   */
  invoke(functionName: string, payload: unknown): Promise<unknown>
}

/** A function's thrown error as the Lambda service reports it: `errorType` is what Step Functions matches in Retry and Catch. */
export class LambdaFailure extends Error {
  readonly errorType: string
  readonly trace: string[]

  constructor(errorType: string, message: string, trace: string[] = []) {
    super(message)
    this.name = 'LambdaFailure'
    this.errorType = errorType
    this.trace = trace
  }
}
