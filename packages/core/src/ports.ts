import type { Event, NewEvent } from './events.ts'
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
  /** One page of a kind in id order; `prefix` keeps ids that start with it. `cursor` is opaque. */
  list<K extends Kind>(
    kind: K,
    scope: Scope,
    options?: { prefix?: string; limit?: number; cursor?: string },
  ): Promise<Page<RecordOf<K>>>
  /** Running programs of all organisations, for the schedules. Eventually consistent: decide on a fresh `get`. */
  runningPrograms(): AsyncIterable<{ tenantId: string; programId: string }>
  /** The programs a person is a member of. Eventually consistent. */
  programsOf(tenantId: string, personId: string): Promise<string[]>
  /**
   * Writes all changes and events in one transaction (at most 100 rows in all).
   * @throws DomainError `StaleVersion` when a record is not at its expected version, `AlreadyExists` when one expected to be new exists.
   */
  commit(changes: Change[], events?: NewEvent[]): Promise<void>
  /** The events of a program, oldest first. */
  events(
    scope: { tenantId: string; programId: string },
    options?: { limit?: number; cursor?: string },
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

export type Mail = { to: string; subject: string; text: string; html: string; tags: Record<string, string> }

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
