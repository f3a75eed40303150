import { jumpThrough } from '../jump-through.ts'
import type { Runtime } from '../runtime.ts'

/** The running platform as simulated people meet it: an address, a clock that can be moved, and perhaps an outage now and then. */
export type Platform = {
  origin: string
  /** The virtual time, and when the next timer is due (epoch milliseconds). */
  clock(): Promise<{ now: number; nextDue: number | undefined }>
  /** Moves the clock to `to`, by way of every timer due before; resolves once everything that this causes is done. */
  jump(to: number): Promise<void>
  /** Resolves once everything that can happen without the clock moving has happened. */
  settled(): Promise<void>
  /** Does something with the platform, and does it again from the beginning when the platform breaks off in the middle of it. */
  insist<T>(act: () => Promise<T>): Promise<T>
  /** How often the platform has broken down so far. */
  outages(): number
}

/** A runtime of this process: it breaks down only together with whoever asks. */
export const inProcess = ({ origin, clock, settled }: Runtime): Platform => ({
  origin,
  clock: async () => ({ now: clock.now(), nextDue: clock.nextDue() }),
  jump: (to) => jumpThrough({ clock, settled }, to),
  settled,
  insist: (act) => act(),
  outages: () => 0,
})
