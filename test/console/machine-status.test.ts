import { describe, expect, it } from 'vitest'
import { duration } from '../../packages/console/src/program/machine-duration.ts'
import { groupStates, statusOf } from '../../packages/console/src/program/machine-groups.ts'
import {
  currentState,
  type HistoryEvent,
  type StateProgress,
  stateProgress,
} from '../../packages/console/src/program/machine-status.ts'

const machine = [
  { name: 'Find the current gate', type: 'Task', next: ['Plan week 6', 'Program stopped'] },
  { name: 'Plan week 6', type: 'Task', next: ['Wait for the week 6 check'] },
  { name: 'Wait for the week 6 check', type: 'Wait', next: ['Evaluate gate K26'] },
  { name: 'Evaluate gate K26', type: 'Task', next: ['Ask the program owner about K26'] },
  {
    name: 'Ask the program owner about K26',
    type: 'Task',
    next: ['Complete the program', 'Remind the program owner of K26'],
  },
  { name: 'Remind the program owner of K26', type: 'Task', next: ['Ask the program owner about K26'] },
  { name: 'Wait while the program is paused', type: 'Task', next: ['Program stopped'] },
  { name: 'Complete the program', type: 'Task', next: [] },
  { name: 'Program stopped', type: 'Succeed', next: [] },
]

/** A history as Step Functions writes it: `+name` enters, `-name` leaves, `!error` fails, `ok` succeeds, others are whole types. */
const history = (...marks: string[]): HistoryEvent[] =>
  marks.map((mark, index) => {
    const at = new Date(Date.UTC(2027, 0, 4, index)).toISOString()
    const base = { id: index + 1, at }
    if (mark.startsWith('+')) return { ...base, type: 'TaskStateEntered', state: mark.slice(1) }
    if (mark.startsWith('-')) return { ...base, type: 'TaskStateExited', state: mark.slice(1) }
    if (mark.startsWith('!')) return { ...base, type: 'TaskFailed', error: mark.slice(1), cause: 'because' }
    return { ...base, type: mark === 'ok' ? 'TaskSucceeded' : mark }
  })

const running = { status: 'RUNNING', states: machine } as const
const statusesOf = (progress: StateProgress[]) => Object.fromEntries(progress.map(({ name, status }) => [name, status]))

describe('what became of the states of an execution', () => {
  it('tells states that were left, the one it is in, and those not reached', () => {
    const progress = stateProgress(
      running,
      history('ExecutionStarted', '+Find the current gate', 'ok', '-Find the current gate', '+Plan week 6'),
    )
    expect(statusesOf(progress)).toMatchObject({
      'Find the current gate': 'done',
      'Plan week 6': 'running',
      'Evaluate gate K26': 'not reached',
    })
    expect(currentState(progress)?.name).toBe('Plan week 6')
    expect(progress[0]?.visits).toEqual([
      { status: 'done', enteredAt: '2027-01-04T01:00:00.000Z', leftAt: '2027-01-04T03:00:00.000Z' },
    ])
  })

  it('does not depend on the order of the events', () => {
    const events = history('+Find the current gate', '-Find the current gate', '+Plan week 6')
    expect(stateProgress(running, events.toReversed())).toEqual(stateProgress(running, events))
  })

  it('shows an error that a state was left by, and forgets one that a retry made good', () => {
    const ask = 'Ask the program owner about K26'
    const caught = stateProgress(running, history(`+${ask}`, '!States.Timeout', `-${ask}`))
    expect(caught.find(({ name }) => name === ask)).toMatchObject({
      status: 'caught',
      visits: [{ error: 'States.Timeout', cause: 'because' }],
    })
    const retried = stateProgress(running, history(`+${ask}`, '!Unavailable', 'ok', `-${ask}`))
    expect(statusesOf(retried)[ask]).toBe('done')
  })

  it('keeps every stay in a state and shows the last', () => {
    const ask = 'Ask the program owner about K26'
    const remind = 'Remind the program owner of K26'
    const events = history(`+${ask}`, '!States.Timeout', `-${ask}`, `+${remind}`, 'ok', `-${remind}`, `+${ask}`)
    const progress = stateProgress(running, events)
    expect(progress.find(({ name }) => name === ask)?.visits.map(({ status }) => status)).toEqual(['caught', 'running'])
    expect(currentState(progress)?.name).toBe(ask)
  })

  it('marks the state that an execution failed in, with the error of its end', () => {
    const events = [
      ...history('+Plan week 6', '!Broken'),
      { id: 3, at: '2027-01-04T03:00:00.000Z', type: 'ExecutionFailed', error: 'Broken', cause: 'no template' },
    ]
    const progress = stateProgress({ ...running, status: 'FAILED', stoppedAt: '2027-01-04T03:00:00.000Z' }, events)
    expect(currentState(progress)).toMatchObject({
      name: 'Plan week 6',
      status: 'failed',
      visits: [{ error: 'Broken', cause: 'no template', leftAt: '2027-01-04T03:00:00.000Z' }],
    })
  })

  it('marks the state that an execution was stopped in from outside', () => {
    const progress = stateProgress({ ...running, status: 'ABORTED' }, history('+Plan week 6', 'ExecutionAborted'))
    expect(statusesOf(progress)['Plan week 6']).toBe('stopped')
  })

  it('is at the last state reached when the execution has ended as it should', () => {
    const events = history('+Complete the program', 'ok', '-Complete the program', 'ExecutionSucceeded')
    expect(currentState(stateProgress({ ...running, status: 'SUCCEEDED' }, events))?.name).toBe('Complete the program')
  })
})

describe('states by week', () => {
  const groups = groupStates(machine)

  it('puts the states of a week and of its gate together, also where their numbers differ', () => {
    expect(groups.map(({ id, gate }) => [id, gate])).toEqual([
      ['begin', undefined],
      ['week-6', 'K26'],
      ['end', undefined],
      ['halt', undefined],
    ])
    expect(groups[1]?.states).toHaveLength(5)
  })

  it('draws every state once', () => {
    const names = groups.flatMap(({ states }) => states.map(({ name }) => name))
    expect(names.toSorted()).toEqual(machine.map(({ name }) => name).toSorted())
  })

  it('tells how a week stands: running before done, failed before all', () => {
    const progressOf = (...events: HistoryEvent[]) =>
      new Map(stateProgress(running, events).map((state) => [state.name, state]))
    expect(statusOf(groups[1]!, progressOf())).toBe('not reached')
    expect(statusOf(groups[1]!, progressOf(...history('+Plan week 6', '-Plan week 6')))).toBe('done')
    const further = history('+Plan week 6', '-Plan week 6', '+Evaluate gate K26')
    expect(statusOf(groups[1]!, progressOf(...further))).toBe('running')
  })
})

describe('how long a state lasted', () => {
  it.each([
    ['2027-01-04T08:00:00.000Z', '2027-01-08T15:00:00.000Z', '4 days 7 hours'],
    ['2027-01-04T08:00:00.000Z', '2027-01-05T08:00:20.000Z', '1 day'],
    ['2027-01-04T08:00:00.000Z', '2027-01-04T08:01:01.000Z', '1 minute 1 second'],
    ['2027-01-04T08:00:00.000Z', '2027-01-04T08:00:00.200Z', 'under a second'],
  ])('from %s to %s is %s', (from, to, words) => {
    expect(duration(from, to)).toBe(words)
  })
})
