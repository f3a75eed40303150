import StatusIndicator, { type StatusIndicatorProps } from '@cloudscape-design/components/status-indicator'
import * as tokens from '@cloudscape-design/design-tokens'
import type { StateStatus } from './machine-status.ts'

type Sign = { type: StatusIndicatorProps.Type; words: string; border: string; background: string }

const plain = tokens.colorBackgroundContainerContent

/** How each status is shown: sign, word and colours. */
export const signs: Record<StateStatus, Sign> = {
  done: {
    ...{ type: 'success', words: 'done' },
    ...{ border: tokens.colorBorderStatusSuccess, background: tokens.colorBackgroundStatusSuccess },
  },
  running: {
    ...{ type: 'in-progress', words: 'running' },
    ...{ border: tokens.colorBorderItemSelected, background: tokens.colorBackgroundItemSelected },
  },
  caught: {
    ...{ type: 'warning', words: 'left by an error it knows' },
    ...{ border: tokens.colorBorderStatusWarning, background: plain },
  },
  failed: {
    ...{ type: 'error', words: 'failed' },
    ...{ border: tokens.colorBorderStatusError, background: tokens.colorBackgroundStatusError },
  },
  stopped: { type: 'stopped', words: 'stopped from outside', border: tokens.colorBorderStatusError, background: plain },
  'not reached': { type: 'pending', words: 'not reached', border: tokens.colorBorderDividerDefault, background: plain },
}

/** The status of a state as sign and word. */
export const StateSign = ({ status }: { status: StateStatus }) => (
  <StatusIndicator type={signs[status].type}>{signs[status].words}</StatusIndicator>
)
