import type { Work } from '../program/actor.ts'
import { whileStale } from '../program/while-stale.ts'
import { type CandidacyRef, demandOpen, loadCandidacy } from './load-candidacy.ts'

/**
 * Where a selection begins or goes on; remembers which execution drives it. Of a mentor who is appointed already it goes on to the
 * sponsor action (S-M9).
 * @throws DomainError `CandidacyOver`
 */
export const beginCandidacy = ({ store }: Work, ref: CandidacyRef, executionArn: string): Promise<void> =>
  whileStale(async () => {
    const candidacy = await loadCandidacy(store, ref)
    if (candidacy.status !== 'appointed') demandOpen(candidacy)
    if (candidacy.executionArn === executionArn) return
    await store.commit([{ kind: 'candidacy', record: { ...candidacy, executionArn }, expect: candidacy.version }])
  })
