/** The parts of the Amazon States Language (JSONata query language) that our machines use, as plain JSON objects. */
export type State = { Type: string; Comment?: string; [field: string]: unknown }
export type Machine = { Comment: string; QueryLanguage: 'JSONata'; StartAt: string; States: Record<string, State> }
export type CatchRule = { ErrorEquals: string[]; Next: string; Assign?: Record<string, unknown> }

const dayInSeconds = 24 * 60 * 60

/** Faults of the platform or of AWS that pass by themselves. Expected refusals of the domain are not retried. */
const retry = [
  {
    ErrorEquals: [
      'Unavailable',
      'StaleVersion',
      'Lambda.ServiceException',
      'Lambda.AWSLambdaException',
      'Lambda.SdkClientException',
      'Lambda.TooManyRequestsException',
      'Lambda.Unknown',
      'Sandbox.Timedout',
    ],
    IntervalSeconds: 2,
    BackoffRate: 2,
    MaxAttempts: 8,
    MaxDelaySeconds: 300,
    JitterStrategy: 'FULL',
  },
]

type Step = {
  functionArn: string
  payload: Record<string, unknown>
  catch?: CatchRule[]
  next: string
  assign?: Record<string, unknown>
}

/**
 * A step done by a Lambda function. Every payload carries `now`, the time the state was entered, so that a retry of the same
 * visit is the same request to the function. Its result becomes the state's output.
 */
export const lambdaStep = ({ functionArn, payload, catch: rules = [], next, assign }: Step): State => ({
  Type: 'Task',
  Resource: 'arn:aws:states:::lambda:invoke',
  Arguments: { FunctionName: functionArn, Payload: { ...payload, now: '{% $states.context.State.EnteredTime %}' } },
  Output: '{% $states.result.Payload %}',
  TimeoutSeconds: 120,
  ...(assign && { Assign: assign }),
  Retry: retry,
  ...(rules.length > 0 && { Catch: rules }),
  Next: next,
})

/**
 * A step a person takes: the function opens the question, the execution waits for the answer. Nothing waits for ever: after
 * `days` the state ends with `States.Timeout`, which the caller must catch (reliability F1).
 */
export const personStep = ({ days, ...step }: Step & { days: number; catch: CatchRule[] }): State => {
  const state = lambdaStep(step)
  const { FunctionName, Payload } = state.Arguments as { FunctionName: string; Payload: object }
  return {
    ...state,
    Resource: 'arn:aws:states:::lambda:invoke.waitForTaskToken',
    Arguments: { FunctionName, Payload: { ...Payload, taskToken: '{% $states.context.Task.Token %}' } },
    Output: '{% $states.result %}',
    TimeoutSeconds: days * dayInSeconds,
  }
}

/** Waits until the instant that the JSONata expression gives. */
export const waitUntil = (timestamp: string, next: string): State => ({
  Type: 'Wait',
  Timestamp: `{% ${timestamp} %}`,
  Next: next,
})

/** Goes on by the first condition (JSONata) that holds. */
export const choose = (rules: { when: string; next: string }[], otherwise: string): State => ({
  Type: 'Choice',
  Choices: rules.map(({ when, next }) => ({ Condition: `{% ${when} %}`, Next: next })),
  Default: otherwise,
})
