import { abortBranches, branchesOf } from './branches.ts'
import { itemProcessor, type Scope } from './definition.ts'
import { StateError } from './errors.ts'
import type { Json } from './json.ts'
import { type Begin, type Outcome, WAITING } from './outcome.ts'
import { newThread, type Step } from './step.ts'
import type { Thread, Tolerance } from './thread.ts'

/**
 * Inline Map: runs its states once for each item, at most `MaxConcurrency` at a time (0: no limit); the result is the
 * items' outputs in order (ASL specification, "Map State"). Failures up to the tolerated number or percentage leave
 * `null` in the item's place; one more stops the rest.
 */
export const beginMap: Begin = async (step, thread) => {
  const language = step.language(thread)
  const view = step.view(thread)
  const items = await language.items(view)
  const number = async (field: string) => (await language.value(view, field, 'number')) as number | undefined
  const concurrency = (await number('MaxConcurrency')) ?? 0
  const count = await number('ToleratedFailureCount')
  const percentage = await number('ToleratedFailurePercentage')
  const tolerated = count === undefined && percentage === undefined ? undefined : { count, percentage }
  step.emit(thread, 'MapStateStarted', { length: items.length })
  const threads = items.map(() => null)
  thread.waiting = {
    kind: 'branches',
    threads,
    results: [],
    finished: 0,
    failed: 0,
    items,
    next: 0,
    tolerated,
    concurrency,
  }
  if (items.length === 0) return succeed(step, thread)
  const first = concurrency === 0 ? items.length : Math.min(concurrency, items.length)
  const started = thread.last
  for (let index = 0; index < first; index += 1) await startNext(step, thread, started)
  return WAITING
}

export async function mapItemFinished(step: Step, parent: Thread, child: Thread, output: Json): Promise<Outcome> {
  const waiting = branchesOf(parent)
  const index = waiting.threads.indexOf(child)
  waiting.threads[index] = null
  waiting.results[index] = output
  waiting.finished += 1
  parent.last = step.record(child.last, 'MapIterationSucceeded', iteration(parent, index))
  return await goOn(step, parent, child.last)
}

export async function mapItemFailed(step: Step, parent: Thread, child: Thread, failure: StateError): Promise<Outcome> {
  const waiting = branchesOf(parent)
  const index = waiting.threads.indexOf(child)
  waiting.threads[index] = null
  waiting.results[index] = null
  waiting.failed += 1
  step.record(child.last, 'MapIterationFailed', iteration(parent, index))
  parent.last = child.last
  const { tolerated } = waiting
  if (tolerated && withinTolerance(waiting.failed, waiting.threads.length, tolerated)) {
    return await goOn(step, parent, child.last)
  }
  abortBranches(step, parent, child.last)
  const exceeded = new StateError(
    'States.ExceedToleratedFailureThreshold',
    'The specified tolerated failure threshold was exceeded',
  )
  return { kind: 'failed', failure: tolerated ? exceeded : failure }
}

async function goOn(step: Step, parent: Thread, after: number): Promise<Outcome> {
  const waiting = branchesOf(parent)
  if (waiting.finished + waiting.failed === waiting.threads.length) return succeed(step, parent)
  if ((waiting.next ?? 0) < waiting.threads.length) await startNext(step, parent, after)
  return WAITING
}

function succeed(step: Step, parent: Thread): Outcome {
  step.record(parent.last, 'MapStateSucceeded')
  return { kind: 'done', result: branchesOf(parent).results }
}

async function startNext(step: Step, parent: Thread, after: number): Promise<void> {
  const waiting = branchesOf(parent)
  const index = waiting.next ?? 0
  waiting.next = index + 1
  const value = waiting.items?.[index] as Json
  const item = { Index: index, Value: value }
  const input = await step.language(parent).itemInput(step.view(parent, { item }), value)
  const started = step.record(after, 'MapIterationStarted', iteration(parent, index))
  const { StartAt } = itemProcessor(step.state(parent)) as Scope
  const child = newThread([...parent.path, parent.state, 'item'], StartAt, input, started)
  child.item = item
  waiting.threads[index] = child
  step.adopt(parent, child)
}

/** With both limits given, either of them stops the state. */
function withinTolerance(failed: number, total: number, { count, percentage }: Tolerance): boolean {
  return (count === undefined || failed <= count) && (percentage === undefined || (failed / total) * 100 <= percentage)
}

function iteration(parent: Thread, index: number): { name: string; index: number } {
  return { name: parent.state, index }
}
