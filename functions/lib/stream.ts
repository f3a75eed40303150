import middy from '@middy/core'
import { readStreamImage } from '@pilotgate/aws/dynamodb/stream-image'
import type { Event } from '@pilotgate/core/events'
import type { InboxRecord } from '@pilotgate/core/program/hr/inbox/inbox-record'
import type { DynamoDBBatchResponse, DynamoDBRecord, DynamoDBStreamEvent } from 'aws-lambda'
import { log } from './log.ts'

type Ids = Record<string, string | number | undefined>

/**
 * A Lambda handler for new rows of the table: events of the outbox, and deliveries in the inbox. They are handled in order, one after another; at the first failure it stops and
 * names that record, so that the stream comes back with it and with all after it (F12). `now` is the time of the event: a stream
 * record tells only when the row was written, by the wall clock of the database.
 * @param takeIn what is done with the deliveries that came in; first, so that nothing else that fails keeps them back
 * @param together what is done at once for all events handled; when one of the two fails, all come again
 */
export const onEvents = (
  handle: (event: Event, context: { now: string }) => Promise<void>,
  together: (events: Event[]) => Promise<void> = async () => {},
  takeIn: (inbox: InboxRecord[]) => Promise<void> = async () => {},
) =>
  middy<DynamoDBStreamEvent, DynamoDBBatchResponse>().handler(async ({ Records }, { functionName }) => {
    const inbox = Records.flatMap(deliveryIn)
    const takenIn = await attempt({ function: functionName, deliveries: inbox.length }, () => takeIn(inbox))
    const handled: Event[] = []
    let failed: DynamoDBRecord | undefined
    for (const record of Records) {
      const done = await attempt({ function: functionName, record: record.eventID }, async (about) => {
        const image = newRow(record)
        if (image?.kind !== 'event') return
        const { event } = image
        about({ function: functionName, eventId: event.eventId, type: event.type, programId: event.programId })
        await handle(event, { now: event.at })
        handled.push(event)
      })
      if (done) continue
      failed = record
      break
    }
    const counted = await attempt({ function: functionName, events: handled.length }, () => together(handled))
    if (!takenIn || !counted) failed = Records[0]
    return { batchItemFailures: failed ? [{ itemIdentifier: failed.dynamodb!.SequenceNumber! }] : [] }
  })

/** Whether it went well. What went wrong is logged with the ids it is about; so is what went well, once it is known what it was. */
const attempt = async (ids: Ids, act: (about: (known: Ids) => void) => Promise<void>): Promise<boolean> => {
  let known: Ids | undefined
  try {
    await act((about) => {
      known = about
    })
    if (known) log('INFO', 'event', known)
    return true
  } catch (error) {
    log('ERROR', 'event', { ...(known ?? ids), error: error instanceof Error ? error.name : 'unknown' })
    return false
  }
}

/** What an inserted row holds; changes of rows tell nothing new. */
const newRow = ({ eventName, dynamodb }: DynamoDBRecord) =>
  eventName === 'INSERT' && dynamodb?.NewImage ? readStreamImage(dynamodb.NewImage) : undefined

/** A row that cannot be read is told of when its turn comes. */
const deliveryIn = (record: DynamoDBRecord): InboxRecord[] => {
  try {
    const image = newRow(record)
    return image?.kind === 'inbox' ? [image.record] : []
  } catch {
    return []
  }
}
