/** What a Task state's `Resource` names (developer guide, "Task workflow state" and "Integrating services"). */
export interface Resource {
  arn: string
  service: 'lambda' | 'states'
  /** The function's ARN itself, instead of the service integration: other events, and the bare payload as result. */
  direct: boolean
  /** `resource` and `resourceType` in the history's task events. */
  resource: string
  resourceType: string
  /** How the result comes: with the response, by `SendTask…`, or at the end of the nested execution. */
  pattern: 'response' | 'token' | 'sync'
  /** `.sync:2` gives the nested execution's output as JSON rather than as text. */
  parsedOutput: boolean
}

/** Reads a `Resource`; `undefined` when the engine has no such integration. */
export function parseResource(arn: string): Resource | undefined {
  if (/^arn:[^:]+:lambda:[^:]*:[^:]*:function:[^:]+(:[^:]+)?$/.test(arn)) {
    const common = { arn, service: 'lambda' as const, direct: true, parsedOutput: false }
    return { ...common, resource: arn, resourceType: 'lambda', pattern: 'response' }
  }
  const [, resourceType, resource] = /^arn:[^:]+:states:[^:]*:[^:]*:(lambda|states):(.+)$/.exec(arn) ?? []
  if (resource === undefined || resourceType === undefined) return undefined
  const pattern = PATTERNS[resourceType]?.[resource]
  const service = resourceType as Resource['service']
  return (
    pattern && { arn, service, direct: false, resource, resourceType, pattern, parsedOutput: resource.endsWith(':2') }
  )
}

const PATTERNS: Record<string, Record<string, Resource['pattern']>> = {
  lambda: { invoke: 'response', 'invoke.waitForTaskToken': 'token' },
  states: {
    startExecution: 'response',
    'startExecution.sync': 'sync',
    'startExecution.sync:2': 'sync',
    'startExecution.waitForTaskToken': 'token',
  },
}
