import { DomainError } from '../../errors.ts'
import type { Service } from '../../intake/intake-record.ts'
import type { Change, Store } from '../../ports.ts'
import type { Actor, Work } from '../../program/actor.ts'
import { localDate, plusMonths } from '../../program/calendar.ts'
import { allOf, loadOpenProgram, loadProgram } from '../../program/load.ts'
import { organisation } from '../../program/record.ts'
import { whileStale } from '../../program/while-stale.ts'
import type { CredentialRecord } from '../credential.ts'
import { findCredential } from '../find-credential.ts'
import type { RuleResult } from '../rule-result.ts'
import { demandGuide, demandOwnOrGuide } from './coaches.ts'
import { invalid } from './follow-up.ts'
import {
  checkEvidence,
  completeRecertification,
  loadBriefs,
  loadCredential,
  loadRecertification,
  recentBrief,
} from './recertification-evidence.ts'
import type { RecertificationPart, RecertificationRecord } from './recertification-record.ts'
import { briefMonths, partsOf } from './recertification-rule.ts'
import { demandIndependence } from './supervision-conflict.ts'

export type Recertification = {
  credential: CredentialRecord
  parts: RecertificationRecord['parts']
  rules: RuleResult[]
}

/**
 * Where the recertification of a credential stands (Q3, Q5).
 * @param of the person's id, or `me`
 * @throws DomainError `NotFound`, `NotAllowed` (somebody else's)
 */
export const readRecertification = async (
  { store, now }: Pick<Work, 'store' | 'now'>,
  actor: Actor,
  programId: string,
  service: Service,
  of: string,
): Promise<Recertification> => {
  const personId = of === 'me' ? actor.personId : of
  demandOwnOrGuide(actor, personId, service)
  const { zone } = await loadProgram(store, actor.tenantId, programId)
  const credential = await loadCredential(store, actor.tenantId, service, personId)
  const [recertification, briefs] = await Promise.all([
    loadRecertification(store, credential),
    loadBriefs(store, credential),
  ])
  const yearAgo = plusMonths(now, zone, -briefMonths)
  const rules = await checkEvidence(store, credential, recertification, recentBrief(briefs, yearAgo), yearAgo)
  return { credential, parts: recertification.parts, rules }
}

/**
 * A supervisor or lead records a part of a recertification that they found good (Q3, Q5). With the last one the credential is
 * renewed; one that had lapsed is valid again. A part recorded before is not changed.
 * @throws DomainError `NotFound`, `NotAllowed` (own, manager, report), `NotPossibleNow` (window not open), `AlreadyDecided`,
 *   `InvalidInput` naming `part`, `heldOn` or `peerId`
 */
export const recordRecertification = (
  work: Work,
  actor: Actor,
  programId: string,
  service: Service,
  personId: string,
  input: RecertificationPart,
): Promise<Recertification> =>
  whileStale(async () => {
    const { store, now } = work
    demandGuide(actor, service)
    await demandIndependence(store, actor, personId)
    const { zone } = await loadOpenProgram(store, actor.tenantId, programId)
    const credential = await loadCredential(store, actor.tenantId, service, personId)
    const known = await loadRecertification(store, credential)
    if (known.parts.some((each) => isSame(each, input)) || (await isInLast(store, credential, input))) {
      return readRecertification(work, actor, programId, service, personId)
    }
    if (known.parts.some(({ part }) => part === input.part)) {
      throw new DomainError('AlreadyDecided', `The ${input.part} was recorded already; it cannot be changed.`)
    }
    if (now < credential.recertifyFrom) {
      const day = localDate(credential.recertifyFrom, zone)
      throw new DomainError('NotPossibleNow', `Recertification opens on ${day}. Record what is held from then on.`)
    }
    await demandPart(store, credential, input, now, zone)
    const recertification = { ...known, parts: [...known.parts, { ...input, at: now, by: actor.personId }] }
    const about = { programId, by: actor.personId }
    const done = await completeRecertification(work, credential, recertification, undefined, zone, about)
    const written: Change = { kind: 'recertification', record: recertification, expect: known.version }
    const renewed: Change[] =
      done.changes.length > 0
        ? [...done.changes, { kind: 'credential', record: done.credential, expect: credential.version }]
        : [written]
    await store.commit(renewed, done.events)
    const version = credential.version + (done.changes.length > 0 ? 1 : 0)
    return { credential: { ...done.credential, version }, parts: recertification.parts, rules: done.rules }
  })

const isSame = ({ at, by, ...said }: RecertificationRecord['parts'][number], input: RecertificationPart): boolean =>
  JSON.stringify(Object.entries(said).sort()) === JSON.stringify(Object.entries(input).sort())

/** The part that completed a recertification is in the one before: the credential has moved on to its next. */
const isInLast = async (store: Store, { tenantId, id }: CredentialRecord, input: RecertificationPart) => {
  const scope = { tenantId, scope: organisation }
  const all = await allOf(store, 'recertification', scope, `${id}.`)
  return all.findLast(({ completedAt }) => completedAt)?.parts.some((each) => isSame(each, input)) ?? false
}

const demandPart = async (
  store: Store,
  { tenantId, service, personId }: CredentialRecord,
  input: RecertificationPart,
  now: string,
  zone: string,
): Promise<void> => {
  if (!partsOf[service].includes(input.part)) {
    throw invalid('part', `Is no part for a ${service}. Parts are: ${partsOf[service].join(', ')}.`)
  }
  const earliest = localDate(plusMonths(now, zone, -briefMonths), zone)
  if (input.heldOn > localDate(now, zone)) throw invalid('heldOn', 'Lies in the future.')
  if (input.heldOn < earliest) throw invalid('heldOn', `Lies before ${earliest}; evidence is at most 12 months old.`)
  if (input.part !== 'peer review') return
  if (input.peerId === personId) throw invalid('peerId', 'Nobody reviews themselves.')
  const peer = await findCredential(store, tenantId, service, input.peerId)
  if (peer?.status !== 'valid') throw invalid('peerId', `Has no valid credential as a ${service}.`)
}
