import type { Scope, Store } from '@pilotgate/core/ports'
import type { Kind, RecordOf } from '@pilotgate/core/records'

/** More versions than the programs of one moment run on; the one known longest makes room. */
const most = 50

/**
 * A store that reads each template version once: a version is written when it is made and never again (a change makes the next
 * version), and nearly everything that happens in a program asks for it. What is not there is asked for again.
 */
export const knowingTemplates = (store: Store): Store => {
  const known = new Map<string, RecordOf<'template'>>()

  const template = async (scope: Scope, id: string): Promise<RecordOf<'template'> | undefined> => {
    const name = JSON.stringify([scope.tenantId, scope.scope, id])
    const found = known.get(name) ?? (await store.get('template', scope, id))
    if (!found) return undefined
    if (known.size >= most && !known.has(name)) known.delete(known.keys().next().value!)
    known.set(name, found)
    return structuredClone(found)
  }

  return {
    ...store,
    get: async <K extends Kind>(kind: K, scope: Scope, id: string): Promise<RecordOf<K> | undefined> =>
      kind === 'template' ? ((await template(scope, id)) as RecordOf<K> | undefined) : store.get(kind, scope, id),
  }
}
