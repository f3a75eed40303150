import type { AttributeValue } from '@aws-sdk/client-dynamodb'
import { marshall } from '@aws-sdk/util-dynamodb'
import { entities, eventEntity } from '@pilotgate/aws/dynamodb/entities'
import { DomainError } from '@pilotgate/core/errors'
import type { Mail } from '@pilotgate/core/ports'
import type { Context, DynamoDBRecord } from 'aws-lambda'
import { beforeEach, expect, it, vi } from 'vitest'
import { handler as mails } from '../../../functions/gates/stream.ts'
import { onEvents } from '../../../functions/lib/stream.ts'
import { fakeMailer } from '../../contract/fakes/mailer.ts'
import { member } from '../../contract/samples.ts'
import { runningPilot } from './world.ts'

const parts = vi.hoisted(() => ({ container: {} as Record<string, unknown> }))
vi.mock('@pilotgate/aws/container', () => ({ container: () => parts.container }))

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

const settings = {
  TABLE_NAME: 'records',
  AWS_REGION: 'eu-central-1',
  MAIL_FROM: 'pilotgate@northwind.test',
  PUBLIC_URL: 'https://pilotgate.test',
  OIDC_ISSUER: 'https://sign-in.test',
  OIDC_AUDIENCE: 'pilotgate',
  MACHINE_ROLE_ARN: 'arn:aws:iam::000000000000:role/machines',
  FUNCTION_ARNS: '{}',
  STATE_MACHINE_PREFIX: 'test',
  NOTES_KEY_ARN: 'arn:aws:kms:eu-central-1:000000000000:key/notes',
  SECRETS_KEY_ARN: 'arn:aws:kms:eu-central-1:000000000000:key/secrets',
  QUEUE_URLS: '{}',
  WAREHOUSE_STREAM: 'sessions',
  WAREHOUSE_DATABASE: 'pilotgate',
  WAREHOUSE_WORKGROUP: 'pilotgate',
}

let lines: Record<string, unknown>[]
beforeEach(() => {
  lines = []
  for (const [name, value] of Object.entries(settings)) vi.stubEnv(name, value)
  for (const method of ['log', 'error'] as const) {
    vi.spyOn(console, method).mockImplementation((line: string) => void lines.push(JSON.parse(line)))
  }
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

it('mails everybody it can reach, and the rest when the event comes again', async () => {
  const { store, open, last } = await runningPilot()
  await open('W06')
  const mailer = fakeMailer()
  let out = true
  const flaky = {
    send: async (mail: Mail) => {
      if (out && mail.to.startsWith('carl@')) throw new DomainError('Unavailable', 'Not just now.')
      return mailer.send(mail)
    },
  }
  parts.container = { store, mailer: flaky, config: { PUBLIC_URL: 'https://pilotgate.test' } }
  const row = eventEntity.put(await last('week.opened')).params({ table: 'records' }).Item!
  const invoke = () => mails({ Records: [record(1, row)] }, context)
  expect(await invoke()).toEqual({ batchItemFailures: [{ itemIdentifier: '1' }] })
  const names = () => mailer.delivered.map(({ to }) => to.split('@')[0]).toSorted()
  expect(names()).toEqual(['ada', 'cora', 'jonas'])
  out = false
  expect(await invoke()).toEqual({ batchItemFailures: [] })
  expect(names()).toEqual(['ada', 'carl', 'cora', 'jonas'])
})
