import { once } from 'node:events'
import { mkdtemp } from 'node:fs/promises'
import { createServer, type Server } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import {
  GetSendQuotaCommand,
  ListIdentitiesCommand,
  SESClient,
  SendEmailCommand,
  type SendEmailCommandInput,
  SendRawEmailCommand,
  VerifyEmailIdentityCommand,
} from '@aws-sdk/client-ses'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readAnswer } from '../../../functions/engagement/read-answer.ts'
import type { Clock } from '../../../packages/local/src/clock.ts'
import { type MailStore, openMailStore } from '../../../packages/local/src/ses/mail-store.ts'
import { mailboxApp } from '../../../packages/local/src/ses/mailbox.ts'
import { sesHandler } from '../../../packages/local/src/ses/ses-handler.ts'

const at = Date.parse('2026-01-05T09:00:00Z')
const clock = { now: () => at } as Clock
let file: string
let store: MailStore
let server: Server
let ses: SESClient

beforeAll(async () => {
  file = join(await mkdtemp(join(tmpdir(), 'pilotgate-mail-')), 'mail.sqlite')
  store = openMailStore(file)
  server = createServer(sesHandler({ store, clock })).listen(0, '127.0.0.1')
  await once(server, 'listening')
  ses = new SESClient({
    endpoint: `http://127.0.0.1:${(server.address() as { port: number }).port}`,
    region: 'eu-west-1',
    maxAttempts: 1,
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
  })
})
afterAll(() => {
  ses.destroy()
  server.close()
  store.close()
})

const kickoff: SendEmailCommandInput = {
  Source: 'Pilotgate <pilot@acme.example>',
  Destination: { ToAddresses: ['Ana Ruiz <ana@acme.example>'], CcAddresses: ['hr@acme.example'] },
  ReplyToAddresses: ['help@acme.example'],
  Message: {
    Subject: { Data: 'Kickoff & “welcome” <Ana>' },
    Body: { Text: { Data: 'Hello\nAna + co = 100%' }, Html: { Data: '<p onclick="steal()">Hello</p>' } },
  },
  Tags: [{ Name: 'kind', Value: 'kickoff' }],
  ConfigurationSetName: 'pilot',
}
const send = (change: Partial<SendEmailCommandInput> = {}) => ses.send(new SendEmailCommand({ ...kickoff, ...change }))

describe('the local SES endpoint', () => {
  it('stores what the SDK sends, durably, with the virtual time', async () => {
    const { MessageId } = await send()
    const reopened = openMailStore(file)
    expect(reopened.get(MessageId!)).toEqual({
      id: MessageId,
      at,
      from: 'Pilotgate <pilot@acme.example>',
      to: ['Ana Ruiz <ana@acme.example>'],
      cc: ['hr@acme.example'],
      bcc: [],
      replyTo: ['help@acme.example'],
      subject: 'Kickoff & “welcome” <Ana>',
      text: 'Hello\nAna + co = 100%',
      html: '<p onclick="steal()">Hello</p>',
      tags: { kind: 'kickoff' },
      configurationSet: 'pilot',
    })
    reopened.close()
  })

  it('takes raw mails', async () => {
    const raw =
      'From: a@acme.example\r\nTo: "Ruiz, Ana" <ana@acme.example>,\r\n b@acme.example\r\nSubject: =?UTF-8?B?R3LDvMOfZQ==?=\r\n\r\nBody'
    const { MessageId } = await ses.send(new SendRawEmailCommand({ RawMessage: { Data: Buffer.from(raw) } }))
    expect(store.get(MessageId!)).toMatchObject({
      from: 'a@acme.example',
      to: ['"Ruiz, Ana" <ana@acme.example>', 'b@acme.example'],
      subject: 'Grüße',
      text: 'Body',
      raw,
    })
  })

  it.each<[string, string, Partial<SendEmailCommandInput>]>([
    ['no recipient', 'InvalidParameterValue', { Destination: {} }],
    ['an address without a domain', 'InvalidParameterValue', { Destination: { ToAddresses: ['ana'] } }],
    ['an address with a space', 'InvalidParameterValue', { Destination: { ToAddresses: ['ana b@acme.example'] } }],
    [
      'a smuggled header',
      'InvalidParameterValue',
      { Destination: { ToAddresses: ['a@b.example\r\nBcc: c@d.example'] } },
    ],
    ['51 recipients', 'InvalidParameterValue', { Destination: { ToAddresses: Array(51).fill('a@b.example') } }],
    ['no subject', 'ValidationError', { Message: { Subject: undefined, Body: { Text: { Data: 'x' } } } }],
    ['no body', 'ValidationError', { Message: { Subject: { Data: 'x' }, Body: {} } }],
    [
      'a mail over 10 MB',
      'MessageRejected',
      { Message: { Subject: { Data: 'x' }, Body: { Text: { Data: 'x'.repeat(11e6) } } } },
    ],
  ])('refuses %s and stores nothing', async (_, name, change) => {
    const before = store.count()
    await expect(send(change)).rejects.toMatchObject({ name, $metadata: { httpStatusCode: 400 } })
    expect(store.count()).toBe(before)
  })

  it('takes 50 recipients', async () => {
    await send({ Destination: { ToAddresses: Array(50).fill('a@b.example') } })
  })

  it('answers the trivial calls', async () => {
    expect((await ses.send(new GetSendQuotaCommand({}))).Max24HourSend).toBeGreaterThan(0)
    await ses.send(new VerifyEmailIdentityCommand({ EmailAddress: 'a@b.example' }))
    expect((await ses.send(new ListIdentitiesCommand({}))).Identities).toEqual([])
  })
})

describe('the mailbox', () => {
  const box = openMailStore(':memory:')
  const sent: Buffer[] = []
  const app = mailboxApp(box, { now: clock.now, send: async (mime) => void sent.push(mime) })
  const page = async (path: string, init?: RequestInit) => {
    const response = await app.request(`http://127.0.0.1${path}`, init)
    return { response, text: await response.text() }
  }
  const mail = (id: number, extra = {}) => ({
    ...{
      id: `m${id}`,
      at: at + id,
      from: 'p@acme.example',
      to: [`person${id}@acme.example`],
      cc: [],
      bcc: [],
      replyTo: [],
    },
    ...{
      subject: `Week ${id} <b>`,
      text: 'plain',
      html: '<script>1</script><p>rich</p>',
      tags: { kind: 'pulse', week: `${id}` },
    },
    ...extra,
  })

  it('says so when it is empty', async () => {
    expect((await page('/mailbox')).text).toContain('No mail yet')
  })

  it('pages newest first and finds by recipient, subject and tag', () => {
    for (let id = 1; id <= 7; id++) box.add(mail(id))
    const first = box.list({ limit: 3 })
    const second = box.list({ limit: 3, before: first.next })
    const third = box.list({ limit: 3, before: second.next })
    expect([first, second, third].map(({ messages }) => messages.map(({ id }) => id))).toEqual([
      ['m7', 'm6', 'm5'],
      ['m4', 'm3', 'm2'],
      ['m1'],
    ])
    expect([third.next, first.total]).toEqual([undefined, 7])
    for (const query of [{ recipient: 'PERSON3@' }, { subject: 'week 3' }, { tag: 'week=3' }, { any: 'week=3' }]) {
      expect(box.list(query).messages.map(({ id }) => id)).toEqual(['m3'])
    }
    expect(box.list({ tag: 'kind' }).total).toBe(7)
    expect(box.list({ tag: 'eek=3' }).total).toBe(0)
  })

  it('escapes, and forbids scripts everywhere', async () => {
    const list = await page('/mailbox')
    expect(list.text).toContain('Week 7 &lt;b&gt;')
    expect(list.text).toContain('5 Jan 2026, 09:00 UTC')
    expect(list.response.headers.get('content-security-policy')).toMatch(/default-src 'none'.*style-src 'sha256-/)
    const one = await page('/mailbox/m7')
    expect(one.text).toMatch(/<iframe [^>]*sandbox="allow-popups allow-popups-to-escape-sandbox"/)
    expect(one.text).not.toContain('<script>')
    const inner = await page('/mailbox/m7/html')
    expect(inner.response.headers.get('content-security-policy')).toMatch(/^sandbox allow-popups .*default-src 'none'/)
    expect((await page('/mailbox/m7?view=text')).text).toContain('<pre>plain</pre>')
    expect((await page('/mailbox/m7?view=details')).text).toContain('Tag kind')
  })

  it('answers JSON', async () => {
    expect(JSON.parse((await page('/mailbox.json?recipient=person2')).text).messages).toHaveLength(1)
    expect(JSON.parse((await page('/mailbox/m2.json')).text)).toEqual(mail(2))
    expect((await page('/mailbox/none.json')).response.status).toBe(404)
    expect((await page('/mailbox/none')).response.status).toBe(404)
  })

  it('shows an invitation and mails the answer that its reader chooses', async () => {
    const lines = ['BEGIN:VCALENDAR', 'METHOD:REQUEST', 'BEGIN:VEVENT', 'UID:session-1@acme.example', 'SEQUENCE:3']
    lines.push(
      'DTSTART:20260112T140000Z',
      'DTEND:20260112T150000Z',
      'SUMMARY:Talk <b>',
      'ORGANIZER:mailto:p@acme.example',
    )
    lines.push('ATTENDEE:mailto:person8@acme.example', 'END:VEVENT', 'END:VCALENDAR')
    box.add(mail(8, { calendar: lines.join('\r\n') }))
    const { text } = await page('/mailbox/m8')
    for (const words of ['Talk &lt;b&gt;', '12 Jan 2026, 14:00 UTC', 'person8@acme.example', '>Maybe<']) {
      expect(text).toContain(words)
    }
    const answer = (id: string, chosen: string, origin = 'http://127.0.0.1') => {
      const headers = { 'content-type': 'application/x-www-form-urlencoded', origin }
      return page(`/mailbox/${id}/answer`, { method: 'POST', headers, body: `answer=${chosen}` })
    }
    const refused = [answer('m7', 'accepted'), answer('m8', 'perhaps'), answer('m8', 'accepted', 'http://evil.example')]
    expect((await Promise.all(refused)).map(({ response }) => response.status)).toEqual([404, 400, 403])
    expect(sent).toEqual([])
    const { response } = await answer('m8', 'tentative')
    expect([response.status, response.headers.get('location')]).toEqual([303, '/mailbox/m8?answered=tentative'])
    expect(sent[0]!.toString()).toMatch(/^Content-Type: text\/calendar; charset=utf-8; method=REPLY\r$/m)
    expect(await readAnswer(sent[0]!, '2026-01-06T00:00:00.000Z')).toEqual({
      ...{ uid: 'session-1@acme.example', from: 'person8@acme.example', attendee: 'person8@acme.example' },
      ...{ sequence: 3, answer: 'tentative', at: '2026-01-05T09:00:00.000Z' },
    })
    expect((await page('/mailbox/m8?answered=tentative')).text).toContain('Your answer was mailed')
  })

  it('deletes all for its own page only', async () => {
    const form = {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded', origin: 'http://evil.example' },
    }
    expect((await page('/mailbox/delete-all', form)).response.status).toBe(403)
    expect(box.count()).toBe(8)
    form.headers.origin = 'http://127.0.0.1'
    expect((await page('/mailbox/delete-all', form)).response.status).toBe(303)
    expect(box.count()).toBe(0)
  })
})
