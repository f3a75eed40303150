import type { ChoiceRule } from './definition.ts'
import { EvaluationError } from './errors.ts'
import type { Json, JsonObject } from './json.ts'
import { evaluate, evaluateTo, type JsonataScope, whileExecuting } from './jsonata.ts'
import type { Exit, Left, QueryLanguage, StateView } from './query-language.ts'

/** States whose QueryLanguage is JSONata (ASL specification, "JSONata"). */
export const jsonataLanguage: QueryLanguage = {
  async taskInput(view) {
    const template = view.state.Arguments as Json | undefined
    return template === undefined ? view.input : await evaluate(template, 'Arguments', scopeOf(view))
  },

  async value(view, field, type) {
    const template = view.state[field] as Json | undefined
    return template === undefined ? undefined : await evaluateTo(type, template, field, scopeOf(view))
  },

  async items(view) {
    const template = view.state.Items as Json | undefined
    if (template !== undefined) return (await evaluateTo('array', template, 'Items', scopeOf(view))) as Json[]
    if (Array.isArray(view.input)) return view.input
    const start = whileExecuting(view.name, view.enteredId)
    throw new EvaluationError(`${start} Map state input must be an array but was: ${JSON.stringify(view.input)}`)
  },

  async itemInput(view, item) {
    const template = view.state.ItemSelector as Json | undefined
    return template === undefined ? item : await evaluate(template, 'ItemSelector', scopeOf(view))
  },

  async matches(view, rule: ChoiceRule, at) {
    return (await evaluateTo('boolean', rule.Condition ?? null, `${at}Condition`, scopeOf(view))) === true
  },

  async leave(view, exit): Promise<Left> {
    const { fields, at } = exit
    const scope = scopeOf(view, exit)
    const template = fields.Output as Json | undefined
    const output =
      template === undefined
        ? (exit.errorOutput ?? (exit.result === undefined ? view.input : exit.result))
        : await evaluate(template, `${at}Output`, scope)
    const assign = fields.Assign as JsonObject | undefined
    if (!assign) return { output }
    return { output, assigned: (await evaluate(assign, `${at}Assign`, scope)) as JsonObject }
  },
}

function scopeOf(view: StateView, exit?: Exit): JsonataScope {
  const states: JsonObject = { input: view.input, context: view.context }
  if (exit?.result !== undefined) states.result = exit.result
  if (exit?.errorOutput !== undefined) states.errorOutput = exit.errorOutput
  return { stateName: view.name, enteredId: view.enteredId, states, variables: view.variables, now: view.now }
}
