import { DomainError } from '../../../errors.ts'
import type { Page, Store } from '../../../ports.ts'
import { allOf } from '../../load.ts'
import { organisation } from '../../record.ts'
import { type ChangeEffectRecord, effectNames, type PersonChangeRecord } from './change-record.ts'

export type HistoryLine = { change: PersonChangeRecord; effects: ChangeEffectRecord[] }

/**
 * A page of what HR systems have told of a member of a program, newest first, each with what it did there.
 * @throws DomainError `NotFound`; who is in another program or organisation answers exactly like nobody
 */
export const readPersonHistory = async (
  store: Store,
  tenantId: string,
  programId: string,
  personId: string,
  page: { limit: number; cursor?: string },
): Promise<Page<HistoryLine>> => {
  const scope = { tenantId, scope: programId }
  if (!(await store.get('member', scope, personId))) {
    throw new DomainError('NotFound', `There is no person "${personId}" in this program.`)
  }
  const prefix = `${personId}.`
  const { items, cursor } = await store.list(
    'personChange',
    { tenantId, scope: organisation },
    { ...page, prefix, newest: true },
  )
  const effects = items.length > 0 ? await allOf(store, 'changeEffect', scope, prefix) : []
  const byChange = Map.groupBy(effects.toSorted(inOrder), ({ changeId }) => changeId)
  return { items: items.map((change) => ({ change, effects: byChange.get(change.id) ?? [] })), cursor }
}

/** As one led to the other: first what became of the person, then of their pairs. */
const inOrder = (one: ChangeEffectRecord, other: ChangeEffectRecord): number =>
  effectNames.indexOf(one.effect) - effectNames.indexOf(other.effect)
