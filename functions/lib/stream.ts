import middy from '@middy/core'
import { readStreamImage } from '@pilotgate/aws/dynamodb/stream-image'
import type { Event } from '@pilotgate/core/events'
import type { DynamoDBBatchResponse, DynamoDBRecord, DynamoDBStreamEvent } from 'aws-lambda'
import { log } from './log.ts'

/**
 * A Lambda handler for new events of the outbox. They are handled in order, one after another; at the first failure it stops and
 * names that record, so that the stream comes back with it and with all after it (F12). `now` is the time of the event: a stream
 * record tells only when the row was written, by the wall clock of the database.
 */
export const onEvents = (handle: (event: Event, context: { now: string }) => Promise<void>) =>
  middy<DynamoDBStreamEvent, DynamoDBBatchResponse>().handler(async ({ Records }, { functionName }) => {
    for (const record of Records) {
      const { eventID, dynamodb } = record
      let ids: Record<string, string | undefined> = { function: functionName, record: eventID }
      try {
        const event = newEvent(record)
        if (!event) continue
        const { eventId, type, programId } = event
        ids = { function: functionName, eventId, type, programId }
        await handle(event, { now: event.at })
        log('INFO', 'event', ids)
      } catch (error) {
        log('ERROR', 'event', { ...ids, error: error instanceof Error ? error.name : 'unknown' })
        return { batchItemFailures: [{ itemIdentifier: dynamodb!.SequenceNumber! }] }
      }
    }
    return { batchItemFailures: [] }
  })

/** The event of an inserted outbox row; other rows, and changes of rows, tell nothing new. */
const newEvent = ({ eventName, dynamodb }: DynamoDBRecord): Event | undefined => {
  if (eventName !== 'INSERT' || !dynamodb?.NewImage) return undefined
  const image = readStreamImage(dynamodb.NewImage)
  return image?.kind === 'event' ? image.event : undefined
}
