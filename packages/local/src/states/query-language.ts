import type { ChoiceRule, State } from './definition.ts'
import type { Json, JsonObject } from './json.ts'

/** A state at one moment: everything its fields may refer to. */
export interface StateView {
  name: string
  state: State
  /** Event id of its entry, which messages cite. */
  enteredId: number
  /** The raw input. */
  input: Json
  /** Every variable in scope. */
  variables: JsonObject
  /** The Context object. */
  context: JsonObject
  /** Virtual now, epoch milliseconds. */
  now: number
}

/** How a state is left: which fields shape its output, and from what. */
export interface Exit {
  fields: State | ChoiceRule | { Output?: Json; Assign?: JsonObject; ResultPath?: string | null }
  /** Where the fields stand, for messages: '' for the state itself, 'Choices[0]/', 'Catch[1]/'. */
  at: string
  kind: 'state' | 'choice' | 'catch'
  /** The result of a Task, Parallel or Map state. */
  result?: Json
  /** In a Catch: `{ Error, Cause }`. */
  errorOutput?: Json
}

export interface Left {
  output: Json
  assigned?: JsonObject
}

/**
 * What differs between JSONata and JSONPath states. Each method evaluates one kind of field; all throw `StateError`s
 * (`EvaluationError` for JSONata, `States.Runtime` for JSONPath).
 */
export interface QueryLanguage {
  /** The task's or branches' input: Arguments, or InputPath and Parameters. */
  taskInput(view: StateView): Promise<Json>
  /** A single value such as `Seconds` or `Cause`; `undefined` when the field is not there. */
  value(view: StateView, field: string, type: 'number' | 'string'): Promise<Json | undefined>
  /** The items of a Map state. */
  items(view: StateView): Promise<Json[]>
  /** The input of one item; the Context object of `view` holds the item. */
  itemInput(view: StateView, item: Json): Promise<Json>
  /** Whether a choice rule holds. */
  matches(view: StateView, rule: ChoiceRule, at: string): Promise<boolean>
  /** The output and the variables assigned on the way out. */
  leave(view: StateView, exit: Exit): Promise<Left>
}
