import type { NewEvent } from '../events.ts'
import { instrumentTasks } from '../measurement/instruments/ask-instruments.ts'
import { answeredBy } from '../measurement/instruments/measured.ts'
import type { Change, Store } from '../ports.ts'
import { platform, type Work } from '../program/actor.ts'
import { findFact } from '../program/facts.ts'
import type { GateRecord } from '../program/gate-record.ts'
import { allOf, loadMembers, loadTemplate } from '../program/load.ts'
import type { Member } from '../program/person.ts'
import type { Program } from '../program/program.ts'
import { loadRunning } from '../program/schedule-steps.ts'
import type { Task } from '../program/task.ts'
import type { Gate } from '../program/template.ts'
import { askedMembers } from './asked-members.ts'
import { tasksByGate } from './collect-facts.ts'
import { computedFacts } from './computed-facts.ts'
import { withLink } from './task-link.ts'

type Ref = { tenantId: string; programId: string; gate: string }

/** Tasks written in one transaction; the last one also opens the gate. */
const batch = 90

/**
 * Opens a week: one task for each person asked for each fact, those of the instruments and closing artifacts it collects, then the
 * gate and its event. Repeatable: tasks that exist are left alone.
 * @throws DomainError `ProgramPaused`, `ProgramStopped`
 */
export const openWeek = async (work: Work, ref: Ref): Promise<void> => {
  const { store, now } = work
  const { program, gate, record, members } = await load(store, ref)
  if (record.status !== 'planned') return
  const opening = { ref, round: 1, openedAt: now, dueAt: record.checksAt }
  const tasks = await tasksFor(work, program, gate, gate.asks, members, opening)
  const opened: Change = { kind: 'gate', record: { ...record, status: 'open', openedAt: now }, expect: record.version }
  await write(store, ref, tasks, opened, { type: 'week.opened', ...about(ref, now), gate: ref.gate, round: 1 })
}

/**
 * Before a recheck, asks again for the facts that did not hold and for what was collected of others only, until the day of the
 * recheck. Repeatable.
 * @throws DomainError `ProgramPaused`, `ProgramStopped`
 */
export const askAgain = async (work: Work, ref: Ref, recheckAt: string): Promise<void> => {
  const { store, now } = work
  const { program, gate, record, members } = await load(store, ref)
  if (record.status !== 'rechecking' || record.checksAt === recheckAt) return
  const missed = new Set(
    record.evaluations
      .at(-1)!
      .conditions.filter(({ result }) => result !== 'pass')
      .map(({ fact }) => fact),
  )
  const round = record.round + 1
  const asks = gate.asks.filter((ask) => missed.has(ask.fact))
  const opening = { ref, round, openedAt: now, dueAt: recheckAt }
  const tasks = await tasksFor(work, program, gate, asks, members, opening)
  const change: Change = { kind: 'gate', record: { ...record, checksAt: recheckAt }, expect: record.version }
  await write(store, ref, tasks, change, { type: 'week.opened', ...about(ref, now), gate: ref.gate, round })
}

const about = ({ tenantId, programId }: Ref, now: string) => ({ tenantId, programId, at: now, by: platform })

const load = async (store: Store, { tenantId, programId, gate: id }: Ref) => {
  const program = await loadRunning(store, { tenantId, programId })
  const template = await loadTemplate(store, program)
  const gate = template.gates.find((each) => each.gate === id)!
  const record: GateRecord = (await store.get('gate', { tenantId, scope: programId }, id))!
  return { program, gate, record, members: await loadMembers(store, program) }
}

type Opening = { ref: Ref; round: number; openedAt: string; dueAt: string }

/** What a gate collects, and its questions, but for those that the platform answers from its rows or by what it collects. */
const tasksFor = async (
  { store, ids }: Work,
  program: Program,
  gate: Gate,
  asks: Gate['asks'],
  members: Member[],
  opening: Opening,
): Promise<Task[]> => {
  const { round, openedAt, dueAt } = opening
  const collected = await instrumentTasks(store, program, gate, round, members, openedAt, dueAt)
  const names = asks.map(({ fact }) => fact)
  const counted = await computedFacts(names, {
    store,
    program,
    members,
    tasksOf: tasksByGate(store, program),
    now: openedAt,
  })
  const filledIn = new Set(collected.map(({ form }) => form))
  const questions: Task[] = []
  for (const ask of asks) {
    if (counted.has(ask.fact) || filledIn.has(answeredBy[ask.fact])) continue
    const people = await askedMembers(store, opening.ref.tenantId, members, ask.of)
    questions.push(...questionsTo(people, gate, ask, opening))
  }
  return [...questions, ...collected].map((task) => withLink(task, ids, program.zone))
}

const questionsTo = (
  people: Member[],
  gate: Gate,
  ask: Gate['asks'][number],
  { ref, round, openedAt, dueAt }: Opening,
): Task[] =>
  (ask.from === 'each' ? people : people.slice(0, 1)).map(({ id: personId }) => ({
    tenantId: ref.tenantId,
    scope: ref.programId,
    id: `${gate.gate}.${round}.${ask.fact}.${personId}`,
    version: 0,
    gate: gate.gate,
    round,
    kind: 'attest',
    title: ask.question,
    why: `Gate ${gate.gate}, ${gate.title}: ${gate.criterion.words}`,
    role: ask.of,
    personId,
    fact: ask.fact,
    answerKind: findFact(ask.fact)!.answer,
    openedAt,
    dueAt,
    status: 'open',
    reminders: 0,
    escalated: false,
  }))

const write = async (store: Store, ref: Ref, tasks: Task[], last: Change, event: NewEvent) => {
  const scope = { tenantId: ref.tenantId, scope: ref.programId }
  const known = new Set((await allOf(store, 'task', scope, `${ref.gate}.`)).map(({ id }) => id))
  const changes = tasks
    .filter(({ id }) => !known.has(id))
    .map((task): Change => ({ kind: 'task', record: task, expect: 0 }))
  while (changes.length > batch) await store.commit(changes.splice(0, batch))
  await store.commit([...changes, last], [event])
}
