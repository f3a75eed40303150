import type { Store } from '../ports.ts'
import type { Attestation } from '../program/attestation.ts'
import type { Answer, Fact } from '../program/fact.ts'
import { findFact } from '../program/facts.ts'
import { listAll, loadMembers } from '../program/load.ts'
import type { Program } from '../program/program.ts'
import type { Task } from '../program/task.ts'
import type { ProgramTemplate } from '../program/template.ts'
import { combineAnswers } from './combine-answers.ts'
import { computedFacts } from './computed-facts.ts'

/**
 * Gathers named facts as they stand in a program week, each with its source: computed from the platform's rows, else stated by
 * a person through the API, else combined from the answers of the people who were asked up to that week.
 */
export const collectFacts = async (
  store: Store,
  program: Program,
  template: ProgramTemplate,
  { names, week, now }: { names: string[]; week: number; now: string },
): Promise<Map<string, Fact>> => {
  const members = await loadMembers(store, program)
  const tasksOf = tasksByGate(store, program)
  const computed = await computedFacts(names, { store, program, members, tasksOf, now })
  const found = new Map<string, Fact>()
  for (const name of new Set(names)) {
    found.set(
      name,
      computed.get(name) ?? (await attested(store, program, name)) ?? (await answered(name, template, week, tasksOf)),
    )
  }
  return found
}

/** Reads the tasks of a gate once, however many facts rest on them. */
const tasksByGate = (store: Store, program: Program) => {
  const known = new Map<string, Promise<Task[]>>()
  return (gate: string): Promise<Task[]> => {
    const scope = { tenantId: program.tenantId, scope: program.id }
    const tasks = known.get(gate) ?? listAll((cursor) => store.list('task', scope, { prefix: `${gate}.`, cursor }))
    known.set(gate, tasks)
    return tasks
  }
}
export type TasksOf = ReturnType<typeof tasksByGate>

/** The latest statement of a fact by a person through the API. */
const attested = async (store: Store, program: Program, name: string): Promise<Fact | undefined> => {
  const scope = { tenantId: program.tenantId, scope: program.id }
  const rows: Attestation[] = await listAll((cursor) =>
    store.list('attestation', scope, { prefix: `${name}.`, cursor }),
  )
  const row = rows.at(-1)
  if (!row) return undefined
  const note = row.note ? `${row.source}: ${row.note}` : row.source
  return { name, value: row.value, source: { how: 'attested', by: [row.by], at: row.at, note } }
}

/** The answers of those asked at the latest gate, up to this one, that asks for the fact; a person's last answer counts. */
const answered = async (name: string, template: ProgramTemplate, week: number, tasksOf: TasksOf): Promise<Fact> => {
  const asking = template.gates.filter((each) => each.week <= week && each.asks.some((ask) => ask.fact === name)).at(-1)
  const ask = asking?.asks.find((each) => each.fact === name)
  if (!asking || !ask) return { name, value: undefined }
  const tasks = (await tasksOf(asking.gate)).filter((task) => task.fact === name && task.status !== 'cancelled')
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
