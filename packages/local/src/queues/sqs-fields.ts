import { ApiError } from '../states/errors.ts'
import { isObject, type JsonObject } from '../states/json.ts'
import { optional } from '../states/wire/fields.ts'
import type { LocalQueue } from './local-queues.ts'
import type { Sending } from './queue-desk.ts'

/** Reads the members of a request, and refuses it in the words of SQS. */

export const mostBytes = 1_048_576
const longestDelay = 900

export const needed = (input: JsonObject, member: string): string => {
  const value = optional(input, member)
  if (value) return value
  throw new ApiError('MissingParameter', `The request must contain the parameter ${member}.`)
}

/** A whole number, or `undefined` when the request has none. */
export const wholeNumber = (input: JsonObject, member: string, least: number, most: number): number | undefined => {
  const value = input[member]
  if (value === undefined || value === null) return undefined
  if (typeof value === 'number' && Number.isInteger(value) && value >= least && value <= most) return value
  throw invalid(member, value, `Must be >= ${least} and <= ${most}, if provided`)
}

/** One message of a request. */
export const sendingOf = (queue: LocalQueue, input: JsonObject): Sending => {
  const body = needed(input, 'MessageBody')
  if (Buffer.byteLength(body) > mostBytes) {
    const rule = `Message must be shorter than ${mostBytes} bytes`
    throw new ApiError('InvalidParameterValue', `One or more parameters are invalid. Reason: ${rule}.`)
  }
  if (Object.keys(isObject(input.MessageAttributes) ? input.MessageAttributes : {}).length > 0) {
    throw new ApiError('UnsupportedOperation', 'The local runtime keeps no message attributes.')
  }
  const group = idOf(input, 'MessageGroupId')
  const dedupe = idOf(input, 'MessageDeduplicationId')
  const delaySeconds = wholeNumber(input, 'DelaySeconds', 0, longestDelay)
  const wrongType = 'The request include parameter that is not valid for this queue type'
  if (!queue.fifo && dedupe !== undefined) throw invalid('MessageDeduplicationId', dedupe, wrongType)
  if (!queue.fifo) return { body, group, delaySeconds }
  if (delaySeconds !== undefined) throw invalid('DelaySeconds', delaySeconds, wrongType)
  if (group === undefined) {
    throw new ApiError('MissingParameter', 'The request must contain the parameter MessageGroupId.')
  }
  if (dedupe !== undefined) return { body, group, dedupe }
  const rule =
    'The queue should either have ContentBasedDeduplication enabled or MessageDeduplicationId provided explicitly'
  throw new ApiError('InvalidParameterValue', rule)
}

const idOf = (input: JsonObject, member: string): string | undefined => {
  const value = optional(input, member)
  if (value === undefined || /^[\x21-\x7e]{1,128}$/.test(value)) return value
  throw invalid(member, value, `${member} can only include alphanumeric and punctuation characters. 1 to 128 in length`)
}

export type Entry = JsonObject & { Id: string }

/** The entries of a batch, each with an id of its own. */
export const entriesOf = (input: JsonObject): Entry[] => {
  const entries = Array.isArray(input.Entries) ? input.Entries.filter(isObject) : []
  if (entries.length === 0) {
    throw new ApiError('EmptyBatchRequest', 'There should be at least one SendMessageBatchRequestEntry in the request.')
  }
  if (entries.length > 10) {
    const rule = `Maximum number of entries per request are 10. You have sent ${entries.length}.`
    throw new ApiError('TooManyEntriesInBatchRequest', rule)
  }
  const ids = entries.map((entry) => needed(entry, 'Id'))
  if (ids.some((id) => !/^[A-Za-z0-9_-]{1,80}$/.test(id))) {
    const rule =
      'A batch entry id can only contain alphanumeric characters, hyphens and underscores. It can be at most 80 letters long.'
    throw new ApiError('InvalidBatchEntryId', rule)
  }
  if (new Set(ids).size < ids.length) {
    const twice = ids.find((id, index) => ids.indexOf(id) !== index)
    throw new ApiError('BatchEntryIdsNotDistinct', `Id ${twice} repeated.`)
  }
  const bytes = entries.reduce((sum, { MessageBody }) => sum + Buffer.byteLength(String(MessageBody ?? '')), 0)
  if (bytes > mostBytes) {
    const rule = `Batch requests cannot be longer than ${mostBytes} bytes. You have sent ${bytes} bytes.`
    throw new ApiError('BatchRequestTooLong', rule)
  }
  return entries as Entry[]
}

export const namesOf = (input: JsonObject, ...members: string[]): string[] =>
  members.flatMap((member) => (Array.isArray(input[member]) ? input[member].map(String) : []))

const invalid = (member: string, value: unknown, reason: string): ApiError =>
  new ApiError('InvalidParameterValue', `Value ${value} for parameter ${member} is invalid. Reason: ${reason}.`)
