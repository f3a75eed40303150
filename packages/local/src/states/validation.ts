import { structureProblems } from './definition-checks.ts'
import type { Diagnostic } from './diagnostic.ts'
import { ApiError } from './errors.ts'
import type { Json } from './json.ts'

/** Everything that is wrong with a definition (JSON text); an empty list when it can run. */
export function diagnose(definition: string): Diagnostic[] {
  let machine: Json
  try {
    machine = JSON.parse(definition) as Json
  } catch (error) {
    return [{ severity: 'ERROR', code: 'INVALID_JSON_DESCRIPTION', message: (error as Error).message, location: '/' }]
  }
  return structureProblems(machine)
}

/** Refuses a definition that cannot run with `InvalidDefinition`, as CreateStateMachine does. */
export function checkDefinition(definition: string): void {
  const problems = diagnose(definition)
  if (problems.length === 0) return
  const text = problems.map(({ code, message, location }) => `${code}: ${message} at ${location}`).join(', ')
  throw new ApiError('InvalidDefinition', `Invalid State Machine Definition: '${text}'`)
}

/** Parses JSON; `undefined` when it is not. */
export function parseJson(text: string): Json | undefined {
  try {
    return JSON.parse(text) as Json
  } catch {
    return undefined
  }
}
