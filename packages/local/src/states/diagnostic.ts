/** One finding about a definition, as `ValidateStateMachineDefinition` reports it. */
export interface Diagnostic {
  severity: 'ERROR' | 'WARNING'
  code: string
  message: string
  /** Path of the place: '/States/Wait for week 12/Next'. */
  location: string
}

/** Takes down one finding. */
export type Report = (code: string, message: string, location: string) => void
