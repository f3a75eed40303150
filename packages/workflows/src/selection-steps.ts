import type { Stage, Step } from '@pilotgate/core/selection/selection-path'
import { type CatchRule, choose, dayInSeconds, lambdaStep, personStep, type State } from './asl.ts'
import { branchEnds, selectionNames as names, stepNames } from './selection-names.ts'

/** Whom a step is about: what every payload carries. The variables are set when the selection begins. */
export const candidacy = {
  tenantId: '{% $tenantId %}',
  programId: '{% $programId %}',
  candidacyId: '{% $candidacyId %}',
}

/** A withdrawn or closed candidacy is met at the next step a function takes. */
export const whenOver: CatchRule = { ErrorEquals: ['CandidacyOver'], Next: names.over }

/** A question asked in an execution that soon lasts a year is left to a new one. */
const whenTooOld: CatchRule = { ErrorEquals: ['ExecutionTooOld'], Next: names.handOver }

/**
 * Where the outcomes of a step lead; `caught` and `askCaught` are the refusals met by all its states, and by its question. Within
 * branches there are none: what stops one of them stops all, and is met where they are joined.
 */
type Ways = { next: string; reject: string; over: string; caught: CatchRule[]; askCaught: CatchRule[] }

const payload = (task: string, { step }: Step) => ({ task, ...candidacy, step })

/**
 * A hold may be long, an execution not: so often the question is asked again, which answers itself with what is left of the hold,
 * or goes on in a new execution when this one is too old (300 days; with the longest question of 42 days still within a year).
 */
const longestHoldDays = 20

const reminded =
  "$states.result.Payload.again ? {'outcome': 'again', 'waitSeconds': $states.result.Payload.waitSeconds}" +
  " : {'outcome': $states.result.Payload.outcome, 'holdSeconds': $states.result.Payload.holdSeconds}"

/**
 * One step: ask → what came of it → the next step, a hold that ends by itself or by an answer, a rejection. Nobody answers →
 * reminders, each giving the days the function says, until the function gives the outcome. All states put their result down as
 * `{ outcome, holdSeconds?, waitSeconds? }`, so that no time limit of one visit is there in another.
 */
const stepStates = (step: Step, functionArn: string, ways: Ways): Record<string, State> => {
  const { ask, outcome, hold, remind } = stepNames(step)
  const byItself: CatchRule = { ErrorEquals: ['States.Timeout'], Next: ask }
  return {
    [ask]: personStep({
      functionArn,
      payload: { ...payload('ask-step', step), startedAt: '{% $states.context.Execution.StartTime %}' },
      seconds: `$exists($states.input.waitSeconds) ? $states.input.waitSeconds : ${step.days * dayInSeconds}`,
      output: "{'outcome': $states.result.outcome, 'holdSeconds': $states.result.holdSeconds}",
      catch: [...ways.caught, ...ways.askCaught, { ErrorEquals: ['States.Timeout'], Next: remind }],
      next: outcome,
    }),
    [outcome]: choose(
      [
        { when: "$states.input.outcome = 'pass'", next: ways.next },
        { when: "$states.input.outcome = 'hold'", next: hold },
        { when: "$states.input.outcome = 'again'", next: ask },
        { when: "$states.input.outcome = 'reject'", next: ways.reject },
      ],
      ways.over,
    ),
    [hold]: personStep({
      functionArn,
      payload: payload('hold-step', step),
      seconds: `$min([$states.input.holdSeconds, ${longestHoldDays * dayInSeconds}])`,
      output: "{'outcome': $states.result.outcome}",
      catch: [...ways.caught, byItself],
      next: outcome,
    }),
    [remind]: lambdaStep({
      functionArn,
      payload: payload('remind-step', step),
      output: reminded,
      catch: ways.caught,
      next: outcome,
    }),
  }
}

/** Steps one after the other, as a branch beside others. A rejection or withdrawal is an error there, to stop the others. */
const branch = (steps: Step[], functionArn: string) => {
  const { done } = branchEnds(steps.at(-1)!)
  const states = steps.map((step, index): Record<string, State> => {
    const { rejected, withdrawn } = branchEnds(step)
    const next = steps[index + 1]?.title ?? done
    return {
      ...stepStates(step, functionArn, { next, reject: rejected, over: withdrawn, caught: [], askCaught: [] }),
      [rejected]: { Type: 'Fail', Error: 'CandidateRejected', Cause: `Rejected after ${step.noun}.` },
      [withdrawn]: { Type: 'Fail', Error: 'CandidacyOver', Cause: `The candidacy ended during ${step.noun}.` },
    }
  })
  return { StartAt: steps[0]!.title, States: { ...Object.assign({}, ...states), [done]: { Type: 'Succeed' } } }
}

/** The name of the state with which a stage begins. */
const begins = (stage: Stage) => ('step' in stage ? stage.title : stage.together)

/**
 * The states of all stages of a path, in order: steps, and branches that go on beside each other.
 * @param next the name of the state after the last stage
 */
export const stageStates = (stages: Stage[], functionArn: string, next: string): Record<string, State> => {
  const states = stages.map((stage, index) => {
    const after = stages[index + 1] ? begins(stages[index + 1]!) : next
    if ('step' in stage) {
      const ways = { reject: names.turnDown, over: names.over, caught: [whenOver], askCaught: [whenTooOld] }
      return stepStates(stage, functionArn, { next: after, ...ways })
    }
    const parallel: State = {
      Type: 'Parallel',
      Branches: stage.branches.map((steps) => branch(steps, functionArn)),
      Output: {},
      Catch: [{ ErrorEquals: ['CandidateRejected'], Next: names.turnDown }, whenOver, whenTooOld],
      Next: after,
    }
    return { [stage.together]: parallel }
  })
  return Object.assign({}, ...states)
}

/** The state with which every path begins. */
export const firstState = (stages: Stage[]): string => begins(stages[0]!)
