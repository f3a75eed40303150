import { ulids } from '@pilotgate/aws/ids'
import { DomainError } from '@pilotgate/core/errors'
import { deliver, type Notice } from '@pilotgate/core/gates/mail-ledger'
import type { Mail, Mailer, Store } from '@pilotgate/core/ports'
import fc from 'fast-check'
import { beforeEach, expect, it } from 'vitest'
import { fakeMailer } from '../contract/fakes/mailer.ts'
import { fakeStore } from '../contract/fakes/store.ts'

const now = '2027-02-12T15:00:00.000Z'
const about = { tenantId: 'northwind', programId: 'pilot' }
const scope = { tenantId: 'northwind', scope: 'pilot' }
const notice: Notice = {
  mailId: 'W06.1.decision-needed.ada',
  kind: 'decision-needed',
  gate: 'W06',
  personId: 'ada',
  to: 'ada@northwind.test',
  rendered: { subject: 'W06 needs your decision', html: '<p>Decide</p>', text: 'Decide' },
}
const unavailable = () => new DomainError('Unavailable', 'Not just now.')

let store: Store
beforeEach(() => {
  store = fakeStore(ulids())
})
const row = () => store.get('mail', scope, notice.mailId)
const send = (mailer: Mailer, to: Store = store, what = notice) => deliver({ store: to, now }, mailer, about, what)

/** A store that dies (or whatever `fault` does) at its n-th commit, after writing it or instead. */
const failingAt = (n: number, when: 'before' | 'after', fault = unavailable): Store => {
  let commits = 0
  return {
    ...store,
    async commit(...args) {
      commits += 1
      if (commits === n && when === 'before') throw fault()
      await store.commit(...args)
      if (commits === n) throw fault()
    },
  }
}

/** A mailer that hands the mail over and then does what `then` says. */
const mailerThat = (then: (mail: Mail) => Promise<void> | void) => {
  const delivered: Mail[] = []
  const mailer: Mailer = {
    async send(mail) {
      delivered.push(mail)
      await then(mail)
      return `message-${delivered.length}`
    },
  }
  return { mailer, delivered }
}

it('sends once, however often the event comes, and keeps the message id', async () => {
  const mailer = fakeMailer()
  expect(await send(mailer)).toBe('sent')
  expect(await send(mailer)).toBe('sent before')
  expect(mailer.delivered).toEqual([
    expect.objectContaining({
      to: 'ada@northwind.test',
      ...notice.rendered,
      tags: { program: 'pilot', kind: 'decision-needed', mailId: notice.mailId },
    }),
  ])
  expect(await row()).toMatchObject({
    status: 'sent',
    messageId: 'message-1',
    sentAt: now,
    claimedAt: now,
    gate: 'W06',
  })
})

it('calls a mail unknown, and does not send it again, when the sender died after the claim', async () => {
  await expect(send(fakeMailer(), failingAt(1, 'after'))).rejects.toMatchObject({ code: 'Unavailable' })
  const mailer = fakeMailer()
  expect(await send(mailer)).toBe('unknown')
  expect(await send(mailer)).toBe('unknown')
  expect(mailer.delivered).toEqual([])
  expect(await row()).toMatchObject({ status: 'unknown', problem: expect.stringContaining('cut off') })
})

it('calls a mail unknown, and does not send it again, when the sender died after sending', async () => {
  const mailer = fakeMailer()
  await expect(send(mailer, failingAt(2, 'before'))).rejects.toMatchObject({ code: 'Unavailable' })
  expect(await row()).toMatchObject({ status: 'claimed' })
  expect(await send(mailer)).toBe('unknown')
  expect(mailer.delivered).toHaveLength(1)
})

it('gives the claim back when the mail service is down, and sends when the event comes again', async () => {
  const mailer = fakeMailer()
  mailer.down = true
  await expect(send(mailer)).rejects.toMatchObject({ code: 'Unavailable' })
  expect(await row()).toBeUndefined()
  mailer.down = false
  expect(await send(mailer)).toBe('sent')
  expect(mailer.delivered).toHaveLength(1)
})

it('keeps a refused address as refused and goes on', async () => {
  const mailer = fakeMailer()
  const refused = { ...notice, to: 'nobody' }
  expect(await send(mailer, store, refused)).toBe('refused')
  expect(await send(mailer, store, refused)).toBe('refused')
  expect(await row()).toMatchObject({ status: 'refused', problem: expect.stringContaining('refuses') })
})

it('calls a mail unknown when the mail service does not say whether it took it', async () => {
  const { mailer, delivered } = mailerThat(() => {
    throw Object.assign(new Error('ada@northwind.test'), { name: 'MailUnconfirmed' })
  })
  expect(await send(mailer)).toBe('unknown')
  expect(await send(mailer)).toBe('unknown')
  expect(delivered).toHaveLength(1)
  expect((await row())!.problem).toContain('MailUnconfirmed')
  expect((await row())!.problem).not.toContain('ada@')
})

it('lets a sender that is still at work correct what another delivery took for lost', async () => {
  const { mailer, delivered } = mailerThat(async () => {
    expect(await send(fakeMailer())).toBe('unknown')
  })
  expect(await send(mailer)).toBe('sent')
  expect(await row()).toMatchObject({ status: 'sent', messageId: 'message-1' })
  expect(delivered).toHaveLength(1)
})

it('keeps a mail visible that another delivery wrote off while its sender found the mail service down', async () => {
  const { mailer } = mailerThat(async () => {
    await send(fakeMailer())
    throw unavailable()
  })
  await expect(send(mailer)).rejects.toMatchObject({ code: 'Unavailable' })
  expect(await row()).toMatchObject({ status: 'unknown' })
})

it('never sends twice and never loses a mail unseen, whatever fails and in whatever order deliveries come', async () => {
  const fault = fc.constantFrom('none', 'store before', 'store after', 'mail down', 'mail unconfirmed')
  const step = fc.record({ fault, commit: fc.integer({ min: 1, max: 3 }), overlaps: fc.boolean() })
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 6 }), async (steps) => {
      store = fakeStore(ulids())
      let out = 0
      const attempt = async ({ fault, commit }: (typeof steps)[number]) => {
        const mailer: Mailer = {
          async send() {
            await Promise.resolve()
            if (fault === 'mail down') throw unavailable()
            out += 1
            if (fault === 'mail unconfirmed') throw new Error('lost')
            return 'message'
          },
        }
        const failing = fault.startsWith('store')
        await send(mailer, failing ? failingAt(commit, fault === 'store after' ? 'after' : 'before') : store).catch(
          () => undefined,
        )
      }
      let before: Promise<void> = Promise.resolve()
      for (const each of steps) {
        if (!each.overlaps) await before
        before = Promise.all([before, attempt(each)]).then(() => undefined)
      }
      await before
      await attempt({ fault: 'none', commit: 1, overlaps: false })
      expect(out).toBeLessThanOrEqual(1)
      const { status } = (await row())!
      expect(['sent', 'unknown']).toContain(status)
      if (status === 'sent') expect(out).toBe(1)
    }),
    { numRuns: 300 },
  )
})
