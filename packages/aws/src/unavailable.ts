import { DomainError } from '@pilotgate/core/errors'

/** What the parts of an SDK error that are used here look like. */
export type ServiceError = Error & {
  code?: string
  $metadata?: { httpStatusCode?: number; attempts?: number }
}

const noConnection = ['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH']
const lostConnection = ['ECONNRESET', 'EPIPE', 'ETIMEDOUT']

const busy = [
  'ThrottlingException',
  'Throttling',
  'ThrottlingError',
  'TooManyRequestsException',
  'ProvisionedThroughputExceededException',
  'ProvisionedThroughputExceeded',
  'RequestLimitExceeded',
  'LimitExceededException',
  'ServiceUnavailable',
]

export const isServiceError = (error: unknown): error is ServiceError => error instanceof Error

/** The service refused because it is busy, or was never reached: the request was certainly not carried out. */
export const isNotDone = (error: unknown): boolean =>
  isServiceError(error) &&
  (busy.includes(error.name) || noConnection.includes(error.code ?? '') || error.$metadata?.httpStatusCode === 503)

/** The service broke or fell silent: the request may or may not have been carried out. */
const isUnanswered = (error: unknown): boolean =>
  isServiceError(error) &&
  (lostConnection.includes(error.code ?? '') ||
    error.name === 'TimeoutError' ||
    (error.$metadata?.httpStatusCode ?? 0) >= 500)

/** The refusal people see when a service does not answer. `service` starts the sentence: "The database". */
export const unavailable = (service: string, cause: unknown): DomainError =>
  new DomainError('Unavailable', `${service} does not answer just now. Nothing is lost; try again in a moment.`, {
    cause,
  })

/** Runs a request and turns silence, breakage and overload of the service into `Unavailable`; other errors pass. */
export const asking = async <T>(service: string, request: () => Promise<T>): Promise<T> => {
  try {
    return await request()
  } catch (error) {
    throw isNotDone(error) || isUnanswered(error) ? unavailable(service, error) : error
  }
}
