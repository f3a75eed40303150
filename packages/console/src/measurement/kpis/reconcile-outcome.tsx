import Alert from '@cloudscape-design/components/alert'
import Button from '@cloudscape-design/components/button'
import SpaceBetween from '@cloudscape-design/components/space-between'
import type { Answer } from '../../api/client.ts'
import { List } from '../../list/list.tsx'

type Outcome = Answer<'reconcileKpis'>

const reasons: Record<Outcome['differences'][number]['reason'], string> = {
  missing: 'not counted yet',
  behind: 'an older state is counted',
  wrong: 'counted otherwise',
  'no row': 'counted without a row',
}

/** Whether counters and rows agree, and where not. */
export const ReconcileOutcome = ({ outcome, onRepair }: { outcome: Outcome; onRepair: () => void }) => {
  const { agrees, rows, rollups, differencesInAll, differences, repaired } = outcome
  if (agrees || repaired > 0) {
    return (
      <Alert type="success" header={agrees ? 'Counters and rows agree' : 'The counters were repaired'}>
        {rows} rows were counted again and compared with {rollups} weekly counters.
        {repaired > 0 && ` ${repaired} were set to what the rows say.`}
      </Alert>
    )
  }
  return (
    <SpaceBetween size="m">
      <Alert type="warning" header="Counters and rows differ" action={<Button onClick={onRepair}>Repair …</Button>}>
        {differencesInAll} differences in {rows} rows and {rollups} weekly counters.
      </Alert>
      <List
        title={differencesInAll > differences.length ? 'The first differences' : 'Differences'}
        variant="embedded"
        from={{ rows: differences, complete: true, error: null, again: () => undefined }}
        noun={{ one: 'difference', many: 'differences' }}
        id={({ what, id }) => `${what}.${id}`}
        columns={[
          { id: 'id', header: 'Row or counter', value: ({ id }) => id, rowHeader: true },
          { id: 'reason', header: 'Difference', value: ({ reason }) => reasons[reason] },
          { id: 'stored', header: 'Counted', value: ({ stored }) => JSON.stringify(stored) },
          { id: 'rows', header: 'From the rows', value: ({ fromRows }) => JSON.stringify(fromRows) },
        ]}
        empty={{ text: 'There are no differences.' }}
        file="kpi-differences"
      />
    </SpaceBetween>
  )
}
