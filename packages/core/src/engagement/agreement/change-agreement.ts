import { DomainError, type FieldProblem } from '../../errors.ts'
import type { NewEvent } from '../../events.ts'
import type { Change } from '../../ports.ts'
import type { Actor, Work } from '../../program/actor.ts'
import { localDate } from '../../program/calendar.ts'
import { loadOpenProgram } from '../../program/load.ts'
import type { Program } from '../../program/program.ts'
import { whileStale } from '../../program/while-stale.ts'
import { engagementChange, engagementChanged } from '../engagement-changed.ts'
import type { Cadence, EngagementRecord } from '../engagement-record.ts'
import { askedEvent, cancelled, loadAsked, tasksFor } from '../engagement-tasks.ts'
import { demandNotPaused, loadOwnEngagement } from '../load-engagement.ts'
import { agreementIdOf } from '../open-engagement.ts'
import type { AgreementRecord, ClauseName } from './agreement-record.ts'
import { cadenceClause } from './documents/working-agreement.ts'
import { loadAgreements } from './load-agreements.ts'

export type AgreementChange = {
  clauses: Partial<Record<ClauseName, string>>
  cadence?: Partial<Omit<Cadence, 'endsOn'>>
  change: string
}

/**
 * One of the pair changes clauses of the working agreement, or how they meet: a new version that both sign (E2). The version that
 * both signed before stays valid until then. A changed cadence is in force at once and rewrites its clause.
 * @param change the reason, kept with the version
 * @throws DomainError `NotFound`, `NotPossibleNow` (ended), `InvalidInput` (nothing changes; a clause for mentors only)
 */
export const changeAgreement = (
  work: Work,
  actor: Actor,
  programId: string,
  engagementId: string,
  { clauses, cadence = {}, change }: AgreementChange,
): Promise<AgreementRecord> =>
  whileStale(async () => {
    const { store } = work
    const program = await loadOpenProgram(store, actor.tenantId, programId)
    const engagement = await loadOwnEngagement(store, actor, programId, engagementId)
    demandNotPaused(engagement)
    const next: EngagementRecord = { ...engagement, cadence: { ...engagement.cadence, ...cadence } }
    const meets = JSON.stringify(next.cadence) !== JSON.stringify(engagement.cadence)
    const before = (await loadAgreements(store, engagement)).at(-1)!
    const changed = { ...(meets && { 'cadence and format': cadenceClause(next) }), ...clauses }
    demandChange(engagement, before, changed)
    const version = await nextVersion(work, program, next, before, { clauses: changed, change, by: actor.personId })
    await store.commit(
      [engagementChange(next), ...version.changes],
      [engagementChanged(next, 'agreement changed', { now: work.now, by: actor.personId }), ...version.events],
    )
    return { ...version.agreement, version: 1 }
  })

/** The next version of an agreement, with the tasks to sign it; those of the version before are called off. */
export const nextVersion = async (
  { store, now }: Work,
  { zone }: Pick<Program, 'zone'>,
  engagement: EngagementRecord,
  before: AgreementRecord,
  { clauses, change, by }: { clauses: AgreementChange['clauses']; change: string; by: string },
): Promise<{ agreement: AgreementRecord; changes: Change[]; events: NewEvent[] }> => {
  const number = before.number + 1
  const agreement: AgreementRecord = {
    ...before,
    ...{ id: agreementIdOf(engagement.id, number), version: 0, number },
    ...{ clauses: { ...before.clauses, ...clauses }, change, madeAt: now, madeBy: by, signatures: [] },
  }
  const tasks = tasksFor(engagement, 'agreement', number, { now, zone })
  const open = (await loadAsked(store, engagement, 'agreement')).filter(({ status }) => status === 'open')
  return {
    agreement,
    changes: [
      { kind: 'agreement', record: agreement, expect: 0 },
      ...cancelled(open),
      ...tasks.map((record): Change => ({ kind: 'task', record, expect: 0 })),
    ],
    events: [askedEvent(engagement, 'agreement', tasks, now)],
  }
}

const demandChange = (
  { service }: EngagementRecord,
  before: AgreementRecord,
  clauses: AgreementChange['clauses'],
): void => {
  const entries = Object.entries(clauses) as [ClauseName, string][]
  const problems: FieldProblem[] =
    service === 'coach' && 'sponsor actions' in clauses
      ? [
          {
            field: 'clauses.sponsor actions',
            problem: 'Only mentors commit to sponsor actions. Leave this clause out.',
          },
        ]
      : entries.every(([clause, text]) => before.clauses[clause] === text)
        ? [{ field: 'clauses', problem: `Is the same as in version ${before.number}. Name what changes.` }]
        : []
  if (problems.length > 0) throw new DomainError('InvalidInput', 'The agreement cannot be changed so.', { problems })
}

/** @throws DomainError `InvalidInput` for a day that is not later than the present last day */
export const demandLater = (endsOn: string, present: string): void => {
  if (endsOn > present) return
  const problem = `Must be later than ${present}, the last day so far.`
  throw new DomainError('InvalidInput', 'The engagement cannot be renewed so.', {
    problems: [{ field: 'endsOn', problem }],
  })
}

/** Whether the last day of an engagement is over, in the program's zone. */
export const isPastEnd = ({ cadence }: EngagementRecord, { zone }: Pick<Program, 'zone'>, now: string): boolean =>
  localDate(now, zone) > cadence.endsOn
