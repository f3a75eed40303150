import { ulids } from '@pilotgate/aws/ids'
import { completeTask } from '@pilotgate/core/gates/complete-task'
import type { Change, Store, Workflows } from '@pilotgate/core/ports'
import type { Actor, Work } from '@pilotgate/core/program/actor'
import { listAll } from '@pilotgate/core/program/load'
import type { Role } from '@pilotgate/core/program/roles'
import type { Task } from '@pilotgate/core/program/task'
import type { RecordOf } from '@pilotgate/core/records'
import { askStep } from '@pilotgate/core/selection/ask-step'
import { followSelection } from '@pilotgate/core/selection/follow-events'
import type { SelectionForm } from '@pilotgate/core/selection/forms/forms'
import { openCandidacy } from '@pilotgate/core/selection/open-candidacy'
import { remindStep } from '@pilotgate/core/selection/remind-step'
import type { PathName } from '@pilotgate/core/selection/selection-path'
import { lastRound } from '@pilotgate/core/selection/step-rounds'
import { fakeStore } from '../../contract/fakes/store.ts'
import { freshScope, program, credential as sampleCredential } from '../../contract/samples.ts'

export const start = '2027-01-11T08:00:00.000Z'

/** Days after the start; winter time in Berlin until 28 March 2027. */
export const day = (count: number): string => new Date(Date.parse(start) + count * 86_400_000).toISOString()

const people: [id: string, roles: Role[], managerId?: string][] = [
  ['olga', ['program owner']],
  ['petra', ['program lead']],
  ['carla', ['coach lead']],
  ['mona', ['mentor lead']],
  ['sven', ['supervisor']],
  ['henry', ['hr head']],
  ['spencer', ['sponsor']],
  ['manny', ['manager']],
  ['cora', ['coach'], 'manny'],
  ['mia', ['mentor'], 'manny'],
  ['max', ['mentor']],
  ['maja', ['mentor']],
  ['paul', ['participant']],
]

/** A running program in Berlin with people for every role. Ids are names; whose manager is Manny: Cora (coach) and Mia (mentor). */
export const world = async (store: Store = fakeStore(ulids())) => {
  const scope = freshScope()
  const programId = scope.scope
  const ids = ulids()
  const at = (now = start): Work => ({ store, ids, now })
  const write = (...changes: Change[]) => store.commit(changes)
  await write({ kind: 'program', record: program(scope, 'running'), expect: 0 })

  const person = async (id: string, roles: Role[], managerId?: string) => {
    const email = `${id}@nw.test`
    const named = { name: `${id[0]!.toUpperCase()}${id.slice(1)} Muster`, email, zone: 'UTC', managerId }
    const member = { roles, learnerKind: 'person' as const, places: 2, status: 'active' as const, joinedAt: start }
    await write(
      { kind: 'person', record: { tenantId: scope.tenantId, scope: '-', id, version: 0, ...named }, expect: 0 },
      { kind: 'member', record: { ...scope, id, version: 0, ...member }, expect: 0 },
    )
  }
  for (const [id, roles, managerId] of people) await person(id, roles, managerId)

  const as = async (personId: string): Promise<Actor> => {
    const { roles } = (await store.get('member', scope, personId))!
    return { tenantId: scope.tenantId, personId, roles }
  }
  const leave = async (personId: string) => {
    const member = (await store.get('member', scope, personId))!
    await write({ kind: 'member', record: { ...member, status: 'withdrawn' }, expect: member.version })
  }

  const answered: { token: string; output: unknown }[] = []
  const workflows = {
    answer: async (token: string, output: unknown) => void answered.push({ token, output }),
  } as unknown as Workflows
  const outputs = (token: string) => answered.filter((each) => each.token === token).map(({ output }) => output)

  const open = async (personId: string, path: PathName, now = start) =>
    openCandidacy(at(now), await as(personId), programId, { personId: 'me', path })
  const ref = (candidacyId: string) => ({ tenantId: scope.tenantId, programId, candidacyId })
  const candidacy = async (id: string) => (await store.get('candidacy', scope, id))!
  const round = async (id: string, step: string) => lastRound(await candidacy(id), step)!

  /** The machine asks a step; the token is `STEP-ROUND`, unless said otherwise. */
  const ask = async (id: string, step: string, now = start, token?: string) => {
    const rounds = (await candidacy(id)).rounds.filter((each) => each.step === step).length
    await askStep(at(now), workflows, ref(id), step, token ?? `${step}-${rounds + 1}`)
  }
  const tasks = async (open = true): Promise<Task[]> =>
    (await listAll((cursor) => store.list('task', scope, { cursor }))).filter(
      ({ status }) => !open || status === 'open',
    )
  /** Who is asked what, as `REQUIREMENT PERSON`. */
  const asked = async () =>
    (await tasks()).map(({ personId, selection }) => `${selection!.requirement} ${personId}`).toSorted()
  const taskOf = async (personId: string, requirement: string): Promise<Task> => {
    const found = (await tasks(false)).filter(
      (task) => task.personId === personId && task.selection?.requirement === requirement,
    )
    return found.find(({ status }) => status === 'open') ?? found.at(-1)!
  }
  /** A person answers their task, by the door that everybody uses. */
  const answer = async (personId: string, requirement: string, form: SelectionForm, now = start, by = personId) => {
    const task = await taskOf(personId, requirement)
    return completeTask(at(now), await as(by), programId, task.id, { answer: form })
  }
  const events = async () => {
    const all = { tenantId: scope.tenantId, programId }
    return listAll((cursor) => store.events(all, { cursor, limit: 1000 }))
  }
  const told = async () => (await events()).map(({ type }) => type)
  /** Lets selection follow every event so far, as the stream does: each at least once. */
  const follow = async () => {
    const started: string[] = []
    for (const event of await events()) {
      await followSelection(store, workflows, event, async ({ candidacyId, path }) => {
        started.push(`${path} ${candidacyId}`)
      })
    }
    return started
  }
  /** Nobody answers: the machine reminds until it is told the outcome. */
  const waitInVain = async (id: string, step: string, from: string) => {
    let now = from
    for (;;) {
      const reminded = await remindStep(at(now), ref(id), step)
      if (!reminded.again) return { ...reminded, now }
      now = new Date(Date.parse(now) + reminded.waitSeconds * 1000).toISOString()
    }
  }
  const credential = (service: 'coach' | 'mentor', personId: string) =>
    store.get('credential', { tenantId: scope.tenantId, scope: '-' }, `${service}.${personId}`)
  const writeCredential = async (personId: string, more: Partial<RecordOf<'credential'>> = {}) => {
    const earned = { service: 'mentor' as const, passedAt: start, introductions: 3 }
    const record = sampleCredential(scope, personId, { ...earned, ...more })
    await write({ kind: 'credential', record, expect: 0 })
  }

  const api = { ask, asked, taskOf, tasks, answer, events, told, follow, waitInVain, credential, writeCredential }
  return {
    store,
    scope,
    programId,
    at,
    as,
    write,
    person,
    leave,
    workflows,
    outputs,
    open,
    ref,
    candidacy,
    round,
    ...api,
  }
}

export type World = Awaited<ReturnType<typeof world>>
