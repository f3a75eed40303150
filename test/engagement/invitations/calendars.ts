import { organiserOf } from '@pilotgate/core/engagement/invitations/organiser'
import { queueInvitations } from '@pilotgate/core/engagement/invitations/queue-invitations'
import { sendInvitations } from '@pilotgate/core/engagement/invitations/send-invitations'
import { isDomainError } from '@pilotgate/core/errors'
import { deliver } from '@pilotgate/core/gates/mail-ledger'
import type { QueueMessage, Store } from '@pilotgate/core/ports'
import { invitationNotice } from '@pilotgate/emails/notices/invitation'
import ICAL from 'ical.js'
import { expect } from 'vitest'
import { fakeMailer } from '../../contract/fakes/mailer.ts'
import { pairs, day as start } from '../pair.ts'

const site = {
  from: 'Pilotgate <program@mail.example.org>',
  publicUrl: 'https://pilotgate.example.org',
  organisationName: (tenantId: string) => tenantId,
}
const { domain } = organiserOf(site.from)

/** What a calendar shows of one meeting. */
export type Shown = { startsAt: string; endsAt: string; sequence: number }

export const property = (component: ICAL.Component, name: string) => String(component.getFirstPropertyValue(name))

/** A calendar as RFC 5546 has it: newer SEQUENCEs count, a CANCEL takes out what it knows; it knows only what it was mailed. */
export const calendar = () => {
  const shown = new Map<string, Shown & { organiser: string }>()
  return {
    shown,
    receive(text: string): void {
      const object = ICAL.Component.fromString(text)
      const event = object.getFirstSubcomponent('vevent')!
      const { uid, sequence, startDate, endDate } = new ICAL.Event(event)
      const organiser = property(event, 'organizer')
      const before = shown.get(uid)
      if (before) expect(organiser).toBe(before.organiser)
      if (property(object, 'method') === 'CANCEL') {
        // What it never heard of cannot be cancelled: such a mail only puzzles its reader.
        expect(before, 'a CANCEL of something known').toBeDefined()
        expect(sequence).toBeGreaterThan(before!.sequence)
        shown.delete(uid)
        return
      }
      if (before && sequence <= before.sequence) throw new Error('An outdated or repeated REQUEST was mailed.')
      const [startsAt, endsAt] = [startDate, endDate].map((time) => time.toJSDate().toISOString()) as [string, string]
      shown.set(uid, { startsAt, endsAt, sequence, organiser })
    },
  }
}

/** Pairs, with the queue of invitations, the mails that come of it, and a calendar for each address. */
export const invited = async () => {
  const here = await pairs()
  const mailer = fakeMailer()
  const waiting: QueueMessage[] = []
  const followed = new Set<string>()
  let read = 0
  const calendars = new Map<string, ReturnType<typeof calendar>>()
  const calendarOf = (personId: string) => {
    const address = `${personId}@example.com`
    const known = calendars.get(address) ?? calendar()
    calendars.set(address, known)
    return known
  }
  /** The stream hands what is new to the queue. */
  const follow = async () => {
    const events = await here.told()
    const queues = {
      send: async (_: string, messages: QueueMessage[]) => void waiting.push(...messages),
      postpone: async () => {},
    }
    await queueInvitations(
      queues,
      events.filter(({ eventId }) => !followed.has(eventId)),
    )
    for (const { eventId } of events) followed.add(eventId)
  }
  /** The worker takes a message. */
  const work = async ({ body }: QueueMessage, now: string, store: Store = here.store) => {
    const ref = body as { tenantId: string; programId: string; sessionId: string }
    const by = { store, now }
    await sendInvitations(by, ref, {
      domain,
      post: (invitation) => deliver(by, mailer, ref, invitationNotice(invitation, site, now)),
    })
  }
  const receive = () => {
    for (const { to, calendar: part } of mailer.delivered.slice(read)) {
      calendarOf(to.replace('@example.com', '')).receive(part!.content)
    }
    read = mailer.delivered.length
  }
  /** Works off the queue, as a FIFO queue does: a message that fails holds up those of its group. */
  const drain = async (now = start(0)) => {
    await follow()
    const held = new Set<string>()
    for (const message of waiting.splice(0)) {
      const isHeld = held.has(message.group!)
      const done = !isHeld && (await work(message, now).then(() => true, demandUnavailable))
      if (done) continue
      held.add(message.group!)
      waiting.push(message)
    }
    receive()
  }
  const invitation = (sessionId: string, personId: string) =>
    here.store.get('invitation', here.scope, `${sessionId}.${personId}`)
  return { ...here, mailer, waiting, follow, work, drain, receive, calendarOf, invitation }
}
export type Invited = Awaited<ReturnType<typeof invited>>

const demandUnavailable = (error: unknown): false => {
  if (!isDomainError(error, 'Unavailable')) throw error
  return false
}
