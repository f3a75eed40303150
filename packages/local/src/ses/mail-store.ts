import { DatabaseSync } from 'node:sqlite'

/** A message the local SES endpoint has accepted. */
export interface Message {
  id: string
  /** Virtual time of acceptance, epoch milliseconds. */
  at: number
  from: string
  to: string[]
  cc: string[]
  bcc: string[]
  replyTo: string[]
  subject: string
  text?: string
  html?: string
  /** The whole MIME message, for mails sent raw. */
  raw?: string
  /** The calendar object of a mail that carries one. */
  calendar?: string
  attachments?: { name: string; type: string }[]
  tags: Record<string, string>
  configurationSet?: string
}

export interface MailQuery {
  /** Part of an address in to, cc or bcc. */
  recipient?: string
  /** Part of the subject. */
  subject?: string
  /** `name` or `name=value`, exactly. */
  tag?: string
  /** Part of a recipient, of the subject, or of a tag: what the search box of the mailbox page sends. */
  any?: string
  /** The `next` of the page before. */
  before?: number
  /** 50 when absent; 500 at most. */
  limit?: number
}

export interface MailPage {
  /** Newest first. */
  messages: Message[]
  /** How many messages match on all pages. */
  total: number
  /** Give it as `before` to get the next page; absent on the last one. */
  next?: number
}

/** The durable mailbox of the local runtime: every mail that was "sent". */
export interface MailStore {
  /** Returns once the message is on disk. */
  add(message: Message): void
  get(id: string): Message | undefined
  list(query?: MailQuery): MailPage
  count(): number
  deleteAll(): void
  close(): void
}

/** Opens the mailbox in a file, or in memory with `:memory:`. */
export function openMailStore(file: string): MailStore {
  const db = new DatabaseSync(file)
  // FULL: an accepted mail must survive the loss of power, as it does with the real SES.
  db.exec(`PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;
    CREATE TABLE IF NOT EXISTS mail (
      seq INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT NOT NULL UNIQUE,
      recipients TEXT NOT NULL, subject TEXT NOT NULL, tags TEXT NOT NULL, message TEXT NOT NULL)`)
  const insert = db.prepare('INSERT INTO mail (id, recipients, subject, tags, message) VALUES (?, ?, ?, ?, ?)')
  const byId = db.prepare('SELECT message FROM mail WHERE id = ?')

  return {
    add(message) {
      const recipients = [...message.to, ...message.cc, ...message.bcc].join('\n').toLowerCase()
      insert.run(message.id, recipients, message.subject.toLowerCase(), tagLines(message.tags), JSON.stringify(message))
    },
    get(id) {
      const row = byId.get(id)
      return row && (JSON.parse(row.message as string) as Message)
    },
    list(query = {}) {
      const limit = Math.min(Math.max(query.limit ?? 50, 1), 500)
      const { where, values } = conditions(query)
      const total = db.prepare(`SELECT count(*) AS n FROM mail WHERE ${where}`).get(...values)!.n as number
      const rows = db
        .prepare(`SELECT seq, message FROM mail WHERE ${where} AND seq < ? ORDER BY seq DESC LIMIT ?`)
        .all(...values, query.before ?? Number.MAX_SAFE_INTEGER, limit + 1)
      const page = rows.slice(0, limit)
      const next = rows.length > limit ? (page.at(-1)!.seq as number) : undefined
      return { messages: page.map((row) => JSON.parse(row.message as string) as Message), total, next }
    },
    count: () => db.prepare('SELECT count(*) AS n FROM mail').get()!.n as number,
    deleteAll: () => db.exec('DELETE FROM mail'),
    close: () => db.close(),
  }
}

/** One `name=value` per line, with a line end on both sides, so that a whole tag can be found as a substring. */
const tagLines = (tags: Record<string, string>) =>
  Object.entries(tags)
    .map(([name, value]) => `\n${name}=${value}\n`)
    .join('')

function conditions({ recipient, subject, tag, any }: MailQuery): { where: string; values: string[] } {
  const parts: [sql: string, ...values: string[]][] = []
  if (recipient) parts.push(['instr(recipients, ?) > 0', recipient.toLowerCase()])
  if (subject) parts.push(['instr(subject, ?) > 0', subject.toLowerCase()])
  if (tag) parts.push(['instr(tags, ?) > 0', tag.includes('=') ? `\n${tag}\n` : `\n${tag}=`])
  if (any) {
    const part = any.toLowerCase()
    parts.push(['(instr(recipients, ?) > 0 OR instr(subject, ?) > 0 OR instr(lower(tags), ?) > 0)', part, part, part])
  }
  return {
    where: parts.map(([sql]) => sql).join(' AND ') || '1',
    values: parts.flatMap(([, ...values]) => values),
  }
}
