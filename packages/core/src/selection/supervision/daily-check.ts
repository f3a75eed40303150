import type { NewEvent } from '../../events.ts'
import { platform, type Work } from '../../program/actor.ts'
import { allOf, loadMembers, loadProgram } from '../../program/load.ts'
import type { Program } from '../../program/program.ts'
import { organisation } from '../../program/record.ts'
import { whileStale } from '../../program/while-stale.ts'
import type { CredentialRecord } from '../credential.ts'
import { isValid, loadCredentials } from './coaches.ts'
import { credentialDue } from './credential-due.ts'
import { loadReviews } from './load-reviews.ts'
import { endOfQuarter, quarterAt } from './quarter.ts'
import { sampleQuarter } from './sample-quarter.ts'
import { tellOfLate } from './tell-of-late.ts'

/**
 * Looks after the coaches and mentors of a program, once a day: credentials that are due or lapse (Q3, Q4), the draw of the
 * quarter (Q2), the calibration of mentors (Q6), follow-ups that are late. A pause does not keep it. Repeatable: what was told is
 * not told again, and most days it only reads.
 */
export const checkSupervision = async (
  { store, now }: Pick<Work, 'store' | 'now'>,
  tenantId: string,
  programId: string,
): Promise<void> => {
  const scope = { tenantId, scope: programId }
  const [program, members] = await Promise.all([
    loadProgram(store, tenantId, programId),
    loadMembers(store, { tenantId, id: programId }),
  ])
  if (program.status !== 'running' && program.status !== 'paused') return
  const [coaches, mentors] = await Promise.all([
    loadCredentials(store, tenantId, members, 'coach'),
    loadCredentials(store, tenantId, members, 'mentor'),
  ])
  if (coaches.length + mentors.length === 0) return

  for (const credential of [...coaches, ...mentors]) await tellOfCredential({ store, now }, program, credential)

  const quarter = quarterAt(now, program.zone)
  const [reviews, practicums, sample, calibration] = await Promise.all([
    coaches.length > 0 ? loadReviews(store, scope) : [],
    coaches.length > 0 ? allOf(store, 'practicum', scope) : [],
    coaches.length > 0 ? store.get('reviewSample', scope, quarter) : undefined,
    mentors.length > 0 ? store.get('calibration', scope, quarter) : undefined,
  ])
  // What lapsed a moment ago must not be drawn.
  const active = coaches.filter((credential) => now < credential.recertifyBy)
  if (!sample) await sampleQuarter({ store, now }, program, quarter, members, active, reviews)
  if (!calibration && mentors.some(isValid)) await askForCalibration({ store, now }, program, quarter)
  await tellOfLate({ store, now }, reviews, practicums)
}

const tellOfCredential = async (
  { store, now }: Pick<Work, 'store' | 'now'>,
  { tenantId, id: programId, zone }: Program,
  credential: CredentialRecord,
): Promise<void> => {
  if (!credentialDue(credential, { now, zone })) return
  await whileStale(async () => {
    // Another program of the same person may have told of it meanwhile.
    const fresh = await store.get('credential', { tenantId, scope: organisation }, credential.id)
    const due = fresh && credentialDue(fresh, { now, zone })
    if (!due) return
    const { personId, service } = fresh
    const about = { tenantId, programId, at: now, by: platform, personId, service }
    const events = due.tell.map(
      (what): NewEvent =>
        what === 'lapsed'
          ? { type: 'credential.changed', ...about, status: 'lapsed' }
          : { type: 'credential.due', ...about, what },
    )
    await store.commit([{ kind: 'credential', record: due.record, expect: fresh.version }], events)
  })
}

/** Once a quarter, on the first day that finds valid mentors in the program (Q6). */
const askForCalibration = (
  { store, now }: Pick<Work, 'store' | 'now'>,
  { tenantId, id: programId, zone }: Program,
  quarter: string,
): Promise<void> => {
  const scope = { tenantId, scope: programId }
  return store.commit(
    [
      {
        kind: 'calibration',
        record: { ...scope, id: quarter, version: 0, askedAt: now, dueAt: endOfQuarter(quarter, zone) },
        expect: 0,
      },
    ],
    [{ type: 'calibration.due', tenantId, programId, at: now, by: platform, quarter }],
  )
}
