/** The names of the states: sentences a program owner reads in the picture and in the console. */
export const states = {
  wait: 'Wait for the date',
  come: 'Has the date come?',
  settle: 'Look at the employee on that date',
  settled: 'Did the HR system answer?',
  waitForSystem: 'Wait for the HR system',
  goOn: 'Go on in a new execution',
  handedOver: 'Waits on elsewhere',
  done: 'Date over',
} as const
