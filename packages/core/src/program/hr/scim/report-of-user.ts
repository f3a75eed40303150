import { dateAfter, isZone, localDate } from '../../calendar.ts'
import type { ConnectionRecord } from '../connections/connection-record.ts'
import { type EmployeeReport, employeeFields } from '../vendors/report.ts'
import type { onceTold, ScimUser, ScimUserRecord } from './scim-record.ts'

/** The address Pilotgate writes to: the main one at work, another one at work, the main one, any; else the user name where it is one. */
const emailOf = ({ emails, userName }: ScimUser): string | null => {
  const worth = ({ type, primary }: ScimUser['emails'][number]) => (type === 'work' ? 2 : 0) + (primary ? 1 : 0)
  const best = [...emails].sort((one, other) => worth(other) - worth(one)).map(({ value }) => value)
  return [...best, userName].map(asEmail).find((email) => email !== null) ?? null
}

const asEmail = (text: string): string | null => employeeFields.shape.email.safeParse(text).data ?? null

const nameOf = ({ displayName, name }: ScimUser): string | null =>
  displayName ??
  name?.formatted ??
  ([name?.givenName, name?.familyName].filter(Boolean).join(' ').slice(0, 300) || null)

/** For so long after a connection was made, whoever comes in was with the organisation before. */
const firstRoundDays = 7

const isAfterFirstRound = ({ createdAt, zone }: ConnectionRecord, day: string): boolean =>
  day > dateAfter(localDate(createdAt, zone), firstRoundDays)

const statusOf = (connection: ConnectionRecord, { active, activeSince, createdAt }: ScimUserRecord) => {
  if (active) return 'active'
  const isAhead = activeSince === null && isAfterFirstRound(connection, localDate(createdAt, connection.zone))
  return isAhead ? 'pending' : 'left'
}

/** SCIM knows no first day. Who is active for the first time once the first round is over, is taken to be hired on that day. */
const hiredOn = (connection: ConnectionRecord, { activeSince, createdAt }: ScimUserRecord): string | null => {
  const firstDay = activeSince === undefined ? localDate(createdAt, connection.zone) : activeSince
  return firstDay !== null && isAfterFirstRound(connection, firstDay) ? firstDay : null
}

/**
 * What a user says about an employee: the whole state. Of employment SCIM knows only `active`: who is made
 * known without it once the first round is over, has not begun yet.
 */
export const reportOfUser = (connection: ConnectionRecord, user: ScimUserRecord): EmployeeReport => {
  const managerEmail = user.manager === undefined ? null : asEmail(user.manager)
  const manager = { managerId: managerEmail ? null : (user.manager ?? null), managerEmail }
  const told = (field: (typeof onceTold)[number]) => user.told.includes(field)
  return {
    employeeId: user.id,
    occurredAt: user.changedAt,
    fields: {
      email: emailOf(user),
      name: nameOf(user),
      ...(told('title') && { title: user.title ?? null }),
      ...(told('department') && { department: user.department ?? null }),
      ...(told('manager') && manager),
      status: statusOf(connection, user),
      hiredOn: hiredOn(connection, user),
      zone: user.timezone !== undefined && isZone(user.timezone) ? user.timezone : null,
    },
  }
}
