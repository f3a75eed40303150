import type { AttributeValue } from '@aws-sdk/client-dynamodb'
import { unmarshall } from '@aws-sdk/util-dynamodb'
import { type Event, event } from '@pilotgate/core/events'
import { type Kind, type RecordOf, records } from '@pilotgate/core/records'
import { entities, eventEntity } from './entities.ts'
import { kindAttribute } from './table.ts'

export type StreamImage = { kind: 'event'; event: Event } | { [K in Kind]: { kind: K; record: RecordOf<K> } }[Kind]

/**
 * What an image (`NewImage`, `OldImage`) of the table's stream holds. `undefined` when this release does not know its kind.
 * @throws ZodError when the image does not fit its schema.
 */
export const readStreamImage = (image: Record<string, unknown>): StreamImage | undefined => {
  const item = unmarshall(image as Record<string, AttributeValue>)
  const kind: unknown = item[kindAttribute]
  if (kind === 'event') return { kind, event: event.parse(eventEntity.parse({ Item: item }).data) }
  if (typeof kind !== 'string' || !Object.hasOwn(records, kind)) return undefined
  const known = kind as Kind
  return { kind: known, record: records[known].parse(entities[known].parse({ Item: item }).data) } as StreamImage
}
