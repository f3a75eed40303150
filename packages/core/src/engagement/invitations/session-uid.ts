import type { Scope } from '../../ports.ts'
import { isScopeName } from '../../program/find-linked.ts'
import { fromBase64Url, toBase64Url } from '../../program/link-key.ts'

/** Which session an invitation is about. */
export type SessionRef = { tenantId: string; programId: string; sessionId: string }

/**
 * The UID of a session's invitation: it says which session in a way that tells a reader nothing, and never changes (RFC 5545 §3.8.4.7).
 * @param domain the domain that the invitations are sent from
 */
export const uidOf = ({ tenantId, scope, id }: Scope & { id: string }, domain: string): string =>
  `session-${toBase64Url([tenantId, scope, id].join('\n'))}@${domain}`

/** The session that a UID names; `undefined` for anything that `uidOf` would not have written. */
export const readUid = (uid: string): SessionRef | undefined => {
  const encoded = /^session-([A-Za-z0-9_-]{1,800})@[^@\s]+$/.exec(uid)?.[1]
  if (encoded === undefined) return undefined
  try {
    const [tenantId = '', programId = '', sessionId = '', ...more] = fromBase64Url(encoded).split('\n')
    const isOurs = isScopeName(tenantId) && isScopeName(programId) && isScopeName(sessionId) && more.length === 0
    return isOurs ? { tenantId, programId, sessionId } : undefined
  } catch {
    return undefined
  }
}
