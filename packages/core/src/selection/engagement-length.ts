import { Temporal } from 'temporal-polyfill'
import type { Service } from '../intake/intake-record.ts'

/** How long an engagement lasts at most where its decision does not say: 6 months with a coach, 12 with a mentor (§2). */
export const usualLength: Record<Service, string> = { coach: '3–6 months', mentor: '9–12 months' }

const stretch = /(\d+)\s*(day|week|month)s?(?!.*\d)/

/** The later end of a length in words: of "3–6 months" six months, of "90 days" ninety days. Words without a number say nothing. */
const longest = (length: string, service: Service): Temporal.DurationLike => {
  const [, count, unit] = stretch.exec(length) ?? stretch.exec(usualLength[service])!
  return { [`${unit}s`]: Number(count) }
}

/**
 * The local date (`YYYY-MM-DD`) on which an engagement that began on another is over at the latest. A month that has no such day
 * ends it on its last day.
 */
export const lastDayOf = (began: string, length: string | undefined, service: Service): string =>
  Temporal.PlainDate.from(began)
    .add(longest(length ?? usualLength[service], service))
    .toString()
