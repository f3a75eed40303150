import type { Rubric } from '../rubric.ts'

/** S-I: a role-play of 25 to 30 minutes. Whoever falls back to telling under pressure is not ready, whatever the marks. */
export const coachingSimulation: Rubric = {
  rubric: 'coaching-simulation',
  title: 'Coaching simulation',
  dimensions: [
    {
      dimension: 'coaching-stance',
      words: 'Coaching stance',
      anchors: {
        one: 'Takes the problem over and solves it.',
        three: 'Mostly asks, and gives advice when there is a pause.',
        five: 'Leaves the problem with the client and trusts them to find the next step.',
      },
    },
    {
      dimension: 'listening',
      words: 'Listening',
      anchors: {
        one: 'Works through a list of questions.',
        three: 'Follows what is said.',
        five: 'Follows what is said and what is left out, and uses silence.',
      },
    },
    {
      dimension: 'challenge',
      words: 'Challenge',
      anchors: {
        one: 'Lets every excuse stand.',
        three: 'Asks about contradictions, but drops it when the client resists.',
        five: 'Holds up a contradiction so that the client can look at it.',
      },
    },
    {
      dimension: 'agreement',
      words: 'Agreement and close',
      anchors: {
        one: 'Time runs out without an agreement.',
        three: 'The client names a next step.',
        five: 'The client names a step, when it is done and how they will notice that it worked.',
      },
    },
  ],
  knockOuts: [{ rule: 'reverted-to-telling', words: 'Reverted to telling under pressure' }],
  minimumPanel: 2,
  composition: [],
  passes: { median: 3.5, lowest: 3 },
  rejectsBelow: 2,
}
