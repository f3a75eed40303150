import { randomBytes } from 'node:crypto'
import { ApiError } from './errors.ts'

/** Task tokens: an opaque text that stands for one attempt of one task (developer guide, "Wait for a callback with task token"). */

/** A token nobody can guess, of the alphabet of the service's own. */
export function newTaskToken(): string {
  return `AQC${randomBytes(96).toString('base64')}`
}

/** The token was never given out. */
export function invalidToken(): ApiError {
  return new ApiError('InvalidToken', "Invalid Token: 'Invalid token'")
}

/** The token was used, its task timed out, or its execution has ended. */
export function taskTimedOut(): ApiError {
  return new ApiError('TaskTimedOut', "Task Timed Out: 'Provided task does not exist anymore'")
}

/** The token's execution is no longer kept. */
export function taskDoesNotExist(): ApiError {
  return new ApiError('TaskDoesNotExist', "Task does not exist: 'Provided task does not exist'")
}
