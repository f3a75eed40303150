export type ReviewerNames = { ask: string; remind: string; again: string }

/** The names of the states: sentences a program owner reads in the picture and in the console. */
export const states = {
  begin: 'Begin the review',
  goOn: 'Go on with the review',
  matchingOwner: {
    ask: 'Ask the matching owner to review',
    remind: 'Remind the matching owner',
    again: 'Is the matching owner still waited for?',
  },
  programOwner: {
    ask: 'Ask the program owner to review',
    remind: 'Remind the program owner',
    again: 'Is the program owner still waited for?',
  },
  publish: 'Publish the matches',
  published: 'Was anything published?',
  waitForChemistry: 'Wait for the chemistry check',
  askChemistry: 'Ask for the chemistry check',
  waitForReassessment: 'Wait for the reassessment',
  askReassessment: 'Ask for the reassessment',
  hold: 'Wait while the program is paused',
  nothing: 'Nothing to publish',
  done: 'Review done',
  stopped: 'Program stopped',
} as const
