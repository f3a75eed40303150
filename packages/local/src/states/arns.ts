import { ApiError } from './errors.ts'

/** Where the engine says it is. */
export interface Place {
  accountId: string
  region: string
}

export function machineArn({ accountId, region }: Place, name: string): string {
  return `arn:aws:states:${region}:${accountId}:stateMachine:${name}`
}

/** The ARN of an execution of the machine with this ARN. */
export function executionArn(machine: string, name: string): string {
  return `${machine.replace(':stateMachine:', ':execution:')}:${name}`
}

/** Refuses what is not a state machine's ARN with `InvalidArn`. */
export function checkMachineArn(arn: string): void {
  if (!/^arn:[^:]+:states:[^:]+:\d{12}:stateMachine:[^:]+$/.test(arn)) throw invalidArn(arn)
}

/** Refuses what is not an execution's ARN with `InvalidArn`. */
export function checkExecutionArn(arn: string): void {
  if (!/^arn:[^:]+:states:[^:]+:\d{12}:execution:[^:]+:[^:]+$/.test(arn)) throw invalidArn(arn)
}

function invalidArn(arn: string): ApiError {
  return new ApiError('InvalidArn', `Invalid Arn: '${arn}'`)
}

/** Refuses a name the service refuses (API reference, CreateStateMachine and StartExecution) with `InvalidName`. */
export function checkName(name: string): void {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are among those forbidden
  const forbidden = /[\s?*<>{}[\]"#%\\^|~`$&,;:/\u0000-\u001f\u007f-\u009f]/
  if (name.length === 0 || name.length > 80 || forbidden.test(name)) {
    throw new ApiError('InvalidName', `Invalid Name: '${name}'`)
  }
}
