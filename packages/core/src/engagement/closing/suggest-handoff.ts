import { holdsPlace } from '../../matching/review/load-matching.ts'
import type { Store } from '../../ports.ts'
import { platform } from '../../program/actor.ts'
import { decider, decidingTask } from '../../program/hr/effects/deciding-task.ts'
import { effectOf, hadEffect } from '../../program/hr/effects/effect.ts'
import {
  type Concern,
  concernOf,
  loadChange,
  type PersonChanged,
  programsConcerned,
} from '../../program/hr/effects/programs-concerned.ts'
import { hasNewRole } from '../../program/hr/employees/change-record.ts'
import { allOf, loadMembers } from '../../program/load.ts'
import type { Program } from '../../program/program.ts'
import { whileStale } from '../../program/while-stale.ts'
import type { EngagementRecord } from '../engagement-record.ts'

/**
 * A participant has a new role: where they have a coach and no mentor, the matching owner is asked whether a mentor follows (E6, D2).
 * Repeatable.
 */
export const suggestHandoffs = async (store: Store, event: PersonChanged): Promise<void> => {
  if (!event.kinds.includes('role_changed')) return
  const change = await loadChange(store, event)
  if (!change || !hasNewRole(change)) return
  for (const program of await programsConcerned(store, event)) await suggest(store, program, concernOf(event, program))
}

const suggest = (store: Store, program: Program, concern: Concern): Promise<void> =>
  whileStale(async () => {
    const { tenantId, programId, personId, changeId, at } = concern
    const coaching = await coachingAlone(store, concern)
    if (!coaching) return
    const told = { effect: 'handoff suggested', subjectId: coaching.id, personId, changeId } as const
    if (await hadEffect(store, concern, told)) return
    const members = await loadMembers(store, program)
    const to = decider(members, ['matching owner', 'program owner'], [personId, coaching.providerId])
    const id = `E6.handoff.${coaching.id}.${changeId}`
    const task =
      to &&
      decidingTask(program, concern, to, {
        ...{ id, gate: 'E6', engagementId: coaching.id, subjectId: personId },
        title: 'Consider a mentor after the coaching',
        why: 'A participant with a coach has a new role. A move on the career path speaks for a mentor (D2); the coaching can hand over (E6).',
      })
    const words = 'A mentor after the coaching was suggested to the matching owner.'
    await store.commit(
      [...(task ? [task] : []), effectOf(concern, { ...told, words })],
      [
        {
          type: 'handoff.suggested',
          ...{ tenantId, programId, at, by: platform, engagementId: coaching.id, changeId, taskIds: task ? [id] : [] },
        },
      ],
    )
  })

/** The coaching under way of a participant who has no mentor and is not getting one. */
const coachingAlone = async (
  store: Store,
  { tenantId, programId, personId }: Concern,
): Promise<EngagementRecord | undefined> => {
  const scope = { tenantId, scope: programId }
  const [engagements, matches] = await Promise.all([
    allOf(store, 'engagement', scope, `${personId}.`),
    allOf(store, 'match', scope, `${personId}.`),
  ])
  const going = engagements.filter(({ status, paused }) => status !== 'ended' && !paused)
  const hasMentor =
    going.some(({ service }) => service === 'mentor') ||
    matches.some((match) => match.service === 'mentor' && holdsPlace(match))
  if (hasMentor) return undefined
  return going.find(({ service, kickedOffAt }) => service === 'coach' && kickedOffAt !== undefined)
}
