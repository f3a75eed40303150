import Button from '@cloudscape-design/components/button'
import SegmentedControl from '@cloudscape-design/components/segmented-control'
import StatusIndicator, { type StatusIndicatorProps } from '@cloudscape-design/components/status-indicator'
import { useState } from 'react'
import { type Column, List } from '../../list/list.tsx'
import { useProgram } from '../../program/use-program.tsx'
import { useProviders } from '../names.ts'
import type { Provider, Service } from '../words.ts'
import { ImportProviders } from './import-providers.tsx'
import { changeOf, ProviderStatus } from './provider-status.tsx'

const looks: Record<Provider['status'], [StatusIndicatorProps.Type, string]> = {
  selected: ['success', 'Selected'],
  'not selected': ['pending', 'Not selected'],
  suspended: ['stopped', 'Suspended'],
}

type Kind = Service | 'all'

/** Everyone with a profile as coach or mentor, with their places. */
export const ProviderList = () => {
  const { may } = useProgram()
  const providers = useProviders()
  const [kind, setKind] = useState<Kind>('all')
  const [importing, setImporting] = useState(false)
  const [changing, setChanging] = useState<Provider>()
  const importButton = may('manage providers') && <Button onClick={() => setImporting(true)}>Import from CSV</Button>
  const columns: Column<Provider>[] = [
    { id: 'name', header: 'Name', value: ({ name }) => name, rowHeader: true },
    { id: 'service', header: 'Service', value: ({ service }) => service },
    { id: 'kind', header: 'Kind', value: ({ internal, tier }) => `${internal ? 'internal' : 'external'}, ${tier}` },
    { id: 'places', header: 'Places', value: ({ places }) => places },
    { id: 'taken', header: 'Taken', value: ({ taken }) => taken },
    { id: 'free', header: 'Free', value: ({ places, taken }) => places - taken },
    {
      id: 'status',
      header: 'Status',
      value: ({ status, statusReason }) => [status, statusReason].filter(Boolean).join(': '),
      cell: ({ status, statusReason }) => (
        <>
          <StatusIndicator type={looks[status][0]}>{looks[status][1]}</StatusIndicator>
          {statusReason && <div>{statusReason}</div>}
        </>
      ),
      minWidth: 180,
    },
    ...(may('select providers')
      ? [
          {
            id: 'change',
            header: 'Change',
            minWidth: 120,
            value: () => undefined,
            cell: (row: Provider) => (
              <Button
                variant="inline-link"
                ariaLabel={`${changeOf[row.status]} ${row.name}`}
                onClick={() => setChanging(row)}
              >
                {changeOf[row.status]}
              </Button>
            ),
          },
        ]
      : []),
  ]
  return (
    <>
      <List
        title="Coaches and mentors"
        about="Places come from the roster; approved and published matches take them."
        from={{ ...providers, rows: providers.rows?.filter(({ service }) => kind === 'all' || service === kind) }}
        noun={{ one: 'provider', many: 'providers' }}
        id={({ personId }) => personId}
        columns={columns}
        sortedBy={{ id: 'name' }}
        empty={{
          text: 'No coach or mentor has a profile yet. Import them, or let each set their own.',
          action: importButton,
        }}
        file="providers"
        narrow={
          <SegmentedControl
            label="Which"
            selectedId={kind}
            onChange={({ detail }) => setKind(detail.selectedId as Kind)}
            options={[
              { id: 'all', text: 'All' },
              { id: 'coach', text: 'Coaches' },
              { id: 'mentor', text: 'Mentors' },
            ]}
          />
        }
        actions={importButton}
      />
      {importing && <ImportProviders onClose={() => setImporting(false)} />}
      {changing && <ProviderStatus provider={changing} onClose={() => setChanging(undefined)} />}
    </>
  )
}
