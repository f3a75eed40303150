import type { Step } from '@pilotgate/core/selection/selection-path'
import { branchEnds, selectionNames as names, stepNames } from '@pilotgate/workflows/selection-names'
import type { Place, StepScript } from './selection-stage.ts'

/** How one step may go: what people and functions do, which of the step's states are visited, and how the whole selection ends. */
export type Situation = { words: string; script: StepScript; states: string[]; end: string }

const good = 'appointed'

/** The states of a step that goes well at once. */
export const straight = ({ step, beside }: Pick<Place, 'step' | 'beside'>): string[] => {
  const { ask, outcome } = stepNames(step)
  return [ask, outcome, ...(beside.length > 0 ? [branchEnds(step).done] : [])]
}

/** All names of a step's states. */
export const ownStates = (step: Step): string[] => [
  ...Object.values(stepNames(step)),
  ...Object.values(branchEnds(step)),
]

const silent = (times: number) => Array<'silence'>(times).fill('silence')

/** Every way through one step. `appointed` stands for the good end of the path. */
export const situations = (place: Place): Situation[] => {
  const { ask, outcome, hold, remind } = stepNames(place.step)
  const { rejected, withdrawn } = branchEnds(place.step)
  const branch = place.beside.length > 0
  const went = straight(place)
  const asked = [ask, outcome]
  const held = [...asked, hold]
  const reminded = (times: number) => Array(times).fill([ask, remind, outcome]).flat() as string[]
  const down = branch ? [rejected] : []
  const over = branch ? [withdrawn] : []
  const fault = (task: string, error: string): StepScript => ({ throws: { [task]: [error] } })
  return [
    { words: 'passes at once', script: {}, states: went, end: good },
    {
      words: 'is held until what was missing is there',
      script: { ask: ['hold'], hold: ['again'] },
      states: [...held, outcome, ...went],
      end: good,
    },
    {
      words: 'is held until the time is over',
      script: { ask: ['hold'], hold: ['silence'] },
      states: [...held, ...went],
      end: good,
    },
    {
      words: 'is held three times',
      script: { ask: ['hold', 'hold', 'hold'], hold: ['again', 'silence', 'again'] },
      states: [...held, outcome, ...held, ...held, outcome, ...went],
      end: good,
    },
    { words: 'is rejected', script: { ask: ['reject'] }, states: [...asked, ...down], end: names.rejected },
    {
      words: 'is rejected after a hold',
      script: { ask: ['hold', 'reject'] },
      states: [...held, outcome, ...asked, ...down],
      end: names.rejected,
    },
    { words: 'is withdrawn while asked', script: { ask: ['over'] }, states: [...asked, ...over], end: names.over },
    {
      words: 'is withdrawn on hold',
      script: { ask: ['hold'], hold: ['over'] },
      states: [...held, outcome, ...over],
      end: names.over,
    },
    ...[1, 2, 3].map((reminders) => ({
      words: `passes after reminder ${reminders}`,
      script: { ask: silent(reminders) },
      states: [...reminded(reminders), ...went],
      end: good,
    })),
    {
      words: 'is withdrawn after a reminder',
      script: { ask: [...silent(1), 'over'] },
      states: [...reminded(1), ...asked, ...over],
      end: names.over,
    },
    ...(['pass', 'hold', 'reject'] as const).map((given) => ({
      words: `comes to ${given} without an answer, after three reminders`,
      script: { ask: silent(4), remind: ['again', 'again', 'again', given] } satisfies StepScript,
      states: [
        ...reminded(3),
        ...[ask, remind],
        ...{ pass: went.slice(1), hold: [outcome, hold, outcome, ...went], reject: [outcome, ...down] }[given],
      ],
      end: given === 'reject' ? names.rejected : good,
    })),
    { words: 'is found over when asking', script: fault('ask-step', 'CandidacyOver'), states: [ask], end: names.over },
    {
      words: 'is found over when reminding',
      script: { ...fault('remind-step', 'CandidacyOver'), ask: silent(1) },
      states: [ask, remind],
      end: names.over,
    },
    {
      words: 'is found over when holding',
      script: { ...fault('hold-step', 'CandidacyOver'), ask: ['hold'] },
      states: held,
      end: names.over,
    },
    {
      words: 'is asked in an execution that is too old',
      script: fault('ask-step', 'ExecutionTooOld'),
      states: [ask],
      end: names.handedOver,
    },
    {
      words: 'meets faults that pass',
      script: {
        throws: { 'ask-step': ['Unavailable', 'StaleVersion'], 'remind-step': ['Lambda.Unknown'] },
        ask: silent(1),
      },
      states: [...reminded(1), ...went],
      end: good,
    },
  ]
}
