import type { Event } from '../../events.ts'
import { platform, type Work } from '../../program/actor.ts'
import { loadProgram } from '../../program/load.ts'
import { whileStale } from '../../program/while-stale.ts'
import { findCredential } from '../../selection/find-credential.ts'
import type { ProviderRecord } from '../provider.ts'
import { isLeadsDecision, sponsorshipBy, statusBy } from './credential-status.ts'

/**
 * A credential has changed: in every program where the person has a profile for that service, matching follows it – selected,
 * suspended or not selected. Where a lead took them out of this program alone, that stands. Looks at the credential there is now;
 * repeatable.
 */
export const followCredential = async (
  { store, now }: Pick<Work, 'store' | 'now'>,
  { tenantId, personId, service }: Extract<Event, { type: 'credential.changed' }>,
): Promise<void> => {
  for (const programId of await store.programsOf(tenantId, personId)) {
    const { status: stage } = await loadProgram(store, tenantId, programId)
    if (stage === 'stopped' || stage === 'completed') continue
    await whileStale(async () => {
      const provider = await store.get('provider', { tenantId, scope: programId }, personId)
      if (provider?.service !== service) return
      const credential = await findCredential(store, tenantId, service, personId)
      if (isLeadsDecision(provider)) return
      const record: ProviderRecord = {
        ...provider,
        ...statusBy(credential),
        sponsorship: sponsorshipBy(provider.sponsorship, credential),
      }
      if (provider.status === record.status && provider.sponsorship === record.sponsorship) return
      const about = { tenantId, programId, at: now, by: platform }
      await store.commit(
        [{ kind: 'provider', record, expect: provider.version }],
        [{ type: 'provider.changed', ...about, personId, status: record.status }],
      )
    })
  }
}
