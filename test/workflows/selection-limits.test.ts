import { plusDays } from '@pilotgate/core/program/calendar'
import { pathNames } from '@pilotgate/core/selection/selection-path'
import { selectionNames as names, stepNames } from '@pilotgate/workflows/selection-names'
import { describe, expect, test } from 'vitest'
import { anyCommitment, placesIn, reminderDays, type StepScript, select } from './selection-stage.ts'
import { day } from './stage.ts'

describe.each(pathNames)('%s', (path) => {
  const places = placesIn(path)
  const everywhere = (script: StepScript) => Object.fromEntries(places.map(({ step }) => [step.step, script]))

  test('each visit has a time limit of its own: no reminder shortens a later question, no hold another hold', async () => {
    const holdDays = 14
    const slow: StepScript = {
      ask: ['silence', 'silence', 'hold', 'silence', 'silence', 'silence'],
      hold: ['silence', 'again'],
      remind: ['again', 'again', 'again', 'hold', 'again'],
    }
    const it = await select(path, { steps: everywhere(slow), commitment: anyCommitment })
    for (const { step } of places) {
      const { ask, hold, remind } = stepNames(step)
      const at = (state: string) => it.enteredAt(state).map((time) => Date.parse(time))
      const [begun] = at(ask) as [number]
      const since = (state: string) => at(state).map((time) => (time - begun) / day)
      const resumed = step.days + reminderDays + holdDays
      const again = resumed + step.days + reminderDays
      expect(since(remind), step.noun).toEqual([
        ...[step.days, step.days + reminderDays],
        ...[resumed + step.days, again],
        again + step.days,
      ])
      expect(since(hold), step.noun).toEqual([step.days + reminderDays, again])
      expect(since(ask), step.noun).toEqual([
        ...[0, step.days, step.days + reminderDays],
        ...[resumed, resumed + step.days],
        ...[again, again + step.days],
      ])
    }
  })

  test('a long hold lasts as long as it was given, and ends when what was missing is there', async () => {
    const { step } = places.at(-1)!
    const { ask, hold, outcome } = stepNames(step)
    const held = await select(path, {
      steps: { [step.step]: { ask: ['hold'], hold: ['silence', 'silence', 'silence'] } },
      holdDays: 50,
      commitment: anyCommitment,
    })
    const days = (state: string) =>
      held.enteredAt(state).map((time) => (Date.parse(time) - Date.parse(held.enteredAt(ask)[0]!)) / day)
    expect(days(hold)).toEqual([0, 20, 40])
    expect(days(outcome)).toEqual([0, 20, 40, 50])
    const ended = await select(path, {
      steps: { [step.step]: { ask: ['hold', 'reject'], hold: ['silence', 'again'] } },
      holdDays: 50,
    })
    expect(ended.enteredAt(hold)).toHaveLength(2)
    expect(Date.parse(ended.enteredAt(names.turnDown)[0]!) - Date.parse(ended.enteredAt(ask)[0]!)).toBe(20 * day)
  })

  test.each([14, 200])(
    'the slowest selection with holds of %i days goes on in new executions, none of them a year old, too long or too large',
    async (holdDays) => {
      const silent = Array(16).fill('silence')
      const round = ['again', 'again', 'again', 'hold'] as const
      const slowest: StepScript = {
        ask: silent,
        remind: [...round, ...round, ...round, 'again', 'again', 'again', 'pass'],
        hold: Array(60).fill('silence'),
      }
      const steps = everywhere(slowest)
      const it = await select(path, { steps, holdDays, commitment: anyCommitment, handOverAfterDays: 300 })
      const executions = it.executions.map((arn) => it.engine.describeExecution(arn))
      expect(executions.length).toBeGreaterThan(1)
      expect(executions.map(({ name }) => name)).toEqual(
        executions.map((_, index) => (index === 0 ? 'p1-ada-01' : `p1-ada-01-${index + 1}`)),
      )
      for (const { arn, status, startedAt, stoppedAt } of executions) {
        expect(status).toBe('SUCCEEDED')
        expect(stoppedAt! - startedAt).toBeLessThan(365 * day)
        const events = it.engine.history(arn, { limit: 25_000 })
        expect(events.length).toBeLessThan(2_500)
        const texts = events.flatMap(({ details = {} }) =>
          Object.values(details).flatMap((each) => Object.values(each!)),
        )
        expect(Math.max(...texts.map((text) => Buffer.byteLength(String(text))))).toBeLessThanOrEqual(8 * 1024)
      }
      const last = it.engine.history(it.executions.at(-1)!, { limit: 25_000 })
      const end = path === 'internal-mentor' ? names.logged : names.appointed
      expect(JSON.stringify(last.at(-2))).toContain(`"${end}"`)
      // Passed once, a step is not gone through again.
      const reminded = it.calls.filter(({ task }) => task === 'remind-step').map(({ step }) => step)
      for (const { step, beside } of places) {
        if (beside.length === 0) expect(reminded.filter((each) => each === step.step)).toHaveLength(16)
      }
    },
  )
})

describe('the sponsor action', () => {
  const zone = 'Europe/Berlin'
  const cases = [
    { words: 'due on the day the clocks go forward', committedAt: '2027-01-27T08:00:00.000Z', hours: 60 * 24 - 1 },
    { words: 'due on the day the clocks go back', committedAt: '2027-09-01T07:00:00.000Z', hours: 60 * 24 + 1 },
    { words: 'due in the hour that is left out', committedAt: '2027-01-27T01:30:00.000Z', hours: 60 * 24 },
    { words: 'due in the hour that comes twice', committedAt: '2027-09-01T00:30:00.000Z', hours: 60 * 24 },
    { words: 'due in winter', committedAt: '2027-11-10T08:00:00.000Z', hours: 60 * 24 },
  ]
  test.each(cases)('$words: is reminded of and checked at that instant', async ({ committedAt, hours }) => {
    const commitmentDueAt = plusDays(committedAt, zone, 60)
    const remindAt = plusDays(committedAt, zone, 53)
    const it = await select('internal-mentor', {
      start: committedAt,
      commitment: { remindAt, commitmentDueAt, logged: true },
    })
    expect(it.enteredAt(names.remindOfAction)).toEqual([remindAt])
    expect(it.enteredAt(names.checkAction)).toEqual([commitmentDueAt])
    expect(Date.parse(it.enteredAt(names.checkAction)[0]!) - Date.parse(committedAt)).toBe(hours * 60 * 60 * 1000)
  })

  test('is reminded of at once, and checked in time, when the appointment came late', async () => {
    const it = await select('internal-mentor', {
      start: '2027-03-26T09:00:00.000Z',
      commitment: { remindAt: '2027-03-21T08:00:00.000Z', commitmentDueAt: '2027-03-28T07:00:00.000Z', logged: false },
    })
    expect(it.enteredAt(names.remindOfAction)).toEqual(['2027-03-26T09:00:00.000Z'])
    expect(it.enteredAt(names.checkAction)).toEqual(['2027-03-28T07:00:00.000Z'])
    expect(it.path.at(-1)).toBe(names.suspended)
  })
})
