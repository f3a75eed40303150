import type { FunctionArns } from '@pilotgate/contracts/functions'
import { defaults } from '@pilotgate/core/program/templates/gate-notation'
import { type CatchRule, choose, lambdaStep, type Machine, personStep, type State, waitUntil } from '../asl.ts'
import { states as names, type ReviewerNames } from './names.ts'

/** A pause or stop of the program (veto) is met at the next step a function takes. */
const vetoed: CatchRule[] = [
  { ErrorEquals: ['ProgramPaused'], Next: names.hold },
  { ErrorEquals: ['ProgramStopped'], Next: names.stopped },
]

/** A program that nobody resumes is stopped by its schedule after this long; the review then ends as well. */
const longestPauseDays = 91

/**
 * Follows a matching run (M6, M8) from the review over the publication to the reassessment after 30 days. One machine for all
 * programs. Input: `{ tenantId, programId, runId }`.
 */
export const matchReview = (arns: FunctionArns): Machine => {
  const functionArn = arns['matching/tasks']
  const run = { tenantId: '{% $tenantId %}', programId: '{% $programId %}', runId: '{% $runId %}' }

  /** Asks one reviewer until nothing of theirs is left in review, reminding and in the end going on without. */
  const review = (reviewer: string, { ask, remind, again }: ReviewerNames, next: string): Record<string, State> => ({
    [ask]: personStep({
      functionArn,
      payload: { task: 'ask-reviewer', ...run, reviewer },
      days: defaults.patience.days,
      catch: [...vetoed, { ErrorEquals: ['States.Timeout'], Next: remind }],
      next,
    }),
    [remind]: lambdaStep({
      functionArn,
      payload: { task: 'remind-reviewer', ...run, reviewer },
      catch: vetoed,
      next: again,
    }),
    [again]: choose([{ when: '$states.input.again', next: ask }], next),
  })

  const check = (what: string, ask: string, next: string): Record<string, State> => ({
    [ask]: lambdaStep({ functionArn, payload: { task: 'ask-for-check', ...run, what }, catch: vetoed, next }),
  })

  const states: Record<string, State> = {
    [names.begin]: lambdaStep({
      functionArn,
      payload: {
        task: 'begin-review',
        executionArn: '{% $states.context.Execution.Id %}',
        tenantId: '{% $states.context.Execution.Input.tenantId %}',
        programId: '{% $states.context.Execution.Input.programId %}',
        runId: '{% $states.context.Execution.Input.runId %}',
      },
      assign: {
        tenantId: '{% $states.context.Execution.Input.tenantId %}',
        programId: '{% $states.context.Execution.Input.programId %}',
        runId: '{% $states.context.Execution.Input.runId %}',
      },
      catch: vetoed.map((rule) => ({
        ...rule,
        // The run's own variables are needed by the steps of a pause, too.
        Assign: {
          tenantId: '{% $states.context.Execution.Input.tenantId %}',
          programId: '{% $states.context.Execution.Input.programId %}',
          runId: '{% $states.context.Execution.Input.runId %}',
        },
      })),
      next: names.goOn,
    }),
    [names.goOn]: choose(
      [
        { when: "$states.input.stage = 'matching owner'", next: names.matchingOwner.ask },
        { when: "$states.input.stage = 'program owner'", next: names.programOwner.ask },
        { when: "$states.input.stage = 'over'", next: names.done },
      ],
      names.publish,
    ),
    ...review('matching owner', names.matchingOwner, names.programOwner.ask),
    ...review('program owner', names.programOwner, names.publish),
    [names.publish]: lambdaStep({
      functionArn,
      payload: { task: 'publish-run', ...run },
      assign: {
        stage: '{% $states.result.Payload.stage %}',
        chemistryAt: '{% $states.result.Payload.chemistryAt %}',
        reassessmentAt: '{% $states.result.Payload.reassessmentAt %}',
      },
      catch: vetoed,
      next: names.published,
    }),
    [names.published]: choose(
      [
        { when: '$states.input.published = 0', next: names.nothing },
        { when: "$stage = 'reassessment'", next: names.waitForReassessment },
      ],
      names.waitForChemistry,
    ),
    [names.waitForChemistry]: waitUntil('$chemistryAt', names.askChemistry),
    ...check('chemistry', names.askChemistry, names.waitForReassessment),
    [names.waitForReassessment]: waitUntil('$reassessmentAt', names.askReassessment),
    ...check('reassessment', names.askReassessment, names.done),
    [names.hold]: personStep({
      functionArn,
      payload: { task: 'hold-review', ...run },
      days: longestPauseDays,
      catch: [
        { ErrorEquals: ['ProgramStopped'], Next: names.stopped },
        { ErrorEquals: ['States.Timeout'], Next: names.stopped },
      ],
      next: names.goOn,
    }),
    [names.nothing]: { Type: 'Succeed' },
    [names.done]: { Type: 'Succeed' },
    [names.stopped]: { Type: 'Succeed' },
  }
  return {
    Comment: 'Reviews and publishes the proposals of a matching run, then asks how the pairs get on',
    QueryLanguage: 'JSONata',
    StartAt: names.begin,
    States: states,
  }
}
