import type { Store } from '../ports.ts'
import type { Fact, FactValue } from '../program/fact.ts'
import { holders, listAll } from '../program/load.ts'
import type { Member } from '../program/person.ts'
import type { Program } from '../program/program.ts'
import type { TasksOf } from './collect-facts.ts'

export type Rows = { store: Store; program: Program; members: Member[]; tasksOf: TasksOf; now: string }

/** How the platform computes a fact from its own rows, with a note that shows the numbers. */
type Computation = (rows: Rows) => Promise<{ value: FactValue; note: string }> | { value: FactValue; note: string }

const computations: Record<string, Computation> = {
  'cohort-size': ({ members }) => {
    const count = holders(members, 'participant').length
    return { value: { kind: 'count', count }, note: `${count} active participants on the roster` }
  },
  'pool-covers-cohort': ({ members }) => {
    const cohort = holders(members, 'participant').length
    const places = [...holders(members, 'coach'), ...holders(members, 'mentor')].reduce(
      (sum, each) => sum + each.places,
      0,
    )
    return { value: { kind: 'yes-no', yes: places >= cohort }, note: `${places} places for ${cohort} participants` }
  },
  'pivots-done': async ({ store, program, tasksOf }) => {
    const gates = await listAll((cursor) =>
      store.list('gate', { tenantId: program.tenantId, scope: program.id }, { cursor }),
    )
    const pivots = gates.flatMap((gate) =>
      gate.decisions.filter(({ choice }) => choice === 'pivot').map(({ round }) => ({ gate: gate.id, round })),
    )
    const tasks = (
      await Promise.all(
        pivots.map(async ({ gate, round }) =>
          (await tasksOf(gate)).filter((task) => task.kind === 'do' && task.round === round),
        ),
      )
    ).flat()
    const part = tasks.filter((task) => task.status === 'done').length
    return {
      value: { kind: 'ratio', part, whole: tasks.length },
      note: `${part} of ${tasks.length} pivots carried out`,
    }
  },
}

export const isComputed = (fact: string): boolean => fact in computations

/** The named facts that the platform computes; the others are left out. */
export const computedFacts = async (names: string[], rows: Rows): Promise<Map<string, Fact>> => {
  const found = new Map<string, Fact>()
  for (const name of names) {
    const compute = computations[name]
    if (!compute) continue
    const { value, note } = await compute(rows)
    found.set(name, { name, value, source: { how: 'computed', by: ['pilotgate'], at: rows.now, note } })
  }
  return found
}
