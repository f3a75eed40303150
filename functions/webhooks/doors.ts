import { container } from '@pilotgate/aws/container'
import { openDoors, type Received } from '@pilotgate/core/program/hr/inbox/receive'
import type { RoutesOf } from '../lib/http/api.ts'
import { log } from '../lib/log.ts'

/** 256 KB: more than any HR system sends, and what a row takes. */
const mostBytes = 256 * 1024
const retryAfterSeconds = 30

let opened: ReturnType<typeof openDoors> | undefined

/** The doors of this process. */
const doors = () => {
  const { store, secrets } = container()
  opened ??= openDoors({ store, vault: secrets, ticks: () => performance.now() })
  return opened
}

const answer = (status: number, headers: Record<string, string> = {}) => ({
  status,
  headers: { 'content-type': 'application/json', ...headers },
  body: JSON.stringify({ received: status === 200 }),
})

/** Some senders drop for good what is answered with 4xx: only what does not hold gets that, and every fault of ours is 5xx. */
const statusOf: Record<Received, number> = { kept: 200, known: 200, handshake: 200, 'turned away': 401 }

export const doorHandlers: Pick<RoutesOf<'webhooks/api'>, 'deliver'> = {
  deliver: async ({ path, raw, work }) => {
    if (raw.bytes.length > mostBytes) return answer(413)
    try {
      const delivery = { headers: raw.headers, bytes: raw.bytes, now: work.now }
      return answer(statusOf[await doors()(path.key ?? '', delivery)])
    } catch (error) {
      log('ERROR', 'delivery', { error: error instanceof Error ? error.name : 'unknown' })
      return answer(503, { 'retry-after': String(retryAfterSeconds) })
    }
  },
}
