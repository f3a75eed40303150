import type { Event } from '../../../events.ts'
import type { Store } from '../../../ports.ts'
import { comeBack } from './come-back.ts'
import { leaveProgram } from './leave-program.ts'
import { concernOf, hasLeft, programsConcerned } from './programs-concerned.ts'

/**
 * What a change of a person does to their part in programs: who has left the organisation leaves, who is back is back (domain §11).
 * Repeatable, in any order.
 */
export const followPeople = async (store: Store, event: Event): Promise<void> => {
  if (event.type !== 'person.changed') return
  const { kinds } = event
  const isEnd = kinds.includes('terminated')
  if (!isEnd && !kinds.includes('rehired')) return
  if ((await hasLeft(store, event)) !== isEnd) return
  for (const program of await programsConcerned(store, event)) {
    await (isEnd ? leaveProgram : comeBack)(store, concernOf(event, program))
  }
}
