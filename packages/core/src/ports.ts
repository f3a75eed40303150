import type { Event, NewEvent } from './events.ts'
import type { WarehouseRow } from './measurement/telemetry/session-row.ts'
import type { Sealed } from './program/sealed.ts'
import type { Kind, RecordOf } from './records.ts'

/** Where a record lives: the organisation, and the program or `organisation` (`-`). */
export type Scope = { tenantId: string; scope: string }

export type Page<T> = { items: T[]; cursor: string | undefined }

/**
 * One change of one record. `expect` is the version read before (0 = the record must not exist yet); the stored record gets
 * `expect + 1`. `remove: true` deletes it instead.
 */
export type Change = { [K in Kind]: { kind: K; record: RecordOf<K>; expect: number; remove?: boolean } }[Kind]

/**
 * The platform's records. Reads are consistent unless said otherwise; `commit` is all or nothing.
 */
export interface Store {
  get<K extends Kind>(kind: K, scope: Scope, id: string): Promise<RecordOf<K> | undefined>
  /** Several records by id, in any order; unknown ids are left out. At most 100 ids. */
  getMany<K extends Kind>(kind: K, scope: Scope, ids: string[]): Promise<RecordOf<K>[]>
  /** One page of a kind in id order, or from the last id backwards (`newest`); `prefix` keeps ids that start with it. `cursor` is opaque. */
  list<K extends Kind>(
    kind: K,
    scope: Scope,
    options?: { prefix?: string; limit?: number; cursor?: string; newest?: boolean },
  ): Promise<Page<RecordOf<K>>>
  /** Running programs of all organisations, for the schedules. Eventually consistent: decide on a fresh `get`. */
  runningPrograms(): AsyncIterable<{ tenantId: string; programId: string }>
  /** The programs a person is a member of, or left with the organisation (`left`). Eventually consistent: decide on a fresh `get`. */
  programsOf(tenantId: string, personId: string): Promise<string[]>
  /**
   * Writes all changes and events in one transaction (at most 100 rows in all).
   * @throws DomainError `StaleVersion` when a record is not at its expected version, `AlreadyExists` when one expected to be new exists.
   */
  commit(changes: Change[], events?: NewEvent[]): Promise<void>
  /** The events of a program, oldest first unless `newest` is to come first; a cursor holds for one order only. */
  events(
    scope: { tenantId: string; programId: string },
    options?: { limit?: number; cursor?: string; newest?: boolean },
  ): Promise<Page<Event>>
}

/** The state machines that drive programs. */
export interface Workflows {
  /** Makes sure the machine exists with this definition (Amazon States Language, JSON text) and gives its ARN. Repeatable. */
  ensureMachine(name: string, definition: string): Promise<string>
  /** Starts an execution; starting the same name with the same input again gives the same execution. */
  start(machineArn: string, name: string, input: unknown): Promise<string>
  /** Answers a waiting step. A token already used or timed out is not an error: the step was answered before (F2). */
  answer(token: string, output: unknown): Promise<void>
  stop(executionArn: string, reason: string): Promise<void>
  describe(executionArn: string): Promise<ExecutionSummary | undefined>
  history(executionArn: string, options?: { limit?: number; cursor?: string }): Promise<Page<HistoryEntry>>
}

export type ExecutionSummary = {
  executionArn: string
  machineArn: string
  name: string
  status: 'RUNNING' | 'SUCCEEDED' | 'FAILED' | 'TIMED_OUT' | 'ABORTED'
  startedAt: string
  stoppedAt: string | undefined
}

/** One line of an execution's history, as the console draws it. `state` is set for events of a state. */
export type HistoryEntry = {
  id: number
  at: string
  type: string
  state: string | undefined
  error: string | undefined
  cause: string | undefined
}

/** A calendar object that a mail carries (RFC 6047): `method` is that of the iCalendar text in `content`. */
export type CalendarPart = { method: 'REQUEST' | 'CANCEL'; content: string }

export type Mail = {
  to: string
  subject: string
  text: string
  html: string
  tags: Record<string, string>
  calendar?: CalendarPart
}

export interface Mailer {
  /** Hands a mail to the mail service and gives its message id. @throws DomainError `Unavailable`, `InvalidInput` (refused address). */
  send(mail: Mail): Promise<string>
}

/** New ids: sortable by time of making, unique. */
export interface Ids {
  /** `at` (ISO 8601) is the time the id sorts by; without it, the time of the call. */
  next(at?: string): string
  /** A secret that nobody can guess or work out from what they sent: at least 128 random bits as base64url, never the same again. */
  secret(): string
}

/** Who is calling, from the claims of a verified token. `email` is in small letters, as in `emailClaim`. */
export type Caller = { tenantId: string; email: string; name: string; roles: string[] }

export interface SignIn {
  /** @throws DomainError `NotSignedIn` with the reason, `Unavailable` when the keys cannot be fetched. */
  verify(token: string): Promise<Caller>
}

/** Whose secret it is. */
export type Subject = { tenantId: string; personId: string }

/** Keeps confidential text unreadable to everything but who may read it: AES-256-GCM, one data key per subject, wrapped by the key service (P2). */
export interface Vault {
  /**
   * Encrypts text; `about` (the identity of the record: tenant, scope, kind, id) is bound as additional data, so that a sealed
   * text moved to another record does not open. The first text of a subject makes their data key.
   * @throws DomainError `Unavailable`
   */
  seal(subject: Subject, about: string, text: string): Promise<Sealed>
  /**
   * @throws DomainError `NotFound` when it does not open: the subject's key was destroyed (erased), or the text was changed or
   * belongs to another subject or record; `Unavailable`
   */
  open(subject: Subject, about: string, sealed: Sealed): Promise<string>
  /** Destroys the subject's data key: nothing sealed for them so far opens any more. Repeatable. @throws DomainError `Unavailable` */
  erase(subject: Subject): Promise<void>
}

/** Prints pages of ours. */
export interface Printer {
  /**
   * A page that holds all it needs, as PDF on A4.
   * @throws DomainError `NotPossibleNow` where there is no browser to print with, or it does not answer in time
   */
  pdf(html: string): Promise<Uint8Array>
}

/** What the warehouse holds of a program: each session once, in its latest version. Empty and `undefined` when nothing has arrived. */
export type Arrived = {
  sessions: Pick<WarehouseRow, 'sessionId' | 'rowVersion' | 'status'>[]
  /** The latest event time among them, `YYYY-MM-DDTHH:MM:SS.sssZ`. */
  newestRecordedAt: string | undefined
}

/** The analytics warehouse: session-level metadata goes out, what has arrived comes back (P1). */
export interface Warehouse {
  /**
   * Hands rows over; delivered at least once and in any order, so readers keep the highest `rowVersion` of a session. At most 500
   * go in one request; rows that the service could not take are sent again. Any number may be given.
   * @throws DomainError `InvalidInput` for a row that is not of the schema (nothing is sent then), `Unavailable` when some rows were
   * not taken: deliver all of them again
   */
  deliver(rows: WarehouseRow[]): Promise<void>
  /** Asks the warehouse itself (SQL); rows take minutes to arrive. @throws DomainError `Unavailable` */
  arrived(scope: { tenantId: string; programId: string }): Promise<Arrived>
}

/** Work that waits in a queue, each with the function that takes it. */
export type QueueName = 'people-inbox' | 'invitations' | 'webhook-deliveries'

/**
 * A message of a queue: ids only, as JSON. `group`: messages of one group are handed over in the order in which they were sent, one
 * after another (FIFO queues only). `dedupe`: sent again within five minutes, it is kept once (FIFO queues only).
 */
export type QueueMessage = { body: Record<string, unknown>; group?: string; dedupe?: string }

export interface Queues {
  /**
   * Hands messages over, in this order; each is delivered at least once.
   * @throws DomainError `Unavailable` when some were not taken: send all of them again
   */
  send(queue: QueueName, messages: QueueMessage[]): Promise<void>
  /** Gives a message that is being worked on back, to be delivered again after `seconds` (at most 12 hours). @throws DomainError `Unavailable` */
  postpone(queue: QueueName, receipt: string, seconds: number): Promise<void>
}

export type WebRequest = {
  method: 'GET' | 'POST' | 'OPTIONS'
  url: string
  headers?: Record<string, string>
  body?: string
  /** The hosts it may go to, such as `api.hibob.com` or `*.bamboohr.com`. Without it, any host with a public address. */
  hosts?: string[]
  /** Only status and headers are wanted: the connection ends with them, and `body` of the answer stays empty. */
  withoutBody?: boolean
}

/** `headers` by name in small letters. `body` is cut off after 1 MB. */
export type WebAnswer = { status: number; headers: Record<string, string>; body: string; milliseconds: number }

/** Other people's servers. */
export interface Web {
  /**
   * One request, within 10 seconds, over https; redirects are not followed. Private addresses are refused, also when a name leads there.
   * @throws DomainError `NotAllowed` (a host or address that it may not go to), `Unavailable` (no answer, or not in time); the message
   *   says which in plain words
   */
  send(request: WebRequest): Promise<WebAnswer>
}
