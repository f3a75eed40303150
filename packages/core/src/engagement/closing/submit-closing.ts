import { DomainError } from '../../errors.ts'
import type { Actor, Work } from '../../program/actor.ts'
import { allOf, loadOpenProgram } from '../../program/load.ts'
import { whileStale } from '../../program/while-stale.ts'
import { engagementChange } from '../engagement-changed.ts'
import type { EngagementRecord } from '../engagement-record.ts'
import { done } from '../engagement-tasks.ts'
import { loadOwnEngagement, scopeOf } from '../load-engagement.ts'
import type { ClosingForm, ClosingKind, ClosingRecord } from './closing.ts'
import { closingsOf } from './owes-closing.ts'

export const closingIdOf = (engagementId: string, kind: ClosingKind): string => `${engagementId}.${kind}`

/**
 * The provider hands in a closing artifact (W14, W22, E10), or a better version of it, as long as the program goes on: gates ask for
 * some of them weeks after a coaching has ended. The same again changes nothing.
 * @throws DomainError `NotFound`, `NotAllowed` (the participant), `NotPossibleNow` (not started; program over), `InvalidInput` (of
 *   the other service)
 */
export const submitClosing = (
  { store, now }: Work,
  actor: Actor,
  programId: string,
  engagementId: string,
  form: ClosingForm,
): Promise<ClosingRecord> =>
  whileStale(async () => {
    const scope = scopeOf({ tenantId: actor.tenantId, programId })
    const engagement = await loadOwnEngagement(store, actor, programId, engagementId, 'provider')
    demandFor(engagement, form.kind)
    await loadOpenProgram(store, actor.tenantId, programId)
    demandStarted(engagement)
    const id = closingIdOf(engagementId, form.kind)
    const known = await store.get('closing', scope, id)
    const open = (await allOf(store, 'task', scope)).filter(
      (task) => task.engagementId === engagementId && task.form === form.kind && task.status === 'open',
    )
    const same = known && JSON.stringify(known.form) === JSON.stringify(form)
    if (same && open.length === 0) return known
    const by = actor.personId
    const record: ClosingRecord = { ...scope, id, version: known?.version ?? 0, engagementId, form, by, at: now }
    const tasks = done(open, { now, by })
    // The engagement is written as well, so that its end does not slip in between.
    await store.commit(
      [{ kind: 'closing', record, expect: record.version }, engagementChange(engagement), ...tasks.changes],
      [
        {
          type: 'closing.submitted',
          ...{ tenantId: actor.tenantId, programId, at: now, by, engagementId, kind: form.kind },
        },
        ...tasks.events,
      ],
    )
    return { ...record, version: record.version + 1 }
  })

const demandFor = ({ service }: EngagementRecord, kind: ClosingKind) => {
  const theirs: readonly ClosingKind[] = ['closing-notes', ...closingsOf[service]]
  if (theirs.includes(kind)) return
  const problem = `A ${service} hands in ${theirs.join(' or ')}.`
  throw new DomainError('InvalidInput', 'This is handed in by others.', { problems: [{ field: 'kind', problem }] })
}

const demandStarted = ({ kickedOffAt }: EngagementRecord) => {
  if (kickedOffAt) return
  throw new DomainError('NotPossibleNow', 'The engagement has not started: there is nothing to close yet.')
}
