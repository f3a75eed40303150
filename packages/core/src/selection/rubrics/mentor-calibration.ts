import type { Rubric } from '../rubric.ts'

/** S-M8 */
export const mentorCalibration: Rubric = {
  rubric: 'mentor-calibration',
  title: 'Calibration of a mentor',
  dimensions: [
    {
      dimension: 'sponsorship',
      words: 'Ability to sponsor',
      anchors: {
        one: 'Speaks of a network, but nothing shows that anybody was ever introduced.',
        three: 'Has opened a door when asked to.',
        five: 'Has introduced and recommended people unasked, and can show what became of it.',
      },
    },
    {
      dimension: 'feedback',
      words: 'Candid, developmental feedback',
      anchors: {
        one: 'Praises in general or judges the person.',
        three: 'Names what was seen, but not what it led to.',
        five: 'Names behaviour and effect, asks for the view of the other, and agrees what to try next.',
      },
    },
    {
      dimension: 'role-boundaries',
      words: 'Keeps to the role',
      anchors: {
        one: 'Acts as a manager or therapist of the mentee.',
        three: 'Knows the limits, but has to be reminded of them.',
        five: 'Says early what is not a matter for a mentor, and brings in whoever it belongs to.',
      },
    },
    {
      dimension: 'fairness',
      words: 'Fairness',
      anchors: {
        one: 'Supports people like themselves and does not see it.',
        three: 'Knows common traps of bias and catches some afterwards.',
        five: 'Asks before deciding whom the choice leaves out, and changes it when there is no good reason.',
      },
    },
    {
      dimension: 'escalation',
      words: 'Escalation and confidentiality',
      anchors: {
        one: 'Keeps a serious matter to themselves, or passes on what was said in confidence.',
        three: 'Escalates what is serious, but late or to the wrong place.',
        five: 'Knows what must be escalated, to whom and how soon, and tells the mentee beforehand.',
      },
    },
  ],
  knockOuts: [],
  minimumPanel: 3,
  composition: [],
  passes: { median: 4, lowest: 3 },
  rejectsBelow: 2.5,
}
