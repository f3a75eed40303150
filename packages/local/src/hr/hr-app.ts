import { type Context, Hono } from 'hono'
import { csrf } from 'hono/csrf'
import { z } from 'zod'
import { stateOn } from './employee.ts'
import { fault, faultsInStock } from './faults.ts'
import { hrDesk } from './hr-desk.ts'
import { PAGE_POLICY } from './hr-pages.ts'
import type { HrSystem } from './hr-system.ts'
import { type Reading, readBack } from './read-back.ts'
import { fakeVendorNames } from './vendors/index.ts'

const words = z.string().trim().min(1)
const state = z.strictObject({
  email: z.email(),
  firstName: words,
  lastName: words,
  title: words,
  department: words,
  managerId: z.number().int().nullable(),
  zone: words,
  hiredOn: z.iso.date(),
  endsOn: z.iso.date().nullable(),
  status: z.enum(['active', 'pending', 'left']).nullable(),
})
const manner = z.strictObject({
  copies: z.number().int().min(1).max(5),
  shuffle: z.number().int(),
  delaySeconds: z.number().min(0),
  hold: z.boolean(),
})
const given = <S extends z.ZodRawShape>(fields: z.ZodObject<S>) => fields.extend(manner.partial().shape)
const hiring = given(state.partial({ managerId: true, zone: true, hiredOn: true, endsOn: true, status: true }))
const changing = given(state.partial().extend({ effectiveOn: z.iso.date().optional() }))
const subscribing = z.strictObject({ vendor: z.enum(fakeVendorNames), url: z.url(), secret: z.string() })
const releasing = z.strictObject({ shuffle: z.number().int().optional() })

/**
 * The fake HR system over HTTP: pages at `/local/hr`, JSON below it (see `docs/hr-systems.md`), and at `/local/hr/VENDOR` what the API of
 * that vendor answers.
 */
export const hrApp = (hr: HrSystem, origin: string): Hono => {
  const app = new Hono()
  const faults = faultsInStock()
  const readings: Reading[] = []
  for (const path of ['employees', 'subscriptions', 'deliveries', 'faults', 'desk'])
    app.use(`/local/hr/${path}/*`, csrf())
  app.use('*', async (context, next) => {
    await next()
    context.header('content-security-policy', PAGE_POLICY)
    context.header('x-content-type-options', 'nosniff')
    context.header('referrer-policy', 'no-referrer')
    context.header('cache-control', 'no-store')
  })
  app.route('/local/hr', hrDesk(hr, origin))

  app.get('/local/hr/employees', (c) =>
    c.json({
      employees: hr.employees().map(({ id, employee, state: now, status }) => {
        const last = stateOn(employee, '9999-12-31')
        return { id, ...now, status, ...(JSON.stringify(last) !== JSON.stringify(now) && { ahead: last }) }
      }),
    }),
  )
  app.post('/local/hr/employees', async (c) => {
    const body = hiring.safeParse(await json(c))
    if (!body.success) return refuse(c, body.error)
    const { copies, shuffle, delaySeconds, hold, ...set } = body.data
    return c.json({ id: await hr.hire(set, { copies, shuffle, delaySeconds, hold }) }, 201)
  })
  app.post('/local/hr/employees/:id', async (c) => {
    const body = changing.safeParse(await json(c))
    if (!body.success) return refuse(c, body.error)
    const { copies, shuffle, delaySeconds, hold, effectiveOn, ...set } = body.data
    const manners = { copies, shuffle, delaySeconds, hold }
    const known = await hr.change(Number(c.req.param('id')), set, effectiveOn, manners)
    return known ? c.json({ changed: true }) : c.json({ message: 'Nobody has this number.' }, 404)
  })
  app.delete('/local/hr/employees/:id', (c) =>
    hr.forget(Number(c.req.param('id'))) ? c.body(null, 204) : c.json({ message: 'Nobody has this number.' }, 404),
  )
  app.get('/local/hr/subscriptions', (c) =>
    c.json({ subscriptions: hr.subscriptions().map(({ secret: _, ...rest }) => rest) }),
  )
  app.post('/local/hr/subscriptions', async (c) => {
    const body = subscribing.safeParse(await json(c))
    return body.success ? c.json({ id: hr.subscribe(body.data).id }, 201) : refuse(c, body.error)
  })
  app.delete('/local/hr/subscriptions/:id', (c) =>
    hr.unsubscribe(c.req.param('id')) ? c.body(null, 204) : c.json({ message: 'No such subscription.' }, 404),
  )
  app.get('/local/hr/deliveries', (c) => c.json({ sent: hr.deliveries.log(), read: readings }))
  app.post('/local/hr/deliveries/release', async (c) => {
    const body = releasing.safeParse(await json(c))
    return body.success ? c.json({ released: await hr.deliveries.release(body.data.shuffle) }) : refuse(c, body.error)
  })
  app.post('/local/hr/faults', async (c) => {
    const body = fault.safeParse(await json(c))
    if (!body.success) return refuse(c, body.error)
    faults.order(body.data)
    return c.json({ ordered: true }, 201)
  })
  app.delete('/local/hr/faults', (c) => {
    faults.clear()
    return c.body(null, 204)
  })
  app.all('/local/hr/*', readBack(hr, faults, readings))
  return app
}

const json = (c: Context): Promise<unknown> => c.req.json().catch(() => undefined)

const refuse = (c: Context, { issues }: z.ZodError) =>
  c.json({ message: issues.map(({ path, message }) => `${path.join('.') || 'body'}: ${message}`).join('; ') }, 400)
