import type { Json, JsonObject } from './json.ts'

/** The Amazon States Language as parsed JSON, after `validation.ts` has accepted it. */
export interface Scope {
  StartAt: string
  States: Record<string, State>
}

/** The states of a Map state's items. */
interface Processor extends Scope {
  ProcessorConfig?: { Mode?: string }
}

export interface StateMachine extends Scope {
  QueryLanguage?: 'JSONata' | 'JSONPath'
  TimeoutSeconds?: number
  Comment?: string
  Version?: string
}

export type StateType = 'Pass' | 'Task' | 'Wait' | 'Choice' | 'Parallel' | 'Map' | 'Succeed' | 'Fail'

/** One state. Fields are looked up by name where they are used; only the ones every state shares are typed. */
export interface State {
  Type: StateType
  QueryLanguage?: 'JSONata' | 'JSONPath'
  Next?: string
  End?: boolean
  Retry?: Retrier[]
  Catch?: Catcher[]
  Resource?: string
  Choices?: ChoiceRule[]
  Default?: string
  Branches?: Scope[]
  ItemProcessor?: Processor
  /** The older name of ItemProcessor. */
  Iterator?: Processor
  Assign?: JsonObject
  Output?: Json
  [field: string]: unknown
}

export interface Retrier {
  ErrorEquals: string[]
  IntervalSeconds?: number
  BackoffRate?: number
  MaxAttempts?: number
  MaxDelaySeconds?: number
  JitterStrategy?: 'FULL' | 'NONE'
}

export interface Catcher {
  ErrorEquals: string[]
  Next: string
  Output?: Json
  Assign?: JsonObject
  ResultPath?: string | null
}

export interface ChoiceRule {
  Next?: string
  Condition?: Json
  Output?: Json
  Assign?: JsonObject
  [operator: string]: unknown
}

/** Steps from the top of a definition to a nested list of states: a state's name, then a branch number or 'item'. */
export type ScopePath = (string | number)[]

/** The scope at `path`. Throws a plain error when the path does not exist, which validation rules out. */
export function scopeAt(machine: StateMachine, path: ScopePath): Scope {
  let scope: Scope = machine
  for (let index = 0; index < path.length; index += 2) {
    const state = scope.States[String(path[index])]
    const branch = path[index + 1]
    const inner = typeof branch === 'number' ? state?.Branches?.[branch] : itemProcessor(state)
    if (!inner) throw new Error(`No states at ${path.join('/')}.`)
    scope = inner
  }
  return scope
}

export function itemProcessor(state: State | undefined): Scope | undefined {
  return state?.ItemProcessor ?? state?.Iterator
}

/** Every scope of a definition with the states that enclose it, outermost first. */
export function* scopes(
  scope: Scope,
  enclosing: Scope[] = [],
  at = '',
): Generator<{ scope: Scope; enclosing: Scope[]; at: string }> {
  yield { scope, enclosing, at }
  for (const [name, state] of Object.entries(scope.States ?? {})) {
    const inner = [...enclosing, scope]
    for (const [index, branch] of (state?.Branches ?? []).entries()) {
      yield* scopes(branch, inner, `${at}/States/${name}/Branches[${index}]`)
    }
    const processor = itemProcessor(state)
    if (processor) yield* scopes(processor, inner, `${at}/States/${name}/ItemProcessor`)
  }
}
