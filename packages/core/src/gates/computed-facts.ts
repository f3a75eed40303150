import { completionOf } from '../intake/intake-completion.ts'
import { loadIntakes } from '../intake/open-intake.ts'
import type { Store } from '../ports.ts'
import type { Fact, FactValue } from '../program/fact.ts'
import { holders, listAll } from '../program/load.ts'
import type { Member } from '../program/person.ts'
import type { Program } from '../program/program.ts'
import type { TasksOf } from './collect-facts.ts'
import { matchingFacts } from './matching-facts.ts'
import { selectedOf, selectionFacts } from './selection-facts.ts'

export type Rows = { store: Store; program: Program; members: Member[]; tasksOf: TasksOf; now: string }

/** How the platform computes a fact from its own rows, with a note that shows the numbers. */
export type Computed = { value: FactValue; note: string }
type Computation = (rows: Rows) => Promise<Computed | undefined> | Computed

const computations: Record<string, Computation> = {
  'cohort-size': ({ members }) => {
    const count = holders(members, 'participant').length
    return { value: { kind: 'count', count }, note: `${count} active participants on the roster` }
  },
  'intake-completion': async ({ store, program, members }) => {
    const intakes = await loadIntakes(store, program.tenantId, program.id)
    const { submitted, participants } = completionOf(members, intakes)
    return {
      value: { kind: 'ratio', part: submitted, whole: participants },
      note: `${submitted} of ${participants} active participants have submitted their intake, with goals that can be measured`,
    }
  },
  'pool-covers-cohort': async (rows) => {
    const { members } = rows
    const cohort = holders(members, 'participant').length
    const { passed, here } = await selectedOf(rows)
    // Nobody who has not passed can be matched; where selection happens elsewhere, the roster holds only who has.
    const counts = new Set(passed.map(({ personId }) => personId))
    const pool = [...holders(members, 'coach'), ...holders(members, 'mentor')].filter(
      ({ id }) => !here || counts.has(id),
    )
    const places = [...new Set(pool)].reduce((sum, each) => sum + each.places, 0)
    const who = here ? ` with the ${counts.size} coaches and mentors who passed their selection` : ''
    return {
      value: { kind: 'yes-no', yes: places >= cohort },
      note: `${places} places${who} for ${cohort} participants`,
    }
  },
  ...matchingFacts,
  ...selectionFacts,
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

/** Whether only the platform may say it. Where matches or selections are made elsewhere, people state those facts. */
export const isComputed = (fact: string): boolean =>
  fact in computations && !(fact in matchingFacts) && !(fact in selectionFacts)

/** The named facts that the platform computes; the others are left out, and those it has no rows for. */
export const computedFacts = async (names: string[], rows: Rows): Promise<Map<string, Fact>> => {
  const found = new Map<string, Fact>()
  for (const name of names) {
    const compute = computations[name]
    if (!compute) continue
    const computed = await compute(rows)
    if (!computed) continue
    const { value, note } = computed
    found.set(name, { name, value, source: { how: 'computed', by: ['pilotgate'], at: rows.now, note } })
  }
  return found
}
