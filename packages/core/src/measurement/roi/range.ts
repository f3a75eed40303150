import { z } from 'zod'

const inOrder = ({ low, likely, high }: { low: number; likely: number; high: number }) =>
  low <= likely && likely <= high
const wrongOrder = { path: ['likely'], error: 'Must lie between "low" and "high".' }

const rangeOf = (number: z.ZodNumber) =>
  z.strictObject({ low: number, likely: number, high: number }).refine(inOrder, wrongOrder)

/** How far a number of the business is known: the least, the likely and the most it may be (a triangular distribution). */
export const range = rangeOf(z.number().min(-1e9).max(1e9))
export type Range = z.infer<typeof range>

/** How many: people, hours, cases. */
export const amountRange = rangeOf(z.number().min(0).max(1e6))
/** Whole cents, up to ten million of the currency. */
export const centsRange = rangeOf(z.number().int().min(0).max(1e9))
/** A share from 0 to 1. */
export const shareRange = rangeOf(z.number().min(0).max(1))

export const exactly = (value: number): Range => ({ low: value, likely: value, high: value })

/** The value of a triangular distribution below which the share `u` (0–1) of all cases lies. Rises with `u` and with each bound. */
export const triangular = ({ low, likely, high }: Range, u: number): number => {
  const width = high - low
  if (width === 0) return likely
  const left = likely - low
  return u * width <= left ? low + Math.sqrt(u * width * left) : high - Math.sqrt((1 - u) * width * (high - likely))
}
