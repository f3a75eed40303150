import { DomainError } from '../../errors.ts'
import type { Actor, Work } from '../../program/actor.ts'
import type { ProviderRecord } from '../provider.ts'
import { loadOpenProgram } from './load-matching.ts'
import { whileStale } from './while-stale.ts'

/**
 * Admits a coach or mentor to matching, suspends or reinstates them. Suspended ones get no new matches; those they have stay.
 * The coach lead speaks for coaches, the mentor lead for mentors, the program owner for both. The same again changes nothing.
 * @throws DomainError `NotFound`, `NotAllowed`, `NotPossibleNow` (program over)
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
    await loadOpenProgram(store, scope)
    const provider = await store.get('provider', scope, personId)
    if (!provider) throw new DomainError('NotFound', `There is no provider "${personId}" in this program.`)
    const lead = `${provider.service} lead` as const
    if (!actor.roles.includes(lead) && !actor.roles.includes('program owner')) {
      throw new DomainError('NotAllowed', `Only the ${lead} or the program owner decides on a ${provider.service}.`)
    }
    if (provider.status === status) return provider
    const record: ProviderRecord = { ...provider, status, statusReason: reason }
    const about = { tenantId: actor.tenantId, programId, at: now, by: actor.personId }
    await store.commit(
      [{ kind: 'provider', record, expect: provider.version }],
      [{ type: 'provider.changed', ...about, personId, status }],
    )
    return { ...record, version: provider.version + 1 }
  })
