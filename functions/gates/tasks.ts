import { askDecider, remindDecider } from '@pilotgate/core/gates/ask-decider'
import { evaluateGate } from '@pilotgate/core/gates/evaluate-gate'
import { askAgain, openWeek } from '@pilotgate/core/gates/open-week'
import { planWeek } from '@pilotgate/core/gates/plan-week'
import { z } from 'zod'
import { step, tasks } from '../lib/task.ts'

const gate = z.string()
const taskToken = z.string()
const instant = z.iso.datetime()

export const handler = tasks({
  'plan-week': step({ gate, startedAt: instant }, (input, work) => planWeek(work, input, input.startedAt)),
  'open-week': step({ gate }, (input, work) => openWeek(work, input)),
  'evaluate-gate': step({ gate }, async (input, work) => {
    const { outcome, round } = await evaluateGate(work, input)
    return { outcome, round }
  }),
  'ask-owner': step({ gate, taskToken }, (input, work, { workflows }) =>
    askDecider(work, workflows, input, input.taskToken),
  ),
  'ask-steering': step({ gate, taskToken }, (input, work, { workflows }) =>
    askDecider(work, workflows, input, input.taskToken),
  ),
  'remind-decider': step({ gate }, (input, work) => remindDecider(work, input)),
  'ask-again': step({ gate, recheckAt: instant }, async (input, work) => {
    await askAgain(work, input, input.recheckAt)
    return { recheckAt: input.recheckAt }
  }),
})
