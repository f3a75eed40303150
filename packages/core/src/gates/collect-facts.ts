import type { Store } from '../ports.ts'
import type { Attestation } from '../program/attestation.ts'
import type { Answer, Fact } from '../program/fact.ts'
import { findFact } from '../program/facts.ts'
import { allOf, loadMembers } from '../program/load.ts'
import type { Member } from '../program/person.ts'
import type { Program } from '../program/program.ts'
import type { Task } from '../program/task.ts'
import type { Gate, ProgramTemplate } from '../program/template.ts'
import { combineAnswers } from './combine-answers.ts'
import { computedFacts } from './computed-facts.ts'
import { valueInWords } from './fact-value-in-words.ts'
import type { Evidence } from './rows.ts'

/** A fact with the rows it rests on, where the platform counted it. */
export type CollectedFact = Fact & { evidence?: Evidence[] }

/**
 * Gathers named facts as they stand in a program week, each with its source: computed from the platform's rows, else stated by
 * a person through the API, else combined from the answers of the people who were asked up to that week. A statement for an
 * earlier gate than the one that asked last gives way to the answers: they are the newer measurement.
 */
export const collectFacts = async (
  store: Store,
  program: Program,
  template: ProgramTemplate,
  { names, week, now }: { names: string[]; week: number; now: string },
): Promise<Map<string, CollectedFact>> => {
  const members = await loadMembers(store, program)
  const tasksOf = tasksByGate(store, program)
  const computed = await computedFacts(names, { store, program, members, tasksOf, now })
  const found = new Map<string, CollectedFact>()
  for (const name of new Set(names)) {
    const statement = await attested(store, program, template, name)
    const asking = template.gates.filter((gate) => gate.week <= week && asks(gate, name)).at(-1)
    const answers = await answered(name, asking, tasksOf, members)
    const counts = statement && (!answers.value || statement.week >= asking!.week)
    found.set(name, prefer(computed.get(name), counts ? statement.fact : answers))
  }
  return found
}

/**
 * What the platform counted counts, and what people stated beside it is shown where it differs. As long as the platform has no
 * data, the statement counts, marked as one.
 */
const prefer = (computed: CollectedFact | undefined, stated: Fact): CollectedFact => {
  if (!computed) return stated
  if (!computed.value) return stated.value ? stated : computed
  if (!stated.value || valueInWords(stated.value) === valueInWords(computed.value)) return computed
  const when = stated.source?.at.slice(0, 10)
  return { ...computed, contradiction: `people stated ${valueInWords(stated.value)} on ${when}` }
}

const asks = (gate: Gate, name: string) => gate.asks.some((ask) => ask.fact === name)

/** Reads the tasks of a gate once, however many facts rest on them. */
export const tasksByGate = (store: Store, program: Program) => {
  const known = new Map<string, Promise<Task[]>>()
  return (gate: string): Promise<Task[]> => {
    const scope = { tenantId: program.tenantId, scope: program.id }
    const tasks = known.get(gate) ?? allOf(store, 'task', scope, `${gate}.`)
    known.set(gate, tasks)
    return tasks
  }
}
export type TasksOf = ReturnType<typeof tasksByGate>

/** The latest statement of a fact by a person through the API, and the week of the gate it was made for. */
const attested = async (
  store: Store,
  program: Program,
  { gates }: ProgramTemplate,
  name: string,
): Promise<{ fact: Fact; week: number } | undefined> => {
  const scope = { tenantId: program.tenantId, scope: program.id }
  const rows: Attestation[] = await allOf(store, 'attestation', scope, `${name}.`)
  const row = rows.at(-1)
  if (!row) return undefined
  const note = row.note ? `${row.source}: ${row.note}` : row.source
  const week = gates.find(({ gate }) => gate === row.gate)?.week ?? 0
  return { fact: { name, value: row.value, source: { how: 'attested', by: [row.by], at: row.at, note } }, week }
}

/**
 * The answers of those asked at a gate; a person's last answer counts. A question cancelled with its gate was asked all the same;
 * only who has left the program without an answer counts no longer.
 */
const answered = async (name: string, asking: Gate | undefined, tasksOf: TasksOf, members: Member[]): Promise<Fact> => {
  const ask = asking?.asks.find((each) => each.fact === name)
  if (!asking || !ask) return { name, value: undefined }
  const active = new Set(members.filter(({ status }) => status === 'active').map(({ id }) => id))
  const counts = ({ status, personId }: Task) => status !== 'cancelled' || active.has(personId)
  const tasks = (await tasksOf(asking.gate)).filter((task) => task.fact === name && counts(task))
  const last = latestByPerson(tasks)
  const done = last.filter((task) => task.answer !== undefined)
  const asked = ask.from === 'each' ? last.length : 1
  const counted = ask.from === 'each' ? done : newestFirst(done).slice(0, 1)
  const value = combineAnswers(
    findFact(name)!,
    counted.map((task) => task.answer as Answer),
    asked,
  )
  if (!value) return { name, value, asked, answered: counted.length }
  const at = newestFirst(counted)[0]!.doneAt!
  const source = { how: 'attested' as const, by: counted.map((task) => task.doneBy!), at }
  return { name, value, asked, answered: counted.length, source }
}

const newestFirst = (tasks: Task[]) => tasks.toSorted((a, b) => (a.doneAt! < b.doneAt! ? 1 : -1))

/** One task a person: the one of the latest round that was answered, or the open one when none was. */
const latestByPerson = (tasks: Task[]): Task[] => {
  const latest = new Map<string, Task>()
  for (const task of tasks.toSorted((a, b) => a.round - b.round)) {
    if (task.answer !== undefined || !latest.has(task.personId)) latest.set(task.personId, task)
  }
  return [...latest.values()]
}
