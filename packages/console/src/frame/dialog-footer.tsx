import Box from '@cloudscape-design/components/box'
import Button from '@cloudscape-design/components/button'
import SpaceBetween from '@cloudscape-design/components/space-between'

type DialogFooterProps = {
  /** What the main button does: "Save". */
  action: string
  busy: boolean
  onAct: () => void
  onClose: () => void
}

/** The two buttons of a dialog: to leave it, and to do what it is for. */
export const DialogFooter = ({ action, busy, onAct, onClose }: DialogFooterProps) => (
  <Box float="right">
    <SpaceBetween direction="horizontal" size="xs">
      <Button variant="link" onClick={onClose}>
        Cancel
      </Button>
      <Button variant="primary" onClick={onAct} loading={busy} loadingText={action}>
        {action}
      </Button>
    </SpaceBetween>
  </Box>
)
