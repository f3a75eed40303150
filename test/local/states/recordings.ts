import type { HistoryEvent } from '../../../packages/local/src/states/history.ts'

/** One recorded execution; see README.md beside the recordings. */
export interface Recording {
  id: string
  category: string
  lambdas: { handler_file: string }[]
  definition: unknown
  input: string
  events: Record<string, unknown>[]
}

/** The engine's events in the form of `recordedEvents`. */
export function comparable(events: HistoryEvent[]): unknown[] {
  return events.map(({ id, previous, type, details }) => masked({ id, previousEventId: previous, type, ...details }))
}

/** Recorded events with everything that differs from run to run replaced. */
export function recordedEvents({ events }: Recording): unknown[] {
  return events.map(({ timestamp: _, ...event }) => masked(event))
}

/** Names of values that differ from run to run. */
const VARYING = new Set([
  'roleArn',
  'RequestId',
  'x-amzn-RequestId',
  'X-Amzn-Trace-Id',
  'Date',
  'region',
  'Content-Length',
  'TimestampValue',
])

function masked(value: unknown, name = ''): unknown {
  if (VARYING.has(name)) return `<${name}>`
  if (name === 'cause' || name === 'Cause') return maskedCause(value)
  if (typeof value === 'string') return maskedText(value)
  if (Array.isArray(value)) return value.map((entry) => masked(entry))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, entry]) => [key, masked(entry, key)]))
}

/** JSON within a string is compared as JSON: the recordings hold some of it parsed. */
function maskedText(text: string): unknown {
  try {
    const parsed: unknown = JSON.parse(text)
    return typeof parsed === 'string' && parsed === text ? text : masked(parsed)
  } catch {
    if (/^(date|\d{4}-\d\d-\d\dT.*Z)$/.test(text)) return '<date>'
    return text.includes(':lambda:') ? text.split(':').at(-1) : text
  }
}

/** A function's error is described by its own runtime: Python's there, Node's here. Type and message are the same. */
function maskedCause(value: unknown): unknown {
  const cause = typeof value === 'string' ? maskedText(value) : value
  if (typeof cause !== 'object' || cause === null || !('errorType' in cause)) return cause
  const { errorType, errorMessage } = cause as Record<string, unknown>
  return { errorType, errorMessage }
}
