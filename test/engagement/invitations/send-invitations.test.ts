import { cancelSession } from '@pilotgate/core/engagement/sessions/cancel-session'
import { moveSession } from '@pilotgate/core/engagement/sessions/move-session'
import { rateSession } from '@pilotgate/core/engagement/sessions/rate-session'
import { recordAttendance } from '@pilotgate/core/engagement/sessions/record-attendance'
import { scheduleSession } from '@pilotgate/core/engagement/sessions/schedule-session'
import { DomainError } from '@pilotgate/core/errors'
import fc from 'fast-check'
import ICAL from 'ical.js'
import { beforeEach, describe, expect, it } from 'vitest'
import { attendance, day } from '../pair.ts'
import { type Invited, invited, property } from './calendars.ts'

let here: Invited
beforeEach(async () => {
  here = await invited()
})
const schedule = (startsAt = day(1), id = here.coaching) =>
  scheduleSession(here.at(), here.cora, here.programId, id, { startsAt })
const move = (id: string, startsAt: string) =>
  moveSession(here.at(), here.cora, here.programId, id, { startsAt, minutes: 45 })
const cancel = (id: string) => cancelSession(here.at(), here.cora, here.programId, id, 'Both travel')
const mails = () => here.mailer.delivered
/** Both of a pair are told at once: in either order. */
const addresses = () =>
  mails()
    .map(({ to }) => to)
    .toSorted()
const mailTo = (name: string) => mails().find(({ to }) => to === `${name}@example.com`)!
const parsed = (index: number) => ICAL.Component.fromString(mails().at(index)!.calendar!.content)
const eventIn = (index: number) => parsed(index).getFirstSubcomponent('vevent')!
const rewriteMember = async (id: string, more: object) => {
  const known = (await here.store.get('member', here.scope, id))!
  await here.write({ kind: 'member', record: { ...known, ...more }, expect: known.version })
}

describe('an invitation', () => {
  it('asks both, in their own zones and in neutral words', async () => {
    const program = (await here.store.get('program', { ...here.scope, scope: '-' }, here.programId))!
    await here.write({ kind: 'program', record: { ...program, name: 'Leadership 2027' }, expect: program.version })
    const { id } = await schedule()
    await here.drain(day(0))
    expect(addresses()).toEqual(['cora@example.com', 'lena@example.com'])
    const event = eventIn(0)
    expect(property(parsed(0), 'method')).toBe('REQUEST')
    const { uid, sequence, startDate, endDate, summary, attendees } = new ICAL.Event(event)
    expect([startDate, endDate].map((time) => time.toICALString())).toEqual(['20270202T080000Z', '20270202T090000Z'])
    expect({ sequence, summary }).toEqual({ sequence: 0, summary: 'Development session' })
    expect(uid).toMatch(/^session-[\w-]+@mail\.example\.org$/)
    expect(property(event, 'organizer')).toBe('mailto:program@mail.example.org')
    expect(['class', 'transp', 'status', 'dtstamp'].map((name) => property(event, name))).toEqual([
      ...['PRIVATE', 'OPAQUE', 'CONFIRMED'],
      '2027-02-01T08:00:00Z',
    ])
    expect(
      attendees.map((each) => [String(each.getFirstValue()).toLowerCase(), each.getParameter('partstat')]),
    ).toEqual([
      ['mailto:lena@example.com', 'NEEDS-ACTION'],
      ['mailto:cora@example.com', 'NEEDS-ACTION'],
    ])
    expect(attendees.map((each) => [each.getParameter('rsvp'), each.getParameter('cn')])).toEqual([
      ['TRUE', 'lena'],
      ['TRUE', 'cora'],
    ])
    expect(mails()[0]).toMatchObject({ subject: expect.stringMatching(/^Development session on Tuesday 2 February/) })
    expect(mailTo('lena').text).toContain('When: Tuesday 2 February 2027, 03:00 (America/New_York)')
    expect(mailTo('cora').text).toContain('When: Tuesday 2 February 2027, 09:00 (Europe/Berlin)')
    const { tags: _, ...seen } = mails()[0]!
    const object = seen.calendar!.content.replaceAll('\r\n ', '')
    for (const word of ['Leadership 2027', here.programId, id, 'coach', 'mentor', 'goal']) {
      for (const text of [JSON.stringify(seen), object, ...decoded(uid)]) expect(text).not.toContain(word)
    }
    for (const text of [object, ...decoded(uid)]) expect(text).not.toContain(here.scope.tenantId)
    expect(await here.invitation(id, 'lena')).toMatchObject({ uid, method: 'REQUEST', sequence: 0, status: 'sent' })
  })

  it('follows a move and a cancellation under one UID, each with a higher SEQUENCE', async () => {
    const { id } = await schedule()
    await here.drain()
    await move(id, day(2))
    await here.drain(day(0, 1))
    const uids = [...here.calendarOf('lena').shown]
    expect(uids).toMatchObject([[expect.any(String), { startsAt: day(2), sequence: 1 }]])
    expect(mails().at(-1)!.text).toContain('was moved to another time')
    await cancel(id)
    await here.drain(day(0, 2))
    const event = eventIn(-1)
    expect([property(parsed(-1), 'method'), property(event, 'status')]).toEqual(['CANCEL', 'CANCELLED'])
    expect(property(event, 'uid')).toBe(uids[0]![0])
    expect(property(event, 'dtstamp')).toBe('2027-02-01T10:00:00Z')
    expect(event.getAllProperties('attendee')).toHaveLength(2)
    expect(mails().at(-1)!.subject).toMatch(/^Cancelled: /)
    expect(mails()).toHaveLength(6)
    expect(here.calendarOf('lena').shown.size).toBe(0)
  })

  it('is sent once, however often the message comes, and nothing follows attendance or a rating', async () => {
    const { id } = await schedule()
    await here.drain()
    const messages = (await here.told()).length
    await recordAttendance(here.at(day(1, 1)), here.cora, here.programId, id, attendance)
    await rateSession(here.at(day(1, 1)), here.lena, here.programId, id, 4)
    expect((await here.told()).length).toBeGreaterThan(messages)
    await here.follow()
    expect(here.waiting).toEqual([])
    const again = { body: { ...here.scope, programId: here.programId, sessionId: id } }
    await here.work(again, day(1, 1))
    expect(mails()).toHaveLength(2)
  })

  it('goes to nobody when it was cancelled first, and not to agents or to those who have left', async () => {
    const { id } = await schedule()
    await cancel(id)
    await here.drain()
    expect(mails()).toEqual([])
    await rewriteMember('lena', { learnerKind: 'agent' })
    await schedule(day(3))
    await here.drain()
    expect(mails().map(({ to }) => to)).toEqual(['cora@example.com'])
    expect(eventIn(0).getAllProperties('attendee')).toHaveLength(1)
    await rewriteMember('cora', { status: 'left' })
    await schedule(day(5))
    await here.drain()
    expect(mails()).toHaveLength(1)
  })

  it('is taken back from somebody who has left since', async () => {
    const { id } = await schedule()
    await here.drain()
    await rewriteMember('lena', { status: 'left' })
    await cancel(id)
    await here.drain()
    expect(mails().map(({ calendar }) => calendar!.method)).toEqual(['REQUEST', 'REQUEST', 'CANCEL', 'CANCEL'])
    expect(addresses()).toEqual(['cora', 'cora', 'lena', 'lena'].map((name) => `${name}@example.com`))
  })

  it('waits while the mail service is down, and so does what comes after it; then the state of then is told', async () => {
    const { id } = await schedule()
    here.mailer.down = true
    await here.drain()
    await move(id, day(2))
    await here.drain()
    expect(here.waiting).toHaveLength(2)
    expect(await here.invitation(id, 'lena')).toBeUndefined()
    here.mailer.down = false
    await here.drain()
    expect(here.waiting).toEqual([])
    expect(addresses()).toEqual(['cora@example.com', 'lena@example.com'])
    expect(eventIn(0).getFirstPropertyValue('sequence')).toBe(1)
    expect(mails()[0]!.subject).toMatch(/^Development session/)
  })

  it('stays visible as unknown when nobody knows whether it went out, is not sent again, and is cancelled all the same', async () => {
    const { id } = await schedule()
    const send = here.mailer.send
    here.mailer.send = async () => {
      throw new Error('silence')
    }
    await here.drain()
    expect(await here.invitation(id, 'lena')).toMatchObject({ status: 'unknown', sequence: 0 })
    const log = (await here.store.list('mail', here.scope)).items
    expect(log).toMatchObject([{ status: 'unknown', kind: 'invitation' }, { status: 'unknown' }])
    here.mailer.send = send
    await here.work({ body: { ...here.scope, programId: here.programId, sessionId: id } }, day(0))
    expect(mails()).toEqual([])
    await cancel(id)
    await here.follow()
    for (const message of here.waiting) await here.work(message, day(0))
    expect(mails().map(({ calendar }) => calendar!.method)).toEqual(['CANCEL', 'CANCEL'])
  })

  it('that went out just before the worker died is cancelled all the same', async () => {
    const { id } = await schedule()
    // The UID, then the claims and marks of both in the ledger, then nothing more.
    await dieWhileWorking(5)
    const both = ['cora@example.com', 'lena@example.com']
    expect(addresses()).toEqual(both)
    for (const person of ['lena', 'cora']) expect(await here.invitation(id, person)).toBeUndefined()
    await cancel(id)
    await here.drain()
    const cancelled = mails().filter(({ calendar }) => calendar!.method === 'CANCEL')
    expect(cancelled.map(({ to }) => to).sort()).toEqual(both)
  })

  it('of an address that is refused is not cancelled', async () => {
    const send = here.mailer.send
    here.mailer.send = async (mail) => {
      if (mail.to.startsWith('lena@')) throw new DomainError('InvalidInput', 'Refused.')
      return send(mail)
    }
    const { id } = await schedule()
    await here.drain()
    expect(await here.invitation(id, 'lena')).toMatchObject({ status: 'refused' })
    await cancel(id)
    await here.drain()
    expect(mails().map(({ to }) => to)).toEqual(['cora@example.com', 'cora@example.com'])
  })
})

/** What a UID says to somebody who takes it for text in Base64 or hexadecimal. */
const decoded = (uid: string) => {
  const [name] = uid.replace('session-', '').split('@') as [string]
  return (['base64url', 'hex'] as const).map((encoding) => Buffer.from(name, encoding).toString('latin1'))
}

type Step =
  | { do: 'schedule'; slot: number }
  | { do: 'move' | 'cancel'; which: number; slot: number }
  | { do: 'drain' | 'down' | 'up' | 'crash' | 'repeat'; which: number; slot: number }
const steps = fc.array(
  fc.record({
    do: fc.constantFrom('schedule', 'schedule', 'move', 'move', 'cancel', 'drain', 'down', 'up', 'crash', 'repeat'),
    which: fc.nat(5),
    slot: fc.integer({ min: 1, max: 60 }),
  }) as fc.Arbitrary<Step & { which: number; slot: number }>,
  { maxLength: 25 },
)

it('whatever becomes of sessions, and whatever fails on the way, each calendar ends as they stand', async () => {
  await fc.assert(
    fc.asyncProperty(steps, async (all) => {
      here = await invited()
      const ids: string[] = []
      const refused = (error: unknown) => {
        if (!(error instanceof DomainError)) throw error
      }
      for (const { do: what, which, slot } of all) {
        const id = ids[which % Math.max(ids.length, 1)]
        const on = what === 'schedule' && slot % 2 === 0 ? here.mentoring : here.coaching
        const by = on === here.mentoring ? here.max : here.cora
        if (what === 'schedule') {
          const made = scheduleSession(here.at(), by, here.programId, on, { startsAt: day(slot) })
          await made.then((session) => ids.push(session.id), refused)
        } else if (what === 'down' || what === 'up') here.mailer.down = what === 'down'
        else if (what === 'drain') await here.drain(day(0, slot / 60))
        else if (what === 'crash') await dieWhileWorking(slot % 8)
        else if (!id) continue
        else if (what === 'repeat') await repeat(id)
        else if (what === 'move') await moveBoth(id, day(slot, 2)).catch(refused)
        else await cancelBoth(id).catch(refused)
      }
      here.mailer.down = false
      await here.drain(day(0, 2))
      expect(here.waiting).toEqual([])
      const sessions = (await here.store.list('session', here.scope, { limit: 1000 })).items
      for (const personId of ['lena', 'cora', 'max']) {
        const theirs = sessions.filter(({ engagementId, status }) => {
          const isTheirs = personId === 'lena' || engagementId === (personId === 'max' ? here.mentoring : here.coaching)
          return isTheirs && status === 'scheduled'
        })
        const shown = [...here.calendarOf(personId).shown.values()].map(({ startsAt, endsAt, sequence }) => ({
          ...{ startsAt, endsAt, sequence },
        }))
        const wanted = theirs.map(({ startsAt, minutes, sequence }) => ({
          startsAt,
          endsAt: new Date(Date.parse(startsAt) + minutes * 60_000).toISOString(),
          sequence,
        }))
        expect(shown.sort(byTime)).toEqual(wanted.sort(byTime))
      }
    }),
    { numRuns: 100 },
  )
})

const byTime = (one: { startsAt: string }, other: { startsAt: string }) => (one.startsAt < other.startsAt ? -1 : 1)
const ofPair = (id: string) => (id.includes('.mentor.') ? here.max : here.cora)
const moveBoth = (id: string, startsAt: string) => moveSession(here.at(), ofPair(id), here.programId, id, { startsAt })
const cancelBoth = (id: string) => cancelSession(here.at(), ofPair(id), here.programId, id, 'Both travel')
/** A message that was worked off comes once more. */
const repeat = async (sessionId: string) => {
  await here
    .work({ body: { ...here.scope, programId: here.programId, sessionId } }, day(0))
    .catch((error: unknown) => expect(error).toMatchObject({ code: 'Unavailable' }))
  here.receive()
}
/** The worker's database goes away after some writes; the message comes again later. Before a mail is marked as sent it would be unknown. */
const dieWhileWorking = async (writes: number) => {
  await here.follow()
  const [message] = here.waiting
  if (!message) return
  let left = writes
  const store = {
    ...here.store,
    async commit(...args: Parameters<typeof here.store.commit>) {
      const isMark = args[0].some(({ kind, expect }) => kind === 'mail' && expect !== 0)
      if (left <= 0 && !isMark) throw new DomainError('Unavailable', 'Not just now.')
      left -= 1
      return here.store.commit(...args)
    },
  }
  await here
    .work(message, day(0), store)
    .catch((error: unknown) => expect(error).toMatchObject({ code: 'Unavailable' }))
  here.receive()
}
