import { setTimeout } from 'node:timers/promises'
import type { Context } from 'hono'
import type { faultsInStock } from './faults.ts'
import type { HrSystem } from './hr-system.ts'
import type { FakeVendor } from './vendors/fake-vendor.ts'
import { fakeVendors } from './vendors/index.ts'

/** A request that somebody made to read back. */
export type Reading = { vendor: string; method: string; path: string; status: number }

/** Answers as the API of a vendor does, unless a fault was ordered. */
export const readBack =
  (hr: HrSystem, faults: ReturnType<typeof faultsInStock>, readings: Reading[]) =>
  async (context: Context): Promise<Response> => {
    const { method, path } = context.req
    const [, vendorName = '', rest = ''] = /^\/local\/hr\/([a-z]+)(\/.*)$/.exec(path) ?? []
    const vendor: FakeVendor | undefined = (fakeVendors as Record<string, FakeVendor>)[vendorName]
    const reply = (status: number, body: unknown, headers: Record<string, string> = {}) => {
      readings.push({ vendor: vendorName, method, path: rest, status })
      readings.splice(0, readings.length - 1000)
      return new Response(JSON.stringify(body), { status, headers: { 'content-type': 'application/json', ...headers } })
    }
    if (!vendor?.answer) return reply(404, { message: `There is no API of "${vendorName}" here.` })
    const fault = faults.take(vendorName)
    if (fault) await setTimeout(fault.waitMs)
    if (fault?.status) {
      const after = fault.retryAfterSeconds
      return reply(fault.status, {}, after === undefined ? {} : { 'retry-after': String(after) })
    }
    const asked = {
      ...{ method, path: rest, query: new URL(context.req.url).searchParams },
      ...{ headers: context.req.header(), body: await context.req.text() },
    }
    try {
      const { status, body } = vendor.answer(asked, hr)
      return reply(status, body)
    } catch {
      return reply(400, { message: 'The request is not understood.' })
    }
  }
