import type { Gate } from '@pilotgate/core/program/template'

/** The names of a gate's states: sentences a program owner reads in the picture and in the console. */
export const stateNames = ({ gate, week, decides }: Pick<Gate, 'gate' | 'week' | 'decides'>) => ({
  plan: `Plan week ${week}`,
  wait: `Wait for week ${week}`,
  open: `Open week ${week}`,
  waitForCheck: `Wait for the week ${week} check`,
  evaluate: `Evaluate gate ${gate}`,
  passed: `Has gate ${gate} passed?`,
  ask: decides === 'steering' ? `Ask the steering committee about ${gate}` : `Ask the program owner about ${gate}`,
  remind: decides === 'steering' ? `Remind the steering committee of ${gate}` : `Remind the program owner of ${gate}`,
  decided: `What was decided on ${gate}?`,
  askAgain: `Ask again for the ${gate} recheck`,
  waitForRecheck: `Wait for the ${gate} recheck`,
})

/** The states that a machine has once. */
export const shared = {
  find: 'Find the current gate',
  goOn: 'Go on with the current gate',
  hold: 'Wait while the program is paused',
  lapse: 'Stop the program that nobody resumed',
  handOver: 'Continue in a new execution',
  handedOver: 'Continued in a new execution',
  complete: 'Complete the program',
  completed: 'Program completed',
  stopped: 'Program stopped',
} as const
