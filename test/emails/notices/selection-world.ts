import type { NewEvent } from '@pilotgate/core/events'
import type { Notice } from '@pilotgate/core/gates/mail-ledger'
import type { Kind, RecordOf } from '@pilotgate/core/records'
import { noticesFor } from '@pilotgate/emails/notices/notices'
import { runningPilot, site, tenantId } from './world.ts'

export const at = '2027-03-08T15:00:00.000Z'
const dueAt = '2027-03-05T15:00:00.000Z'

type Told = NewEvent extends infer E
  ? E extends NewEvent
    ? Omit<E, 'tenantId' | 'programId' | 'at' | 'by'>
    : never
  : never
type Free<K extends Kind> = Omit<RecordOf<K>, 'tenantId' | 'scope' | 'version'>

/** A running pilot with people's ids by name, in which records are put and events told as the stages would. */
export const selectionWorld = async () => {
  const pilot = await runningPilot()
  const { store, scope, programId } = pilot
  const names = ['ada', 'jonas', 'lena', 'hugo', 'mia', 'carl', 'cora', 'mona', 'paul'] as const
  const actors = await Promise.all(names.map(pilot.actor))
  const id = Object.fromEntries(names.map((name, index) => [name, actors[index]!.personId])) as Record<
    (typeof names)[number],
    string
  >

  const put = async <K extends Kind>(kind: K, record: Free<K>, of = scope): Promise<void> => {
    const known = await store.get(kind, of, record.id)
    const expect = known?.version ?? 0
    await store.commit([{ kind, record: { ...record, ...of, version: expect }, expect } as never])
  }
  const tell = async (event: Told, { when = at, by = 'pilotgate' } = {}): Promise<Notice[]> => {
    await store.commit([], [{ ...event, tenantId, programId, at: when, by } as NewEvent])
    return noticesFor(store, await pilot.last(event.type), site)
  }
  /** The mails of the last event of a type when it is delivered once more. */
  const again = (type: NewEvent['type']): Promise<Notice[]> => pilot.notices(type)
  const member = async (name: keyof typeof id, changes: Partial<RecordOf<'member'>>): Promise<void> => {
    const known = (await store.get('member', scope, id[name]))!
    await store.commit([{ kind: 'member', record: { ...known, ...changes }, expect: known.version }])
  }
  return {
    pilot,
    store,
    scope,
    id,
    put,
    tell,
    again,
    member,
    leave: (name: keyof typeof id) => member(name, { status: 'withdrawn' }),
  }
}
export type SelectionWorld = Awaited<ReturnType<typeof selectionWorld>>

type Candidacy = Free<'candidacy'>
type StepRound = Candidacy['rounds'][number]

export const roundOf = (step: string, changes: Partial<StepRound> = {}): StepRound => ({
  step,
  round: 1,
  status: 'open',
  openedAt: '2027-02-19T09:00:00.000Z',
  dueAt,
  asked: [],
  reminders: 0,
  ...changes,
})

/** Carl on his way to become an external coach; the changes may say otherwise. */
export const candidacyOf = (personId: string, round: StepRound, changes: Partial<Candidacy> = {}): Candidacy => ({
  id: `${personId}.01`,
  personId,
  path: 'external-coach',
  service: 'coach',
  status: 'open',
  rounds: [round],
  openedAt: '2027-02-01T09:00:00.000Z',
  ...changes,
})

export const taskOf = (
  personId: string,
  selection: { candidacyId: string; step: string; requirement: string },
  changes: Partial<Free<'task'>> = {},
): Free<'task'> => ({
  id: `S-C3.${selection.candidacyId}.${selection.step}.1.${selection.requirement}.${personId}`,
  gate: 'S-C3',
  round: 1,
  kind: 'select',
  title: 'Score the live demo',
  why: 'A demo of 30 minutes (S-C3).',
  role: 'program lead',
  personId,
  form: 'scores',
  selection,
  openedAt: '2027-02-19T09:00:00.000Z',
  dueAt,
  status: 'open',
  reminders: 0,
  escalated: false,
  ...changes,
})

export const referenceOf = (
  number: number,
  candidacyId: string,
  changes: Partial<Free<'reference'>> = {},
): Free<'reference'> => ({
  id: `${candidacyId}.references.1.${number}`,
  candidacyId,
  step: 'references',
  round: 1,
  name: `Rosa ${number}`,
  email: `ref-${number}@fjord.test`,
  organisation: 'Fjord Shipping',
  relation: 'Head of operations',
  secret: `secret-of-${number}`,
  askedAt: '2027-02-19T09:00:00.000Z',
  dueAt,
  ...changes,
})
