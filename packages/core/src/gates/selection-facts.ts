import { allOf, holders } from '../program/load.ts'
import type { CredentialRecord } from '../selection/credential.ts'
import { credentialsOf } from '../selection/find-credential.ts'
import { loadAnswers } from '../selection/load-candidacy.ts'
import type { Computed, Rows } from './rows.ts'

type Selected = {
  /** Active coaches and mentors who passed for a service whose role they hold. */
  passed: CredentialRecord[]
  /** Whether the program selects by itself: it has candidacies, or somebody earned their credential in it. */
  here: boolean
}

const scopeOf = ({ program }: Rows) => ({ tenantId: program.tenantId, scope: program.id })

/** Who of the program's coaches and mentors passed, and whether selection happens here at all. */
export const selectedOf = async (rows: Rows): Promise<Selected> => {
  const { store, program, members } = rows
  const ids = (['coach', 'mentor'] as const).flatMap((service) => holders(members, service).map(({ id }) => id))
  const credentials = await credentialsOf(store, program.tenantId, ids)
  const holds = ({ personId, service }: CredentialRecord) => holders(members, service).some(({ id }) => id === personId)
  const { items } = await store.list('candidacy', scopeOf(rows), { limit: 1 })
  return {
    passed: credentials.filter((each) => each.status === 'valid' && holds(each)),
    here: items.length > 0 || credentials.some(({ programId }) => programId === program.id),
  }
}

/** The lowest median of a calibration panel among those who can be matched (W03). */
const providerCalibration = async (rows: Rows): Promise<Computed | undefined> => {
  const { passed, here } = await selectedOf(rows)
  if (!here || passed.length === 0) return undefined
  const lowest = passed.reduce((low, each) => (each.calibration.median < low.calibration.median ? each : low))
  const { median, members } = lowest.calibration
  const words = `lowest of ${passed.length} calibration medians among coaches and mentors who passed; ${members} members scored it`
  return { value: { kind: 'rating', median, answers: members }, note: words }
}

/** Of the internal coaches, on their way or certified, how many have their time protected by a signature of their manager. */
const coachTimeProtected = async (rows: Rows): Promise<Computed | undefined> => {
  const { store, program } = rows
  const { passed } = await selectedOf(rows)
  const { candidacies, coaches } = await internalCoaches(rows, passed)
  if (coaches.size === 0) return undefined
  const signed = new Set<string>()
  for (const { personId, programId, candidacyId } of candidacies) {
    const scope = { tenantId: program.tenantId, scope: programId }
    const answers = await loadAnswers(store, scope, candidacyId, 'time-allocation')
    if (answers.some(({ requirement }) => requirement === 'time-allocation-manager')) signed.add(personId)
  }
  const words = `${signed.size} of ${coaches.size} internal coaches have 10 to 20 % of their time protected by their manager's signature`
  return { value: { kind: 'ratio', part: signed.size, whole: coaches.size }, note: words }
}

/** Where each internal coach was, or is being, selected. */
const internalCoaches = async (rows: Rows, passed: CredentialRecord[]) => {
  const { store, members } = rows
  const active = new Set(holders(members, 'coach').map(({ id }) => id))
  const here = await allOf(store, 'candidacy', scopeOf(rows))
  const candidacies = [
    ...here
      .filter(({ path, status, personId }) => path === 'internal-coach' && status === 'open' && active.has(personId))
      .map(({ personId, scope: programId, id: candidacyId }) => ({ personId, programId, candidacyId })),
    ...passed.filter(({ path }) => path === 'internal-coach'),
  ]
  return { candidacies, coaches: new Set(candidacies.map(({ personId }) => personId)) }
}

/**
 * The facts of selection, from candidacies and credentials. A program that selects nobody by itself has its coaches and mentors
 * selected elsewhere: there the facts are what people state.
 */
export const selectionFacts: Record<string, (rows: Rows) => Promise<Computed | undefined>> = {
  'provider-calibration': providerCalibration,
  'coach-time-protected': coachTimeProtected,
}
