const minute = 60
const hour = 60 * minute

/**
 * Seconds between one attempt and the next: ten attempts in 71 h 35 min. The example of Standard Webhooks ends with 24 h, which would
 * make more than the three days after which a delivery is given up. Without any jitter: deliveries are as far apart as their events.
 */
export const pauses = [5, 5 * minute, 30 * minute, 2 * hour, 5 * hour, 10 * hour, 14 * hour, 20 * hour, 20 * hour]

/** For at most so long a delivery is tried, in seconds. */
const triedFor = 72 * hour

/** A receiver may have us wait for so long, in seconds. */
const longestAsked = 12 * hour

/** A queue keeps a message back for 12 hours from when it was handed over; an hour less leaves time to work on it. In seconds. */
const longestHeld = 11 * hour

/**
 * What the header `Retry-After` asks for, in seconds: a number or a date; 0 without one that can be read.
 * @param realNow milliseconds since 1970, by the clock that the receiver's date is of
 */
export const secondsOf = (retryAfter: string | undefined, realNow: number): number => {
  if (retryAfter === undefined) return 0
  const seconds = /^\d+$/.test(retryAfter) ? Number(retryAfter) : (Date.parse(retryAfter) - realNow) / 1000
  return Number.isFinite(seconds) ? Math.min(Math.max(Math.ceil(seconds), 0), longestAsked) : 0
}

/**
 * When a delivery is tried again after an attempt at `now`; `undefined` when it is given up.
 * @param attempts the times of the attempts so far, this one the last
 * @param atLeast seconds that the receiver asks us to wait
 */
export const nextAttempt = (attempts: string[], now: string, atLeast: number): string | undefined => {
  const pause = pauses[attempts.length - 1]
  if (pause === undefined) return undefined
  const at = later(now, Math.max(pause, atLeast))
  return at > later(attempts[0]!, triedFor) ? undefined : at
}

/** The instant `seconds` after another. */
export const later = (instant: string, seconds: number): string =>
  new Date(Date.parse(instant) + seconds * 1000).toISOString()

/** For how long a message is kept back now, in seconds: until `at`, or a part of it. 0: it is time. */
export const waitUntil = (at: string, now: string): number =>
  Math.min(Math.max(Math.ceil((Date.parse(at) - Date.parse(now)) / 1000), 0), longestHeld)
