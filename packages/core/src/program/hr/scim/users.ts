import { isDomainError } from '../../../errors.ts'
import type { Work } from '../../actor.ts'
import { localDate } from '../../calendar.ts'
import type { ConnectionRecord } from '../connections/connection-record.ts'
import { settleReports } from '../employees/settle-reports.ts'
import {
  changeScim,
  findScim,
  loadScim,
  makeScim,
  onLatest,
  removeScim,
  type StateOf,
  type Wanted,
} from './keep-resource.ts'
import { findScimIds } from './keys.ts'
import { reportOfUser } from './report-of-user.ts'
import { onceTold, type ScimUser, type ScimUserRecord } from './scim-record.ts'

/**
 * The user is written first and told on then, each time, also when nothing changed or is refused: a request that broke off between is made
 * good by the next.
 */
const settle = (work: Work, connection: ConnectionRecord, user: ScimUserRecord) =>
  settleReports(work, {
    connection,
    reports: [reportOfUser(connection, user)],
    cause: { id: `${user.id}.${user.changedAt}` },
  })

/** The state with what is remembered of the user besides: what was told of them so far, and since when they are active. */
const remembered = ({ now }: Work, { zone }: ConnectionRecord, state: ScimUser, known?: ScimUserRecord) => ({
  ...state,
  told: onceTold.filter((field) => state[field] !== undefined || known?.told.includes(field)),
  activeSince: known && known.activeSince !== null ? known.activeSince : state.active ? localDate(now, zone) : null,
})

/** Makes a user known, and the employee they are. @throws DomainError `Conflict` when their user name is another's */
export const makeScimUser = async (
  work: Work,
  connection: ConnectionRecord,
  state: ScimUser,
): Promise<ScimUserRecord> => {
  try {
    const user = await makeScim(work, connection, 'scimUser', remembered(work, connection, state))
    await settle(work, connection, user)
    return user
  } catch (error) {
    if (isDomainError(error, 'Conflict')) {
      const ids = await findScimIds(work.store, connection, 'scimUser', 'userName', state.userName)
      for (const known of await loadScim(work.store, connection, 'scimUser', ids)) await settle(work, connection, known)
    }
    throw error
  }
}

/** Changes a user and the employee they are. @throws DomainError as `changeScim` */
export const changeScimUser = (
  work: Work,
  connection: ConnectionRecord,
  id: string,
  wanted: Wanted,
  edit: (known: ScimUser) => ScimUser,
): Promise<ScimUserRecord> =>
  changeAndSettle(work, connection, id, wanted, (known) => remembered(work, connection, edit(known), known))

const changeAndSettle = async (
  work: Work,
  connection: ConnectionRecord,
  id: string,
  wanted: Wanted,
  edit: (known: ScimUserRecord) => StateOf<'scimUser'>,
): Promise<ScimUserRecord> => {
  try {
    const user = await changeScim(work, connection, 'scimUser', id, wanted, edit)
    await settle(work, connection, user)
    return user
  } catch (error) {
    // The version may be that from before a request that broke off: what it has written must be told on all the same.
    if (wanted && isDomainError(error, 'StaleVersion')) {
      await settle(work, connection, await findScim(work.store, connection, 'scimUser', id))
    }
    throw error
  }
}

/**
 * Removes a user: the employee has left, their history stays. They are no longer active first, and removed when that is told: a request
 * that broke off can be made again; with a version, on the one it has left.
 * @throws DomainError `NotFound`, `StaleVersion`
 */
export const removeScimUser = (work: Work, connection: ConnectionRecord, id: string, wanted: Wanted): Promise<void> =>
  onLatest(wanted, async () => {
    // Nobody waits any more for somebody who was never active.
    const gone = (known: ScimUserRecord) => ({ ...known, active: false, activeSince: known.activeSince ?? undefined })
    const left = await changeAndSettle(work, connection, id, wanted, gone)
    await removeScim(work, connection, 'scimUser', id, (version) => version === left.version)
  })
