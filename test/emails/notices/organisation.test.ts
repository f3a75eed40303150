import type { Event } from '@pilotgate/core/events'
import { createWebhook } from '@pilotgate/core/program/webhooks/create-webhook'
import { editWebhook } from '@pilotgate/core/program/webhooks/edit-webhook'
import { noticesFor } from '@pilotgate/emails/notices/notices'
import { beforeEach, describe, expect, it } from 'vitest'
import { fakeVault } from '../../contract/fakes/vault.ts'
import { type Pilot, runningPilot, site, tenantId } from './world.ts'

const at = '2027-01-05T08:00:00.000Z'
const about = { eventId: '01E', tenantId, programId: '-', at, by: 'pilotgate' }
let pilot: Pilot
const mails = async (event: Event) =>
  (await noticesFor(pilot.store, event, site)).map(({ mailId, to, rendered }) => ({ mailId, to, text: rendered.text }))

beforeEach(async () => {
  pilot = await runningPilot()
})

describe('a webhook', () => {
  const turnedOff = async (programIds: string[]) => {
    const owner = await pilot.actor('ada')
    const wish = { url: 'https://lms.example/in?key=hidden', description: '', events: [], programIds }
    const { webhook } = await createWebhook(pilot.at(at), { secrets: fakeVault(), privateHosts: [] }, owner, wish)
    const record = { ...webhook, status: 'off' as const, offBecause: 'It answered 410.' }
    await pilot.store.commit([{ kind: 'webhook', record, expect: webhook.version }])
    return { owner, id: webhook.id, event: { ...about, type: 'webhook.changed' as const, webhookId: webhook.id } }
  }

  it('that turned itself off is told of to the program owners, with its page and without its address', async () => {
    const { id, event } = await turnedOff([pilot.programId])
    const [mail, ...more] = await mails({ ...event, fields: ['status'] })
    expect(more).toEqual([])
    expect(mail!.to).toBe('ada@northwind.test')
    for (const words of ['It answered 410.', 'lms.example', `https://pilotgate.test/webhooks/${id}`]) {
      expect(mail!.text).toContain(words)
    }
    expect(mail!.text).not.toContain('hidden')
  })

  it('that somebody changed, or that is on again, is not told of', async () => {
    const { owner, id, event } = await turnedOff([])
    const off = { ...event, fields: ['status'] }
    expect(await mails(off)).toHaveLength(1)
    expect(await mails({ ...off, by: owner.personId })).toEqual([])
    await editWebhook(pilot.at(at), [], owner, id, 2, { status: 'on' })
    expect(await mails(off)).toEqual([])
  })

  it('that hears of another program is nothing to the owners of this one', async () => {
    const scope = { tenantId, scope: '-' }
    const program = (await pilot.store.get('program', scope, pilot.programId))!
    await pilot.store.commit([{ kind: 'program', record: { ...program, id: 'other', version: 0 }, expect: 0 }])
    const { event } = await turnedOff(['other'])
    expect(await mails({ ...event, fields: ['status'] })).toEqual([])
  })
})

describe('a delivery of an HR system that cannot be used', () => {
  const troubled = async (deliveryId: string, day = at): Promise<Event> => {
    const scope = { tenantId, scope: 'connection C1' }
    const line = {
      ...{
        ...scope,
        id: deliveryId,
        version: 0,
        connectionId: 'C1',
        inboxId: 'i',
        type: 'changed',
        employeeIds: ['7'],
      },
      ...{ receivedAt: day, doneAt: day, result: 'cannot be used' as const, words: 'It answered 403.', attempts: 17 },
      expiresAt: 1,
    }
    await pilot.store.commit([{ kind: 'inboxLog', record: line, expect: 0 }])
    return { ...about, at: day, type: 'connection.troubled', connectionId: 'C1', deliveryId }
  }
  const connect = () =>
    pilot.store.commit([
      {
        kind: 'connection',
        record: {
          ...{ tenantId, scope: '-', id: 'C1', version: 0, vendor: 'bamboohr', name: 'BambooHR', status: 'on' },
          ...{ settings: {}, credentials: {}, secrets: [], doorSecret: 'hidden', zone: 'Europe/Berlin', offers: [] },
          ...{ createdAt: at, createdBy: 'ada' },
        },
        expect: 0,
      },
    ])

  it('is told of to the program owners once a day', async () => {
    await connect()
    const [mail, ...more] = await mails(await troubled('D1'))
    expect(more).toEqual([])
    expect(mail!.to).toBe('ada@northwind.test')
    for (const words of ['BambooHR', 'It answered 403.', 'https://pilotgate.test/connections/C1']) {
      expect(mail!.text).toContain(words)
    }
    expect((await mails(await troubled('D2', '2027-01-05T23:00:00.000Z')))[0]!.mailId).toBe(mail!.mailId)
    expect((await mails(await troubled('D3', '2027-01-06T01:00:00.000Z')))[0]!.mailId).not.toBe(mail!.mailId)
  })

  it('is not told of once the connection is removed', async () => {
    expect(await mails(await troubled('D1'))).toEqual([])
  })
})
