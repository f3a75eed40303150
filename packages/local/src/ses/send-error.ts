/** An error as SES answers it: `code` is what the SDK reports as the error's name. */
export class SendError extends Error {
  readonly code: 'InvalidParameterValue' | 'MessageRejected' | 'ValidationError' | 'InvalidAction' | 'InternalFailure'

  constructor(code: SendError['code'], message: string) {
    super(message)
    this.name = 'SendError'
    this.code = code
  }
}
