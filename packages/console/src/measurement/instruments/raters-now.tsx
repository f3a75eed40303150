import StatusIndicator from '@cloudscape-design/components/status-indicator'
import type { Answer } from '../../api/client.ts'
import { type Column, List } from '../../list/list.tsx'
import { inTitle } from '../words.ts'

type Rater = Answer<'getRaters'>['raters'][number]

const columns: Column<Rater>[] = [
  { id: 'name', header: 'Name', value: ({ name }) => name, rowHeader: true },
  { id: 'relation', header: 'Rates as', value: ({ relation }) => inTitle(relation) },
  {
    id: 'member',
    header: 'Can be asked',
    value: ({ member }) => (member ? 'yes' : 'no'),
    cell: ({ member }) =>
      member ? (
        <StatusIndicator type="success">Yes</StatusIndicator>
      ) : (
        <StatusIndicator type="warning">No, not in the program</StatusIndicator>
      ),
  },
]

/** Who rates a participant as things stand. */
export const RatersNow = ({ read: { named, raters } }: { read: Answer<'getRaters'> }) => (
  <List
    title={named ? 'Named raters' : 'Raters by default'}
    about={
      named
        ? undefined
        : 'Nobody was named: Pilotgate asks the manager (with consent), coach and mentor, and peers with the same manager.'
    }
    from={{ rows: raters, complete: true, error: null, again: () => undefined }}
    noun={{ one: 'rater', many: 'raters' }}
    id={({ personId }) => personId}
    columns={columns}
    empty={{ text: 'Nobody rates this participant yet. Choose people below.' }}
    file="raters"
  />
)
