import { useState } from 'react'

type Values = Record<string, string>
type Edit = { value: string; was: string }

/** What somebody typed over saved values, field by field. */
export type Edits = {
  /** The saved values with what was typed put in. */
  values: Values
  dirty: boolean
  /** Fields that were changed elsewhere after one began to change them here. */
  clashes: string[]
  change: (field: string, value: string) => void
  /** Drops what was typed: it is saved, or not wanted. */
  forget: () => void
  /** Goes on with what was typed, over what was saved meanwhile. */
  insist: () => void
}

/** Keeps what is typed over values that may be read again meanwhile: only what was typed stays, the rest follows the newest. */
export const useEdits = (saved: Values): Edits => {
  const [edits, setEdits] = useState<Record<string, Edit>>({})
  const typed = Object.entries(edits).filter(([field, { value }]) => value !== saved[field])
  return {
    values: { ...saved, ...Object.fromEntries(typed.map(([field, { value }]) => [field, value])) },
    dirty: typed.length > 0,
    clashes: typed.filter(([field, { was }]) => was !== saved[field]).map(([field]) => field),
    change: (field, value) =>
      setEdits((all) => ({ ...all, [field]: { value, was: all[field]?.was ?? saved[field] ?? '' } })),
    forget: () => setEdits({}),
    insist: () =>
      setEdits((all) =>
        Object.fromEntries(Object.entries(all).map(([field, edit]) => [field, { ...edit, was: saved[field] ?? '' }])),
      ),
  }
}
