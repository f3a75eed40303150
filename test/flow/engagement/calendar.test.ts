import ICAL from 'ical.js'
import { expect, test } from 'vitest'
import { staff } from '../selection/selection.ts'
import { startPairs } from './pairs.ts'

const { platform, path, as, idOf, coaching } = await startPairs(staff)
const [coach, participant, owner] = [await as(staff.coach), await as(staff.participant), await as(staff.owner)]
const inCoaching = { path: { ...path, engagementId: coaching } }
const first = { path: { ...path, sessionId: `${coaching}.S001` } }
const form = { 'content-type': 'application/x-www-form-urlencoded', origin: platform.origin }

type Mail = { id: string; to: string[]; calendar?: string; text: string; raw: string; tags: Record<string, string> }
const invitations = async (to?: string): Promise<Mail[]> => {
  await platform.settled()
  const { body } = await platform.send(
    'GET',
    `/mailbox.json?limit=500&tag=kind%3Dinvitation${to ? `&recipient=${to}` : ''}`,
  )
  return (body as { messages: Mail[] }).messages.toReversed()
}
const told = async (to: string) => {
  const mail = (await invitations(to)).at(-1)!
  const object = ICAL.Component.fromString(mail.calendar!)
  const { uid, sequence, startDate } = new ICAL.Event(object.getFirstSubcomponent('vevent')!)
  return { mail, method: object.getFirstPropertyValue('method'), uid, sequence, start: startDate.toICALString() }
}
const answer = async (to: string, choice: string) => {
  const { mail } = await told(to)
  return platform.send('POST', `/mailbox/${mail.id}/answer`, { headers: form, text: `answer=${choice}` })
}
const replies = async (reader = coach) => (await reader('getSession', first)).replies

test('who schedules a session has both invited, by mails with tags that fit to the mail log', async () => {
  await coach('scheduleSession', { ...inCoaching, body: { startsAt: '2027-02-01T09:00:00Z' } })
  const mails = await invitations()
  // Both are told at once: whose mail arrives first is open.
  expect(mails.map(({ to }) => to[0]).toSorted()).toEqual([staff.participant, staff.coach].toSorted())
  expect(mails[0]).toMatchObject({ tags: { kind: 'invitation', program: path.programId } })
  const { body } = await platform.send('GET', `/mailbox/${mails[0]!.id}.json`)
  expect((body as Mail).raw).toMatch(/^Content-Type: text\/calendar; charset=utf-8; method=REQUEST\r$/m)
  expect(await told(staff.coach)).toMatchObject({ method: 'REQUEST', sequence: 0, start: '20270201T090000Z' })
  const log = (await owner('listMails', { path, query: { limit: 100 } })).items
  expect(log.filter(({ kind }) => kind === 'invitation')).toMatchObject([{ status: 'sent' }, { status: 'sent' }])
})

test('the mailbox shows what a mail program would', async () => {
  const { mail } = await told(staff.participant)
  const { text } = await platform.send('GET', `/mailbox/${mail.id}`)
  for (const words of [
    'Development session',
    'REQUEST',
    '1 Feb 2027, 09:00 UTC',
    staff.coach,
    '>Accept<',
    '>Maybe<',
    '>Decline<',
  ]) {
    expect(text).toContain(words)
  }
  const bare = await platform.send('POST', `/mailbox/${mail.id}/answer`, { headers: form, text: 'answer=perhaps' })
  expect(bare.status).toBe(400)
})

test('an answer by mail stands with the session, for the pair alone; the later one counts', async () => {
  expect(await replies()).toEqual([])
  const { status, text } = await answer(staff.participant, 'accepted')
  expect([status, text]).toEqual([200, expect.stringContaining('Your answer was mailed')])
  await answer(staff.coach, 'tentative')
  const given = expect.arrayContaining([
    { personId: idOf(staff.participant), answer: 'accepted', at: expect.any(String) },
    { personId: idOf(staff.coach), answer: 'tentative', at: expect.any(String) },
  ])
  expect(await replies(participant)).toEqual(given)
  expect((await coach('listSessions', inCoaching)).items[0]!.replies).toEqual(given)
  expect(await owner('getSession', first)).not.toHaveProperty('replies')
  await answer(staff.participant, 'declined')
  expect(await replies()).toEqual(
    expect.arrayContaining([expect.objectContaining({ personId: idOf(staff.participant), answer: 'declined' })]),
  )
})

test('a move asks anew under the same UID; an answer to the time before is void', async () => {
  const before = await told(staff.participant)
  await participant('moveSession', { ...first, body: { startsAt: '2027-02-02T09:00:00Z' } })
  const after = await told(staff.participant)
  expect(after).toMatchObject({ uid: before.uid, method: 'REQUEST', sequence: 1, start: '20270202T090000Z' })
  expect(after.mail.text).toContain('moved')
  expect(await replies()).toEqual([])
  await platform.send('POST', `/mailbox/${before.mail.id}/answer`, { headers: form, text: 'answer=accepted' })
  expect(await replies()).toEqual([])
  await answer(staff.participant, 'accepted')
  expect(await replies()).toMatchObject([{ answer: 'accepted' }])
})

test('a calendar to subscribe to needs nothing but its address, which its owner makes and takes away', async () => {
  expect(await participant('readCalendarFeed')).toEqual({})
  const { url } = await participant('makeCalendarFeed')
  expect(await participant('readCalendarFeed')).toMatchObject({ url })
  const address = new URL(url!).pathname
  expect(address).toMatch(/^\/v1\/calendars\/[\w-]+\.ics$/)
  const read = await platform.send('GET', address)
  expect([read.status, read.headers.get('content-type')]).toEqual([200, 'text/calendar; charset=utf-8'])
  expect(read.headers.get('cache-control')).toMatch(/^private/)
  const object = ICAL.Component.fromString(read.text)
  expect(object.getFirstPropertyValue('method')).toBe('PUBLISH')
  const [event] = object.getAllSubcomponents('vevent')
  expect(new ICAL.Event(event).startDate.toICALString()).toBe('20270202T090000Z')
  expect(new ICAL.Event(event).uid).toBe((await told(staff.participant)).uid)
  expect((await platform.send('GET', address.replace('.ics', ''))).status).toBe(200)
  const etag = read.headers.get('etag')!
  expect((await platform.send('GET', address, { headers: { 'if-none-match': etag } })).status).toBe(304)

  const { url: newer } = await participant('makeCalendarFeed')
  const gone = await platform.send('GET', address)
  const wrong = await platform.send('GET', '/v1/calendars/bm90aGluZw.ics')
  expect([gone.status, wrong.status]).toEqual([404, 404])
  const detail = ({ body }: typeof gone) => (body as { detail: string }).detail
  expect(detail(gone)).toBe(detail(wrong))
  const kept = new URL(newer!).pathname
  await coach('cancelSession', { ...first, body: { reason: 'Both travel' } })
  const { text } = await platform.send('GET', kept)
  expect(text).toContain('STATUS:CANCELLED')
  expect(text).not.toContain('travel')
  await participant('removeCalendarFeed')
  expect((await platform.send('GET', kept)).status).toBe(404)
  expect(await participant('readCalendarFeed')).toEqual({})
})

test('a cancellation takes it out of both calendars', async () => {
  for (const to of [staff.participant, staff.coach]) {
    const { method, sequence, mail } = await told(to)
    expect({ method, sequence }).toEqual({ method: 'CANCEL', sequence: 2 })
    expect((await platform.send('GET', `/mailbox/${mail.id}`)).text).not.toContain('>Accept<')
  }
  expect(await invitations()).toHaveLength(6)
  expect(await replies()).toEqual([])
})

test('somebody without a part in any program has no calendar', async () => {
  const token = await platform.tokenOf('nobody@nordlicht.example')
  const { status } = await platform.send('POST', '/v1/me/calendar-feed', { token })
  expect(status).toBe(404)
})
