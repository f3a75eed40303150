import { DomainError } from '../../errors.ts'
import type { Actor, Work } from '../../program/actor.ts'
import { loadOpenProgram } from '../../program/load.ts'
import { whileStale } from '../../program/while-stale.ts'
import type { MatchRecord } from '../match-record.ts'
import { loadOwnMatch } from './own-match.ts'

export type MatchCheck = { what: 'chemistry' | 'reassessment'; fine: boolean; note: string }

/**
 * The participant says whether the match fits: after the first week (chemistry check) and after 30 days (reassessment) (M8). A
 * "no" makes nothing by itself: the matching owner reads it and may reassign. The same answer again changes nothing.
 * @throws DomainError `NotFound` (not theirs), `AlreadyDecided` (answered otherwise), `NotPossibleNow` (ended, program over)
 */
export const checkMatch = (
  { store, now }: Work,
  actor: Actor,
  programId: string,
  matchId: string,
  { what, fine, note }: MatchCheck,
): Promise<MatchRecord> =>
  whileStale(async () => {
    await loadOpenProgram(store, actor.tenantId, programId)
    const match = await loadOwnMatch(store, actor, programId, matchId, 'participant')
    const said = what === 'chemistry' ? match.chemistry?.fits : match.reassessment?.keep
    if (said === fine) return match
    if (said !== undefined) throw new DomainError('AlreadyDecided', `You answered the ${what} otherwise already.`)
    const checked: MatchRecord =
      what === 'chemistry'
        ? { ...match, chemistry: { fits: fine, note, at: now } }
        : { ...match, reassessment: { keep: fine, note, at: now } }
    await store.commit(
      [{ kind: 'match', record: checked, expect: match.version }],
      [
        {
          type: 'match.checked',
          tenantId: actor.tenantId,
          programId,
          at: now,
          by: actor.personId,
          matchId,
          what,
          fine,
        },
      ],
    )
    return { ...checked, version: match.version + 1 }
  })
