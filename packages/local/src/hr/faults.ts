import { z } from 'zod'
import { fakeVendorNames } from './vendors/index.ts'

/** What goes wrong when a vendor is asked for the state of employees: `times` requests in a row. */
export const fault = z.strictObject({
  vendor: z.enum(fakeVendorNames),
  /** What is answered instead; without it the answer is right, and late. */
  status: z.number().int().min(400).max(599).optional(),
  retryAfterSeconds: z.number().int().min(0).optional(),
  /** Real milliseconds before the answer. */
  waitMs: z.number().int().min(0).max(60_000).default(0),
  times: z.number().int().min(1).max(1_000_000).default(1),
})
export type Fault = z.output<typeof fault>

/** The faults that were ordered, used up one request at a time. */
export const faultsInStock = () => {
  const stock: Fault[] = []
  return {
    order: (wanted: Fault) => void stock.push({ ...wanted }),
    clear: () => void stock.splice(0),
    take(vendor: string): Fault | undefined {
      const found = stock.find((each) => each.vendor === vendor && each.times > 0)
      if (found) found.times -= 1
      return found
    },
  }
}
