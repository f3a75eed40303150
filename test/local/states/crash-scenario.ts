import { LambdaFailure } from '../../../packages/local/src/lambda.ts'
import type { HistoryEvent } from '../../../packages/local/src/states/history.ts'

/** One machine with everything that can be under way in a crash: waits, tokens, retries, branches, items, nested executions. */

const invoke = (name: string, payload: unknown, more: object = {}) => ({
  Type: 'Task',
  Resource: 'arn:aws:states:::lambda:invoke',
  Arguments: { FunctionName: name, Payload: payload },
  Output: '{% $states.result.Payload %}',
  ...more,
})
const askFor = (name: string, more: object = {}) => ({
  Type: 'Task',
  Resource: 'arn:aws:states:::lambda:invoke.waitForTaskToken',
  Arguments: { FunctionName: 'ask', Payload: { token: '{% $states.context.Task.Token %}', name } },
  TimeoutSeconds: 86_400,
  ...more,
})

export const CHILD = {
  QueryLanguage: 'JSONata',
  StartAt: 'Child wait',
  States: {
    'Child wait': { Type: 'Wait', Seconds: 5, Next: 'Child pass' },
    'Child pass': { Type: 'Pass', Output: 'child', End: true },
  },
}

export const scenario = (childArn: string) => ({
  QueryLanguage: 'JSONata',
  StartAt: 'Note',
  States: {
    Note: { Type: 'Pass', Assign: { seen: ['note'] }, Next: 'Wait' },
    Wait: { Type: 'Wait', Seconds: 6, Next: 'Flaky' },
    Flaky: invoke(
      'flaky',
      { attempt: '{% $states.context.State.RetryCount %}' },
      {
        Retry: [{ ErrorEquals: ['BUSY'], IntervalSeconds: 3, MaxAttempts: 3 }],
        Assign: { seen: "{% $append($seen, 'flaky') %}" },
        Next: 'Decide',
      },
    ),
    Decide: askFor('gate', { Output: '{% $states.result %}', Next: 'Side by side' }),
    'Side by side': {
      Type: 'Parallel',
      Branches: [
        { StartAt: 'Ask mentor', States: { 'Ask mentor': askFor('mentor', { End: true }) } },
        {
          StartAt: 'Pause',
          States: { Pause: { Type: 'Wait', Seconds: 4, Next: 'Double' }, Double: invoke('double', 21, { End: true }) },
        },
      ],
      Next: 'Each',
    },
    Each: {
      Type: 'Map',
      Items: [1, 2, 3],
      MaxConcurrency: 2,
      ItemProcessor: { StartAt: 'Work', States: { Work: invoke('double', '{% $states.input %}', { End: true }) } },
      Assign: { doubled: '{% $states.result %}' },
      Next: 'Nested',
    },
    Nested: {
      Type: 'Task',
      Resource: 'arn:aws:states:::states:startExecution.sync:2',
      Arguments: { StateMachineArn: childArn, Input: {} },
      Output: { seen: '{% $seen %}', doubled: '{% $doubled %}', child: '{% $states.result.Output %}' },
      End: true,
    },
  },
})

export const RESULT = { seen: ['note', 'flaky'], doubled: [2, 4, 6], child: 'child' }

/** Stateless, as functions that may be called twice have to be. */
export const lambdas = (ask: (request: { token: string; name: string }) => void) => ({
  flaky: ({ attempt }: { attempt: number }) => {
    if (attempt < 2) throw new LambdaFailure('BUSY', `attempt ${attempt}`)
    return 'done'
  },
  double: (n: number) => n * 2,
  ask,
})

/** A history without what differs from run to run, and sorted: branches may take turns in another order. */
export function essence(events: HistoryEvent[]): string[] {
  const text = JSON.stringify(events.map(({ type, details }) => ({ type, details })))
    .replaceAll(/AQC[\w+/=]+/g, '<token>')
    .replaceAll(/[\da-f]{8}-[\da-f-]{27}/g, '<uuid>')
    .replaceAll(/root=1-\w+-[\da-f]+|\w{3}, \d\d \w{3} \d{4} [\d:]+ GMT|\\*"St(art|op)Date\\*":\d+/g, '<time>')
  return (JSON.parse(text) as object[]).map((event) => JSON.stringify(event)).sort()
}

/** Problems with the numbering of a history: every event once, and each after the one it follows. */
export function misnumbered(events: HistoryEvent[]): HistoryEvent[] {
  return events.filter(({ id, previous }, index) => id !== index + 1 || previous >= id)
}
