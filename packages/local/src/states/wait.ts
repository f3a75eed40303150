import { EvaluationError } from './errors.ts'
import { whileExecuting } from './jsonata.ts'
import { type Begin, WAITING } from './outcome.ts'
import type { StateView } from './query-language.ts'

/** Longest wait in seconds (developer guide, "Wait workflow state"). */
const LONGEST_WAIT = 99_999_999

/** RFC 3339 with a capital T and a zone, as the specification asks. */
const TIMESTAMP = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2})$/

/** Wait: for `Seconds`, or until `Timestamp`; a time that has passed is no wait (ASL specification, "Wait State"). */
export const beginWait: Begin = async (step, thread) => {
  const language = step.language(thread)
  const view = step.view(thread)
  const seconds = (await language.value(view, 'Seconds', 'number')) as number | undefined
  const at =
    seconds === undefined
      ? parseTimestamp(view, (await language.value(view, 'Timestamp', 'string')) as string)
      : step.now + checkedSeconds(view, seconds) * 1000
  if (at <= step.now) return { kind: 'done' }
  thread.waiting = { kind: 'timer', purpose: 'wait', at }
  return WAITING
}

function checkedSeconds(view: StateView, seconds: number): number {
  if (Number.isInteger(seconds) && seconds >= 0 && seconds <= LONGEST_WAIT) return seconds
  const start = whileExecuting(view.name, view.enteredId)
  const text = `${start} The Seconds field must be an integer from 0 to ${LONGEST_WAIT} but was: ${seconds}`
  throw new EvaluationError(text, 'Seconds', true)
}

function parseTimestamp(view: StateView, text: string): number {
  const at = TIMESTAMP.test(text) ? Date.parse(text) : Number.NaN
  if (!Number.isNaN(at)) return at
  const start = whileExecuting(view.name, view.enteredId)
  const what = `The Timestamp field cannot be parsed as an ISO-8601 extended offset date-time format string: ${text}`
  throw new EvaluationError(`${start} ${what}`, 'Timestamp', true)
}
