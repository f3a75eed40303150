import type { Alarm, Clock } from '../clock.ts'
import { chanceOf } from '../simulate/chance.ts'
import type { HrStore, Outgoing, Subscription } from './hr-store.ts'
import type { HrEvent } from './vendors/fake-vendor.ts'
import { fakeVendors } from './vendors/index.ts'

/** How events go out, beside how they should: how often each, in an order drawn from a seed, later, or only when let go. */
export type Manner = { copies?: number; shuffle?: number; delaySeconds?: number; hold?: boolean }

/** What became of an attempt; status 0: there was no answer. */
export type Sent = { vendor: string; type: string; at: number; attempt: number; status: number; url: string }

const kept = 200

/**
 * Brings events to the doors of their subscriptions, in order, and again as long as their vendor would. What is under way outlives a
 * restart.
 */
export const startDeliveries = ({ store, clock }: { store: HrStore; clock: Clock }) => {
  const alarms = new Map<string, Alarm>()
  const running = new Set<Promise<unknown>>()
  const log: Sent[] = []

  const follow = <T>(work: Promise<T>): Promise<T> => {
    running.add(work)
    return work.finally(() => running.delete(work))
  }

  const attempt = async (id: string, outgoing: Outgoing): Promise<void> => {
    const subscription = store.get('subscription', outgoing.subscriptionId)
    if (!subscription) {
      store.remove('outgoing', id)
      return
    }
    const vendor = fakeVendors[subscription.vendor]
    const status = await post(subscription, outgoing, clock.now())
    const { type, attempts } = outgoing
    log.push({
      ...{ vendor: subscription.vendor, url: subscription.url, type, status },
      at: clock.now(),
      attempt: attempts + 1,
    })
    log.splice(0, log.length - kept)
    const done = status >= 200 && status < 300
    const pause = vendor.retryMinutes[attempts]
    const again = !done && (status === 0 || status >= 500 || Boolean(vendor.persistent)) && pause !== undefined
    if (!again) {
      store.remove('outgoing', id)
      return
    }
    const next = { ...outgoing, attempts: attempts + 1, at: clock.now() + pause * 60_000 }
    store.put('outgoing', id, next)
    arm(id, next)
  }

  const arm = (id: string, outgoing: Outgoing) => {
    const wake = () => {
      alarms.delete(id)
      void follow(attempt(id, outgoing))
    }
    alarms.set(id, clock.alarm(outgoing.at, wake))
  }

  /** Sends those that are due now, one after another. */
  const sendNow = (rows: { id: string; value: Outgoing }[]): Promise<void> =>
    follow(
      (async () => {
        for (const { id, value } of rows) await attempt(id, value)
      })(),
    )

  const ordered = <T>(rows: T[], shuffle: number | undefined): T[] => {
    if (shuffle === undefined) return rows
    const chance = chanceOf(shuffle)
    return rows
      .map((row, index) => ({ row, drawn: chance('order', index) }))
      .toSorted((a, b) => a.drawn - b.drawn)
      .map(({ row }) => row)
  }

  for (const { id, value } of store.all('outgoing')) if (!value.held) arm(id, value)

  return {
    follow,
    log: (): readonly Sent[] => log,
    /** Resolves once the first attempts have been answered. */
    async deliver(
      subscription: Subscription,
      events: HrEvent[],
      { copies = 1, shuffle, delaySeconds = 0, hold }: Manner,
    ) {
      const at = clock.now() + delaySeconds * 1000
      const rows = events.flatMap(({ type, id: eventId, body }) =>
        Array.from({ length: copies }, (_, copy) => ({
          id: `${eventId}.${subscription.id}.${copy}`,
          value: {
            ...{ subscriptionId: subscription.id, type, eventId, body: JSON.stringify(body), copy },
            ...{ at, firstAt: at, attempts: 0, held: Boolean(hold) },
          },
        })),
      )
      for (const { id, value } of rows) store.put('outgoing', id, value)
      if (hold) return
      if (delaySeconds > 0) for (const { id, value } of rows) arm(id, value)
      else await sendNow(ordered(rows, shuffle))
    },
    /** Lets go what was held, in its order or in one drawn from a seed, and says how many. */
    async release(shuffle?: number): Promise<number> {
      const rows = store.all('outgoing').filter(({ value }) => value.held)
      const free = rows.map(({ id, value }) => ({ id, value: { ...value, held: false } }))
      for (const { id, value } of free) store.put('outgoing', id, value)
      await sendNow(ordered(free, shuffle))
      return free.length
    },
    busy: () => running.size > 0,
    async settled() {
      while (running.size > 0) await Promise.all(running)
    },
    close() {
      for (const alarm of alarms.values()) alarm.cancel()
      alarms.clear()
    },
  }
}

/** The answer's status, or 0 when there was none. */
const post = async ({ vendor, url, secret }: Subscription, outgoing: Outgoing, now: number): Promise<number> => {
  const { body, eventId: id, firstAt, copy } = outgoing
  const { restamps, sign } = fakeVendors[vendor]
  // Nobody knows whether a copy bears the time of the first: every other one does not.
  const seconds = Math.floor((restamps ? now : firstAt) / 1000) + (copy % 2)
  try {
    const answer = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...sign(secret, { id, body, seconds }) },
      body,
      redirect: 'manual',
      signal: AbortSignal.timeout(10_000),
    })
    await answer.arrayBuffer()
    return answer.status
  } catch {
    return 0
  }
}
