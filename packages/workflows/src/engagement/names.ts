export type AskNames = { ask: string; outcome: string; remind: string }

const asking = (what: string): Omit<AskNames, 'ask'> => ({
  outcome: `What came of the question for ${what}?`,
  remind: `Remind of ${what}`,
})

/** The names of the states: sentences a program owner reads in the picture and in the console. */
export const states = {
  begin: 'Begin the engagement',
  goOn: 'Go on with the engagement',
  charter: { ask: 'Ask for the role charter and the data-access agreement', ...asking('the role charter') },
  agreement: { ask: 'Ask both to sign the working agreement', ...asking('the working agreement') },
  kickoff: { ask: 'Ask for the kickoff', ...asking('the kickoff') },
  wait: 'Wait until the next look',
  look: 'Look at the pair',
  looked: 'How is the pair?',
  closing: { ask: 'Ask for the closing notes', ...asking('the closing notes') },
  closeOut: 'Hand over and end',
  hold: 'Wait while the program is paused',
  handOver: 'Go on in a new execution',
  handedOver: 'Goes on in a new execution',
  done: 'Engagement ended',
  stopped: 'Program stopped',
} as const
