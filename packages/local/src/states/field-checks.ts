import type { Retrier, State, StateMachine } from './definition.ts'
import type { Report } from './diagnostic.ts'
import { isExpression, syntaxError } from './jsonata.ts'
import { isReferencePath } from './reference-path.ts'
import { parseResource } from './resources.ts'

/** Fields that only one of the query languages has. */
const JSONPATH_ONLY = [
  'InputPath',
  'OutputPath',
  'ResultPath',
  'ResultSelector',
  'Parameters',
  'ItemsPath',
  'SecondsPath',
  'TimestampPath',
  'TimeoutSecondsPath',
  'HeartbeatSecondsPath',
  'ErrorPath',
  'CausePath',
  'Result',
]
const JSONATA_ONLY = ['Arguments', 'Output', 'Items']

const REQUIRED: Partial<Record<State['Type'], string>> = { Task: 'Resource', Choice: 'Choices' }
const TYPES = ['Pass', 'Task', 'Wait', 'Choice', 'Parallel', 'Map', 'Succeed', 'Fail']

/** Checks of one state's own fields. */
export function fieldProblems(machine: StateMachine, state: State, at: string, report: Report): void {
  const invalid = (message: string, field = '') =>
    report('SCHEMA_VALIDATION_FAILED', message, field ? `${at}/${field}` : at)
  if (!TYPES.includes(state.Type)) {
    invalid(`Value is not valid: ${state.Type}`, 'Type')
    return
  }
  const required = REQUIRED[state.Type]
  if (required && state[required] === undefined) invalid(`These fields are required: [${required}]`)
  const language = state.QueryLanguage ?? machine.QueryLanguage ?? 'JSONPath'
  if (language === 'JSONPath' && machine.QueryLanguage === 'JSONata') {
    invalid("'QueryLanguage' can not be 'JSONPath' if set to 'JSONata' for whole state machine")
  }
  for (const field of language === 'JSONata' ? JSONPATH_ONLY : JSONATA_ONLY) {
    if (field in state) invalid(`The field '${field}' is not supported by the query language ${language}`, field)
  }
  if (state.Type === 'Wait') checkWait(state, invalid)
  if (state.Type === 'Task' && typeof state.Resource === 'string' && !parseResource(state.Resource)) {
    invalid(`The resource '${state.Resource}' is not supported by the local engine`, 'Resource')
  }
  if ((state.ItemProcessor ?? state.Iterator)?.ProcessorConfig?.Mode === 'DISTRIBUTED') {
    invalid('Distributed Map is not supported by the local engine', 'ItemProcessor/ProcessorConfig/Mode')
  }
  checkErrorLists(state, invalid)
  if (language === 'JSONata') checkExpressions(state, invalid)
  else checkPaths(state, invalid)
}

type Invalid = (message: string, field?: string) => void

function checkWait(state: State, invalid: Invalid): void {
  const given = ['Seconds', 'Timestamp', 'SecondsPath', 'TimestampPath'].filter((field) => field in state)
  if (given.length !== 1)
    invalid('A Wait state must have exactly one of [Seconds, Timestamp, SecondsPath, TimestampPath]')
}

function checkErrorLists(state: State, invalid: Invalid): void {
  for (const field of ['Retry', 'Catch'] as const) {
    const rules: Pick<Retrier, 'ErrorEquals'>[] = state[field] ?? []
    for (const [index, { ErrorEquals: names }] of rules.entries()) {
      const place = `${field}[${index}]/ErrorEquals`
      if (!Array.isArray(names) || names.length === 0)
        invalid('ErrorEquals must be a non-empty list of error names', place)
      else if (names.includes('States.ALL') && (names.length > 1 || index < rules.length - 1)) {
        invalid('States.ALL must appear alone and in the last place', place)
      }
    }
  }
}

/** Inner states are checked by themselves; comments are free text. */
const INNER = new Set(['Branches', 'ItemProcessor', 'Iterator', 'Comment'])

function checkExpressions(state: State, invalid: Invalid): void {
  const visit = (value: unknown, field: string): void => {
    if (isExpression(value)) {
      const problem = syntaxError(value)
      if (problem !== undefined) invalid(`Invalid JSONata expression: ${problem}`, field)
    } else if (typeof value === 'string' && (value.startsWith('{%') || value.endsWith('%}'))) {
      invalid('A JSONata expression must start with {% and end with %}', field)
    } else if (typeof value === 'object' && value !== null) {
      for (const [key, entry] of Object.entries(value))
        visit(entry, Array.isArray(value) ? `${field}[${key}]` : `${field}/${key}`)
    }
  }
  for (const [field, value] of Object.entries(state)) if (!INNER.has(field)) visit(value, field)
}

/** The engine's part of JSONPath is small; what lies beyond is refused rather than run wrongly. */
function checkPaths(state: State, invalid: Invalid): void {
  if (state.Type === 'Choice')
    invalid('Choice rules of JSONPath states are not supported by the local engine', 'Choices')
  const visit = (value: unknown, field: string, name: string): void => {
    if (typeof value === 'object' && value !== null) {
      for (const [key, entry] of Object.entries(value)) visit(entry, `${field}/${key}`, key)
    } else if ((name.endsWith('.$') || name.endsWith('Path')) && value !== null && !isReferencePath(value)) {
      invalid(`The path '${value}' is not supported by the local engine`, field)
    }
  }
  for (const [field, value] of Object.entries(state)) if (!INNER.has(field)) visit(value, field, field)
}
