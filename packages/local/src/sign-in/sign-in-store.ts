import { DatabaseSync } from 'node:sqlite'

type Payload = Record<string, unknown> & { uid?: string; grantId?: string; consumed?: number }

/** oidc-provider's storage, one adapter per kind of thing ("Session", "AuthorizationCode", …). */
export type AdapterFactory = (kind: string) => {
  upsert(id: string, payload: Payload, expiresIn?: number): Promise<void>
  find(id: string): Promise<Payload | undefined>
  findByUid(uid: string): Promise<Payload | undefined>
  findByUserCode(): Promise<undefined>
  consume(id: string): Promise<void>
  destroy(id: string): Promise<void>
  revokeByGrantId(grantId: string): Promise<void>
}

/** Keeps sessions and codes in a file, so that a restart signs nobody out. Expiry is wall time (see access-token.ts). */
export function openSignInStore(file: string): AdapterFactory {
  const db = new DatabaseSync(file)
  db.exec(`PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL;
    CREATE TABLE IF NOT EXISTS thing (kind TEXT, id TEXT, uid TEXT, grant_id TEXT, expires INTEGER, payload TEXT, PRIMARY KEY (kind, id))`)
  db.prepare('DELETE FROM thing WHERE expires < ?').run(Date.now())
  const find = async (column: 'id' | 'uid', kind: string, value: string) => {
    const row = db
      .prepare(`SELECT payload FROM thing WHERE kind = ? AND ${column} = ? AND (expires IS NULL OR expires > ?)`)
      .get(kind, value, Date.now())
    return row && (JSON.parse(row.payload as string) as Payload)
  }
  return (kind) => ({
    async upsert(id, payload, expiresIn) {
      const expires = expiresIn ? Date.now() + expiresIn * 1000 : null
      db.prepare('INSERT OR REPLACE INTO thing VALUES (?, ?, ?, ?, ?, ?)').run(
        ...[kind, id, payload.uid ?? null, payload.grantId ?? null, expires, JSON.stringify(payload)],
      )
    },
    find: (id) => find('id', kind, id),
    findByUid: (uid) => find('uid', kind, uid),
    findByUserCode: async () => undefined,
    async consume(id) {
      const seconds = Math.floor(Date.now() / 1000)
      db.prepare(`UPDATE thing SET payload = json_set(payload, '$.consumed', ?) WHERE kind = ? AND id = ?`).run(
        seconds,
        kind,
        id,
      )
    },
    async destroy(id) {
      db.prepare('DELETE FROM thing WHERE kind = ? AND id = ?').run(kind, id)
    },
    async revokeByGrantId(grantId) {
      // Asked for each kind of token that a grant gives; a sign-in under way names the grant, too, and has to go on.
      db.prepare('DELETE FROM thing WHERE kind = ? AND grant_id = ?').run(kind, grantId)
    },
  })
}
