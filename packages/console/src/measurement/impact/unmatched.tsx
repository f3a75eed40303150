import ExpandableSection from '@cloudscape-design/components/expandable-section'
import { List } from '../../list/list.tsx'
import type { Impact } from './impact-words.ts'

/** Who is not in the comparison, by pseudonym, and why. */
export const Unmatched = ({ report: { unmatched } }: { report: Impact['report'] }) => (
  <ExpandableSection variant="container" headerText={`Left out (${unmatched.length})`}>
    <List
      title="Left out of the comparison"
      about="By the pseudonyms of the file. With participants left out, the difference is about the matched ones only."
      variant="embedded"
      from={{ rows: unmatched, complete: true, error: null, again: () => undefined }}
      noun={{ one: 'person', many: 'people' }}
      id={({ id }) => id}
      columns={[
        { id: 'id', header: 'Pseudonym', value: ({ id }) => id, rowHeader: true },
        { id: 'why', header: 'Why', value: ({ why }) => why },
      ]}
      empty={{ text: 'Everybody is in the comparison.' }}
      file="left-out"
    />
  </ExpandableSection>
)
