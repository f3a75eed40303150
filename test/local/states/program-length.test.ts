import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { openStateStore } from '../../../packages/local/src/states/store.ts'
import { bench } from './harness.ts'

/** A program of 24 weeks: every week waits, counts, asks a person and decides; about 700 events. */
const WEEKS = {
  StartAt: 'Begin',
  States: {
    Begin: { Type: 'Pass', Assign: { week: 0, done: [] }, Next: 'Wait for the week' },
    'Wait for the week': { Type: 'Wait', Seconds: 604_800, Next: 'Send prompts' },
    'Send prompts': task('send', 'Evaluate gate', { Assign: { week: '{% $week + 1 %}' } }),
    'Evaluate gate': task('evaluate', 'Ask committee', { Output: '{% $states.result.Payload %}' }),
    'Ask committee': {
      Type: 'Task',
      Resource: 'arn:aws:states:::lambda:invoke.waitForTaskToken',
      Arguments: { FunctionName: 'ask', Payload: { token: '{% $states.context.Task.Token %}', week: '{% $week %}' } },
      TimeoutSeconds: 259_200,
      Catch: [{ ErrorEquals: ['States.Timeout'], Next: 'Note' }],
      Next: 'Note',
    },
    Note: { Type: 'Pass', Assign: { done: "{% $append($done, [{'week': $week}]) %}" }, Next: 'More weeks?' },
    'More weeks?': {
      Type: 'Choice',
      Choices: [{ Condition: '{% $week < 24 %}', Next: 'Wait for the week' }],
      Default: 'End',
    },
    End: { Type: 'Pass', Output: { weeks: '{% $count($done) %}' }, End: true },
  },
}

function task(name: string, next: string, more: object) {
  const request = { FunctionName: name, Payload: { week: '{% $week %}' } }
  return { Type: 'Task', Resource: 'arn:aws:states:::lambda:invoke', Arguments: request, Next: next, ...more }
}

describe('a program of 24 weeks', () => {
  it('stays far below the longest history, on disk', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'states-weeks-'))
    const store = openStateStore(join(folder, 'states.db'))
    let token = ''
    const nothing = () => ({ ok: true })
    const local = bench(
      {
        send: nothing,
        evaluate: nothing,
        ask: (payload: { token: string }) => {
          token = payload.token
        },
      },
      { store },
    )
    try {
      // Twice, since the first run also compiles the expressions.
      for (const run of ['first', 'second']) {
        const before = performance.now()
        const arn = local.start(WEEKS)
        for (;;) {
          await local.engine.idle()
          if (local.engine.describeExecution(arn).status !== 'RUNNING') break
          if (token) await local.engine.sendTaskSuccess(token, '{"decision":"go"}')
          else local.clock.jump(local.clock.nextDue() as number)
          token = ''
        }
        const took = performance.now() - before
        const events = local.events(arn)
        console.log(`24 weeks, ${run} run: ${events.length} events in ${took.toFixed(0)} ms`)
        expect(local.engine.describeExecution(arn).output).toBe('{"weeks":24}')
        expect(events.length).toBeLessThan(2000)
      }
    } finally {
      local.engine.close()
      store.close()
      rmSync(folder, { recursive: true })
    }
  })
})
