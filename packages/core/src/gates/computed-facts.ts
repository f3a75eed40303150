import { completionOf } from '../intake/intake-completion.ts'
import { loadIntakes } from '../intake/open-intake.ts'
import type { Fact } from '../program/fact.ts'
import { allOf, holders } from '../program/load.ts'
import { closingFacts } from './closing-facts.ts'
import { deliverableFacts } from './deliverable-facts.ts'
import { engagementFacts } from './engagement-facts.ts'
import { instrumentFacts } from './instrument-facts.ts'
import { matchingFacts } from './matching-facts.ts'
import { outcomeFacts } from './outcome-facts.ts'
import { type Computation, type Evidence, type Ground, rowsOf } from './rows.ts'
import { selectedOf, selectionFacts } from './selection-facts.ts'
import { sessionFacts } from './session-facts.ts'
import { shareOf } from './share-fact.ts'
import { telemetryFacts } from './telemetry-facts.ts'

/** What only the platform may say: people would only repeat its rows. */
const ownFacts: Record<string, Computation> = {
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
  'pivots-done': async ({ store, program, tasksOf }) => {
    const gates = await allOf(store, 'gate', { tenantId: program.tenantId, scope: program.id })
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
    return shareOf(
      tasks.map(({ id, status }) => ({ row: 'task', id, counts: status === 'done' })),
      'pivots carried out',
    )
  },
}

/** What the platform computes where it has the rows; where the work is done elsewhere, people state it, and so they may here. */
const sharedFacts: Record<string, Computation> = {
  ...matchingFacts,
  ...engagementFacts,
  ...selectionFacts,
  ...sessionFacts,
  ...closingFacts,
  ...instrumentFacts,
  ...outcomeFacts,
  ...deliverableFacts,
  ...telemetryFacts,
}

const computations: Record<string, Computation> = { ...ownFacts, ...sharedFacts }

/** Whether only the platform may say it. */
export const isComputed = (fact: string): boolean => fact in ownFacts

/** The named facts that the platform computes; the others are left out, and those that this program does elsewhere. */
export const computedFacts = async (
  names: string[],
  ground: Ground,
): Promise<Map<string, Fact & { evidence: Evidence[] }>> => {
  const rows = rowsOf(ground)
  const found = new Map<string, Fact & { evidence: Evidence[] }>()
  for (const name of names) {
    const computed = await computations[name]?.(rows)
    if (!computed) continue
    const { value, note, evidence = [] } = computed
    found.set(name, { name, value, source: { how: 'computed', by: ['pilotgate'], at: ground.now, note }, evidence })
  }
  return found
}
