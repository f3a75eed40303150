import { abortBranches, branchesOf } from './branches.ts'
import type { StateError } from './errors.ts'
import type { Json } from './json.ts'
import { type Begin, type Outcome, WAITING } from './outcome.ts'
import { newThread, type Step } from './step.ts'
import type { Thread } from './thread.ts'

/**
 * Parallel: every branch gets the same input and its own variables; the result is the branches' outputs in order, and one
 * failing branch stops the others (ASL specification, "Parallel State").
 */
export const beginParallel: Begin = async (step, thread) => {
  const input = await step.language(thread).taskInput(step.view(thread))
  const started = step.emit(thread, 'ParallelStateStarted')
  const branches = step.state(thread).Branches ?? []
  const threads = branches.map((branch, index) =>
    newThread([...thread.path, thread.state, index], branch.StartAt, input, started),
  )
  thread.waiting = { kind: 'branches', threads, results: [], finished: 0, failed: 0 }
  for (const branch of threads) step.adopt(thread, branch)
  return WAITING
}

export async function parallelBranchFinished(
  step: Step,
  parent: Thread,
  child: Thread,
  output: Json,
): Promise<Outcome> {
  const waiting = branchesOf(parent)
  const index = waiting.threads.indexOf(child)
  waiting.threads[index] = null
  waiting.results[index] = output
  waiting.finished += 1
  parent.last = child.last
  if (waiting.finished < waiting.threads.length) return WAITING
  step.record(parent.last, 'ParallelStateSucceeded')
  return { kind: 'done', result: waiting.results }
}

export async function parallelBranchFailed(
  step: Step,
  parent: Thread,
  child: Thread,
  failure: StateError,
): Promise<Outcome> {
  const waiting = branchesOf(parent)
  waiting.threads[waiting.threads.indexOf(child)] = null
  parent.last = child.last
  abortBranches(step, parent, child.last)
  return { kind: 'failed', failure }
}
