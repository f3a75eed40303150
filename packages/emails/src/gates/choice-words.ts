import type { Choice } from '@pilotgate/core/program/gate-record'

/** What each choice means, for the person who is asked to make it. */
export const choiceWords: Record<Exclude<Choice, 'pass'>, string> = {
  remediate: 'Remediate and recheck: say what will be done, and the date on which the gate is checked again',
  waive: 'Waive: go on although the gate did not pass, with a reason',
  pivot: 'Pivot: go on with a change of course',
  stop: 'Stop: end the program now',
  continue: 'Continue: go on as planned',
  'same budget': 'Same budget: go on with the budget as it is',
  'adjust budget': 'Adjust budget: go on with another budget',
  scale: 'Scale: extend the program to more people',
  iterate: 'Iterate: run it again with changes before extending it',
  sunset: 'Sunset: bring the program to an orderly end',
  go: 'Go: take the next step as planned',
}
