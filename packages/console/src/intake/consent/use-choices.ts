import { useState } from 'react'
import { type Choice, type Consent, groups, type Key, keyOf, purposes } from './words.ts'

export type Choices = ReturnType<typeof useChoices>

/** What somebody consents to, with what they have changed and not saved yet. */
export const useChoices = ({ granted }: Consent) => {
  const [edits, setEdits] = useState<ReadonlyMap<Key, boolean>>(new Map())
  const held = new Set(granted.map(({ group, purpose }) => keyOf(group, purpose)))
  const changed: Choice[] = purposes.flatMap((purpose) =>
    groups.flatMap((group) => {
      const edit = edits.get(keyOf(group, purpose))
      return edit === undefined || edit === held.has(keyOf(group, purpose)) ? [] : [{ group, purpose, granted: edit }]
    }),
  )
  return {
    is: (...[group, purpose]: Parameters<typeof keyOf>): boolean =>
      edits.get(keyOf(group, purpose)) ?? held.has(keyOf(group, purpose)),
    set: (pairs: Omit<Choice, 'granted'>[], granted: boolean) =>
      setEdits(
        (before) =>
          new Map([...before, ...pairs.map(({ group, purpose }): [Key, boolean] => [keyOf(group, purpose), granted])]),
      ),
    /** What differs from what is saved. */
    changed,
    forget: () => setEdits(new Map()),
  }
}
