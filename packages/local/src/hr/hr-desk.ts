import { Hono } from 'hono'
import { connectPage, employeesPage, sentPage } from './hr-pages.ts'
import type { HrSystem } from './hr-system.ts'
import { type FakeVendorName, fakeVendorNames } from './vendors/index.ts'

/** The pages at `/local/hr` and the buttons on them. */
export const hrDesk = (hr: HrSystem, origin: string): Hono => {
  const desk = new Hono()
  desk.get('/', (c) => c.html(employeesPage(hr.employees(), hr.today(), hr.subscriptions().length)))
  desk.get('/connect', (c) => c.html(connectPage(origin, hr.subscriptions())))
  desk.get('/sent', (c) => c.html(sentPage(hr.deliveries.log())))

  desk.post('/desk/hire', async (c) => {
    const { managerId, ...form } = await formOf(c.req)
    const { firstName = '', lastName = '', email = '', title = '', department = '', hiredOn } = form
    const set = { firstName, lastName, email, title, department }
    await hr.hire({ ...set, managerId: managerId ? Number(managerId) : null, ...(hiredOn && { hiredOn }) })
    return c.redirect('/local/hr', 303)
  })
  desk.post('/desk/subscribe', async (c) => {
    const { vendor = '', url = '', secret = '' } = await formOf(c.req)
    if (fakeVendorNames.some((name) => name === vendor) && URL.canParse(url)) {
      hr.subscribe({ vendor: vendor as FakeVendorName, url, secret })
    }
    return c.redirect('/local/hr/connect', 303)
  })
  desk.post('/desk/:id/unsubscribe', (c) => {
    hr.unsubscribe(c.req.param('id'))
    return c.redirect('/local/hr/connect', 303)
  })
  desk.post('/desk/:id/:what', async (c) => {
    const { title, department, managerId, endsOn, hiredOn, effectiveOn } = await formOf(c.req)
    const id = Number(c.req.param('id'))
    const what = c.req.param('what')
    if (what === 'promote') await hr.change(id, { title, department }, effectiveOn)
    if (what === 'manager') await hr.change(id, { managerId: managerId ? Number(managerId) : null }, effectiveOn)
    if (what === 'leave') await hr.change(id, { endsOn })
    if (what === 'rehire') await hr.change(id, { hiredOn, endsOn: null }, hiredOn)
    return c.redirect('/local/hr', 303)
  })
  return desk
}

/** The fields that were filled in. */
const formOf = async (request: { parseBody(): Promise<Record<string, unknown>> }): Promise<Record<string, string>> => {
  const form = await request.parseBody()
  return Object.fromEntries(
    Object.entries(form).flatMap(([name, value]) => (typeof value === 'string' && value !== '' ? [[name, value]] : [])),
  )
}
