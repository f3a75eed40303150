import {
  changedThresholds,
  enteredThreshold,
  numbersOf,
  shownThreshold,
  type Threshold,
  unitOf,
} from './template-thresholds.ts'

type View = Parameters<typeof numbersOf>[0]

/** A threshold of a gate. `byTemplate` and `saved`, what the program has in its place, are as people write them. */
export type ThresholdRow = Threshold & { gate: string; unit: string; byTemplate: string; saved: string }

/**
 * Every threshold of a template with what a program has in its place. The cohort's size is no row: it is a setting of its own.
 * @param thresholds what the program changed, by key
 */
export const thresholdRows = (view: View, thresholds: Record<string, number>): ThresholdRow[] =>
  numbersOf(view).flatMap(({ gate, thresholds: demanded }) =>
    demanded
      .filter(({ fact }) => fact !== 'cohort-size')
      .map((each) => ({
        ...each,
        gate,
        unit: unitOf(each),
        byTemplate: shownThreshold(each, each.value),
        saved: shownThreshold(each, thresholds[each.key] ?? each.value),
      })),
  )

/** What is wrong with what was entered for a threshold. */
export const problemWith = (row: Threshold, text = ''): string | undefined => {
  const entered = enteredThreshold(row, text)
  return 'problem' in entered ? entered.problem : undefined
}

/** Whether what was entered is another number than the template's. */
export const differs = (row: Threshold, text = ''): boolean => {
  const entered = enteredThreshold(row, text)
  return 'problem' in entered || entered.value !== row.value
}

/** What the program keeps: what differs from the template, and what it keeps besides the rows. */
export const keptThresholds = (
  view: View,
  values: Record<string, string>,
  kept: Record<string, number>,
): Record<string, number> => {
  const others = Object.entries(kept).filter(([key]) => !(key in values))
  return { ...Object.fromEntries(others), ...changedThresholds(numbersOf(view), values).thresholds }
}
