import { DomainError } from '../errors.ts'
import type { NewEvent } from '../events.ts'
import type { Change } from '../ports.ts'
import type { Actor, Work } from '../program/actor.ts'
import { loadMembers } from '../program/load.ts'
import type { Member } from '../program/person.ts'
import { coachPlacesFree } from './coach-places.ts'
import { type ConsentRecord, consentTextVersion, currentConsent, type FieldGroup, type Purpose } from './consent.ts'
import { decideConsented } from './decide-services.ts'
import { intakeAnswers } from './intake-form.ts'
import type { IntakeRecord, ServiceDecision } from './intake-record.ts'
import { consentOf, loadIntakes, participantFor } from './open-intake.ts'

export type ConsentChoice = { group: FieldGroup; purpose: Purpose; granted: boolean }

/**
 * A participant consents, or revokes, for several groups of fields and purposes at once (I3). Each choice that changes something
 * becomes a record of its own that is never changed; to grant what is granted, or to revoke what never was, changes nothing.
 * What the intake derived from the answers is derived anew from what is still consented to, or purged. Later stages purge theirs
 * on the event. Possible at any time, also in a program that is over.
 * @param textVersion the version of the consent text the person has read
 * @throws DomainError `NotFound`, `NotAllowed` (somebody else's consent, unless that is an agent), `Conflict` (an old text),
 *   `InvalidInput` (two choices for one pair)
 */
export const changeConsent = async (
  { store, ids, now }: Work,
  actor: Actor,
  programId: string,
  personId: string,
  { choices, textVersion }: { choices: ConsentChoice[]; textVersion: number },
): Promise<ConsentRecord[]> => {
  const member = await participantFor(store, actor, programId, personId, 'answer any intake')
  demandOwnConsent(actor, member)
  checkChoices(choices, textVersion)
  const { tenantId } = actor
  const scope = { tenantId, scope: programId }
  const before = await consentOf(store, tenantId, programId, personId)
  const held = currentConsent(before)
  const made = choices
    .filter(({ group, purpose, granted }) => held.has(`${group} ${purpose}`) !== granted)
    .map((choice): ConsentRecord => {
      return { ...scope, id: `${personId}.${ids.next()}`, version: 0, personId, ...choice, textVersion, at: now }
    })
  if (made.length === 0) return before

  const changes = made.map((record): Change => ({ kind: 'consent', record, expect: 0 }))
  const pairs = (granted: boolean) =>
    made.filter((record) => record.granted === granted).map(({ group, purpose }) => `${group} ${purpose}`)
  const about = { tenantId, programId, at: now, by: actor.personId, personId }
  const events: NewEvent[] = [{ type: 'consent.changed', ...about, granted: pairs(true), revoked: pairs(false) }]
  const intake = await store.get('intake', scope, personId)
  const derived = intake && (await deriveAnew({ store, programId }, intake, [...before, ...made]))
  if (derived) {
    changes.push({ kind: 'intake', record: derived, expect: derived.version })
    events.push({ type: 'intake.decided', ...about })
  }
  await store.commit(changes, events)
  return [...before, ...made.map((record) => ({ ...record, version: 1 }))]
}

/** Consent is a person's own; an agent has none, so whoever runs the program chooses for it. */
const demandOwnConsent = (actor: Actor, member: Member): void => {
  if (member.id === actor.personId || member.learnerKind === 'agent') return
  throw new DomainError('NotAllowed', 'Nobody consents, or revokes, for somebody else.')
}

const checkChoices = (choices: ConsentChoice[], textVersion: number): void => {
  if (textVersion !== consentTextVersion) {
    throw new DomainError('Conflict', `The consent text is at version ${consentTextVersion} now. Read it, then choose.`)
  }
  const pairs = choices.map(({ group, purpose }) => `${group} ${purpose}`)
  const problems = pairs.flatMap((pair, index) =>
    pairs.indexOf(pair) === index
      ? []
      : [{ field: `choices.${index}`, problem: `"${pair}" stands above already. Keep one.` }],
  )
  if (problems.length > 0) throw new DomainError('InvalidInput', 'The choices contradict each other.', { problems })
}

/** The intake with its decision as the consent now allows; `undefined` when that changes nothing. */
const deriveAnew = async (
  { store, programId }: Pick<Work, 'store'> & { programId: string },
  intake: IntakeRecord,
  consent: ConsentRecord[],
): Promise<IntakeRecord | undefined> => {
  const { tenantId } = intake
  if (intake.status !== 'submitted' && !intake.decision) return undefined
  const [members, intakes] = await Promise.all([
    loadMembers(store, { tenantId, id: programId }),
    loadIntakes(store, tenantId, programId),
  ])
  const free = coachPlacesFree(members, intakes, intake.id)
  // An intake that was opened again may have gaps; then nothing can be derived until it is submitted.
  const { data: answers } = intakeAnswers.safeParse(intake.answers)
  const byRules = answers && decideConsented(answers, currentConsent(consent), free)
  const decision = overridden(intake.decision, byRules)
  return JSON.stringify(decision) === JSON.stringify(intake.decision) ? undefined : { ...intake, decision }
}

/** Services that a person decided stay; the reasons beside them are derived, and go with the consent. */
const overridden = (
  known: ServiceDecision | undefined,
  byRules: ServiceDecision | undefined,
): ServiceDecision | undefined => (known?.overriddenBy ? { ...known, reasons: byRules?.reasons ?? [] } : byRules)
