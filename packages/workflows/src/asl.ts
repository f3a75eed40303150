/** The parts of the Amazon States Language (JSONata query language) that our machines use, as plain JSON objects. */
export type State = { Type: string; Comment?: string; [field: string]: unknown }
export type Machine = { Comment: string; QueryLanguage: 'JSONata'; StartAt: string; States: Record<string, State> }
/** States that go on beside others, within a Parallel state. */
export type Branch = Pick<Machine, 'StartAt' | 'States'>
export type CatchRule = { ErrorEquals: string[]; Next: string; Assign?: Record<string, unknown> }

export const dayInSeconds = 24 * 60 * 60

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
  /** The state's output (JSONata) where it is not the whole result. */
  output?: string
}

/**
 * A step done by a Lambda function. Every payload carries `now`, the time the state was entered, so that a retry of the same
 * visit is the same request to the function. Its result becomes the state's output.
 */
export const lambdaStep = ({
  functionArn,
  payload,
  catch: rules = [],
  next,
  assign,
  output = '$states.result.Payload',
}: Step): State => ({
  Type: 'Task',
  Resource: 'arn:aws:states:::lambda:invoke',
  Arguments: { FunctionName: functionArn, Payload: { ...payload, now: '{% $states.context.State.EnteredTime %}' } },
  Output: `{% ${output} %}`,
  TimeoutSeconds: 120,
  ...(assign && { Assign: assign }),
  Retry: retry,
  ...(rules.length > 0 && { Catch: rules }),
  Next: next,
})

/**
 * A step a person takes: the function opens the question, the execution waits for the answer. Nothing waits for ever: after
 * `days`, or so many `seconds` (JSONata), the state ends with `States.Timeout`, which the caller must catch (reliability F1).
 */
export const personStep = (step: Step & { catch: CatchRule[] } & ({ days: number } | { seconds: string })): State => {
  const state = lambdaStep({ output: '$states.result', ...step })
  const { FunctionName, Payload } = state.Arguments as { FunctionName: string; Payload: object }
  return {
    ...state,
    Resource: 'arn:aws:states:::lambda:invoke.waitForTaskToken',
    Arguments: { FunctionName, Payload: { ...Payload, taskToken: '{% $states.context.Task.Token %}' } },
    TimeoutSeconds: 'days' in step ? step.days * dayInSeconds : `{% ${step.seconds} %}`,
  }
}

/** Goes on in a new execution of the same machine, as one lasts a year at most. `name` is JSONata. */
export const continueIn = (name: string, input: Record<string, unknown>, next: string): State => ({
  Type: 'Task',
  Resource: 'arn:aws:states:::states:startExecution',
  Arguments: {
    StateMachineArn: '{% $states.context.StateMachine.Id %}',
    Name: `{% ${name} %}`,
    Input: { ...input, AWS_STEP_FUNCTIONS_STARTED_BY_EXECUTION_ID: '{% $states.context.Execution.Id %}' },
  },
  Output: '{% $states.result.ExecutionArn %}',
  TimeoutSeconds: 60,
  Retry: [{ ErrorEquals: ['States.TaskFailed'], IntervalSeconds: 5, BackoffRate: 2, MaxAttempts: 5 }],
  Next: next,
})

/** Waits until the instant that the JSONata expression gives. */
export const waitUntil = (timestamp: string, next: string): State => ({
  Type: 'Wait',
  Timestamp: `{% ${timestamp} %}`,
  Next: next,
})

/** The branches of a Parallel state; none of any other. */
export const branchesOf = (state: State): Branch[] => (state.Branches ?? []) as Branch[]

/** Every state by name, with those within branches: names are unique over the whole machine. */
export const allStates = ({ States }: Pick<Machine, 'States'>): [string, State][] =>
  Object.entries(States).flatMap(([name, state]) => [
    [name, state],
    ...branchesOf(state).flatMap((branch) => allStates(branch)),
  ])

/** Goes on by the first condition (JSONata) that holds. */
export const choose = (rules: { when: string; next: string }[], otherwise: string): State => ({
  Type: 'Choice',
  Choices: rules.map(({ when, next }) => ({ Condition: `{% ${when} %}`, Next: next })),
  Default: otherwise,
})
