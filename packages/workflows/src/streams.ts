import type { FunctionName } from '@pilotgate/contracts/functions'

/** Which new rows of the table each function of the change stream gets, by kind. DynamoDB wants at most two readers of a stream. */
export const streams: { function: FunctionName; kinds: string[] }[] = [
  { function: 'program/stream', kinds: ['event', 'inbox'] },
  { function: 'gates/stream', kinds: ['event'] },
]
