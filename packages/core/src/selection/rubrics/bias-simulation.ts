import type { Rubric } from '../rubric.ts'

/** Week 3 of the mentor course (S-M7). */
export const biasSimulation: Rubric = {
  rubric: 'bias-simulation',
  title: 'Bias simulation of the mentor course',
  dimensions: [
    {
      dimension: 'noticing',
      words: 'Noticing bias',
      anchors: {
        one: 'Sees nothing wrong in the case.',
        three: 'Finds the obvious trap.',
        five: 'Finds the traps on all sides, their own leaning among them.',
      },
    },
    {
      dimension: 'correcting',
      words: 'Correcting course',
      anchors: {
        one: 'Defends the first choice.',
        three: 'Changes the choice once it is pointed out.',
        five: 'Names the criterion first, looks at the choice again and says what changes.',
      },
    },
    {
      dimension: 'speaking-up',
      words: 'Speaking up',
      anchors: {
        one: 'Lets an unfair remark pass.',
        three: 'Speaks to the person afterwards.',
        five: 'Addresses it at once, calmly, and in a way that the other can take.',
      },
    },
  ],
  knockOuts: [],
  minimumPanel: 2,
  composition: [],
  passes: { median: 3.5, lowest: 3 },
  rejectsBelow: 2,
}
