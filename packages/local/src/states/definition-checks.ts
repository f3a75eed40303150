import { itemProcessor, type Scope, type State, type StateMachine, scopes } from './definition.ts'
import type { Diagnostic, Report } from './diagnostic.ts'
import { fieldProblems } from './field-checks.ts'
import { isObject, type Json } from './json.ts'

/**
 * Checks of a definition's shape: states, transitions, variables (ASL specification). `asl-validator` was measured against
 * the recordings and is not used: it refuses outputs and conditions the service accepts, and takes 80 ms a definition.
 */
export function structureProblems(machine: Json): Diagnostic[] {
  const problems: Diagnostic[] = []
  const report: Report = (code, message, location) => problems.push({ severity: 'ERROR', code, message, location })
  if (!scopeShape(machine, '', report)) return problems
  const definition = machine as unknown as StateMachine
  const names = new Set<string>()
  for (const { scope, enclosing, at } of scopes(definition)) {
    const outer = new Set(enclosing.flatMap(assignedNames))
    for (const [name, state] of Object.entries(scope.States)) {
      const location = `${at}/States/${name}`
      if (names.has(name)) report('DUPLICATE_STATE_NAME', `Duplicate state name: ${name}`, location)
      names.add(name)
      checkTransitions(state, scope, location, report)
      fieldProblems(definition, state, location, report)
      for (const variable of assignedNames({ StartAt: '', States: { [name]: state } })) {
        if (outer.has(variable))
          report('SCHEMA_VALIDATION_FAILED', `Variable '${variable}' is assigned in an outer scope`, location)
      }
    }
    checkReachable(scope, at, report)
  }
  return problems
}

/** The parts every later check takes for granted, at every level. */
function scopeShape(scope: unknown, at: string, report: Report): boolean {
  const place = at || '/'
  if (!isObject(scope)) {
    report('SCHEMA_VALIDATION_FAILED', 'Expected value of type Object', place)
    return false
  }
  const missing = ['States', 'StartAt'].filter((field) => scope[field] === undefined)
  if (missing.length > 0) {
    report('SCHEMA_VALIDATION_FAILED', `These fields are required: [${missing.join(', ')}]`, place)
    return false
  }
  const { States: states, StartAt: first } = scope
  if (!isObject(states) || Object.keys(states).length === 0 || !Object.values(states).every(isObject)) {
    report('SCHEMA_VALIDATION_FAILED', 'States must be a non-empty object of states', `${at}/States`)
    return false
  }
  if (typeof first !== 'string' || !Object.hasOwn(states, first)) {
    report('MISSING_TRANSITION_TARGET', `Missing 'StartAt' target: ${first}`, `${at}/StartAt`)
    return false
  }
  return Object.entries(states).every(([name, state]) =>
    innerShape(state as unknown as State, `${at}/States/${name}`, report),
  )
}

function innerShape(state: State, at: string, report: Report): boolean {
  if (state.Type === 'Parallel') {
    if (!Array.isArray(state.Branches) || state.Branches.length === 0) {
      report('SCHEMA_VALIDATION_FAILED', 'These fields are required: [Branches]', at)
      return false
    }
    return state.Branches.every((branch, index) => scopeShape(branch, `${at}/Branches[${index}]`, report))
  }
  if (state.Type !== 'Map') return true
  const processor = itemProcessor(state)
  if (processor) return scopeShape(processor, `${at}/ItemProcessor`, report)
  report('SCHEMA_VALIDATION_FAILED', 'These fields are required: [ItemProcessor]', at)
  return false
}

function checkTransitions(state: State, scope: Scope, at: string, report: Report): void {
  for (const [target, place] of targets(state)) {
    if (typeof target !== 'string')
      report('SCHEMA_VALIDATION_FAILED', `These fields are required: [Next]`, `${at}/${place}`)
    else if (!Object.hasOwn(scope.States, target)) {
      report('MISSING_TRANSITION_TARGET', `Missing '${place.split('/').at(-1)}' target: ${target}`, `${at}/${place}`)
    }
  }
  if (['Choice', 'Succeed', 'Fail'].includes(state.Type)) return
  if ((state.Next === undefined) === (state.End !== true)) {
    report('SCHEMA_VALIDATION_FAILED', "A state must have either 'Next' or 'End'", at)
  }
}

/** Where a state can lead, with the field that says so. */
function targets(state: State): [unknown, string][] {
  const found: [unknown, string][] = []
  if (state.Next !== undefined) found.push([state.Next, 'Next'])
  if (state.Default !== undefined) found.push([state.Default, 'Default'])
  for (const [index, rule] of (state.Choices ?? []).entries()) found.push([rule.Next, `Choices[${index}]/Next`])
  for (const [index, catcher] of (state.Catch ?? []).entries()) found.push([catcher.Next, `Catch[${index}]/Next`])
  return found
}

function checkReachable(scope: Scope, at: string, report: Report): void {
  const reached = new Set<string>()
  const open = [scope.StartAt]
  for (let name = open.pop(); name !== undefined; name = open.pop()) {
    const state = scope.States[name]
    if (reached.has(name) || !state) continue
    reached.add(name)
    open.push(...targets(state).map(([target]) => String(target)))
  }
  for (const name of Object.keys(scope.States)) {
    if (!reached.has(name))
      report('MISSING_TRANSITION_TARGET', `State "${name}" is not reachable.`, `${at}/States/${name}`)
  }
}

function assignedNames(scope: Scope): string[] {
  return Object.values(scope.States).flatMap((state) =>
    [state, ...(state.Choices ?? []), ...(state.Catch ?? [])]
      .flatMap(({ Assign }) => Object.keys(Assign ?? {}))
      .map((name) => name.replace(/\.\$$/, '')),
  )
}
