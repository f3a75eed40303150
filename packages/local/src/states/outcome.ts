import type { StateError } from './errors.ts'
import type { Json } from './json.ts'
import type { Left } from './query-language.ts'
import type { Step } from './step.ts'
import type { Thread } from './thread.ts'

/** What came of one piece of a state's work. */
export type Outcome =
  /** It is done; its own Output and Assign (or paths) shape `result`, when it has one. */
  | { kind: 'done'; result?: Json }
  /** It is left for `next` with an output made already: Choice. */
  | { kind: 'left'; left: Left; next: string }
  /** Something must happen first: time, a task's result or the branches' ends. */
  | { kind: 'waiting' }
  | { kind: 'failed'; failure: StateError }

/** Starts (or, after a retry, starts again) the work of the state that the thread has entered. */
export type Begin = (step: Step, thread: Thread) => Promise<Outcome>

export const WAITING: Outcome = { kind: 'waiting' }
