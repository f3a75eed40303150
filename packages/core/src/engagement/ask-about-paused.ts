import type { Event } from '../events.ts'
import type { Store } from '../ports.ts'
import { decider, decidingTask } from '../program/hr/effects/deciding-task.ts'
import { allOf, loadMembers, loadProgram } from '../program/load.ts'
import { whileStale } from '../program/while-stale.ts'
import type { EngagementRecord } from './engagement-record.ts'

/** The pairs of somebody that wait, whoever of the two left first: none of them goes on by itself. */
export const pausedPairsOf = async (
  store: Store,
  { tenantId, programId, personId }: { tenantId: string; programId: string; personId: string },
): Promise<EngagementRecord[]> =>
  (await allOf(store, 'engagement', { tenantId, scope: programId })).filter(
    ({ status, paused, participantId, providerId }) =>
      status !== 'ended' && paused !== undefined && (participantId === personId || providerId === personId),
  )

/** Somebody is back: the program owner decides which of their paused pairs go on. Repeatable: the owner is asked once. */
export const askAboutPaused = (store: Store, event: Extract<Event, { type: 'member.returned' }>): Promise<void> =>
  whileStale(async () => {
    const { tenantId, programId, personId, changeId } = event
    const id = `M8.returned.${changeId}`
    const [program, waiting, known] = await Promise.all([
      loadProgram(store, tenantId, programId),
      pausedPairsOf(store, event),
      store.get('task', { tenantId, scope: programId }, id),
    ])
    const to = decider(await loadMembers(store, program), ['program owner'], [personId])
    if (known || waiting.length === 0 || !to) return
    await store.commit([
      decidingTask(program, event, to, {
        ...{ id, gate: 'M8', subjectId: personId },
        title: 'Decide how paused pairs go on',
        why: `Somebody has come back; ${waiting.length === 1 ? 'one pair of theirs is' : `${waiting.length} pairs of theirs are`} paused. Resume, reassign or end each of them (M8).`,
      }),
    ])
  })
