import { isDomainError } from '../../../errors.ts'
import type { Work } from '../../actor.ts'
import type { ConnectionRecord } from '../connections/connection-record.ts'
import { settleReports } from '../employees/settle-reports.ts'
import { changeScim, makeScim, onLatest, removeScim, type Wanted } from './keep-resource.ts'
import { findScimByKey } from './keys.ts'
import { reportOfUser } from './report-of-user.ts'
import { onceTold, type ScimUser, type ScimUserRecord } from './scim-record.ts'

/** The user is written first and told on then, each time, also when nothing changed: a request that broke off between is made good by the next. */
const settle = (work: Work, connection: ConnectionRecord, user: ScimUserRecord) =>
  settleReports(work, {
    connection,
    reports: [reportOfUser(connection, user)],
    cause: { id: `${user.id}.${user.changedAt}` },
  })

/** The state with what was told of the user so far. */
const withTold = (state: ScimUser, before: ScimUserRecord['told'] = []) => ({
  ...state,
  told: onceTold.filter((field) => state[field] !== undefined || before.includes(field)),
})

/** Makes a user known, and the employee they are. @throws DomainError `Conflict` when a name of theirs is another's */
export const makeScimUser = async (
  work: Work,
  connection: ConnectionRecord,
  state: ScimUser,
): Promise<ScimUserRecord> => {
  try {
    const user = await makeScim(work, connection, 'scimUser', withTold(state))
    await settle(work, connection, user)
    return user
  } catch (error) {
    if (isDomainError(error, 'Conflict')) {
      const known = await findScimByKey(work.store, connection, 'scimUser', 'userName', state.userName)
      if (known) await settle(work, connection, known)
    }
    throw error
  }
}

/** Changes a user and the employee they are. @throws DomainError as `changeScim` */
export const changeScimUser = async (
  work: Work,
  connection: ConnectionRecord,
  id: string,
  wanted: Wanted,
  edit: (known: ScimUser) => ScimUser,
): Promise<ScimUserRecord> => {
  const user = await changeScim(work, connection, 'scimUser', id, wanted, (known) => withTold(edit(known), known.told))
  await settle(work, connection, user)
  return user
}

/**
 * Removes a user: the employee has left, their history stays. They are no longer active first, and removed when that is told: a request
 * that broke off can be made again.
 * @throws DomainError `NotFound`, `StaleVersion`
 */
export const removeScimUser = (work: Work, connection: ConnectionRecord, id: string, wanted: Wanted): Promise<void> =>
  onLatest(wanted, async () => {
    const left = await changeScimUser(work, connection, id, wanted, (known) => ({ ...known, active: false }))
    await removeScim(work, connection, 'scimUser', id, (version) => version === left.version)
  })
