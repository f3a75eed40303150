import type { Step } from '@pilotgate/core/selection/selection-path'

/** The names of a step's states: sentences a coach lead reads in the picture and in the console. */
export const stepNames = ({ title, noun }: Pick<Step, 'title' | 'noun'>) => ({
  ask: title,
  outcome: `What came of ${noun}?`,
  hold: `On hold after ${noun}`,
  remind: `Remind about ${noun}`,
})

/** How a branch ends that goes on beside others, named after its step. */
export const branchEnds = ({ noun }: Pick<Step, 'noun'>) => ({
  done: `Done with ${noun}`,
  rejected: `Rejected after ${noun}`,
  withdrawn: `Withdrawn during ${noun}`,
})

/** The states that a selection has once. */
export const selectionNames = {
  begin: 'Begin the selection',
  appointCoach: 'Appoint the coach',
  appointMentor: 'Appoint the mentor',
  appointed: 'Appointed',
  turnDown: 'Turn the candidate down',
  rejected: 'Rejected',
  over: 'Candidacy over',
  handOver: 'Continue in a new execution',
  handedOver: 'Continued in a new execution',
  waitToRemind: 'Wait to remind of the sponsor action',
  remindOfAction: 'Remind of the sponsor action',
  waitForAction: 'Wait for the sponsor action',
  checkAction: 'Check the sponsor action',
  wasLogged: 'Was the sponsor action logged?',
  logged: 'Sponsor action logged',
  suspended: 'Suspended from new matches',
} as const
