import Container from '@cloudscape-design/components/container'
import Header from '@cloudscape-design/components/header'
import SpaceBetween from '@cloudscape-design/components/space-between'
import { Copied, SecretShown } from '../secret-shown.tsx'
import type { Connection, VendorOffer } from './connection-words.tsx'
import { VendorSteps } from './vendor-steps.tsx'

type SetUpProps = { vendor: VendorOffer; connection: Connection; newSecret?: string | undefined }

/** What to enter at the vendor: the address of the door, the secret if it was made here, and the steps. */
export const SetUpAtVendor = ({ vendor, connection: { doorUrl }, newSecret }: SetUpProps) => (
  <Container header={<Header variant="h2">What to do at {vendor.words}</Header>}>
    <SpaceBetween size="m">
      {newSecret && <SecretShown secret={newSecret}>{`Enter it at ${vendor.words}.`}</SecretShown>}
      {doorUrl && (
        <div>
          The address, which you keep to yourselves:
          <Copied text={doorUrl} what="the address" />
        </div>
      )}
      <VendorSteps steps={vendor.steps} />
    </SpaceBetween>
  </Container>
)
