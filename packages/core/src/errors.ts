/**
 * The closed list of reasons for which Pilotgate refuses to go on. Their names are what clients see (`code` in
 * problem+json) and what `Retry` and `Catch` of the state machines match. HTTP status is mapped in one place (`functions/lib`).
 */
export const errorCodes = [
  'InvalidInput',
  'NotSignedIn',
  'NotAllowed',
  'NotFound',
  'AlreadyExists',
  'AlreadyDecided',
  'Conflict',
  'StaleVersion',
  'PreconditionRequired',
  'NotPossibleNow',
  'QuorumNotMet',
  'ProgramPaused',
  'ProgramStopped',
  'CandidateRejected',
  'CandidacyOver',
  'ExecutionTooOld',
  'RequestInProgress',
  'Unavailable',
] as const

export type ErrorCode = (typeof errorCodes)[number]

/** One thing wrong with the caller's input: where it is (`field`, dotted path), what is wrong and what would be right. */
export type FieldProblem = { field: string; problem: string }

/** An expected refusal. `message` is written for the caller: what is wrong and what to do about it. */
export class DomainError extends Error {
  readonly code: ErrorCode
  readonly problems: FieldProblem[]

  constructor(code: ErrorCode, message: string, options: { problems?: FieldProblem[]; cause?: unknown } = {}) {
    super(message, { cause: options.cause })
    this.name = code
    this.code = code
    this.problems = options.problems ?? []
  }
}

export const isDomainError = (error: unknown, code?: ErrorCode): error is DomainError =>
  error instanceof DomainError && (code === undefined || error.code === code)
