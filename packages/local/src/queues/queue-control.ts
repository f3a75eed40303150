import { Hono } from 'hono'
import type { LocalQueue } from './local-queues.ts'
import type { QueueDesk } from './queue-desk.ts'

const iso = (at: number) => new Date(at).toISOString()

/**
 * The queues of the local runtime over HTTP: `GET /local/queues` says how many messages wait, are hidden or delayed, and which were given
 * up (dead letters); `POST /local/queues/{queue}/redrive` puts those of a queue back into it.
 */
export const queueControl = (desk: QueueDesk, queues: LocalQueue[]): Hono => {
  const app = new Hono()
  app.get('/local/queues', (context) => {
    const letters = desk.deadLetters()
    return context.json(
      queues.map((queue) => ({
        name: queue.name,
        ...desk.count(queue),
        deadLetters: letters
          .filter((letter) => letter.queue === queue.name)
          .map(({ messageId, body, receives, sentAt, deadAt }) => ({
            ...{ messageId, body, receives },
            ...{ sentAt: iso(sentAt), deadAt: iso(deadAt) },
          })),
      })),
    )
  })
  app.post('/local/queues/:queue/redrive', (context) => {
    const queue = queues.find(({ name }) => name === context.req.param('queue'))
    if (queue) return context.json({ redriven: desk.redrive(queue) })
    return context.json(
      { detail: `There is no such queue. There are ${queues.map(({ name }) => name).join(', ')}.` },
      404,
    )
  })
  return app
}
