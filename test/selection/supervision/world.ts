import { ulids } from '@pilotgate/aws/ids'
import type { Change, Store } from '@pilotgate/core/ports'
import type { Actor, Work } from '@pilotgate/core/program/actor'
import { listAll } from '@pilotgate/core/program/load'
import type { Role } from '@pilotgate/core/program/roles'
import type { RecordOf } from '@pilotgate/core/records'
import { credentialId } from '@pilotgate/core/selection/credential'
import { fakeStore } from '../../contract/fakes/store.ts'
import { freshScope, program, credential as sampleCredential } from '../../contract/samples.ts'

export const start = '2027-01-04T08:00:00.000Z'

/** Whole days after the start; winter time in Berlin until 28 March 2027. */
export const day = (count: number): string => new Date(Date.parse(start) + count * 86_400_000).toISOString()

export const ratings = {
  challengeSkill: 4,
  behaviouralTools: 4,
  confidentialityPractice: 5,
  contextFluency: 3,
  measurableOutcomes: 4,
}

type Credential = Partial<RecordOf<'credential'>>

/** A running program in Berlin with Olga (owner), Lea (coach lead), Sven (supervisor) and Mia (mentor lead). Ids are names. */
export const world = async (store: Store = fakeStore(ulids())) => {
  const scope = freshScope()
  const programId = scope.scope
  const ids = ulids()
  const at = (now = start): Work => ({ store, ids, now })
  const as = (personId: string, ...roles: Role[]): Actor => ({ tenantId: scope.tenantId, personId, roles })
  const write = (...changes: Change[]) => store.commit(changes)
  await write({ kind: 'program', record: program(scope, 'running'), expect: 0 })

  const person = (id: string, roles: Role[], managerId?: string, joinedAt = start) =>
    write(
      {
        kind: 'person',
        record: {
          tenantId: scope.tenantId,
          scope: '-',
          id,
          version: 0,
          email: `${id}@nw.test`,
          name: id,
          zone: 'UTC',
          managerId,
        },
        expect: 0,
      },
      {
        kind: 'member',
        record: { ...scope, id, version: 0, roles, learnerKind: 'person', places: 2, status: 'active', joinedAt },
        expect: 0,
      },
    )

  /** Somebody with a credential; an internal coach in training unless said otherwise. */
  const provider = async (id: string, more: Credential = {}, managerId?: string) => {
    const service = more.service ?? 'coach'
    await person(id, [service], managerId)
    const internal = { path: 'internal-coach', level: 'coach in training', levelSince: start } as const
    const record = sampleCredential(scope, id, { ...(service === 'coach' && internal), ...more })
    await write({ kind: 'credential', record, expect: 0 })
  }
  const credential = async (id: string, service: 'coach' | 'mentor' = 'coach') =>
    (await store.get('credential', { tenantId: scope.tenantId, scope: '-' }, credentialId(service, id)))!
  const edit = async (id: string, more: Credential) => {
    const record = await credential(id, more.service ?? 'coach')
    await write({ kind: 'credential', record: { ...record, ...more }, expect: record.version })
  }
  const events = () => listAll((cursor) => store.events({ tenantId: scope.tenantId, programId }, { cursor }))
  const told = async (...types: string[]) => (await events()).filter(({ type }) => types.includes(type))

  await person('olga', ['program owner'])
  await person('lea', ['coach lead'])
  await person('sven', ['supervisor'])
  await person('mia', ['mentor lead'])
  const owner = as('olga', 'program owner')
  const lead = as('lea', 'coach lead')
  const supervisor = as('sven', 'supervisor')
  const mentorLead = as('mia', 'mentor lead')
  return {
    ...{ store, scope, programId, at, as, write, person, provider, credential, edit, events, told },
    ...{ owner, lead, supervisor, mentorLead },
  }
}

export type World = Awaited<ReturnType<typeof world>>
