import { ulids } from '@pilotgate/aws/ids'
import { consentTextVersion, type FieldGroup, fieldGroupNames } from '@pilotgate/core/intake/consent'
import type { IntakeAnswers } from '@pilotgate/core/intake/intake-form'
import type { Service } from '@pilotgate/core/intake/intake-record'
import type { ProviderProfile } from '@pilotgate/core/matching/review/register-provider'
import type { Change, Store } from '@pilotgate/core/ports'
import type { Actor, Work } from '@pilotgate/core/program/actor'
import { listAll } from '@pilotgate/core/program/load'
import type { Role } from '@pilotgate/core/program/roles'
import type { RecordOf } from '@pilotgate/core/records'
import { fakeStore } from '../../contract/fakes/store.ts'
import { freshScope, program, credential as sampleCredential } from '../../contract/samples.ts'

export const start = '2027-01-25T08:00:00.000Z'

const answers: IntakeAnswers = {
  triggers: ['performance gap'],
  goals: [
    {
      behaviour: 'Delegate decisions',
      situation: 'In the weekly planning',
      measure: '4 of 5 decisions a month',
      date: '2027-06-30',
      baseline: '1 of 5',
    },
  ],
  targetBehaviours: ['delegation'],
  project: { name: 'Platform', businessKpi: 'Lead time', complexity: 3 },
  role: 'Team lead',
  seniority: 2,
  tenureYears: 4,
  skillsHeld: ['planning'],
  skillsWanted: ['delegation', 'facilitation'],
  languages: ['English'],
  zone: 'Europe/Berlin',
  availability: [{ day: 1, from: '09:00', to: '12:00' }],
  careerGoal: { words: 'Lead a department', promotion: false },
  needs: { confidentiality: false, context: false },
  impactFlags: [],
}

export const profileOf = (service: Service, more: Partial<ProviderProfile> = {}): ProviderProfile => ({
  service,
  internal: service === 'mentor',
  tier: service === 'coach' ? 'coaching specialist' : 'core-domain mentor',
  skills: ['delegation', 'facilitation'],
  strengths: ['delegation'],
  languages: ['English'],
  zone: 'Europe/Berlin',
  availability: [{ day: 1, from: '09:00', to: '12:00' }],
  sponsorship: { introductions: 4, actions: 2 },
  outcomes: { reached: 4, all: 5 },
  conflicts: [],
  featured: false,
  ...more,
})

type ParticipantOptions = {
  services?: Service[]
  answers?: Partial<IntakeAnswers>
  consent?: FieldGroup[]
  managerId?: string
  intake?: boolean
}

/** A running program in a store, with people made one by one. Ids are names. */
export const world = async (store: Store = fakeStore(ulids()), scope = freshScope()) => {
  const ids = ulids()
  const programId = scope.scope
  const at = (now = start): Work => ({ store, ids, now })
  const as = (personId: string, ...roles: Role[]): Actor => ({ tenantId: scope.tenantId, personId, roles })
  const write = (...changes: Change[]) => store.commit(changes)
  await write({ kind: 'program', record: program(scope, 'running'), expect: 0 })

  const person = async (id: string, roles: Role[], places = 0, managerId?: string) =>
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
        record: {
          ...scope,
          id,
          version: 0,
          roles,
          learnerKind: 'person',
          places,
          status: 'active',
          joinedAt: start,
        },
        expect: 0,
      },
    )

  /** Records a choice; later choices need a later `when`. */
  const consent = (
    personId: string,
    groups: readonly FieldGroup[],
    granted = true,
    when = '2027-01-12T08:00:00.000Z',
  ) =>
    write(
      ...groups.map(
        (group, index): Change => ({
          kind: 'consent',
          record: {
            ...scope,
            id: `${personId}.${when}.${index}`,
            version: 0,
            personId,
            group,
            purpose: 'matching',
            granted,
            textVersion: consentTextVersion,
            at: when,
          },
          expect: 0,
        }),
      ),
    )

  const participant = async (id: string, options: ParticipantOptions = {}) => {
    const { services = ['coach'], consent: groups = fieldGroupNames, managerId, intake = true } = options
    await person(id, ['participant'], 0, managerId)
    if (!intake) return
    await consent(id, groups)
    await write({
      kind: 'intake',
      record: {
        ...scope,
        id,
        version: 0,
        formVersion: 1,
        status: 'submitted',
        answers: { ...answers, ...options.answers },
        problems: [],
        invitedAt: start,
        reminders: 0,
        decision: {
          services: services.map((service, index) => ({
            service,
            order: index + 1,
            cadence: 'every two weeks',
            length: '3 to 6 months',
            provider: 'either',
          })),
          reasons: [],
        },
      },
      expect: 0,
    })
  }

  const provider = async (
    id: string,
    { service = 'coach' as Service, places = 2, status = 'selected' as RecordOf<'provider'>['status'], ...more } = {},
    profile: Partial<ProviderProfile> = {},
  ) => {
    await person(id, [service], places)
    await write(
      {
        kind: 'provider',
        record: { ...scope, id, version: 0, ...profileOf(service, profile), status, ...more },
        expect: 0,
      },
      { kind: 'caseload', record: { ...scope, id, version: 0, places, taken: 0 }, expect: 0 },
    )
  }

  /** The proof that a provider passed their selection; valid unless said otherwise. A later call changes it. */
  const credential = async (personId: string, more: Partial<RecordOf<'credential'>> = {}) => {
    const service = more.service ?? 'coach'
    const own = { tenantId: scope.tenantId, scope: '-' }
    const id = `${service}.${personId}`
    const known = await store.get('credential', own, id)
    const record = sampleCredential(scope, personId, { passedAt: start, ...more })
    await store.commit(
      [{ kind: 'credential', record, expect: known?.version ?? 0 }],
      [
        {
          type: 'credential.changed',
          ...{ tenantId: scope.tenantId, programId, at: start, by: 'pilotgate', personId, service },
          status: record.status,
        },
      ],
    )
  }

  const setStatus = async (id: string, status: RecordOf<'provider'>['status']) => {
    const record = (await store.get('provider', scope, id))!
    await write({ kind: 'provider', record: { ...record, status }, expect: record.version })
  }

  const matches = async (status?: RecordOf<'match'>['status']) =>
    (await listAll((cursor) => store.list('match', scope, { cursor }))).filter(
      (match) => status === undefined || match.status === status,
    )
  const caseload = async (id: string) => (await store.get('caseload', scope, id))!
  const events = async () =>
    listAll((cursor) => store.events({ tenantId: scope.tenantId, programId }, { cursor, limit: 1000 }))

  const owner = as('olga', 'program owner')
  const matcher = as('mats', 'matching owner')
  const api = { person, participant, provider, credential, consent, setStatus, matches, caseload, events, write }
  return { store, scope, programId, at, as, owner, matcher, ...api }
}

export type World = Awaited<ReturnType<typeof world>>
