import { DomainError } from '../../errors.ts'
import { type ConsentRecord, currentConsent } from '../../intake/consent.ts'
import { intakeAnswers } from '../../intake/intake-form.ts'
import type { IntakeRecord } from '../../intake/intake-record.ts'
import type { Scope, Store } from '../../ports.ts'
import { allOf, holders, loadPeople } from '../../program/load.ts'
import type { Member } from '../../program/person.ts'
import type { Learner, MatchingSettings, Provider } from '../cohort.ts'
import type { MatchingSettingsRecord, MatchRecord } from '../match-record.ts'
import { profiles, type Weights } from '../weights.ts'
import { loadCaseload } from './caseload.ts'

const settingsId = 'settings'

/** A program's matching settings; the shipped ones until somebody changes them (M1–M3). */
export const loadSettings = async (store: Store, scope: Scope): Promise<MatchingSettingsRecord> =>
  (await store.get('matchingSettings', scope, settingsId)) ?? {
    ...scope,
    id: settingsId,
    version: 0,
    profiles,
    objective: 'best-score',
    rankedChoice: false,
  }

/** The settings as the solver takes them; a profile nobody changed has the shipped weights. */
export const solverSettings = (record: MatchingSettingsRecord): MatchingSettings => ({
  profiles: { ...profiles, ...(record.profiles as Record<string, Weights>) },
  objective: record.objective,
})

/** Why somebody cannot be matched yet. */
export type NotReady = { participantId: string; why: string }

const consentOf = (records: ConsentRecord[], personId: string) =>
  currentConsent(records.filter((record) => record.personId === personId))

/** A participant as matching sees them, or why they are not ready: intake, decision and consent (I3, M4). */
const learnerOf = (
  member: Member,
  intake: IntakeRecord | undefined,
  consents: ConsentRecord[],
  managerId: string | undefined,
): Learner | string => {
  if (intake?.status !== 'submitted') return 'The intake form is not submitted yet.'
  const answers = intakeAnswers.safeParse(intake.answers)
  if (!answers.success) return 'The intake form is not complete.'
  if (!intake.decision) return 'It is not decided yet whether a coach or a mentor is needed.'
  const consent = consentOf(consents, member.id)
  if (![...consent].some((each) => each.endsWith(' matching'))) return 'There is no consent to matching.'
  const { services } = intake.decision
  const { id: personId, learnerKind } = member
  return { personId, learnerKind, managerId, answers: answers.data, consent, services }
}

/** All active participants: those who can be matched, and why the others cannot. */
export const loadLearners = async (
  store: Store,
  scope: Scope,
): Promise<{ learners: Learner[]; notReady: NotReady[] }> => {
  const [members, intakes, consents] = await Promise.all([
    allOf(store, 'member', scope),
    allOf(store, 'intake', scope),
    allOf(store, 'consent', scope),
  ])
  const participants = holders(members, 'participant')
  const people = await loadPeople(
    store,
    scope.tenantId,
    participants.map(({ id }) => id),
  )
  const intakeOf = new Map(intakes.map((intake) => [intake.id, intake]))
  const given = Map.groupBy(consents, ({ personId }) => personId)
  const learners: Learner[] = []
  const notReady: NotReady[] = []
  for (const member of participants) {
    const { id } = member
    const learner = learnerOf(member, intakeOf.get(id), given.get(id) ?? [], people.get(id)?.managerId)
    if (typeof learner === 'string') notReady.push({ participantId: id, why: learner })
    else learners.push(learner)
  }
  return { learners, notReady }
}

/** One participant, read afresh; a string says why they cannot be matched. */
export const loadLearner = async (store: Store, scope: Scope, personId: string): Promise<Learner | string> => {
  const [member, intake, consents, people] = await Promise.all([
    store.get('member', scope, personId),
    store.get('intake', scope, personId),
    allOf(store, 'consent', scope, `${personId}.`),
    loadPeople(store, scope.tenantId, [personId]),
  ])
  if (member?.status !== 'active') return 'The participant has left the program.'
  return learnerOf(member, intake, consents, people.get(personId)?.managerId)
}

/** Every provider with the places still free; who left the program has none. */
export const loadProviders = async (store: Store, scope: Scope): Promise<Provider[]> => {
  const [records, members, caseloads] = await Promise.all([
    allOf(store, 'provider', scope),
    allOf(store, 'member', scope),
    allOf(store, 'caseload', scope),
  ])
  const memberOf = new Map(members.map((member) => [member.id, member]))
  const taken = new Map(caseloads.map((caseload) => [caseload.id, caseload.taken]))
  const people = await loadPeople(
    store,
    scope.tenantId,
    records.map(({ id }) => id),
  )
  return records.flatMap((record) => {
    const member = memberOf.get(record.id)
    if (member?.status !== 'active') return []
    const free = Math.max(0, member.places - (taken.get(record.id) ?? 0))
    return [{ personId: record.id, managerId: people.get(record.id)?.managerId, record, free }]
  })
}

/** One provider, read afresh, with their caseload. @throws DomainError `NotFound`, `NotPossibleNow` (left the program) */
export const loadProvider = async (store: Store, scope: Scope, personId: string) => {
  const [record, member, people] = await Promise.all([
    store.get('provider', scope, personId),
    store.get('member', scope, personId),
    loadPeople(store, scope.tenantId, [personId]),
  ])
  if (!record || !member) throw new DomainError('NotFound', `There is no provider "${personId}" in this program.`)
  if (member.status !== 'active') {
    throw new DomainError('NotPossibleNow', 'This provider has left the program. Choose another.')
  }
  const caseload = await loadCaseload(store, scope, member)
  const free = caseload.places - caseload.taken
  return { provider: { personId, managerId: people.get(personId)?.managerId, record, free } as Provider, caseload }
}

/** @throws DomainError `NotFound` */
export const loadMatch = async (store: Store, scope: Scope, matchId: string): Promise<MatchRecord> => {
  const match = await store.get('match', scope, matchId)
  if (!match) throw new DomainError('NotFound', `There is no match "${matchId}" in this program.`)
  return match
}

/** Approved or published, and not paused: it holds a place of its provider. */
export const holdsPlace = ({ status, pausedAt }: MatchRecord): boolean =>
  (status === 'approved' || status === 'published') && pausedAt === undefined
