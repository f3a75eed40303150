import SpaceBetween from '@cloudscape-design/components/space-between'
import { useParams } from 'react-router'
import { useRead } from '../api/queries.ts'
import { AddressTabs } from '../frame/address-tabs.tsx'
import { Loading } from '../frame/loading.tsx'
import { Page } from '../frame/page.tsx'
import { Trouble } from '../frame/trouble.tsx'
import { ConnectionActions } from './connections/connection-actions.tsx'
import { ConnectionDeliveries } from './connections/connection-deliveries.tsx'
import { ConnectionEmployees } from './connections/connection-employees.tsx'
import { ConnectionFacts } from './connections/connection-facts.tsx'
import { ConnectionOffers } from './connections/connection-offers.tsx'
import { ConnectionSecrets } from './connections/connection-secrets.tsx'
import { OnOff } from './connections/connection-words.tsx'

const crumbs = [{ text: 'HR systems', href: '/connections' }]

/** One connection: how it is set up, what came in, and whom it knows. */
export const Component = () => {
  const { connectionId = '' } = useParams()
  const found = useRead('getConnection', { path: { connectionId } })
  const vendors = useRead('listConnectionVendors', {})
  const connection = found.data
  const vendor = vendors.data?.items.find((each) => each.vendor === connection?.vendor)
  if (!connection || !vendor) {
    const error = found.error ?? vendors.error
    if (!error) return <Loading what="the connection" />
    return (
      <Page title="Connection" crumbs={crumbs}>
        <Trouble error={error} what="The connection" again={() => void found.refetch()} />
      </Page>
    )
  }
  const hasLog = connection.doorUrl !== undefined && connection.vendor !== 'scim'
  return (
    <Page
      title={connection.name}
      info={<OnOff status={connection.status} />}
      about={vendor.words}
      crumbs={crumbs}
      actions={<ConnectionActions connection={connection} vendor={vendor} />}
    >
      <AddressTabs
        label="Parts of the connection"
        tabs={[
          ...(hasLog
            ? [
                {
                  id: 'deliveries',
                  label: 'What came in',
                  content: <ConnectionDeliveries connection={connection} />,
                },
              ]
            : []),
          { id: 'employees', label: 'Employees', content: <ConnectionEmployees connection={connection} /> },
          {
            id: 'set-up',
            label: 'Set-up',
            content: (
              <SpaceBetween size="l">
                <ConnectionFacts connection={connection} vendor={vendor} />
                {(vendor.takesSecret || vendor.makesSecret) && (
                  <ConnectionSecrets connection={connection} vendor={vendor} />
                )}
                <ConnectionOffers connection={connection} />
              </SpaceBetween>
            ),
          },
        ]}
      />
    </Page>
  )
}
