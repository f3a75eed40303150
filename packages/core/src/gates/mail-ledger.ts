import { isDomainError } from '../errors.ts'
import type { CalendarPart, Mailer, Store } from '../ports.ts'
import type { Work } from '../program/actor.ts'
import type { MailRecord } from './mail-record.ts'

/** A mail that is to go to one person. `mailId` is the same each time the event that causes it comes, and starts with `gate`. */
export type Notice = {
  mailId: string
  kind: string
  gate: string
  personId: string
  to: string
  rendered: { subject: string; html: string; text: string; calendar?: CalendarPart }
}

export type Delivered = 'sent' | 'sent before' | 'unknown' | 'refused'

/**
 * Delivers a mail at most once (reliability F7): claim → send → sent. Events come at least once, SES has no idempotency key, so
 * the claim alone decides who sends:
 *
 * - Only the delivery that made the claim sends. No other one ever does.
 * - A claim found by a later delivery becomes `unknown` at once: its sender died between claim and mark (the mail may be out or
 *   not), or is still at work. No clock is waited for, so nothing blocks the stream. Lost mails are thus visible, in the mail log
 *   and in the weekly digest. A sender that was still at work knows better, and writes its own result over `unknown`.
 * - A mail the service certainly did not take (`Unavailable`) gives the claim back and the error goes on, so that the stream tries
 *   again – unless somebody called it `unknown` meanwhile: that one tries no more, so the row has to stay.
 * - A refused address is kept as `refused`; any other error while sending is `unknown`. Neither is thrown.
 *
 * @throws DomainError `Unavailable` from the mail service or the store; the event has to come again
 */
export const deliver = async (
  { store, now }: Pick<Work, 'store' | 'now'>,
  mailer: Mailer,
  { tenantId, programId }: { tenantId: string; programId: string },
  { mailId, kind, gate, personId, to, rendered }: Notice,
): Promise<Delivered> => {
  const { subject } = rendered
  const scope = { tenantId, scope: programId }
  const claim: MailRecord = {
    ...scope,
    id: mailId,
    version: 0,
    kind,
    gate,
    to,
    personId,
    subject,
    status: 'claimed',
    claimedAt: now,
  }
  const earlier = await claimed(store, claim)
  if (earlier) return earlier
  const result = await send(mailer, claim, rendered)
  if ('cause' in result) {
    await giveBack(store, claim)
    throw result.cause
  }
  await mark(store, claim, result)
  return result.status
}

type Result =
  | { status: 'sent'; messageId: string; sentAt: string }
  | { status: 'refused' | 'unknown'; problem: string }
  | { cause: unknown }

/** `cause` when the mail was certainly not taken and may be sent again. Marking stays outside: its failure must not look so. */
const send = async (mailer: Mailer, claim: MailRecord, rendered: Notice['rendered']): Promise<Result> => {
  const tags = { program: claim.scope, kind: claim.kind, mailId: claim.id }
  try {
    const messageId = await mailer.send({ to: claim.to, ...rendered, tags })
    return { status: 'sent', messageId, sentAt: claim.claimedAt }
  } catch (error) {
    if (isDomainError(error, 'Unavailable')) return { cause: error }
    if (isDomainError(error, 'InvalidInput')) return { status: 'refused', problem: error.message }
    return { status: 'unknown', problem: `The mail service did not say whether it took the mail (${nameOf(error)}).` }
  }
}

const nameOf = (error: unknown): string => (error instanceof Error ? error.name : 'no error name')

/** Claims a mail; `undefined` when the claim is ours, else what became of the mail that was claimed before. */
const claimed = async (store: Store, claim: MailRecord): Promise<Delivered | undefined> => {
  try {
    await store.commit([{ kind: 'mail', record: claim, expect: 0 }])
    return undefined
  } catch (error) {
    if (!isDomainError(error, 'AlreadyExists')) throw error
  }
  const known = await store.get('mail', claim, claim.id)
  // Given back in this moment by a sender that could not reach the mail service.
  if (!known) return claimed(store, claim)
  if (known.status === 'sent') return 'sent before'
  if (known.status !== 'claimed') return known.status
  const problem = 'The delivery was cut off after the mail was claimed; nobody knows whether it went out.'
  try {
    await store.commit([{ kind: 'mail', record: { ...known, status: 'unknown', problem }, expect: known.version }])
    return 'unknown'
  } catch (error) {
    if (!isDomainError(error, 'StaleVersion')) throw error
    return claimed(store, claim)
  }
}

/** Writes what became of our claim, also over an `unknown` that another delivery wrote meanwhile. */
const mark = async (store: Store, claim: MailRecord, result: Exclude<Result, { cause: unknown }>): Promise<void> => {
  try {
    await store.commit([{ kind: 'mail', record: { ...claim, ...result }, expect: 1 }])
  } catch (error) {
    if (!isDomainError(error, 'StaleVersion')) throw error
    const known = await store.get('mail', claim, claim.id)
    if (known) await store.commit([{ kind: 'mail', record: { ...claim, ...result }, expect: known.version }])
  }
}

/** Removes our claim, unless another delivery has written it off as `unknown`. */
const giveBack = async (store: Store, claim: MailRecord): Promise<void> => {
  try {
    await store.commit([{ kind: 'mail', record: claim, expect: 1, remove: true }])
  } catch (error) {
    if (!isDomainError(error, 'StaleVersion')) throw error
  }
}
