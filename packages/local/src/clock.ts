/**
 * The virtual clock of the local runtime: the one source of "now" for the state machine engine, the schedules and the
 * gateway. It can run at a speed, pause, and jump. Times are milliseconds since the Unix epoch (UTC).
 */
export interface Clock {
  /** The virtual now, in epoch milliseconds. Never goes backwards. */
  now(): number
  /**
   * Calls `wake` once `now() >= at`. Several alarms due at the same jump fire in the order of `at`, then of setting, and
   * `now()` equals each alarm's `at` (or later) while it fires. An alarm in the past fires on the next turn of the event loop.
   */
  alarm(at: number, wake: () => void): Alarm
  /** The earliest time an alarm is set for, or `undefined` when none is. */
  nextDue(): number | undefined
  status(): ClockStatus
  pause(): void
  /** Runs on from the present virtual time at `speed` virtual seconds per real second (1 = real time). */
  run(speed?: number): void
  /** Moves the clock forward to `to`, firing the alarms on the way in order. Refuses a time in the past with a `RangeError`. */
  jump(to: number): void
}

export interface Alarm {
  cancel(): void
}

export interface ClockStatus {
  now: number
  running: boolean
  speed: number
  nextDue: number | undefined
}
