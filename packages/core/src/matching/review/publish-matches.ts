import type { NewEvent } from '../../events.ts'
import type { Change, Scope, Store } from '../../ports.ts'
import type { Actor, Work } from '../../program/actor.ts'
import type { MatchRecord } from '../match-record.ts'
import { allOf, loadOpenProgram } from './load-matching.ts'
import { whileStale } from './while-stale.ts'

/** Matches of one transaction: each has a change and an event. */
const batch = 45

/**
 * Publishes approved matches (M6): from now on both people know. Each match has its event, from which participant and provider
 * get a mail of their own. Repeatable: what is published stays as it is.
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
  await loadOpenProgram(store, scope)
  const published: string[] = []
  await whileStale(async () => {
    const approved = await approvedMatches(store, scope, runId)
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
