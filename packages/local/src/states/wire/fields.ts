import { ApiError } from '../errors.ts'
import { isObject, type JsonObject } from '../json.ts'

/** Reads the members of a request. Throws `ValidationException`, worded as the service words it. */

export function required(input: JsonObject, member: string): string {
  const value = optional(input, member)
  if (value === undefined)
    throw invalid(`Value null at '${member}' failed to satisfy constraint: Member must not be null`)
  return value
}

export function optional(input: JsonObject, member: string): string | undefined {
  const value = input[member] ?? undefined
  if (value === undefined || typeof value === 'string') return value
  throw invalid(`Value at '${member}' failed to satisfy constraint: Member must be a string`)
}

/** A page size; `fallback` when absent or 0. */
export function pageSize(input: JsonObject, fallback: number): number {
  const value = input.maxResults ?? 0
  if (typeof value !== 'number' || !Number.isInteger(value) || value < 0 || value > 1000) {
    const rule = 'Member must have value between 0 and 1000'
    throw invalid(`Value '${value}' at 'maxResults' failed to satisfy constraint: ${rule}`)
  }
  return value === 0 ? fallback : value
}

export function object(input: JsonObject, member: string): JsonObject | undefined {
  const value = input[member]
  return isObject(value) ? value : undefined
}

/** Turns where a page ended into an opaque `nextToken`, and back. */
export function tokenFor(position: string | number): string {
  return Buffer.from(JSON.stringify([position])).toString('base64url')
}

export function positionOf(input: JsonObject): string | number | undefined {
  const token = optional(input, 'nextToken')
  if (token === undefined) return undefined
  try {
    const [position] = JSON.parse(Buffer.from(token, 'base64url').toString()) as [string | number]
    return position
  } catch {
    throw new ApiError('InvalidToken', `Invalid Token: '${token.slice(0, 100)}'`)
  }
}

/** Times on the wire: seconds since the epoch, with milliseconds as the fraction. */
export function seconds(at: number): number {
  return at / 1000
}

function invalid(message: string): ApiError {
  return new ApiError('ValidationException', `1 validation error detected: ${message}`)
}
