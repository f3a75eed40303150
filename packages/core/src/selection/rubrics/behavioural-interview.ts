import type { Rubric } from '../rubric.ts'

/** S-I: a structured interview of one hour, scored on behaviour that was observed, not on impressions. */
export const behaviouralInterview: Rubric = {
  rubric: 'behavioural-interview',
  title: 'Behavioural interview of an internal coach',
  dimensions: [
    {
      dimension: 'listening',
      words: 'Listening',
      anchors: {
        one: 'Interrupts, or answers another question than was asked.',
        three: 'Lets others finish and repeats the gist of what they said.',
        five: 'Picks up what was only hinted at and checks whether it was meant so.',
      },
    },
    {
      dimension: 'curiosity',
      words: 'Curiosity',
      anchors: {
        one: 'Has the answer before the case is told.',
        three: 'Asks open questions, but towards an own solution.',
        five: 'Asks questions whose answers they cannot know, and changes course by what comes.',
      },
    },
    {
      dimension: 'difficult-conversations',
      words: 'Holding difficult conversations',
      anchors: {
        one: 'Tells of conversations that were put off or got out of hand.',
        three: 'Tells of one that was held, without what became of it.',
        five: 'Tells of several, with own words, own part and the outcome, including one that went wrong.',
      },
    },
  ],
  knockOuts: [],
  minimumPanel: 2,
  composition: [],
  passes: { median: 3.5, lowest: 3 },
  rejectsBelow: 2,
}
