import middy from '@middy/core'
import { type Container, container } from '@pilotgate/aws/container'
import type { QueueName } from '@pilotgate/core/ports'
import type { Work } from '@pilotgate/core/program/actor'
import type { SQSBatchResponse, SQSEvent, SQSRecord } from 'aws-lambda'
import type { z } from 'zod'
import { log } from './log.ts'

/** Nothing: it is done. Or when the message is to come again. */
export type Taken = undefined | { waitSeconds: number }

/** `again`: the message was handed over before, and `now` is the time of that; `tries` counts how often, this time included. */
type Handle<S extends z.ZodType> = (
  message: z.output<S>,
  work: Work,
  container: Container,
  handover: { again: boolean; tries: number },
) => Promise<Taken>

/**
 * A Lambda handler for the messages of a queue. They are handled at once, but those of a FIFO queue's group one after another. One that
 * fails comes again after the queue's visibility time, in a FIFO queue with the rest of its group, so that none overtakes; the others
 * are done. `now` is the time at which the message was first handed over, or `at` of its body when that is later.
 */
export const onMessages = <S extends z.ZodType>(queue: QueueName, schema: S, handle: Handle<S>) =>
  middy<SQSEvent, SQSBatchResponse>().handler(async ({ Records }, { functionName }) => {
    const groups = Map.groupBy(Records, ({ attributes, messageId }) => attributes.MessageGroupId ?? messageId)
    const failed = await Promise.all(
      [...groups.values()].map(async (group) => {
        for (const [index, record] of group.entries()) {
          if (!(await attempt(queue, schema, handle, record, functionName))) return group.slice(index)
        }
        return []
      }),
    )
    return { batchItemFailures: failed.flat().map(({ messageId }) => ({ itemIdentifier: messageId })) }
  })

const attempt = async <S extends z.ZodType>(
  queue: QueueName,
  schema: S,
  handle: Handle<S>,
  record: SQSRecord,
  functionName: string,
): Promise<boolean> => {
  const ids = { function: functionName, messageId: record.messageId }
  try {
    const body = JSON.parse(record.body) as { at?: string }
    const received = Number(record.attributes.ApproximateFirstReceiveTimestamp)
    const now = new Date(Math.max(received, Date.parse(body.at ?? '') || 0)).toISOString()
    const { store, ids: newIds, queues } = container()
    const tries = Number(record.attributes.ApproximateReceiveCount)
    const taken = await handle(schema.parse(body), { store, ids: newIds, now }, container(), {
      again: tries > 1,
      tries,
    })
    log('INFO', 'message', ids)
    if (!taken) return true
    await queues.postpone(queue, record.receiptHandle, taken.waitSeconds)
    return false
  } catch (error) {
    log('ERROR', 'message', { ...ids, error: error instanceof Error ? error.name : 'unknown' })
    return false
  }
}
