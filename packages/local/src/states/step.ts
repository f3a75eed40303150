import { contextObject, type ExecutionIdentity } from './context.ts'
import { type Scope, type State, type StateMachine, scopeAt } from './definition.ts'
import { HistoryFull } from './errors.ts'
import { detailsName, HISTORY_LIMIT, type HistoryEvent } from './history.ts'
import type { Json, JsonObject } from './json.ts'
import { jsonataLanguage } from './jsonata-language.ts'
import { jsonpathLanguage } from './jsonpath-language.ts'
import type { QueryLanguage, StateView } from './query-language.ts'
import { type TaskWaiting, type Thread, walk } from './thread.ts'

/** The end of an execution. */
export interface Ending {
  status: 'SUCCEEDED' | 'FAILED' | 'TIMED_OUT' | 'ABORTED'
  output?: string
  error?: string
  cause?: string
}

/** What the interpreter needs to know of an execution, and its tree of threads. */
export interface Running extends ExecutionIdentity {
  machine: StateMachine
  region: string
  /** Whether a task's limits count while its request is under way; see `EngineOptions`. */
  timeRequests: boolean
  root: Thread
  nextEventId: number
}

/**
 * The work one message causes in one execution: it changes the threads and gathers events, tokens and perhaps the end,
 * which the caller then saves in one transaction.
 */
export class Step {
  readonly execution: Running
  /** Virtual time of the message, epoch milliseconds: the timestamp of everything in this step. */
  readonly now: number
  readonly events: HistoryEvent[] = []
  readonly openedTokens: string[] = []
  readonly closedTokens: string[] = []
  /** Threads to be entered, in this order. */
  readonly runnable: Thread[] = []
  ending: Ending | undefined
  #parents = new Map<Thread, Thread>()

  constructor(execution: Running, now: number) {
    this.execution = execution
    this.now = now
    for (const { thread, ancestors } of walk(execution.root)) {
      const parent = ancestors.at(-1)
      if (parent) this.#parents.set(thread, parent)
    }
  }

  parent(thread: Thread): Thread | undefined {
    return this.#parents.get(thread)
  }

  adopt(parent: Thread, child: Thread): void {
    this.#parents.set(child, parent)
    this.runnable.push(child)
  }

  /** Whether a thread still belongs to the execution: a failing sibling takes the others out. */
  alive(thread: Thread): boolean {
    if (this.ending) return false
    const parent = this.parent(thread)
    if (!parent) return thread === this.execution.root
    return parent.waiting?.kind === 'branches' && parent.waiting.threads.includes(thread) && this.alive(parent)
  }

  scope(thread: Thread): Scope {
    return scopeAt(this.execution.machine, thread.path)
  }

  state(thread: Thread): State {
    const state = this.scope(thread).States[thread.state]
    if (!state) throw new Error(`No state '${thread.state}'.`)
    return state
  }

  language(thread: Thread): QueryLanguage {
    const name = this.state(thread).QueryLanguage ?? this.execution.machine.QueryLanguage
    return name === 'JSONata' ? jsonataLanguage : jsonpathLanguage
  }

  /** The thread's present state with all it may refer to. */
  view(thread: Thread, extra: { token?: string; item?: Thread['item'] } = {}): StateView {
    return {
      name: thread.state,
      state: this.state(thread),
      enteredId: thread.entered.id,
      input: thread.input,
      variables: this.variables(thread),
      context: contextObject(this.execution, thread, extra.item ?? this.item(thread), extra.token),
      now: this.now,
    }
  }

  variables(thread: Thread): JsonObject {
    const parent = this.parent(thread)
    return parent ? { ...this.variables(parent), ...thread.variables } : thread.variables
  }

  item(thread: Thread): Thread['item'] {
    const parent = this.parent(thread)
    return thread.item ?? (parent ? this.item(parent) : undefined)
  }

  /** Records an event that follows the thread's last one and becomes its last one. */
  emit(thread: Thread, type: string, details?: JsonObject): number {
    thread.last = this.record(thread.last, type, details)
    return thread.last
  }

  /** Records an event after `previous` without moving any thread. */
  record(previous: number, type: string, details?: JsonObject): number {
    const id = this.execution.nextEventId
    // The last place is kept for the event that ends the execution.
    if (id >= HISTORY_LIMIT && !this.ending) throw new HistoryFull()
    this.execution.nextEventId += 1
    const member = detailsName(type)
    this.events.push({ id, previous, at: this.now, type, details: member ? { [member]: details ?? {} } : undefined })
    return id
  }

  /** Ends the execution with its last event. */
  end(ending: Ending, type: string, details: JsonObject): void {
    this.ending = ending
    this.record(this.execution.root.last, type, details)
    this.runnable.length = 0
    for (const { thread } of walk(this.execution.root)) this.closeToken(thread)
  }

  closeToken(thread: Thread): void {
    const token = (thread.waiting as TaskWaiting | undefined)?.token
    if (token) this.closedTokens.push(token)
  }
}

/** A thread that has not entered its first state. */
export function newThread(path: Thread['path'], startAt: string, input: Json, last: number): Thread {
  return { path, state: startAt, input, variables: {}, entered: { id: 0, at: 0, previous: last }, last, retries: [] }
}
