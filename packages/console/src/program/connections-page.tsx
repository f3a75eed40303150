import { allAtOnce, useRead } from '../api/queries.ts'
import { ButtonTo, LinkTo } from '../frame/link-to.tsx'
import { Page } from '../frame/page.tsx'
import { type Column, List } from '../list/list.tsx'
import { moment } from '../when/when.ts'
import { type Connection, OnOff } from './connections/connection-words.tsx'

const connect = (
  <ButtonTo href="/connections/new" variant="primary">
    Connect an HR system
  </ButtonTo>
)

/** The HR systems that people's data come from. */
export const Component = () => {
  const vendors = useRead('listConnectionVendors', {}).data?.items ?? []
  const columns: Column<Connection>[] = [
    {
      id: 'name',
      header: 'Name',
      value: ({ name }) => name,
      cell: ({ connectionId, name }) => <LinkTo href={`/connections/${connectionId}`}>{name}</LinkTo>,
      rowHeader: true,
      minWidth: 180,
    },
    {
      id: 'vendor',
      header: 'System',
      value: (row) => vendors.find(({ vendor }) => vendor === row.vendor)?.words ?? row.vendor,
      minWidth: 140,
    },
    { id: 'status', header: 'Status', value: ({ status }) => status, cell: (row) => <OnOff status={row.status} /> },
    { id: 'zone', header: 'Time zone', value: ({ zone }) => zone },
    {
      id: 'turnedAway',
      header: 'Last turned away',
      value: ({ turnedAway, zone }) => turnedAway && `${moment(turnedAway.at, zone)}: ${turnedAway.why}`,
      minWidth: 200,
    },
  ]
  return (
    <Page
      title="HR systems"
      about="Where people’s data come from. A hire, a new role, a new manager or an end of employment takes effect in your programs by itself."
      actions={connect}
    >
      <List
        title="Connections"
        from={allAtOnce(useRead('listConnections', {}))}
        noun={{ one: 'connection', many: 'connections' }}
        id={({ connectionId }) => connectionId}
        columns={columns}
        empty={{
          text: 'No HR system is connected yet. Rosters can be imported in each program meanwhile.',
          action: connect,
        }}
        file="connections"
      />
    </Page>
  )
}
