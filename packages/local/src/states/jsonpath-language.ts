import { StateError } from './errors.ts'
import type { Json, JsonObject } from './json.ts'
import type { Exit, Left, QueryLanguage, StateView } from './query-language.ts'
import { type PathRoots, readPath, writePath } from './reference-path.ts'

/**
 * States whose QueryLanguage is JSONPath (ASL specification, "Paths" and "Payload Template"), without intrinsic functions,
 * Choice operators and the paths `reference-path.ts` leaves out: creation refuses those.
 */
export const jsonpathLanguage: QueryLanguage = {
  async taskInput(view) {
    const input = effectiveInput(view)
    const { Parameters: template } = view.state
    return template === undefined ? input : fill(template as Json, roots(view, input))
  },

  async value(view, field) {
    const path = view.state[`${field}Path`] as string | undefined
    return path === undefined
      ? (view.state[field] as Json | undefined)
      : readPath(path, roots(view, effectiveInput(view)))
  },

  async items(view) {
    const input = effectiveInput(view)
    const { ItemsPath: path } = view.state
    const items = path === undefined ? input : readPath(path as string, roots(view, input))
    if (Array.isArray(items)) return items
    throw new StateError('States.Runtime', `Reference path '${path ?? '$'}' must point to array.`)
  },

  async itemInput(view, item) {
    const template = view.state.ItemSelector ?? view.state.Parameters
    return template === undefined ? item : fill(template as Json, roots(view, effectiveInput(view)))
  },

  async matches() {
    throw new StateError('States.Runtime', 'Choice rules of JSONPath states are not supported by the local engine.')
  },

  async leave(view, exit): Promise<Left> {
    const output = exit.kind === 'choice' ? effectiveInput(view) : shaped(view, exit)
    const { OutputPath: path } = view.state
    const { Assign: assign } = exit.fields
    const seen = exit.errorOutput ?? exit.result ?? effectiveInput(view)
    return {
      output: exit.kind === 'catch' ? output : through(path, roots(view, output)),
      assigned: assign === undefined ? undefined : (fill(assign as Json, roots(view, seen)) as JsonObject),
    }
  },
}

/** InputPath applied: `null` gives an empty object. */
function effectiveInput(view: StateView): Json {
  return through(view.state.InputPath, roots(view, view.input))
}

/** ResultSelector, then ResultPath into the raw input. */
function shaped(view: StateView, exit: Exit): Json {
  const result = exit.errorOutput ?? exit.result ?? effectiveInput(view)
  const selector = exit.kind === 'state' ? view.state.ResultSelector : undefined
  const selected = selector === undefined ? result : fill(selector as Json, roots(view, result))
  const path = exit.fields.ResultPath as string | null | undefined
  if (path === null) return view.input
  return path === undefined ? selected : writePath(view.input, path, selected)
}

function through(path: unknown, from: PathRoots): Json {
  if (path === null) return {}
  return path === undefined ? from.input : readPath(path as string, from)
}

/** A payload template: members named `x.$` hold paths, everything else is taken as it is. */
function fill(template: Json, from: PathRoots): Json {
  if (Array.isArray(template)) return template.map((entry) => fill(entry, from))
  if (typeof template !== 'object' || template === null) return template
  const entries = Object.entries(template).map(([name, value]): [string, Json] =>
    name.endsWith('.$') ? [name.slice(0, -2), readPath(value as string, from)] : [name, fill(value, from)],
  )
  return Object.fromEntries(entries)
}

function roots(view: StateView, input: Json): PathRoots {
  return { input, context: view.context, variables: view.variables }
}
