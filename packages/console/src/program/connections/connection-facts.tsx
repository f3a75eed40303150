import Button from '@cloudscape-design/components/button'
import Container from '@cloudscape-design/components/container'
import ExpandableSection from '@cloudscape-design/components/expandable-section'
import Header from '@cloudscape-design/components/header'
import KeyValuePairs from '@cloudscape-design/components/key-value-pairs'
import SpaceBetween from '@cloudscape-design/components/space-between'
import { useState } from 'react'
import { Copied } from '../secret-shown.tsx'
import { ConnectionEdit } from './connection-edit.tsx'
import type { Connection, VendorOffer } from './connection-words.tsx'
import { VendorSteps } from './vendor-steps.tsx'

/** How a connection is set up, here and at the vendor. */
export const ConnectionFacts = ({ connection, vendor }: { connection: Connection; vendor: VendorOffer }) => {
  const [editing, setEditing] = useState(false)
  const { name, zone, settings, credentials, doorUrl } = connection
  return (
    <Container
      header={
        <Header variant="h2" actions={<Button onClick={() => setEditing(true)}>Change</Button>}>
          How it is set up
        </Header>
      }
    >
      <SpaceBetween size="m">
        <KeyValuePairs
          columns={3}
          items={[
            { label: 'Name', value: name },
            { label: 'Time zone', value: zone },
            ...vendor.settings.map((field) => ({ label: field.words, value: settings[field.name] ?? '–' })),
            ...vendor.credentials.map((field) => ({
              label: field.words,
              value: credentials.includes(field.name) ? 'set' : 'not set',
            })),
            ...(doorUrl ? [{ label: 'Address', value: <Copied text={doorUrl} what="the address" /> }] : []),
          ]}
        />
        <ExpandableSection headerText={`What to do at ${vendor.words}`}>
          <VendorSteps steps={vendor.steps} />
        </ExpandableSection>
      </SpaceBetween>
      {editing && <ConnectionEdit connection={connection} vendor={vendor} onClose={() => setEditing(false)} />}
    </Container>
  )
}
