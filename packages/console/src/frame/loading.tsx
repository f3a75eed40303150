import Box from '@cloudscape-design/components/box'
import StatusIndicator from '@cloudscape-design/components/status-indicator'

/** Something is on its way; `what` names it: "the gate", "your tasks". */
export const Loading = ({ what }: { what: string }) => (
  <Box padding="l" textAlign="center">
    <span role="status">
      <StatusIndicator type="loading">Loading {what} …</StatusIndicator>
    </span>
  </Box>
)
