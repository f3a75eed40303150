import Checkbox from '@cloudscape-design/components/checkbox'
import type { ReactNode } from 'react'
import type { Choices } from './use-choices.ts'
import { type Group, groups, groupWords, type Purpose, purposeWords } from './words.ts'

type BoxProps = { choices: Choices; group: Group; purpose: Purpose; children?: ReactNode; description?: ReactNode }

/** The choice for one group of answers and one purpose. */
export const ConsentBox = ({ choices, group, purpose, ...shown }: BoxProps) => (
  <Checkbox
    checked={choices.is(group, purpose)}
    onChange={({ detail }) => choices.set([{ group, purpose }], detail.checked)}
    ariaLabel={shown.children ? undefined : `${groupWords[group].title}: ${purposeWords[purpose].title}`}
    {...shown}
  />
)

/** The choice for all groups of answers and one purpose. */
export const AllBox = ({ choices, purpose, children }: Omit<BoxProps, 'group' | 'description'>) => {
  const chosen = groups.filter((group) => choices.is(group, purpose)).length
  return (
    <Checkbox
      checked={chosen === groups.length}
      indeterminate={chosen > 0 && chosen < groups.length}
      onChange={({ detail }) =>
        choices.set(
          groups.map((group) => ({ group, purpose })),
          detail.checked,
        )
      }
      ariaLabel={children ? undefined : `All answers: ${purposeWords[purpose].title}`}
    >
      {children}
    </Checkbox>
  )
}
