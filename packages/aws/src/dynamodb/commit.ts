import { randomUUID } from 'node:crypto'
import { TransactionCanceledException } from '@aws-sdk/client-dynamodb'
import {
  DeleteCommand,
  type DynamoDBDocumentClient,
  PutCommand,
  TransactWriteCommand,
  type TransactWriteCommandInput,
} from '@aws-sdk/lib-dynamodb'
import { DomainError } from '@pilotgate/core/errors'
import { type Event, event, type NewEvent } from '@pilotgate/core/events'
import type { Change, Ids } from '@pilotgate/core/ports'
import { records } from '@pilotgate/core/records'
import { asking, isNotDone, isServiceError } from '../unavailable.ts'
import { checkCommit, checkShape } from './checks.ts'
import { type Condition, entities, eventEntity } from './entities.ts'
import { retrying } from './retry.ts'

type Write = NonNullable<TransactWriteCommandInput['TransactItems']>[number]

/** Reasons that say "somebody else is writing" or "too much at once": the same write may go through a moment later (F11). */
const passing = [
  'TransactionConflict',
  'TransactionConflictException',
  'TransactionInProgressException',
  'ThrottlingError',
  'ProvisionedThroughputExceeded',
]

const cancelled = (error: unknown) =>
  error instanceof TransactionCanceledException ? (error.CancellationReasons ?? []) : []

const reasonsOf = (error: unknown): string[] => cancelled(error).map(({ Code }) => Code ?? 'None')

const mayPass = (error: unknown): boolean => {
  const reasons = reasonsOf(error).filter((reason) => reason !== 'None')
  if (reasons.length > 0) return reasons.every((reason) => passing.includes(reason))
  return isServiceError(error) && (passing.includes(error.name) || (isNotDone(error) && !error.code))
}

const write = ({ kind, record, expect, remove }: Change, table: string): Write => {
  const entity = entities[kind]
  const unchanged: Condition = ({ version }, { eq }) => eq(version, expect)
  if (remove) {
    const { Key, ...condition } = entity.delete(record).where(unchanged).params({ table })
    return { Delete: { ...condition, Key } }
  }
  const row = checkShape(`${kind} ${record.id}`, records[kind], { ...record, version: expect + 1 })
  const put = expect === 0 ? entity.create(row) : entity.put(row).where(unchanged)
  return { Put: put.params({ table }) }
}

/** The refusal for a change whose condition did not hold. */
const refused = ({ kind, record, expect }: Change, cause: unknown): DomainError =>
  expect === 0
    ? new DomainError('AlreadyExists', `${kind} ${record.id} exists already.`, { cause })
    : new DomainError('StaleVersion', `${kind} ${record.id} was changed by someone else. Read it again and repeat.`, {
        cause,
      })

/** The refusal an error of DynamoDB stands for, or the error itself. */
const explain = (error: unknown, changes: Change[]): unknown => {
  const reasons = reasonsOf(error)
  const failed = changes.find((_, index) => reasons[index] === 'ConditionalCheckFailed')
  if (failed) return refused(failed, error)
  if (!isServiceError(error)) return error
  if (error.name === 'ConditionalCheckFailedException') return refused(changes[0]!, error)
  const words = [error.message, ...cancelled(error).map(({ Message }) => Message)].join(' ')
  if (/size has exceeded|size exceeded/i.test(words)) {
    return new DomainError('InvalidInput', 'A record is larger than 400 KB, or a commit larger than 4 MB.', {
      cause: error,
    })
  }
  return mayPass(error)
    ? new DomainError('Unavailable', 'Too many people are changing the same thing. Try again in a moment.', {
        cause: error,
      })
    : error
}

/**
 * The `commit` of a store on DynamoDB.
 *
 * A single change without events is a plain conditional put: half the price of a transaction, and several times as fast on DynamoDB
 * Local. `isDone` is asked when such a put fails its condition after the SDK has sent it more than once: the first one may have gone
 * through and only its answer been lost. Transactions carry a token by which DynamoDB knows the second sending itself.
 */
export const committing =
  (client: DynamoDBDocumentClient, tableName: string, ids: Ids, isDone: (change: Change) => Promise<boolean>) =>
  async (changes: Change[], events: NewEvent[] = []): Promise<void> => {
    checkCommit(changes, events)
    const writes = changes.map((change) => write(change, tableName))
    for (const news of events) {
      const row: Event = checkShape(`event ${news.type}`, event, { ...news, eventId: ids.next(news.at) })
      writes.push({ Put: eventEntity.create(row).params({ table: tableName }) })
    }
    const [first, ...others] = writes
    if (!first) return
    const token = randomUUID()
    const send = (): Promise<unknown> => {
      if (others.length > 0 || events.length > 0) {
        return client.send(new TransactWriteCommand({ TransactItems: writes, ClientRequestToken: token }))
      }
      return first.Put ? client.send(new PutCommand(first.Put)) : client.send(new DeleteCommand(first.Delete!))
    }
    await asking('The database', async () => {
      try {
        await retrying(send, mayPass)
      } catch (error) {
        const sentAgain = isServiceError(error) && (error.$metadata?.attempts ?? 1) > 1
        const ours = sentAgain && error.name === 'ConditionalCheckFailedException' && (await isDone(changes[0]!))
        if (!ours) throw explain(error, changes)
      }
    })
  }
