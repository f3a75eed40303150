import type { NewEvent } from '../../events.ts'
import type { Change, Scope, Store } from '../../ports.ts'
import { type Actor, platform, type Work } from '../../program/actor.ts'
import { allOf, loadOpenProgram } from '../../program/load.ts'
import { whileStale } from '../../program/while-stale.ts'
import type { MatchRecord } from '../match-record.ts'
import { placeFreed } from './caseload.ts'

/** Matches of one transaction: each has a change and an event. */
const batch = 45

/**
 * Publishes approved matches (M6): from now on both people know. Each match has its event, from which participant and provider
 * get a mail of their own. One whose provider is no longer selected is withdrawn instead, with its place. Repeatable: what is
 * published stays as it is.
 * @param runId only the matches of this run; without it, all that are approved
 * @returns the ids of the matches published now
 * @throws DomainError `NotPossibleNow` (program over)
 */
export const publishMatches = async (
  { store, now }: Pick<Work, 'store' | 'now'>,
  { tenantId, personId }: Pick<Actor, 'tenantId' | 'personId'>,
  programId: string,
  runId?: string,
): Promise<string[]> => {
  const scope: Scope = { tenantId, scope: programId }
  await loadOpenProgram(store, scope.tenantId, scope.scope)
  const published: string[] = []
  await whileStale(async () => {
    const selected = await selectedProviders(store, scope)
    const all = await approvedMatches(store, scope, runId)
    for (const { id } of all.filter(({ providerId }) => !selected.has(providerId)))
      await withdrawLost({ store, now }, scope, id)
    const approved = all.filter(({ providerId }) => selected.has(providerId))
    while (approved.length > 0) {
      const some = approved.splice(0, batch)
      await store.commit(
        some.map(
          (match): Change => ({
            kind: 'match',
            record: { ...match, status: 'published', publishedAt: now },
            expect: match.version,
          }),
        ),
        some.map(
          ({ id }): NewEvent => ({
            type: 'match.published',
            tenantId,
            programId,
            at: now,
            by: personId,
            matchId: id,
          }),
        ),
      )
      published.push(...some.map(({ id }) => id))
    }
  })
  return published
}

const approvedMatches = async (store: Store, scope: Scope, runId: string | undefined): Promise<MatchRecord[]> =>
  (await allOf(store, 'match', scope)).filter(
    (match) => match.status === 'approved' && (runId === undefined || match.runId === runId),
  )

/** The ids of providers who may be matched. */
const selectedProviders = async (store: Store, scope: Scope): Promise<Set<string>> =>
  new Set((await allOf(store, 'provider', scope)).flatMap(({ id, status }) => (status === 'selected' ? [id] : [])))

/** An approved match of a provider who lost their selection since: nobody is matched with them any more (§4). */
const withdrawLost = ({ store, now }: Pick<Work, 'store' | 'now'>, scope: Scope, id: string): Promise<void> =>
  whileStale(async () => {
    const match = await store.get('match', scope, id)
    const provider = match && (await store.get('provider', scope, match.providerId))
    if (match?.status !== 'approved' || provider?.status === 'selected') return
    const because = `The ${match.service} may not be matched any more. ${provider?.statusReason ?? ''}`.trim()
    const record: MatchRecord = {
      ...match,
      status: 'withdrawn',
      endedBecause: because,
      endedBy: platform,
      endedAt: now,
    }
    const freed = await placeFreed(store, scope, match.providerId)
    const about = { tenantId: scope.tenantId, programId: scope.scope, at: now, by: platform }
    await store.commit(
      [{ kind: 'match', record, expect: match.version }, ...freed],
      [{ type: 'match.withdrawn', ...about, matchId: id, because }],
    )
  })
