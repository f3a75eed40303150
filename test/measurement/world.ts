import { ulids } from '@pilotgate/aws/ids'
import type { Change } from '@pilotgate/core/ports'
import type { Actor, Work } from '@pilotgate/core/program/actor'
import type { Role } from '@pilotgate/core/program/roles'
import { fakeStore } from '../contract/fakes/store.ts'
import { freshScope, program } from '../contract/samples.ts'

export const start = '2027-06-07T08:00:00.000Z'

/** A running program in a store, with people made one by one; ids are names. */
export const measurementWorld = async () => {
  const store = fakeStore(ulids())
  const scope = freshScope()
  const ids = ulids()
  const work = (now = start): Work => ({ store, ids, now })
  const write = (...changes: Change[]) => store.commit(changes)
  const as = (personId: string, ...roles: Role[]): Actor => ({ tenantId: scope.tenantId, personId, roles })
  await write({ kind: 'program', record: program(scope, 'running'), expect: 0 })
  const person = (id: string, ...roles: Role[]) => {
    const named = { email: `${id}@nw.test`, name: `Name of ${id}`, zone: 'UTC' }
    const part = { roles, learnerKind: 'person' as const, places: 0, status: 'active' as const, joinedAt: start }
    return write(
      { kind: 'person', record: { tenantId: scope.tenantId, scope: '-', id, version: 0, ...named }, expect: 0 },
      { kind: 'member', record: { ...scope, id, version: 0, ...part }, expect: 0 },
    )
  }
  const told = async () => (await store.events({ tenantId: scope.tenantId, programId: scope.scope })).items
  return { store, scope, programId: scope.scope, work, write, as, person, told }
}
