import middy from '@middy/core'
import { readStreamImage } from '@pilotgate/aws/dynamodb/stream-image'
import type { Event } from '@pilotgate/core/events'
import type { DynamoDBBatchResponse, DynamoDBRecord, DynamoDBStreamEvent } from 'aws-lambda'
import { log } from './log.ts'

type Ids = Record<string, string | number | undefined>

/**
 * A Lambda handler for new events of the outbox. They are handled in order, one after another; at the first failure it stops and
 * names that record, so that the stream comes back with it and with all after it (F12). `now` is the time of the event: a stream
 * record tells only when the row was written, by the wall clock of the database.
 * @param together what is done at once for all events handled; when it fails, all of them come again
 */
export const onEvents = (
  handle: (event: Event, context: { now: string }) => Promise<void>,
  together: (events: Event[]) => Promise<void> = async () => {},
) =>
  middy<DynamoDBStreamEvent, DynamoDBBatchResponse>().handler(async ({ Records }, { functionName }) => {
    const handled: Event[] = []
    let failed: DynamoDBRecord | undefined
    for (const record of Records) {
      const done = await attempt({ function: functionName, record: record.eventID }, async (about) => {
        const event = newEvent(record)
        if (!event) return
        about({ function: functionName, eventId: event.eventId, type: event.type, programId: event.programId })
        await handle(event, { now: event.at })
        handled.push(event)
      })
      if (done) continue
      failed = record
      break
    }
    if (!(await attempt({ function: functionName, events: handled.length }, () => together(handled)))) {
      failed = Records[0]
    }
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

/** The event of an inserted outbox row; other rows, and changes of rows, tell nothing new. */
const newEvent = ({ eventName, dynamodb }: DynamoDBRecord): Event | undefined => {
  if (eventName !== 'INSERT' || !dynamodb?.NewImage) return undefined
  const image = readStreamImage(dynamodb.NewImage)
  return image?.kind === 'event' ? image.event : undefined
}
