import type { Event } from '../../../events.ts'
import type { Store } from '../../../ports.ts'
import { comeBack } from './come-back.ts'
import { leaveProgram } from './leave-program.ts'
import { concernOf, programsConcerned } from './programs-concerned.ts'

/**
 * What a change of a person does to their part in programs: who has left the organisation leaves, who is back is back (domain §11).
 * Repeatable.
 */
export const followPeople = async (store: Store, event: Event): Promise<void> => {
  if (event.type !== 'person.changed') return
  const { kinds } = event
  if (!kinds.includes('terminated') && !kinds.includes('rehired')) return
  for (const program of await programsConcerned(store, event)) {
    if (kinds.includes('terminated')) await leaveProgram(store, concernOf(event, program))
    if (kinds.includes('rehired')) await comeBack(store, concernOf(event, program))
  }
}
