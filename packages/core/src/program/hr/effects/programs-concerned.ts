import type { Event } from '../../../events.ts'
import type { Store } from '../../../ports.ts'
import type { Program } from '../../program.ts'
import { organisation } from '../../record.ts'
import { isLifecycle, type PersonChangeRecord } from '../employees/change-record.ts'
import { hadEffect } from './effect.ts'

export type PersonChanged = Extract<Event, { type: 'person.changed' }>

/** A change of a person as one program meets it; `at` is when the event of the change was written. */
export type Concern = { tenantId: string; programId: string; personId: string; changeId: string; at: string }

export const concernOf = ({ tenantId, personId, changeId, at }: PersonChanged, { id }: Program): Concern => ({
  ...{ tenantId, programId: id, personId, changeId, at },
})

/**
 * The programs in which a change of a person has effects: those they have a part in, or left with the organisation; none that is over.
 */
export const programsConcerned = async (store: Store, { tenantId, personId }: PersonChanged): Promise<Program[]> => {
  const ids = await store.programsOf(tenantId, personId)
  const found = await Promise.all(ids.map((id) => store.get('program', { tenantId, scope: organisation }, id)))
  return found.filter((program) => program !== undefined).filter(isOpen)
}

/** Whether changes of people still have effects in a program. */
export const isOpen = ({ status }: Program): boolean => status !== 'stopped' && status !== 'completed'

/** The line of history that an event tells of. */
export const loadChange = (
  store: Store,
  { tenantId, changeId }: PersonChanged,
): Promise<PersonChangeRecord | undefined> => store.get('personChange', { tenantId, scope: organisation }, changeId)

/** More than is heard of anybody between an event and the day on which it is followed at last. */
const looksBack = 50

/** Whether somebody left when they came or went last. An event may be followed long after: this is where they stand by then. */
export const hasLeft = async (
  store: Store,
  { tenantId, personId }: Pick<Concern, 'tenantId' | 'personId'>,
): Promise<boolean> => {
  const scope = { tenantId, scope: organisation }
  const { items } = await store.list('personChange', scope, { prefix: `${personId}.`, newest: true, limit: looksBack })
  return items.flatMap(({ changes }) => changes.map(({ kind }) => kind)).find(isLifecycle) === 'terminated'
}

/** Whether somebody is gone because of this change; not once they are back, however late the event comes again. */
export const isGone = async (store: Store, concern: Concern): Promise<boolean> => {
  const { tenantId, programId, personId } = concern
  if (!(await hasLeft(store, concern))) return false
  const member = await store.get('member', { tenantId, scope: programId }, personId)
  return member?.status === 'left' || (await hadEffect(store, concern, { ...concern, effect: 'last owner stays' }))
}
