import { Hono } from 'hono'
import { z } from 'zod'
import { jumpThrough } from '../jump-through.ts'
import type { Runtime } from '../runtime.ts'

const jump = z.strictObject({ to: z.iso.datetime().optional() })
const run = z.strictObject({ speed: z.number().min(0.1).max(1_000_000).default(1) })

/**
 * The clock of the local runtime over HTTP, for the simulation and for people who try things out:
 * `GET /local/clock`, `POST /local/clock/{pause,run,jump,settle}`. A jump without a time goes to the next due moment. Each answer is
 * given once everything caused by the change has been worked off.
 */
export const clockControl = ({ clock, settled }: Pick<Runtime, 'clock' | 'settled'>): Hono => {
  const status = () => {
    const { now, running, speed, nextDue } = clock.status()
    const iso = (at: number | undefined) => (at === undefined ? null : new Date(at).toISOString())
    return { now: iso(now), running, speed, nextDue: iso(nextDue) }
  }
  const app = new Hono()
  app.get('/local/clock', (context) => context.json(status()))
  app.post('/local/clock/settle', async (context) => {
    await settled()
    return context.json(status())
  })
  app.post('/local/clock/pause', async (context) => {
    clock.pause()
    await settled()
    return context.json(status())
  })
  app.post('/local/clock/run', async (context) => {
    const body = run.safeParse(await context.req.json().catch(() => ({})))
    if (!body.success)
      return context.json({ detail: 'Send {"speed": virtual seconds per second, 0.1 to 1000000}.' }, 400)
    clock.run(body.data.speed)
    return context.json(status())
  })
  app.post('/local/clock/jump', async (context) => {
    const body = jump.safeParse(await context.req.json().catch(() => ({})))
    if (!body.success)
      return context.json({ detail: 'Send {"to": "2027-01-04T09:00:00Z"}, or {} for the next due moment.' }, 400)
    await settled()
    const target = body.data.to ? Date.parse(body.data.to) : clock.nextDue()
    if (target === undefined) return context.json({ detail: 'Nothing is due: no timer is set.' }, 409)
    if (target < clock.now()) return context.json({ detail: `The clock is past that: it is ${status().now}.` }, 409)
    await jumpThrough({ clock, settled }, target)
    return context.json(status())
  })
  return app
}
