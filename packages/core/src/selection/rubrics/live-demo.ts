import type { Rubric } from '../rubric.ts'

/** The five dimensions on which coaches are scored (S-C3). */
export const coachingDimensions: Rubric['dimensions'] = [
  {
    dimension: 'challenge-skill',
    words: 'Challenge skill',
    anchors: {
      one: 'Agrees with everything, or pushes so hard that the client withdraws.',
      three: 'Asks an uncomfortable question now and then, and lets go when the client evades it.',
      five: 'Names what the client avoids, stays with it kindly, and the client leaves with another view.',
    },
  },
  {
    dimension: 'behavioural-tools',
    words: 'Behavioural tools',
    anchors: {
      one: 'Talks about the topic in general; nothing that the client could do differently is worked out.',
      three: 'Uses a tool such as a rehearsal or a feedback grid, but leaves the transfer to the client.',
      five: 'Picks a tool that fits, practises the new behaviour on the spot and agrees when it is tried at work.',
    },
  },
  {
    dimension: 'confidentiality-practice',
    words: 'Confidentiality practice',
    anchors: {
      one: 'Tells of other clients so that one could recognise them, or promises what cannot be promised.',
      three: 'Says that the session is confidential, without its limits.',
      five: 'Agrees at the start what stays in the room, what does not and who decides, and keeps to it when tempted.',
    },
  },
  {
    dimension: 'context-fluency',
    words: 'Context fluency',
    anchors: {
      one: 'Does not follow what the client says about their work and asks for explanations throughout.',
      three: 'Follows the situation, but misses who depends on whom.',
      five: 'Grasps quickly how decisions are made there and asks what somebody from that world would ask.',
    },
  },
  {
    dimension: 'measurable-outcomes',
    words: 'Measurable outcomes',
    anchors: {
      one: 'The session ends without a goal or a next step.',
      three: 'Agrees a next step, but nothing by which one could tell that it worked.',
      five: 'Agrees what will be different by when and how both will see it, with where things stand today.',
    },
  },
]

/** S-C3 */
export const liveDemo: Rubric = {
  rubric: 'live-demo',
  title: 'Live demo of a coach',
  dimensions: coachingDimensions,
  knockOuts: [],
  minimumPanel: 3,
  composition: [],
  passes: { median: 3.5, lowest: 3 },
  rejectsBelow: 2,
}
