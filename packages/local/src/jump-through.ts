import type { Runtime } from './runtime.ts'

/**
 * Moves the clock to `to` by way of one due moment at a time, each worked off before the next, so that a long jump is the same as
 * many short ones. Resolves once everything is worked off, and what became due at `to` meanwhile, too. Begin when everything is: timers
 * may be on their way to be set.
 */
export const jumpThrough = async (
  { clock, settled }: Pick<Runtime, 'clock' | 'settled'>,
  to: number,
): Promise<void> => {
  for (let due = clock.nextDue(); due !== undefined && due <= to; due = clock.nextDue()) {
    clock.jump(Math.max(due, clock.now()))
    await settled()
  }
  clock.jump(Math.max(to, clock.now()))
  await settled()
}
