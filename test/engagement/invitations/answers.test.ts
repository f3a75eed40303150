import { cancelSession } from '@pilotgate/core/engagement/sessions/cancel-session'
import { moveSession } from '@pilotgate/core/engagement/sessions/move-session'
import { readSession } from '@pilotgate/core/engagement/sessions/read-sessions'
import { scheduleSession } from '@pilotgate/core/engagement/sessions/schedule-session'
import fc from 'fast-check'
import { beforeEach, expect, it, vi } from 'vitest'
import { handler } from '../../../functions/engagement/mail.ts'
import { day } from '../pair.ts'
import { type Invited, invited } from './calendars.ts'

const held = vi.hoisted(() => ({ container: {} as object, logged: [] as string[] }))
vi.mock('@pilotgate/aws/container', () => ({ container: () => held.container }))
vi.mock('../../../functions/lib/log.ts', () => ({
  log: (...said: unknown[]) => void held.logged.push(JSON.stringify(said)),
}))

let here: Invited
let sessionId: string
let uid: string
beforeEach(async () => {
  here = await invited()
  held.container = { store: here.store }
  held.logged = []
  sessionId = (await scheduleSession(here.at(), here.cora, here.programId, here.coaching, { startsAt: day(1) })).id
  await here.drain()
  uid = (await here.invitation(sessionId, 'lena'))!.uid
})

type Reply = Partial<Record<'uid' | 'attendee' | 'from' | 'partstat' | 'stamp' | 'method' | 'part' | 'more', string>>
/** An answer as mail programs send it; the parts that vary are given. */
const replyMail = ({ from = 'lena@example.com', attendee = from, ...more }: Reply & { sequence?: number } = {}) => {
  const { partstat = 'ACCEPTED', method = 'REPLY', stamp = '20270201T090000Z', sequence = 0 } = more
  return [
    `From: Lena <${from}>`,
    'To: program@mail.example.org',
    'Subject: Accepted: Development session',
    'MIME-Version: 1.0',
    'Content-Type: multipart/alternative; boundary=x',
    ...['', '--x', 'Content-Type: text/plain', '', 'Yes.', '--x'],
    ...[`Content-Type: ${more.part ?? 'text/calendar'}; method=${method}; charset=UTF-8`, ''],
    ...['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//Mail//EN', `METHOD:${method}`, 'BEGIN:VEVENT'],
    ...[`UID:${more.uid ?? uid}`, `DTSTAMP:${stamp}`, `SEQUENCE:${sequence}`, 'DTSTART:20270202T080000Z'],
    ...[`ATTENDEE;PARTSTAT=${partstat};CN="Lena":mailto:${attendee}`, more.more, 'END:VEVENT', 'END:VCALENDAR'],
    ...['--x--', ''],
  ]
    .filter((line) => line !== undefined)
    .join('\r\n')
}
const pass = { status: 'PASS' }
const verdicts = { spfVerdict: pass, dkimVerdict: pass, dmarcVerdict: pass, virusVerdict: pass, spamVerdict: pass }
type Arrival = { source?: string | undefined; message?: string; at?: string }
const receive = async (content: string, receipt: object = {}, { source, message, at = day(0, 2) }: Arrival = {}) => {
  const notification = { notificationType: 'Received', mail: { messageId: 'mail-1', source }, content }
  const Message = message ?? JSON.stringify({ ...notification, receipt: { ...verdicts, ...receipt } })
  const Sns = { Message, MessageId: 'notification-1', Timestamp: at }
  await handler({ Records: [{ Sns }] } as never, {} as never)
}
const reply = async (personId = 'lena') => (await here.invitation(sessionId, personId))?.reply
const answered = async () => (await here.told()).filter(({ type }) => type === 'invitation.answered')

it.each([
  ['ACCEPTED', 'accepted'],
  ['declined', 'declined'],
  ['TENTATIVE', 'tentative'],
])('takes %s, tells of it once, and shows it to the pair', async (partstat, answer) => {
  await receive(replyMail({ partstat }))
  await receive(replyMail({ partstat }))
  expect(await reply()).toEqual({ answer, sequence: 0, at: '2027-02-01T09:00:00.000Z' })
  expect(await answered()).toMatchObject([
    { personId: 'lena', by: 'lena', sessionId, answer, sequence: 0, at: day(0, 2) },
  ])
  const { invitations } = await readSession(here.store, here.cora, here.programId, sessionId)
  expect(invitations.map((each) => each.reply?.answer)).toContain(answer)
  const overseen = await readSession(here.store, here.olga, here.programId, sessionId)
  expect(overseen.invitations).toEqual([])
})

it('reads Base64, application/ics and addresses in any letter case', async () => {
  const mail = replyMail({ from: 'Lena@Example.com', part: 'application/ics' })
  await receive(Buffer.from(mail).toString('base64'), { action: { encoding: 'BASE64' } })
  expect(await reply()).toMatchObject({ answer: 'accepted' })
})

it('lets the later of two answers count, whichever comes first, and a clock that is ahead no longer than the mail took', async () => {
  await receive(replyMail({ partstat: 'DECLINED', stamp: '20270201T093000Z' }))
  await receive(replyMail({ partstat: 'ACCEPTED', stamp: '20270201T092900Z' }))
  expect(await reply()).toMatchObject({ answer: 'declined' })
  await receive(replyMail({ partstat: 'TENTATIVE', stamp: '20290101T000000Z' }))
  expect(await reply()).toMatchObject({ answer: 'tentative', at: day(0, 2) })
  await receive(replyMail({ partstat: 'ACCEPTED', stamp: '20270201T110000Z' }), {}, { at: day(0, 3) })
  expect(await reply()).toMatchObject({ answer: 'accepted' })
})

it('lets an answer count from when it was given last, and tells of it once', async () => {
  await receive(replyMail({ stamp: '20270201T090000Z' }))
  await receive(replyMail({ stamp: '20270201T094000Z' }))
  await receive(replyMail({ partstat: 'DECLINED', stamp: '20270201T092000Z' }))
  expect(await reply()).toMatchObject({ answer: 'accepted', at: '2027-02-01T09:40:00.000Z' })
  expect(await answered()).toHaveLength(1)
})

it('takes an answer under the UID that a calendar was told before, once it was told again', async () => {
  const older = 'session-bm9ydGhcbnByb2dyYW0@mail.example.org'
  const row = (await here.invitation(sessionId, 'lena'))!
  await here.write({ kind: 'invitation', record: { ...row, uid: older }, expect: row.version })
  await moveSession(here.at(), here.cora, here.programId, sessionId, { startsAt: day(2) })
  await here.follow()
  for (const message of here.waiting.splice(0)) await here.work(message, day(0))
  expect(here.mailer.delivered.map(({ calendar }) => calendar!.content.includes(older))).toContain(true)
  await receive(replyMail({ uid: older, sequence: 1 }))
  expect(await reply()).toMatchObject({ answer: 'accepted' })
})

it('forgets the answer when the session moves, and takes none to the time before', async () => {
  await receive(replyMail())
  await moveSession(here.at(), here.cora, here.programId, sessionId, { startsAt: day(2) })
  await here.drain()
  expect(await reply()).toBeUndefined()
  await receive(replyMail({ stamp: '20270201T095900Z' }))
  await receive(replyMail({ sequence: 2 }))
  expect(await reply()).toBeUndefined()
  await receive(replyMail({ sequence: 1 }))
  expect(await reply()).toMatchObject({ sequence: 1 })
  await cancelSession(here.at(), here.cora, here.programId, sessionId, 'Both travel')
  await here.drain()
  await receive(replyMail({ sequence: 2 }))
  expect(await reply()).toBeUndefined()
})

it.each<[string, () => Reply]>([
  ['in the name of the other one', () => ({ from: 'lena@example.com', attendee: 'cora@example.com' })],
  ['of somebody else', () => ({ from: 'max@example.com' })],
  ['to a session there is not', () => ({ uid: 'session-YQpiCmM@mail.example.org' })],
  ['to a UID of somebody else', () => ({ uid: 'meeting-1@example.com' })],
  ['to this session under another UID', () => ({ uid: uid.replace('mail.', 'evil.') })],
  ['to a UID that is none', () => ({ uid: '' })],
  ['to a UID without end', () => ({ uid: 'x'.repeat(2000) })],
  ['that is a request', () => ({ method: 'REQUEST' })],
  ['that says neither yes nor no', () => ({ partstat: 'DELEGATED' })],
  ['of two', () => ({ more: 'ATTENDEE;PARTSTAT=ACCEPTED:mailto:cora@example.com' })],
  [
    'of two senders',
    () => ({ from: 'lena@example.com>\r\nFrom: Cora <cora@example.com', attendee: 'lena@example.com' }),
  ],
  [
    'of two senders in one line',
    () => ({ from: 'lena@example.com>, <max@evil.example', attendee: 'lena@example.com' }),
  ],
])('leaves an answer alone that is %s', async (_, given) => {
  await receive(replyMail(given()))
  expect([await reply(), await reply('cora'), await answered()]).toEqual([undefined, undefined, []])
})

const [fail, none] = [{ status: 'FAIL' }, { status: 'GRAY' }]
const own = 'lena@example.com'
it.each<[string, object, string | undefined]>([
  ['that DMARC vouches for', {}, own],
  ['that was passed on, which DMARC knows by its signature', { spfVerdict: fail }, 'list@elsewhere.example'],
  ['that SPF of the same domain vouches for, without DMARC', { dmarcVerdict: none, dkimVerdict: none }, own],
  ['of whatever letter case', { dmarcVerdict: none }, 'bounces@Example.COM'],
])('trusts a mail %s', async (_, receipt, source) => {
  await receive(replyMail(), receipt, { source })
  expect(await reply()).toMatchObject({ answer: 'accepted' })
})

it.each<[string, object, string | undefined]>([
  ['with a virus', { virusVerdict: fail }, own],
  ['that fails DMARC', { dmarcVerdict: fail }, own],
  ['that SPF of another domain vouches for', { dmarcVerdict: none }, 'mallory@evil.example'],
  ['that SPF of a domain above vouches for', { dmarcVerdict: none }, 'mallory@com'],
  ['without an envelope sender', { dmarcVerdict: none }, undefined],
  ['that somebody signed, without DMARC and SPF', { dmarcVerdict: none, spfVerdict: none }, own],
  ['that nobody looked at', { dmarcVerdict: undefined, spfVerdict: undefined }, own],
])('trusts no mail %s', async (_, receipt, source) => {
  await receive(replyMail(), receipt, { source })
  expect(await reply()).toBeUndefined()
  expect(held.logged.join()).toContain('not vouched for')
})

it('never fails over what it is sent, and logs ids only', async () => {
  await receive('', {}, { message: 'no json' })
  await receive('', {}, { message: '{"notificationType":"Bounce"}' })
  const text = fc.oneof(
    fc.string(),
    fc.constant(replyMail()).chain((mail) => cutAnywhere(mail)),
  )
  await fc.assert(fc.asyncProperty(text, (content) => receive(content)))
  await receive(replyMail())
  expect(held.logged.length).toBeGreaterThan(100)
  expect(held.logged.join()).not.toMatch(/example\.com|Lena|Yes|Development/)
})
const cutAnywhere = (mail: string) =>
  fc.record({ from: fc.nat(mail.length), length: fc.nat(200), by: fc.string() }).map(({ from, length, by }) => {
    return mail.slice(0, from) + by + mail.slice(from + length)
  })

it('comes again when the database does not answer', async () => {
  held.container = { store: { ...here.store, get: async () => Promise.reject(new Error('Unavailable')) } }
  await expect(receive(replyMail())).rejects.toThrow('Unavailable')
})
