import { pathNames } from '@pilotgate/core/selection/selection-path'
import { selectionNames as names, stepNames } from '@pilotgate/workflows/selection-names'
import { expect, test } from 'vitest'
import { ownStates } from './selection-situations.ts'
import { placesIn, type StepScript, select } from './selection-stage.ts'

/** Where the steps beside are when one of them ends it all. */
const waiting: { where: string; script: StepScript; state: 'ask' | 'hold' }[] = [
  { where: 'asked', script: { ask: ['silence'] }, state: 'ask' },
  { where: 'on hold', script: { ask: ['hold'], hold: ['silence'] }, state: 'hold' },
]

const endings: { how: string; script: StepScript; end: string[] }[] = [
  {
    how: 'is rejected',
    script: { ask: ['hold', 'reject'] },
    end: [names.turnDown, names.rejected],
  },
  { how: 'is withdrawn', script: { ask: ['hold', 'over'] }, end: [names.over] },
  {
    how: 'is found over',
    // Met at the second hold only, so that those beside it have come as far as they go.
    script: { ask: ['hold', 'hold'], throws: { 'hold-step': ['', 'CandidacyOver'] } },
    end: [names.over],
  },
]

const cases = pathNames.flatMap((path) =>
  placesIn(path)
    .filter(({ beside }) => beside.length > 0)
    .flatMap((place) =>
      waiting.flatMap((others) =>
        endings.map((ending) => ({
          path,
          ...place,
          ...others,
          ...ending,
          others: others.script,
          noun: place.step.noun,
        })),
      ),
    ),
)

test.each(cases)('$path: $noun $how, and those $where beside it are stopped', async (each) => {
  const { step, beside, others, script, end, state } = each
  const besides = Object.fromEntries(beside.map(({ step }) => [step, others]))
  const it = await select(each.path, { steps: { ...besides, [step.step]: script } })
  expect(it.status).toBe('SUCCEEDED')
  expect(it.path.slice(-end.length)).toEqual(end)
  for (const other of beside) {
    const own = it.path.filter((name) => ownStates(other).includes(name))
    expect(own.at(-1)).toBe(stepNames(other)[state])
    const { token } = it.tokens.findLast(({ step }) => step === other.step)!
    await expect(it.engine.sendTaskSuccess(token, '{"outcome":"pass"}')).rejects.toMatchObject({ code: 'TaskTimedOut' })
  }
  expect(it.events.filter(({ type }) => type === 'TaskStateAborted')).toHaveLength(beside.length)
  // Nobody is reminded of, or asked for, what is no longer needed: the clock has nothing left to do.
  expect(it.clock.nextDue()).toBeUndefined()
})

test.each(pathNames)('%s: steps beside each other all begin at once, and the last one ends them', async (path) => {
  for (const { step, beside, after } of placesIn(path).filter((place) => place.beside.length > 0)) {
    const it = await select(path, {
      steps: { [step.step]: { ask: ['hold'], hold: ['silence'] } },
      commitment: undefined,
    })
    const asked = [step, ...beside].map((each) => it.enteredAt(stepNames(each).ask)[0])
    expect(new Set(asked).size).toBe(1)
    const next = it.enteredAt(stepNames(after[0]!).ask)[0]!
    expect(Date.parse(next) - Date.parse(asked[0]!)).toBe(14 * 24 * 60 * 60 * 1000)
  }
})
