import type { QueueMessage, Queues } from '@pilotgate/core/ports'
import { scopeOfConnection } from '@pilotgate/core/program/hr/connections/connection-record'
import type { InboxRecord } from '@pilotgate/core/program/hr/inbox/inbox-record'
import { queueForgotten } from '@pilotgate/core/program/hr/inbox/queue-forgotten'
import { expect, test } from 'vitest'
import { company } from './company.ts'

const now = '2027-01-11T09:00:00.000Z'
const hoursAgo = (hours: number) => new Date(Date.parse(now) - hours * 3_600_000).toISOString()

test('what never came to its queue is queued half a day later; what is done, tried or no longer kept is not', async () => {
  const it = company()
  await it.keep()
  const keep = (id: string, receivedAt: string, more: Partial<InboxRecord> = {}) => {
    const base = { ...scopeOfConnection(it.connection), id, version: 0, connectionId: it.connection.id }
    const expiresAt = Date.parse(now) / 1000 + 3600
    return it.write({ kind: 'inbox', record: { ...base, body: '{}', receivedAt, expiresAt, ...more }, expect: 0 })
  }
  await keep('forgotten', hoursAgo(13))
  await keep('tried', hoursAgo(11))
  await keep('done', hoursAgo(13), { body: '', doneAt: hoursAgo(13) })
  await keep('of-an-older-release', hoursAgo(13), { body: '' })
  await keep('unusable', hoursAgo(13), { doneAt: hoursAgo(2) })
  await keep('over', hoursAgo(13), { expiresAt: Date.parse(now) / 1000 })
  for (let each = 0; each < 120; each += 1) await keep(`more-${each}`, hoursAgo(20))
  const sent: QueueMessage[] = []
  const queues: Queues = { send: async (_, messages) => void sent.push(...messages), postpone: async () => {} }
  await queueForgotten({ ...it.work(), now }, queues, 'somebody-else')
  expect(sent).toEqual([])
  await queueForgotten({ ...it.work(), now }, queues, it.tenantId)
  expect(sent).toHaveLength(121)
  expect(sent).toContainEqual({
    body: { tenantId: it.tenantId, connectionId: 'C1', inboxId: 'forgotten', at: hoursAgo(13), tried: 0 },
  })
})
