import { EXECUTION_DATA, type HistoryEvent } from '../history.ts'
import { isObject, type Json, type JsonObject } from '../json.ts'
import { pageSize, positionOf, required, seconds, tokenFor } from './fields.ts'
import type { Operation } from './operation.ts'

export const getExecutionHistory: Operation = (engine, input) => {
  const limit = pageSize(input, 100)
  const after = positionOf(input) as number | undefined
  const range = { limit: limit + 1, after, reverse: input.reverseOrder === true }
  const events = engine.history(required(input, 'executionArn'), range)
  const page = events.slice(0, limit)
  const last = page.at(-1)
  return {
    events: page.map((event) => onWire(event, input.includeExecutionData !== false)),
    ...(events.length > limit && last ? { nextToken: tokenFor(last.id) } : {}),
  }
}

function onWire({ id, previous, at, type, details = {} }: HistoryEvent, withData: boolean): JsonObject {
  const members = withData ? details : withoutData(details)
  return { id, previousEventId: previous, timestamp: seconds(at), type, ...members }
}

function withoutData(details: JsonObject): JsonObject {
  const bare = ([name, value]: [string, Json]): [string, Json] => {
    if (!isObject(value)) return [name, value]
    return [name, Object.fromEntries(Object.entries(value).filter(([member]) => !EXECUTION_DATA.includes(member)))]
  }
  return Object.fromEntries(Object.entries(details).map(bare))
}
