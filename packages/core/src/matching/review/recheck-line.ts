import type { Change, Store } from '../../ports.ts'
import { platform } from '../../program/actor.ts'
import { decider, decidingTask } from '../../program/hr/effects/deciding-task.ts'
import { effectOf, hadEffect } from '../../program/hr/effects/effect.ts'
import type { Concern } from '../../program/hr/effects/programs-concerned.ts'
import { allOf, loadMembers } from '../../program/load.ts'
import type { Program } from '../../program/program.ts'
import type { Task } from '../../program/task.ts'
import { whileStale } from '../../program/while-stale.ts'
import type { MatchRecord } from '../match-record.ts'
import { endEach } from './end-each.ts'
import { pairsOf } from './pairs-of.ts'
import { lineConflict } from './reporting-line.ts'

/**
 * Somebody has another manager: nobody coaches or mentors whom they manage, nor the other way round (domain §1, M4). What is not
 * published yet is withdrawn; of a published match the matching owner decides. Where the conflict is gone again, they are asked no
 * more. Looks at who manages whom now; repeatable.
 */
export const recheckLine = async (store: Store, program: Program, concern: Concern): Promise<void> => {
  const { personId, changeId, at: now } = concern
  const conflicts = await openConflicts(store, concern)
  await endEach(
    { store, now },
    concern,
    (match) => (isOpen(match) ? conflicts.get(match.id) : undefined),
    ({ id: subjectId, service }) => {
      const words = `A match with a ${service} was withdrawn: the two are in one reporting line.`
      return [effectOf(concern, { effect: 'proposal withdrawn', subjectId, personId, changeId, words })]
    },
  )
  for (const { id } of await pairsOf(store, concern)) await whileStale(() => recheckPair(store, program, concern, id))
}

const isOpen = ({ status }: MatchRecord): boolean => status === 'proposed' || status === 'approved'

/** The matches of the person that are not published yet and may not be made any more, with the reason. */
const openConflicts = async (
  store: Store,
  { tenantId, programId, personId }: Concern,
): Promise<Map<string, string>> => {
  const all = await allOf(store, 'match', { tenantId, scope: programId })
  const theirs = all.filter(
    (match) => isOpen(match) && (match.participantId === personId || match.providerId === personId),
  )
  const found = await Promise.all(theirs.map(async (match) => [match.id, await lineConflict(store, match)] as const))
  return new Map(found.flatMap(([id, why]) => (why === undefined ? [] : [[id, why]])))
}

const recheckPair = async (store: Store, program: Program, concern: Concern, matchId: string): Promise<void> => {
  const scope = { tenantId: concern.tenantId, scope: concern.programId }
  const match = await store.get('match', scope, matchId)
  if (match?.status !== 'published' || match.pausedAt !== undefined) return
  const why = await lineConflict(store, match)
  const asked = (await allOf(store, 'task', scope, prefixOf(matchId))).filter(({ status }) => status === 'open')
  if (why === undefined) {
    const changes = asked.flatMap((task) => calledOff(concern, task))
    return changes.length > 0 ? store.commit(changes) : undefined
  }
  if (asked.length === 0) await askToDecide(store, program, concern, match, why)
}

const calledOff = (concern: Concern, task: Task): Change[] => {
  const words = `The task "${task.title}" was cancelled: the two are no longer in one reporting line.`
  return [
    { kind: 'task', record: { ...task, status: 'cancelled' }, expect: task.version },
    effectOf(concern, { ...concern, effect: 'task cancelled', subjectId: task.id, words }),
  ]
}

const prefixOf = (matchId: string): string => `M4.${matchId}.line.`

const askToDecide = async (
  store: Store,
  program: Program,
  concern: Concern,
  { id: matchId, participantId, providerId, service }: MatchRecord,
  why: string,
): Promise<void> => {
  const { tenantId, programId, personId, changeId, at } = concern
  const told = { effect: 'reporting line in conflict', subjectId: matchId, personId, changeId } as const
  if (await hadEffect(store, concern, told)) return
  const members = await loadMembers(store, program)
  const to = decider(members, ['matching owner', 'program owner'], [participantId, providerId])
  const id = `${prefixOf(matchId)}${changeId}`
  const task =
    to &&
    decidingTask(program, concern, to, {
      ...{ id, gate: 'M4', engagementId: matchId, subjectId: participantId },
      title: 'Decide how a pair in one reporting line goes on',
      why: `${why} Nobody has a direct manager for a ${service} (M4). Reassign the match or end the engagement.`,
    })
  await store.commit(
    [
      ...(task ? [task] : []),
      effectOf(concern, { ...told, words: `${why} The matching owner decides how the pair goes on.` }),
    ],
    [{ type: 'match.conflict', tenantId, programId, at, by: platform, matchId, changeId, taskIds: task ? [id] : [] }],
  )
}
