import { DomainError } from '../../errors.ts'
import type { Page, Store } from '../../ports.ts'
import type { Actor, Work } from '../../program/actor.ts'
import { loadOpenProgram } from '../../program/load.ts'
import type { Role } from '../../program/roles.ts'
import { whileStale } from '../../program/while-stale.ts'
import { invalid } from '../../selection/supervision/follow-up.ts'
import { escalationChanged } from '../tell.ts'
import { type EscalationKind, type EscalationRecord, escalationRoutes } from './escalation.ts'

/** Whether it goes to the actor by its kind (E8). */
const isRoutedTo = ({ roles }: Actor, kind: EscalationKind): boolean =>
  roles.some((role) => (escalationRoutes[kind].to as readonly Role[]).includes(role))

const reads = (actor: Actor, { kind, raisedBy }: EscalationRecord): boolean =>
  raisedBy === actor.personId || isRoutedTo(actor, kind)

/**
 * Those whom an escalation goes to answer it. The same again changes nothing.
 * @throws DomainError `NotFound` (also for everybody whom it does not go to), `NotAllowed` (who raised it), `InvalidInput` naming
 *   `answer`, `AlreadyDecided`, `NotPossibleNow` (program over)
 */
export const answerEscalation = (
  { store, now }: Pick<Work, 'store' | 'now'>,
  actor: Actor,
  programId: string,
  escalationId: string,
  answer: string,
): Promise<EscalationRecord> =>
  whileStale(async () => {
    await loadOpenProgram(store, actor.tenantId, programId)
    const known = await store.get('escalation', { tenantId: actor.tenantId, scope: programId }, escalationId)
    if (!known || !reads(actor, known)) {
      throw new DomainError('NotFound', `There is no escalation "${escalationId}" that you can see in this program.`)
    }
    if (!isRoutedTo(actor, known.kind)) {
      const { to } = escalationRoutes[known.kind]
      throw new DomainError('NotAllowed', `A matter of this kind is answered by: ${to.join(', ')}.`)
    }
    if (answer.trim() === '') throw invalid('answer', 'Is empty. Say what becomes of the matter.')
    if (known.answer === answer) return known
    if (known.status === 'answered') {
      throw new DomainError(
        'AlreadyDecided',
        `This escalation was answered on ${known.answeredAt}; raise a new one to go on.`,
      )
    }
    const by = actor.personId
    const record: EscalationRecord = { ...known, status: 'answered', answer, answeredBy: by, answeredAt: now }
    await store.commit(
      [{ kind: 'escalation', record, expect: known.version }],
      [escalationChanged(record, 'answered', { now, by })],
    )
    return { ...record, version: known.version + 1 }
  })

export type EscalationQuery = {
  status?: EscalationRecord['status']
  kind?: EscalationKind
  limit: number
  cursor?: string
}

/**
 * A page of the escalations that the actor raised or that go to them, oldest first. A page may hold fewer than `limit` rows while more
 * follow: go by the cursor.
 */
export const listEscalations = async (
  store: Store,
  actor: Actor,
  programId: string,
  { status, kind, ...page }: EscalationQuery,
): Promise<Page<EscalationRecord>> => {
  const { items, cursor } = await store.list('escalation', { tenantId: actor.tenantId, scope: programId }, page)
  const wanted = items.filter(
    (row) =>
      reads(actor, row) && (status === undefined || row.status === status) && (kind === undefined || row.kind === kind),
  )
  return { items: wanted, cursor }
}
