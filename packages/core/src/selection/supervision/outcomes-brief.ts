import { type Service, services } from '../../intake/intake-record.ts'
import type { Store } from '../../ports.ts'
import type { Actor, Work } from '../../program/actor.ts'
import { localDate, plusMonths } from '../../program/calendar.ts'
import { loadOpenProgram } from '../../program/load.ts'
import { whileStale } from '../../program/while-stale.ts'
import { credentialId } from '../credential.ts'
import { demandOwnOrGuide } from './coaches.ts'
import { completeRecertification, loadBriefs, loadCredential, loadRecertification } from './recertification-evidence.ts'
import type { OutcomesBriefInput, OutcomesBriefRecord } from './recertification-record.ts'
import { briefMonths } from './recertification-rule.ts'

/**
 * A coach or mentor hands in their outcomes brief (Q4), or a supervisor for them. The next one is due 12 months later. It counts
 * for a recertification that waits for it. Handed in again on the same day, it replaces that day's; the same changes nothing.
 * @param of the person's id, or `me`
 * @throws DomainError `NotFound` (no credential), `NotAllowed` (somebody else's), `NotPossibleNow` (program over)
 */
export const saveOutcomesBrief = (
  work: Work,
  actor: Actor,
  programId: string,
  of: string,
  input: OutcomesBriefInput,
): Promise<OutcomesBriefRecord> =>
  whileStale(async () => {
    const { store, now } = work
    const personId = of === 'me' ? actor.personId : of
    demandOwnOrGuide(actor, personId, input.service)
    const { zone } = await loadOpenProgram(store, actor.tenantId, programId)
    const credential = await loadCredential(store, actor.tenantId, input.service, personId)
    const on = localDate(now, zone)
    const { tenantId, scope } = credential
    const id = `${credential.id}.${on}`
    const known = await store.get('outcomesBrief', { tenantId, scope }, id)
    const same =
      known && known.summary === input.summary && JSON.stringify(known.outcomes) === JSON.stringify(input.outcomes)
    if (same) return known
    const version = known?.version ?? 0
    const brief: OutcomesBriefRecord = {
      tenantId,
      scope,
      id,
      version,
      ...input,
      personId,
      programId,
      on,
      at: now,
      by: actor.personId,
    }
    const recertification = await loadRecertification(store, credential)
    const about = { programId, by: actor.personId }
    const done = await completeRecertification(work, credential, recertification, on, zone, about)
    const record = { ...done.credential, briefDueAt: plusMonths(now, zone, briefMonths) }
    await store.commit(
      [
        { kind: 'outcomesBrief', record: brief, expect: version },
        { kind: 'credential', record, expect: credential.version },
        ...done.changes,
      ],
      done.events,
    )
    return { ...brief, version: version + 1 }
  })

/**
 * The outcomes briefs of a coach or mentor, by service, oldest first.
 * @param service both when left out
 * @throws DomainError `NotAllowed` (somebody else's)
 */
export const listOutcomesBriefs = async (
  store: Store,
  actor: Actor,
  of: string,
  service?: Service,
): Promise<OutcomesBriefRecord[]> => {
  const personId = of === 'me' ? actor.personId : of
  const asked = service ? [service] : services
  for (const each of asked) demandOwnOrGuide(actor, personId, each)
  const { tenantId } = actor
  return (
    await Promise.all(asked.map((each) => loadBriefs(store, { tenantId, id: credentialId(each, personId) })))
  ).flat()
}
