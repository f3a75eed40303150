import type { AttributeValue } from '@aws-sdk/client-dynamodb'
import { marshall } from '@aws-sdk/util-dynamodb'
import { entities, eventEntity } from '@pilotgate/aws/dynamodb/entities'
import { DomainError } from '@pilotgate/core/errors'
import type { Context, DynamoDBRecord } from 'aws-lambda'
import { beforeEach, expect, it, vi } from 'vitest'
import { onEvents } from '../../../functions/lib/stream.ts'
import { member } from '../../contract/samples.ts'

const at = '2027-02-12T15:00:00.000Z'
const scope = { tenantId: 'northwind', scope: 'pilot' }
const context = { functionName: 'gates-stream' } as Context

const image = (item: Record<string, unknown>) =>
  marshall(item, { removeUndefinedValues: true }) as Record<string, AttributeValue>

const record = (number: number, item: Record<string, unknown>, eventName: DynamoDBRecord['eventName'] = 'INSERT') =>
  ({
    eventID: `record-${number}`,
    eventName,
    // The wall clock of the database, which no event may be taken to have happened at.
    dynamodb: { SequenceNumber: String(number), NewImage: image(item), ApproximateCreationDateTime: 1_900_000_000 },
  }) as unknown as DynamoDBRecord

const opened = (number: number, eventName?: DynamoDBRecord['eventName']) => {
  const ids = { eventId: `event-${number}`, tenantId: 'northwind', programId: 'pilot' }
  const row = { ...ids, at, by: 'pilotgate', type: 'week.opened', gate: 'W06', round: 1 }
  return record(number, eventEntity.put(row).params({ table: 'records' }).Item!, eventName)
}

let lines: Record<string, unknown>[]
beforeEach(() => {
  lines = []
  vi.spyOn(console, 'log').mockImplementation((line: string) => void lines.push(JSON.parse(line)))
})

it('handles new events in order, at the time they happened, and passes over everything else', async () => {
  const seen: string[] = []
  const handler = onEvents(async ({ eventId }, { now }) => void seen.push(`${eventId} ${now}`))
  const row = record(2, entities.member.put(member(scope, 'ada')).params({ table: 'records' }).Item!)
  const found = await handler({ Records: [opened(1), row, opened(3, 'MODIFY'), opened(4)] }, context)
  expect(found).toEqual({ batchItemFailures: [] })
  expect(seen).toEqual([`event-1 ${at}`, `event-4 ${at}`])
  expect(lines[0]).toEqual({
    level: 'INFO',
    message: 'event',
    function: 'gates-stream',
    eventId: 'event-1',
    type: 'week.opened',
    programId: 'pilot',
  })
})

it('stops at the first failure, so that what follows waits for it, and logs no words of the error', async () => {
  const seen: string[] = []
  const handler = onEvents(async ({ eventId }) => {
    seen.push(eventId)
    if (eventId === 'event-2') throw new DomainError('Unavailable', 'ada@northwind.test cannot be reached')
  })
  const found = await handler({ Records: [opened(1), opened(2), opened(3)] }, context)
  expect(found).toEqual({ batchItemFailures: [{ itemIdentifier: '2' }] })
  expect(seen).toEqual(['event-1', 'event-2'])
  expect(lines.at(-1)).toMatchObject({ level: 'ERROR', eventId: 'event-2', error: 'Unavailable' })
  expect(JSON.stringify(lines)).not.toContain('ada@')
})

it('fails a record that cannot be read, and names it', async () => {
  const broken = opened(7)
  broken.dynamodb!.NewImage!.at = { S: 'yesterday' }
  const found = await onEvents(async () => undefined)({ Records: [broken] }, context)
  expect(found).toEqual({ batchItemFailures: [{ itemIdentifier: '7' }] })
  expect(lines.at(-1)).toMatchObject({ level: 'ERROR', record: 'record-7', error: 'ZodError' })
})
