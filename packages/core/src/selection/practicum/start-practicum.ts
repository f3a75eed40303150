import { DomainError } from '../../errors.ts'
import type { Store } from '../../ports.ts'
import type { Actor, Work } from '../../program/actor.ts'
import { loadOpenProgram } from '../../program/load.ts'
import { whileStale } from '../../program/while-stale.ts'
import type { CredentialRecord } from '../credential.ts'
import { findCredential } from '../find-credential.ts'
import { demandGuide } from '../supervision/coaches.ts'
import { demandIndependence } from '../supervision/supervision-conflict.ts'
import type { PracticumRecord } from './practicum-record.ts'

/**
 * A supervisor or the coach lead starts the practicum of an internal coach in training (§4). Started again, it is the same one.
 * @throws DomainError `NotFound` (no active coach), `NotPossibleNow` (no valid credential in training, program over), `NotAllowed`
 */
export const startPracticum = (
  { store, now }: Work,
  actor: Actor,
  programId: string,
  personId: string,
): Promise<PracticumRecord> =>
  whileStale(async () => {
    demandGuide(actor, 'coach')
    await loadOpenProgram(store, actor.tenantId, programId)
    const scope = { tenantId: actor.tenantId, scope: programId }
    const known = await store.get('practicum', scope, personId)
    if (known) return known
    const [member, credential] = await Promise.all([
      store.get('member', scope, personId),
      loadInternalCoach(store, actor.tenantId, personId),
      demandIndependence(store, actor, personId),
    ])
    if (member?.status !== 'active' || !member.roles.includes('coach')) {
      throw new DomainError('NotFound', `There is no active coach "${personId}" in this program.`)
    }
    if (credential.level !== 'coach in training') {
      throw new DomainError('NotPossibleNow', `This coach is a ${credential.level} already; no practicum is needed.`)
    }
    const practicum: PracticumRecord = {
      ...scope,
      id: personId,
      version: 0,
      status: 'open',
      startedAt: now,
      startedBy: actor.personId,
      practice: [],
      reviews: [],
    }
    const about = { tenantId: actor.tenantId, programId, at: now, by: actor.personId, personId }
    await store.commit(
      [{ kind: 'practicum', record: practicum, expect: 0 }],
      [{ type: 'practicum.changed', ...about, what: 'started' }],
    )
    return { ...practicum, version: 1 }
  })

/**
 * The valid credential of an internal coach, who alone has a level.
 * @throws DomainError `NotFound`, `NotPossibleNow` (from outside, suspended, lapsed)
 */
export const loadInternalCoach = async (
  store: Store,
  tenantId: string,
  personId: string,
): Promise<CredentialRecord & { level: NonNullable<CredentialRecord['level']> }> => {
  const credential = await findCredential(store, tenantId, 'coach', personId)
  if (!credential) throw new DomainError('NotFound', `"${personId}" has no credential as a coach.`)
  const { level, status, because } = credential
  if (level === undefined) throw new DomainError('NotPossibleNow', 'Only internal coaches have a level.')
  if (status !== 'valid') {
    throw new DomainError('NotPossibleNow', `The credential is ${status}${because ? `: ${because}` : '.'}`)
  }
  return { ...credential, level }
}
