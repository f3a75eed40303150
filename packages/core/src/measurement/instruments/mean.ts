/** The mean, without decimal dust: 0.1 + 0.2 − 0.3 is 0, not 5e-17, and so is no improvement. `undefined` of none. */
export const mean = (numbers: readonly number[]): number | undefined =>
  numbers.length === 0
    ? undefined
    : Number((numbers.reduce((sum, number) => sum + number, 0) / numbers.length).toFixed(9)) + 0
