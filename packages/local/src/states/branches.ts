import type { Step } from './step.ts'
import { type BranchesWaiting, type Thread, walk } from './thread.ts'

/** The branches a Parallel or Map thread waits for. */
export function branchesOf(thread: Thread): BranchesWaiting {
  if (thread.waiting?.kind !== 'branches') throw new Error(`'${thread.state}' has no branches.`)
  return thread.waiting
}

/** Stops every branch that still runs: its tokens end, its waits are dropped, and the history says so. */
export function abortBranches(step: Step, parent: Thread, after: number): void {
  const waiting = branchesOf(parent)
  for (const [index, branch] of waiting.threads.entries()) {
    if (!branch) continue
    for (const { thread } of [...walk(branch)].reverse()) {
      step.closeToken(thread)
      if (ABORTABLE.has(step.state(thread).Type)) step.record(after, `${step.state(thread).Type}StateAborted`)
    }
    if (waiting.items) step.record(after, 'MapIterationAborted', { name: parent.state, index })
    waiting.threads[index] = null
  }
}

/** The state types whose abortion is an event. */
const ABORTABLE = new Set<string>(['Task', 'Wait', 'Parallel', 'Map'])
