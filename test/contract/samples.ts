import type { NewEvent } from '@pilotgate/core/events'
import type { Change, Scope } from '@pilotgate/core/ports'
import type { RecordOf } from '@pilotgate/core/records'

/** Small valid records to store; what they say does not matter to a store. */

const at = '2027-01-04T08:00:00Z'

let made = 0
/** An organisation and a program nobody else in the run uses, so that suites can share one table. */
export const freshScope = (): Scope => {
  made += 1
  const unique = `${process.pid.toString(36)}${Date.now().toString(36)}${made.toString(36)}`
  return { tenantId: `tenant-${unique}`, scope: `program-${unique}` }
}

export const weeklyCheck = (scope: Scope, id: string, reminded: string[] = []): RecordOf<'weeklyCheck'> => ({
  ...scope,
  id,
  version: 0,
  at,
  reevaluated: [],
  reminded,
  escalated: [],
})

export const member = (
  scope: Scope,
  id: string,
  status: RecordOf<'member'>['status'] = 'active',
): RecordOf<'member'> => ({
  ...scope,
  id,
  version: 0,
  roles: ['participant'],
  learnerKind: 'person',
  places: 0,
  status,
  joinedAt: at,
})

export const program = (scope: Scope, status: RecordOf<'program'>['status']): RecordOf<'program'> => ({
  tenantId: scope.tenantId,
  scope: '-',
  id: scope.scope,
  version: 0,
  name: 'Pilot',
  templateId: 'pilot',
  templateVersion: 1,
  startDate: '2027-01-04',
  zone: 'Europe/Berlin',
  thresholds: { 'W06.session-attendance': 0.75 },
  minimumCohort: 5,
  status,
  slippedWeeks: 0,
  history: [{ action: 'start', reason: 'Ready', by: 'person-1', at }],
})

/** The change that makes a weekly check, or moves it on from version `expect`. */
export const check = (scope: Scope, id: string, expect = 0, reminded: string[] = []): Change => ({
  kind: 'weeklyCheck',
  record: weeklyCheck(scope, id, reminded),
  expect,
})

export const weekChecked = (scope: Scope, week: string, when = at): NewEvent => ({
  type: 'week.checked',
  tenantId: scope.tenantId,
  programId: scope.scope,
  at: when,
  by: 'schedule',
  week,
})

/** The proof that a coach passed a selection in a program, earned on 4 January 2027; valid unless said otherwise. */
export const credential = (
  { tenantId, scope: programId }: Scope,
  personId: string,
  more: Partial<RecordOf<'credential'>> = {},
): RecordOf<'credential'> => {
  const service = more.service ?? 'coach'
  return {
    tenantId,
    scope: '-',
    id: `${service}.${personId}`,
    version: 0,
    personId,
    service,
    path: service === 'coach' ? 'external-coach' : 'internal-mentor',
    programId,
    candidacyId: `${personId}.01`,
    passedAt: '2027-01-04T08:00:00.000Z',
    calibration: { median: 4.5, members: 3 },
    introductions: 0,
    status: 'valid',
    recertifyFrom: '2028-01-04T08:00:00.000Z',
    recertifyBy: '2028-07-04T07:00:00.000Z',
    briefDueAt: '2028-01-04T08:00:00.000Z',
    ...more,
  }
}

/** An engagement that has had its kickoff; `id` is `PARTICIPANT.R001.SERVICE`. */
export const engagement = (
  scope: Scope,
  participantId: string,
  providerId: string,
  more: Partial<RecordOf<'engagement'>> = {},
): RecordOf<'engagement'> => {
  const { service = 'coach' } = more
  return {
    ...{ ...scope, id: `${participantId}.R001.${service}`, version: 0, participantId, providerId, service },
    ...{ mentorCoach: false, status: 'active', agreement: 1 },
    cadence: { everyDays: 14, minutes: 60, sessions: 10, endsOn: '2027-06-01', reviewEveryDays: 35 },
    ...{ publishedAt: '2027-01-20T08:00:00.000Z', kickedOffAt: '2027-01-29T08:00:00.000Z' },
    ...{ blocks: [], upcoming: [], sessionsMade: 0, reviews: [], guidance: [], reminders: 0 },
    ...more,
  }
}
