import { isDomainError } from '../../errors.ts'
import type { Scope, Store } from '../../ports.ts'
import { sha256 } from '../../program/hr/vendors/signing.ts'
import { organisation } from '../../program/record.ts'
import type { SessionRef } from './invitation-record.ts'

/** Whose answer comes by mail is not known before its UID is looked up. No organisation has this name. */
const ofAllOrganisations: Scope = { tenantId: '*', scope: organisation }

/**
 * The UID of a session's invitation: the same each time it is asked for (RFC 5545 §3.8.4.7), and nothing can be read from it. Program and
 * participant have random ids, so that no guess can be checked against it either.
 * @param domain the domain that the invitations are sent from
 */
export const uidOf = async ({ tenantId, scope, id }: Scope & { id: string }, domain: string): Promise<string> =>
  `session-${await sha256([tenantId, scope, id].join('\n'))}@${domain}`

/** Writes down which session a UID stands for, so that answers find it. Repeatable. */
export const keepUid = async (
  store: Store,
  uid: string,
  { tenantId, programId, sessionId }: SessionRef,
): Promise<void> => {
  try {
    const record = { ...ofAllOrganisations, id: uid, version: 0, session: { tenantId, programId, sessionId } }
    await store.commit([{ kind: 'sessionUid', record, expect: 0 }])
  } catch (error) {
    if (!isDomainError(error, 'AlreadyExists')) throw error
  }
}

/** The session that a UID stands for; `undefined` for any that was not kept. */
export const sessionOf = async (store: Store, uid: string): Promise<SessionRef | undefined> =>
  // What strangers send may be no id at all.
  /^[!-~]{1,900}$/.test(uid) ? (await store.get('sessionUid', ofAllOrganisations, uid))?.session : undefined
