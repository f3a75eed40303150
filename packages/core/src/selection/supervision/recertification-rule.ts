import type { Service } from '../../intake/intake-record.ts'
import { plusMonths } from '../../program/calendar.ts'
import type { CredentialRecord } from '../credential.ts'
import type { RuleResult } from '../rule-result.ts'
import type { RecertificationPart } from './recertification-record.ts'

/** What each service recertifies with: coaches by Q3, mentors every year (Q5). */
export const partsOf: Record<Service, (RecertificationPart['part'] | 'outcomes brief')[]> = {
  coach: ['observed session', 'outcomes brief', 'peer review'],
  mentor: ['outcomes brief', 'peer review', 'sponsor action'],
}

/** Months after which recertification may be done, and must be done (Q3: 12 to 18; mentors: within a year). */
const windows: Record<Service, { from: number; by: number }> = {
  coach: { from: 12, by: 18 },
  mentor: { from: 11, by: 12 },
}

/** When a credential that was earned or renewed at an instant may be and must be recertified, by the zone's calendar. */
export const recertificationWindow = (
  service: Service,
  since: string,
  zone: string,
): Pick<CredentialRecord, 'recertifyFrom' | 'recertifyBy'> => ({
  recertifyFrom: plusMonths(since, zone, windows[service].from),
  recertifyBy: plusMonths(since, zone, windows[service].by),
})

/** Months between outcomes briefs (Q4); evidence of a recertification is not older. */
export const briefMonths = 12

/** What there is of a recertification: the parts recorded, and the outcomes brief and sponsor action of the last 12 months. */
export type RecertificationEvidence = {
  parts: RecertificationPart['part'][]
  briefOn?: string | undefined
  sponsorActionAt?: string | undefined
}

/** Each part that a recertification takes, and whether it is there (Q3; mentors: Q5). */
export const checkRecertification = (
  service: Service,
  { parts, briefOn, sponsorActionAt }: RecertificationEvidence,
): RuleResult[] =>
  partsOf[service].map((rule) => {
    const brief = rule === 'outcomes brief' && briefOn !== undefined
    const action = rule === 'sponsor action' && sponsorActionAt !== undefined
    const met = brief || action || parts.some((part) => part === rule)
    const since = brief ? ` of ${briefOn}` : ''
    return { rule, met, words: met ? `The ${rule}${since} is there.` : `The ${rule} is missing.` }
  })

/** A credential after its recertification. One that had lapsed is valid again; one that is suspended stays so. */
export const recertified = (credential: CredentialRecord, now: string, zone: string): CredentialRecord => {
  const { because, ...rest } = credential
  const window = recertificationWindow(credential.service, now, zone)
  return credential.status === 'suspended' ? { ...credential, ...window } : { ...rest, status: 'valid', ...window }
}
