import { DomainError } from '../../errors.ts'
import type { Store } from '../../ports.ts'
import type { Actor, Work } from '../../program/actor.ts'
import { loadOpenProgram } from '../../program/load.ts'
import { whileStale } from '../../program/while-stale.ts'
import { findCredential } from '../../selection/find-credential.ts'
import type { ProviderRecord } from '../provider.ts'

/**
 * Suspends a coach or mentor in this program, takes them out of matching or admits them again. Only who has passed their selection
 * is admitted (§4). Suspended ones get no new matches; those they have stay.
 * The coach lead speaks for coaches, the mentor lead for mentors, the program owner for both. The same again changes nothing.
 * @throws DomainError `NotFound`, `NotAllowed`, `NotPossibleNow` (no valid credential; program over)
 */
export const changeProviderStatus = (
  { store, now }: Work,
  actor: Actor,
  programId: string,
  personId: string,
  { status, reason }: { status: ProviderRecord['status']; reason: string },
): Promise<ProviderRecord> =>
  whileStale(async () => {
    const scope = { tenantId: actor.tenantId, scope: programId }
    await loadOpenProgram(store, scope.tenantId, scope.scope)
    const provider = await store.get('provider', scope, personId)
    if (!provider) throw new DomainError('NotFound', `There is no provider "${personId}" in this program.`)
    const lead = `${provider.service} lead` as const
    if (!actor.roles.includes(lead) && !actor.roles.includes('program owner')) {
      throw new DomainError('NotAllowed', `Only the ${lead} or the program owner decides on a ${provider.service}.`)
    }
    if (provider.status === status) return provider
    if (status === 'selected') await demandPassed(store, actor.tenantId, provider)
    const record: ProviderRecord = { ...provider, status, statusReason: reason }
    const about = { tenantId: actor.tenantId, programId, at: now, by: actor.personId }
    await store.commit(
      [{ kind: 'provider', record, expect: provider.version }],
      [{ type: 'provider.changed', ...about, personId, status }],
    )
    return { ...record, version: provider.version + 1 }
  })

const demandPassed = async (store: Store, tenantId: string, { id, service }: ProviderRecord) => {
  const credential = await findCredential(store, tenantId, service, id)
  if (credential?.status === 'valid') return
  const why = credential
    ? `The credential is ${credential.status}. ${credential.because ?? ''}`.trim()
    : `This ${service} has no credential yet: open a candidacy, or let the open one come to its end.`
  throw new DomainError('NotPossibleNow', `Nobody who has not passed can be matched. ${why}`)
}
