import Box from '@cloudscape-design/components/box'
import Button from '@cloudscape-design/components/button'
import LiveRegion from '@cloudscape-design/components/live-region'
import Modal from '@cloudscape-design/components/modal'
import SpaceBetween from '@cloudscape-design/components/space-between'
import { useState } from 'react'
import { tourSteps } from './tour-steps.ts'

/** What Pilotgate does in five steps, in a dialog that can be left at any time. */
export default function Tour({ onClose }: { onClose: () => void }) {
  const [at, setAt] = useState(0)
  const { title, says } = tourSteps[at]!
  const last = at === tourSteps.length - 1
  return (
    <Modal
      visible
      header={title}
      onDismiss={onClose}
      closeAriaLabel="Close the tour"
      footer={
        <SpaceBetween direction="horizontal" size="xs" alignItems="center">
          <Box color="text-body-secondary">
            Step {at + 1} of {tourSteps.length}
          </Box>
          <Button onClick={() => setAt(at - 1)} disabled={at === 0}>
            Back
          </Button>
          <Button variant="primary" onClick={last ? onClose : () => setAt(at + 1)}>
            {last ? 'Done' : 'Next'}
          </Button>
        </SpaceBetween>
      }
    >
      <LiveRegion>
        {says.map((text) => (
          <Box key={text} variant="p">
            {text}
          </Box>
        ))}
      </LiveRegion>
    </Modal>
  )
}
