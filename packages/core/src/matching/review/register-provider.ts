import type { z } from 'zod'
import { DomainError, type FieldProblem } from '../../errors.ts'
import type { Scope, Store } from '../../ports.ts'
import type { Actor, Work } from '../../program/actor.ts'
import { isZone } from '../../program/calendar.ts'
import { loadOpenProgram } from '../../program/load.ts'
import type { Member } from '../../program/person.ts'
import { whileStale } from '../../program/while-stale.ts'
import { findCredential } from '../../selection/find-credential.ts'
import { type ProviderRecord, providerRecord } from '../provider.ts'
import { loadCaseload, sameCaseload } from './caseload.ts'
import { sponsorshipBy, statusBy } from './credential-status.ts'

/** A provider's profile as it is handed in; whether they are selected follows from their credential (S-C, S-M, S-I). */
export const providerProfile = providerRecord.omit({
  tenantId: true,
  scope: true,
  id: true,
  version: true,
  status: true,
  statusReason: true,
})
export type ProviderProfile = z.infer<typeof providerProfile>

/** Who keeps everybody's profile, not only their own. */
const keepsProfiles = ({ roles }: Actor): boolean => roles.includes('matching owner') || roles.includes('program owner')

/**
 * A provider's profile: one's own, or anybody's for who keeps them. Somebody else's answers like an unknown one.
 * @param of the person's id, or `me`
 * @throws DomainError `NotFound`
 */
export const readProvider = async (
  store: Store,
  actor: Actor,
  programId: string,
  of: string,
): Promise<ProviderRecord> => {
  const personId = of === 'me' ? actor.personId : of
  const mayRead = personId === actor.personId || keepsProfiles(actor)
  const record = mayRead
    ? await store.get('provider', { tenantId: actor.tenantId, scope: programId }, personId)
    : undefined
  if (!record) throw new DomainError('NotFound', `There is no provider "${of}" in this program.`)
  return record
}

/**
 * A coach or mentor registers their profile, or the matching owner does it for them. The caseload gets the places of the roster.
 * What others document – sponsor actions, outcomes, being featured – a provider cannot say of themselves: it stays as it was.
 * Whoever has passed their selection for the service can be matched from then on.
 * @param of the person's id, or `me`
 * @throws DomainError `NotFound`, `NotAllowed` (somebody else's profile), `InvalidInput` naming each field
 */
export const registerProvider = (
  { store, now }: Work,
  actor: Actor,
  programId: string,
  of: string,
  profile: ProviderProfile,
): Promise<ProviderRecord> =>
  whileStale(async () => {
    const personId = of === 'me' ? actor.personId : of
    const scope = { tenantId: actor.tenantId, scope: programId }
    await loadOpenProgram(store, scope.tenantId, scope.scope)
    const forOthers = keepsProfiles(actor)
    if (actor.personId !== personId && !forOthers) {
      throw new DomainError('NotAllowed', "Only the matching owner changes somebody else's profile.")
    }
    const [member, known, credential] = await Promise.all([
      store.get('member', scope, personId),
      store.get('provider', scope, personId),
      findCredential(store, actor.tenantId, profile.service, personId),
    ])
    if (member?.status !== 'active')
      throw new DomainError('NotFound', `There is no person "${personId}" in this program.`)
    const problems = profileProblems(member, profile)
    if (problems.length > 0) throw new DomainError('InvalidInput', 'The profile cannot be like this.', { problems })
    const documented = forOthers
      ? profile
      : { sponsorship: known?.sponsorship, outcomes: known?.outcomes, featured: known?.featured ?? false }
    // A status that was once given stays; a profile for another service begins anew.
    const given = known?.service === profile.service && (known.statusReason || known.status !== 'not selected')
    const { status, statusReason } = given ? known : statusBy(credential)
    const record: ProviderRecord = {
      ...scope,
      id: personId,
      version: known?.version ?? 0,
      ...profile,
      ...documented,
      sponsorship: sponsorshipBy(documented.sponsorship, credential),
      status,
      statusReason,
    }
    return save(store, scope, member, known, record, { by: actor.personId, now })
  })

const save = async (
  store: Store,
  scope: Scope,
  member: Member,
  known: ProviderRecord | undefined,
  record: ProviderRecord,
  { by, now }: { by: string; now: string },
): Promise<ProviderRecord> => {
  const stored = await store.get('caseload', scope, member.id)
  const caseload = await loadCaseload(store, scope, member)
  const sameProfile = known !== undefined && JSON.stringify(sorted(known)) === JSON.stringify(sorted(record))
  if (sameProfile && sameCaseload(stored, caseload)) return known
  const about = { tenantId: scope.tenantId, programId: scope.scope, at: now, by }
  await store.commit(
    [
      { kind: 'provider', record, expect: record.version },
      ...(sameCaseload(stored, caseload)
        ? []
        : [{ kind: 'caseload' as const, record: caseload, expect: caseload.version }]),
    ],
    [{ type: 'provider.changed', ...about, personId: record.id, status: record.status }],
  )
  return { ...record, version: record.version + 1 }
}

const sorted = (record: ProviderRecord) =>
  Object.entries(record)
    .filter(([, value]) => value !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1))

const profileProblems = (member: Member, { service, zone, outcomes }: ProviderProfile): FieldProblem[] => {
  const problems: FieldProblem[] = []
  if (!member.roles.includes(service)) {
    problems.push({
      field: 'service',
      problem: `This person is no ${service} in this program. Give them the role first.`,
    })
  }
  if (!isZone(zone)) problems.push({ field: 'zone', problem: 'Not an IANA time zone. Write it like "Europe/Berlin".' })
  if (outcomes && outcomes.reached > outcomes.all) {
    problems.push({ field: 'outcomes.reached', problem: 'Must not be more than "all".' })
  }
  return problems
}
