import type { Event } from '../events.ts'
import { platform, type Work } from '../program/actor.ts'
import { effectOf, hadEffect } from '../program/hr/effects/effect.ts'
import type { Concern } from '../program/hr/effects/programs-concerned.ts'
import { allOf } from '../program/load.ts'
import { whileStale } from '../program/while-stale.ts'
import { engagementChange, engagementChanged } from './engagement-changed.ts'
import type { EngagementRecord } from './engagement-record.ts'
import { cancelled, loadOpenTasks } from './engagement-tasks.ts'
import { type EngagementRef, scopeOf } from './load-engagement.ts'
import { type CallOff, callOff, callOffLongList } from './sessions/call-off.ts'

/** Tasks cancelled in one transaction, each with its line of history. */
const batch = 40

/**
 * One of a pair has left the organisation and their match is paused: sessions ahead are cancelled, open tasks called off, and nothing
 * is asked until the program owner decides (domain §11). Repeatable; nothing happens to a pair that goes on again.
 */
export const pauseEngagement = async ({ store }: Pick<Work, 'store'>, event: Paused): Promise<void> => {
  const { tenantId, programId, matchId, changeId, at: now } = event
  const ref = { tenantId, programId, engagementId: matchId }
  const [match, engagement] = await Promise.all([
    store.get('match', scopeOf(ref), matchId),
    store.get('engagement', scopeOf(ref), matchId),
  ])
  if (match?.pausedAt === undefined || !engagement || (await hasActed({ store }, event, engagement))) return
  const why = whyOf(event)
  await callOffLongList({ store, now }, ref, why, isOver)
  await whileStale(() => pause({ store, now }, event, ref, why))
  for (let left = true; left; ) left = await whileStale(() => callOffTasks({ store }, event, changeId))
}

export type MatchRef = { tenantId: string; programId: string; matchId: string }

/** That a match was paused, as its event tells it. */
type Paused = MatchRef & Pick<Extract<Event, { type: 'match.paused' }>, 'personId' | 'changeId' | 'at'>

/** Pauses an engagement that opened only when its match was paused already; the history says who had left. Repeatable. */
export const pauseOpened = async (work: Pick<Work, 'store'>, ref: MatchRef): Promise<void> => {
  const { tenantId, programId, matchId } = ref
  const scope = { tenantId, scope: programId }
  const match = await work.store.get('match', scope, matchId)
  if (match?.pausedAt === undefined) return
  for (const personId of [match.participantId, match.providerId]) {
    const effects = await allOf(work.store, 'changeEffect', scope, `${personId}.`)
    const freed = effects.find(
      ({ effect, subjectId, at }) => effect === 'place freed' && subjectId === matchId && at === match.pausedAt,
    )
    if (freed) return pauseEngagement(work, { ...ref, personId, changeId: freed.changeId, at: freed.at })
  }
}

/** Paused, and resumed or ended since. */
const hasActed = async (
  { store }: Pick<Work, 'store'>,
  event: Paused,
  { paused, status }: EngagementRecord,
): Promise<boolean> => {
  const told = { effect: 'engagement paused', subjectId: event.matchId, changeId: event.changeId } as const
  return status === 'ended' || (paused === undefined && (await hadEffect(store, event, told)))
}

const isOver = ({ status, paused }: EngagementRecord): boolean => status === 'ended' || paused !== undefined

const lineOf = (
  event: Concern,
  effect: 'session cancelled' | 'task cancelled' | 'engagement paused',
  id: string,
  words: string,
) => effectOf(event, { effect, subjectId: id, personId: event.personId, changeId: event.changeId, words })

const whyOf = (event: Paused): CallOff => ({
  because: 'The engagement is paused.',
  by: platform,
  also: ({ id }) => [lineOf(event, 'session cancelled', id, 'A session that lay ahead was cancelled.')],
})

const pause = async (
  work: Pick<Work, 'store' | 'now'>,
  event: Paused,
  ref: EngagementRef,
  why: CallOff,
): Promise<void> => {
  const { store, now } = work
  const engagement = await store.get('engagement', scopeOf(ref), ref.engagementId)
  if (!engagement || isOver(engagement)) return
  const sessions = await callOff(work, engagement, engagement.upcoming, why)
  const { stalledSince: _, nudgedAt: __, escalatedAt: ___, ...rest } = engagement
  const paused: EngagementRecord = {
    ...rest,
    ...{ paused: { at: now, personId: event.personId, changeId: event.changeId }, upcoming: [] },
    // Starts that were only intended keep nobody's time.
    blocks: engagement.kickedOffAt === undefined ? [] : engagement.blocks,
  }
  const words = `The engagement with the ${engagement.service} is paused until the program owner decides how it goes on.`
  await store.commit(
    [engagementChange(paused), lineOf(event, 'engagement paused', engagement.id, words), ...sessions.changes],
    [engagementChanged(paused, 'paused', { now, by: platform }), ...sessions.events],
  )
}

/** @returns whether there are more */
const callOffTasks = async ({ store }: Pick<Work, 'store'>, event: Paused, changeId: string): Promise<boolean> => {
  const engagement = await store.get('engagement', scopeOf(event), event.matchId)
  if (engagement?.paused?.changeId !== changeId) return false
  const tasks = await loadOpenTasks(store, engagement, { collected: true })
  if (tasks.length === 0) return false
  const some = tasks.slice(0, batch)
  const lines = some.map(({ id, title }) => lineOf(event, 'task cancelled', id, `The task "${title}" was cancelled.`))
  await store.commit([...cancelled(some), ...lines])
  return tasks.length > batch
}
