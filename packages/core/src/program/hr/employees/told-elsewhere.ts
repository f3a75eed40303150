import type { Store } from '../../../ports.ts'
import { organisation } from '../../record.ts'
import type { PersonChangeRecord } from './change-record.ts'
import type { ToTell } from './tell-changes.ts'

/** How far back is looked: two HR systems tell of the same within days. */
const looksBack = 20

const isSame = (one: string | null, other: string | null): boolean =>
  one?.trim().toLowerCase() === other?.trim().toLowerCase()

/**
 * Without the new title or department that another employee of the same person has told of: of two HR systems each says so, and it
 * happened once. @param many how many employees the person is
 */
export const withoutTold = async (
  store: Store,
  { tenantId, personId, many }: { tenantId: string; personId: string; many: number },
  told: ToTell,
): Promise<ToTell> => {
  const isField = ({ kind }: PersonChangeRecord['changes'][number]) =>
    kind === 'role_changed' || kind === 'department_changed'
  if (many < 2 || !told.changes.some(isField)) return told
  const scope = { tenantId, scope: organisation }
  const { items } = await store.list('personChange', scope, { prefix: `${personId}.`, newest: true, limit: looksBack })
  const earlier = items.flatMap(({ changes }) => changes)
  const isTold = (change: PersonChangeRecord['changes'][number]) => {
    const last = earlier.find(({ kind }) => kind === change.kind)
    return isField(change) && last !== undefined && isSame(last.after, change.after)
  }
  return { ...told, changes: told.changes.filter((change) => !isTold(change)) }
}
