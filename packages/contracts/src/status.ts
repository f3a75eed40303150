import type { ErrorCode } from '@pilotgate/core/errors'

/** A refusal by name, or the one name for everything unexpected. */
export type ProblemCode = ErrorCode | 'InternalError'

/** The HTTP status of each refusal: the one place where it is mapped. */
export const statusOf: Record<ProblemCode, number> = {
  InvalidInput: 400,
  NotSignedIn: 401,
  NotAllowed: 403,
  NotFound: 404,
  AlreadyExists: 409,
  AlreadyDecided: 409,
  Conflict: 409,
  StaleVersion: 412,
  PreconditionRequired: 428,
  NotPossibleNow: 409,
  QuorumNotMet: 409,
  ProgramPaused: 409,
  ProgramStopped: 409,
  CandidateRejected: 409,
  CandidacyOver: 409,
  ExecutionTooOld: 409,
  RequestInProgress: 409,
  Unavailable: 503,
  InternalError: 500,
}

/** What each refusal is, in a few words that stay the same (`title` of RFC 9457); `detail` says what happened this time. */
export const titles: Record<ProblemCode, string> = {
  InvalidInput: 'The input is not as expected',
  NotSignedIn: 'Not signed in',
  NotAllowed: 'Not allowed',
  NotFound: 'Not found',
  AlreadyExists: 'It exists already',
  AlreadyDecided: 'It is decided already',
  Conflict: 'It does not fit what is there',
  StaleVersion: 'Someone changed it meanwhile',
  PreconditionRequired: 'The version is missing',
  NotPossibleNow: 'Not possible now',
  QuorumNotMet: 'The quorum is not met',
  ProgramPaused: 'The program is paused',
  ProgramStopped: 'The program is stopped',
  CandidateRejected: 'The candidate was turned down',
  CandidacyOver: 'The candidacy is over',
  ExecutionTooOld: 'The execution is too old',
  RequestInProgress: 'The same request is being worked on',
  Unavailable: 'Not available for the moment',
  InternalError: 'Something went wrong on our side',
}
