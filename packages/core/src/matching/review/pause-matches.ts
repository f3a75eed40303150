import type { Store } from '../../ports.ts'
import { platform } from '../../program/actor.ts'
import { effectOf, hadEffect } from '../../program/hr/effects/effect.ts'
import { type Concern, isGone } from '../../program/hr/effects/programs-concerned.ts'
import { whileStale } from '../../program/while-stale.ts'
import type { MatchRecord } from '../match-record.ts'
import { placeFreed } from './caseload.ts'
import { endEach } from './end-each.ts'
import { pairsOf } from './pairs-of.ts'

/**
 * Somebody has left the organisation (domain §11): what is not published of their matches is withdrawn; a published one is paused, and
 * its place is free in the same transaction, until the program owner decides. Repeatable: a place is given back once.
 */
export const pauseMatches = async (store: Store, concern: Concern): Promise<void> => {
  if (!(await isGone(store, concern))) return
  const { personId, changeId, at: now } = concern
  const isOpen = ({ status }: MatchRecord) => status === 'proposed' || status === 'approved'
  await endEach(
    { store, now },
    concern,
    (match) => (isOpen(match) ? whoLeft(match, personId) : undefined),
    ({ id: subjectId, service }) => {
      const words = `A match with a ${service} that was not published yet was withdrawn.`
      return [effectOf(concern, { effect: 'proposal withdrawn', subjectId, personId, changeId, words })]
    },
  )
  for (const { id } of await pairsOf(store, concern)) await whileStale(() => pause(store, concern, id))
}

const whoLeft = ({ participantId, providerId, service }: MatchRecord, personId: string): string | undefined => {
  if (participantId === personId) return 'The participant has left the organisation.'
  return providerId === personId ? `The ${service} has left the organisation.` : undefined
}

const pause = async (store: Store, concern: Concern, matchId: string): Promise<void> => {
  const { tenantId, programId, personId, changeId, at } = concern
  const scope = { tenantId, scope: programId }
  const match = await store.get('match', scope, matchId)
  if (match?.status !== 'published' || match.pausedAt !== undefined) return
  // Somebody has decided since that the pair goes on.
  if (await hadEffect(store, concern, { changeId, effect: 'place freed', subjectId: matchId })) return
  const words = `The pair is paused, and the place with the ${match.service} is free.`
  await store.commit(
    [
      { kind: 'match', record: { ...match, pausedAt: at }, expect: match.version },
      ...(await placeFreed(store, scope, match.providerId)),
      effectOf(concern, { effect: 'place freed', subjectId: matchId, personId, changeId, words }),
    ],
    [{ type: 'match.paused', tenantId, programId, at, by: platform, matchId, personId, changeId }],
  )
}
