type Choice = { value: string; label: string; description?: string }

/** What the console says instead of the name of a program that the reader may not see. */
export const noPartIn = 'A program you have no part in'

/**
 * What there is to choose from, with what was chosen before and is not among it: it stays chosen until somebody takes it away.
 * @param unknown what to call those; their ids stand below
 */
export const withChosen = (choices: Choice[], chosen: string[], unknown: string): Choice[] => {
  const known = new Set(choices.map(({ value }) => value))
  const kept = chosen.filter((id) => !known.has(id))
  return [...choices, ...kept.map((id) => ({ value: id, label: unknown, description: id }))]
}
