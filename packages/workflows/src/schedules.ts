import type { FunctionName } from '@pilotgate/contracts/functions'

/** Work that starts by the clock: EventBridge expressions, in UTC. The functions decide what is due in each program's own zone. */
export const schedules: { name: string; expression: string; function: FunctionName; words: string }[] = [
  {
    name: 'monday-gate-check',
    expression: 'cron(0 0/3 ? * MON *)',
    function: 'gates/schedule',
    words: 'Every three hours on Mondays: programs whose local Monday morning has come get their weekly gate check',
  },
  {
    name: 'daily-gate-check',
    expression: 'cron(0 12 ? * SUN,TUE-SAT *)',
    function: 'gates/schedule',
    words: 'Every other day at noon: catches up on a missed Monday, and sends early-signal reports on their day',
  },
  {
    name: 'daily-selection-check',
    expression: 'cron(0 6 ? * MON-FRI *)',
    function: 'selection/schedule',
    words:
      'Every working day in the morning: credentials that are due or lapse, the reviews and calibration of a new quarter, late feedback, the pool',
  },
  {
    name: 'daily-inbox-check',
    expression: 'cron(0 4 * * ? *)',
    function: 'program/schedule',
    words: 'Every night: deliveries of HR systems that never came to their queue are put into it',
  },
]
