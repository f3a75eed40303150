import { createHash } from 'node:crypto'
import type { Retrier } from './definition.ts'
import { matchesError, type StateError } from './errors.ts'
import type { Step } from './step.ts'
import type { Thread } from './thread.ts'

/**
 * Uses up one attempt of the first retrier that matches and gives the time of the next attempt (epoch milliseconds), or
 * `undefined` when the failure is not to be retried (ASL specification, "Retrying after error").
 */
export function retryAt(step: Step, thread: Thread, failure: StateError): number | undefined {
  const retriers = step.state(thread).Retry ?? []
  const index = retriers.findIndex((retrier) => matchesError(retrier.ErrorEquals, failure))
  const retrier = retriers[index]
  if (!retrier) return undefined
  const used = thread.retries[index] ?? 0
  if (used >= (retrier.MaxAttempts ?? 3)) return undefined
  for (let other = 0; other <= index; other += 1) thread.retries[other] ??= 0
  thread.retries[index] = used + 1
  const seed = `${step.execution.arn}#${step.execution.nextEventId}`
  return step.now + Math.round(delaySeconds(retrier, used, seed) * 1000)
}

/** Seconds before retry number `used + 1`. */
function delaySeconds(retrier: Retrier, used: number, seed: string): number {
  const plain = (retrier.IntervalSeconds ?? 1) * (retrier.BackoffRate ?? 2) ** used
  const delay = Math.min(plain, retrier.MaxDelaySeconds ?? Number.POSITIVE_INFINITY)
  return retrier.JitterStrategy === 'FULL' ? delay * fraction(seed) : delay
}

/** From 0 to 1, fixed by the seed: jitter differs between executions and yet a run can be replayed. */
function fraction(seed: string): number {
  return createHash('sha256').update(seed).digest().readUInt32BE() / 2 ** 32
}
