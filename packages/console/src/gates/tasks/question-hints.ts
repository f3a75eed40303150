import type { Hints } from '../../form/schema.ts'

/** Labels of the answers to questions of gates. */
export const questionHints: Hints = {
  '': {
    check: ({ part, whole }): Record<string, string> =>
      typeof part === 'number' && typeof whole === 'number' && part > whole
        ? { part: 'Enter at most as many as there are in all.' }
        : {},
  },
  yes: { label: 'Is it so?' },
  count: { label: 'How many?' },
  part: { label: 'How many of them?' },
  whole: { label: 'Out of how many in all?' },
  rating: { label: 'Your rating', description: 'From 1 (lowest) to 5 (highest); half marks are possible.' },
  change: { label: 'Change against the start', description: 'Above 0 is better, below 0 is worse.' },
}
