import { ulids } from '@pilotgate/aws/ids'
import type { EngagementRecord } from '@pilotgate/core/engagement/engagement-record'
import type { Service } from '@pilotgate/core/intake/intake-record'
import type { Change } from '@pilotgate/core/ports'
import type { Actor, Work } from '@pilotgate/core/program/actor'
import type { Role } from '@pilotgate/core/program/roles'
import { fakeStore } from '../contract/fakes/store.ts'
import { fakeVault } from '../contract/fakes/vault.ts'
import { freshScope, member, program, engagement as sampleEngagement } from '../contract/samples.ts'

/** A Monday, 09:00 in Berlin. */
const start = '2027-02-01T08:00:00.000Z'
/** So many days and hours after it; Berlin keeps its winter time. */
export const day = (days: number, hours = 0): string =>
  new Date(Date.parse(start) + (days * 24 + hours) * 3_600_000).toISOString()

/** An action item that nothing is wrong with, for a session up to a week after `start`. */
export const item = {
  kind: 'action' as const,
  text: 'Delegate one decision',
  ownerId: 'lena',
  dueOn: '2027-03-01',
  verification: 'Minutes',
}
export const attendance = { topics: ['delegation'], actionItems: [item], guidance: 'questions' as const }

export type Pairs = Awaited<ReturnType<typeof pairs>>

/**
 * A running program in Berlin with pairs that have had their kickoff: Lena with her coach Cora and her mentor Max, Tim with Cora. Lena's
 * manager is Mia, Olga owns the program, Hana heads HR; Lena lives in New York. Ids are names.
 */
export const pairs = async () => {
  const ids = ulids()
  const store = fakeStore(ids)
  const vault = fakeVault()
  const scope = freshScope()
  const programId = scope.scope
  const at = (now = start): Work => ({ store, ids, now })
  const as = (personId: string, ...roles: Role[]): Actor => ({ tenantId: scope.tenantId, personId, roles })
  const write = (...changes: Change[]) => store.commit(changes)

  const engagement = async (participantId: string, providerId: string, service: Service, more = {}) => {
    const record = sampleEngagement(scope, participantId, providerId, { service, ...more })
    await write({ kind: 'engagement', record, expect: 0 })
    return record.id
  }

  await write({ kind: 'program', record: program(scope, 'running'), expect: 0 })
  const person = (id: string, zone = 'Europe/Berlin', managerId?: string) =>
    write({
      kind: 'person',
      record: {
        ...{ tenantId: scope.tenantId, scope: '-', id, version: 0, email: `${id}@example.com`, name: id, zone },
        ...(managerId && { managerId }),
      },
      expect: 0,
    })
  await person('lena', 'America/New_York', 'mia')
  for (const id of ['tim', 'cora', 'max', 'mia', 'olga', 'hana']) await person(id)
  for (const id of ['lena', 'tim', 'cora', 'max']) await write({ kind: 'member', record: member(scope, id), expect: 0 })

  const coaching = await engagement('lena', 'cora', 'coach')
  const mentoring = await engagement('lena', 'max', 'mentor')
  const other = await engagement('tim', 'cora', 'coach')
  /** Rewrites fields of an engagement. */
  const change = async (id: string, more: Partial<EngagementRecord>) => {
    const known = (await store.get('engagement', scope, id))!
    await write({ kind: 'engagement', record: { ...known, ...more }, expect: known.version })
  }
  const told = async () => (await store.events({ tenantId: scope.tenantId, programId }, { limit: 1000 })).items
  const counted = async (id: string) => (await store.get('engagement', scope, id))!

  return {
    ...{ store, vault, scope, programId, at, as, write, engagement, change, told, counted, coaching, mentoring, other },
    lena: as('lena', 'participant'),
    tim: as('tim', 'participant'),
    cora: as('cora', 'coach'),
    max: as('max', 'mentor'),
    mia: as('mia', 'manager'),
    olga: as('olga', 'program owner'),
    hana: as('hana', 'hr head'),
  }
}
