import { useSyncExternalStore } from 'react'

const narrow = matchMedia('(max-width: 900px)')

/** Whether the window is too narrow for a table of many columns. */
export const useNarrow = (): boolean =>
  useSyncExternalStore(
    (changed) => {
      narrow.addEventListener('change', changed)
      return () => narrow.removeEventListener('change', changed)
    },
    () => narrow.matches,
  )
