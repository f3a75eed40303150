import jsonata from 'jsonata'
import { EvaluationError } from './errors.ts'
import { type Json, type JsonObject, jsonType } from './json.ts'
import { awsFunctions } from './jsonata-functions.ts'

/** What `{% … %}` may refer to, and how errors name the place. */
export interface JsonataScope {
  stateName: string
  enteredId: number
  /** `$states`: input, and result, errorOutput or context where they exist. */
  states: JsonObject
  variables: JsonObject
  /** Virtual time of `$now()` and `$millis()`, epoch milliseconds. */
  now: number
}

export function isExpression(value: unknown): value is string {
  return typeof value === 'string' && value.startsWith('{%') && value.endsWith('%}')
}

/**
 * Evaluates every `{% … %}` string within a JSON value; all else is taken as it is. `field` names the place in errors
 * ("Output/total"). Throws `EvaluationError` worded as the service words it.
 */
export async function evaluate(template: Json, field: string, scope: JsonataScope): Promise<Json> {
  return await walkTemplate(template, field, scope, lazyBindings(scope))
}

/** Like `evaluate`, and refuses a result of another JSON type. A literal is checked at creation, not here. */
export async function evaluateTo(type: string, template: Json, field: string, scope: JsonataScope): Promise<Json> {
  const value = await evaluate(template, field, scope)
  if (jsonType(value) === type) return value
  throw failure(
    scope,
    field,
    template,
    `returned an unexpected result type. Expected '${type}', but was '${jsonType(value)}' for value: ${JSON.stringify(value)}`,
  )
}

/** Checks the syntax of one expression; gives the parser's message, or `undefined` when it is right. */
export function syntaxError(expression: string): string | undefined {
  try {
    compiled(expression)
    return undefined
  } catch (error) {
    return (error as { message?: string }).message ?? String(error)
  }
}

/** The beginning of every message about a failing state. */
export function whileExecuting(stateName: string, enteredId: number): string {
  return `An error occurred while executing the state '${stateName}' (entered at the event id #${enteredId}).`
}

type Bindings = () => Record<string, unknown>

function lazyBindings(scope: JsonataScope): Bindings {
  let bindings: Record<string, unknown> | undefined
  return () => {
    bindings ??= { ...awsFunctions(scope.now), ...scope.variables, states: scope.states }
    return bindings
  }
}

async function walkTemplate(template: Json, field: string, scope: JsonataScope, bindings: Bindings): Promise<Json> {
  if (isExpression(template)) return await evaluateExpression(template, field, scope, bindings())
  if (Array.isArray(template)) {
    const list: Json[] = []
    for (const [index, entry] of template.entries()) {
      list.push(await walkTemplate(entry, `${field}[${index}]`, scope, bindings))
    }
    return list
  }
  if (typeof template !== 'object' || template === null) return template
  const object: JsonObject = {}
  for (const [key, entry] of Object.entries(template)) {
    object[key] = await walkTemplate(entry, `${field}/${key}`, scope, bindings)
  }
  return object
}

async function evaluateExpression(
  text: string,
  field: string,
  scope: JsonataScope,
  bindings: Record<string, unknown>,
): Promise<Json> {
  let value: unknown
  try {
    value = await compiled(text).evaluate({}, bindings)
  } catch (error) {
    const { code, message } = error as { code?: string; message?: string }
    throw failure(scope, field, text, `threw an error during evaluation. ${code ? `${code}: ` : ''}${message ?? error}`)
  }
  if (value === undefined) throw failure(scope, field, text, 'returned nothing (undefined).')
  if (isFunction(value)) throw failure(scope, field, text, 'returned an unsupported result type.')
  // Results may be JSONata's own sequences and may share parts with the input.
  return JSON.parse(JSON.stringify(value)) as Json
}

function isFunction(value: unknown): boolean {
  return typeof value === 'function' || (typeof value === 'object' && value !== null && '_jsonata_lambda' in value)
}

function failure(scope: JsonataScope, field: string, template: Json, what: string): EvaluationError {
  const text = isExpression(template) ? expressionIn(template) : JSON.stringify(template)
  const start = whileExecuting(scope.stateName, scope.enteredId)
  return new EvaluationError(
    `${start} The JSONata expression '${text}' specified for the field '${field}' ${what}`,
    field,
  )
}

function expressionIn(text: string): string {
  return text.slice(2, -2).trim()
}

const cache = new Map<string, jsonata.Expression>()

/** Definitions are few and fixed, so every expression is parsed once. */
function compiled(text: string): jsonata.Expression {
  let expression = cache.get(text)
  if (!expression) {
    expression = jsonata(expressionIn(text))
    cache.set(text, expression)
  }
  return expression
}
