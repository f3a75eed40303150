import { DomainError, type FieldProblem } from '../../errors.ts'
import type { Actor, Work } from '../../program/actor.ts'
import { localDate } from '../../program/calendar.ts'
import { holders, loadMembers, loadOpenProgram } from '../../program/load.ts'
import type { Member } from '../../program/person.ts'
import type { Role } from '../../program/roles.ts'
import { kpiIds } from '../kpis/kpi-ids.ts'
import { measurementRow } from '../measurement-row.ts'
import { readMeasured } from '../read-measured.ts'
import type { DeliverableForm, DeliverableKind, DeliverableRecord } from './deliverable.ts'

const operations: readonly Role[] = ['program owner', 'program lead', 'learning operations']

/** Who writes which kind; those who run the program write any. */
export const writersOf: Record<DeliverableKind, readonly Role[]> = {
  'case-study': [...operations, 'sponsor'],
  budget: [...operations, 'finance'],
  'scaling-plan': [...operations, 'procurement'],
  'measurement-plan': [...operations, 'hr analytics'],
}

export type DeliverableInput = { form: DeliverableForm; ready: boolean }

/**
 * Saves a deliverable (W18–W21): a new one, or a new version of a draft. What is ready stays as it is: gates and reports rest on it.
 * @param known the draft that is changed, and the version that was read
 * @throws DomainError `NotFound`, `NotAllowed` (not one's kind), `NotPossibleNow` (program over, ready already), `StaleVersion`,
 *   `InvalidInput` naming the field
 */
export const saveDeliverable = async (
  { store, ids, now }: Work,
  actor: Actor,
  programId: string,
  { form, ready }: DeliverableInput,
  known?: { deliverableId: string; version: number },
): Promise<DeliverableRecord> => {
  const program = await loadOpenProgram(store, actor.tenantId, programId)
  demandWriter(actor, form.kind)
  const before = known && (await readMeasured(store, actor, programId, 'deliverable', known.deliverableId))
  if (before) demandDraft(before, form)
  const problems = problemsOf(form, await loadMembers(store, program), localDate(now, program.zone))
  if (problems.length > 0) throw new DomainError('InvalidInput', `The ${form.kind} is not as expected.`, { problems })
  const record: DeliverableRecord = {
    ...measurementRow(actor, programId, before?.id ?? `${form.kind}.${ids.next(now)}`, now),
    form,
    status: ready ? 'ready' : 'draft',
  }
  const about = { tenantId: actor.tenantId, programId, at: now, by: actor.personId }
  const expect = known?.version ?? 0
  await store.commit(
    [{ kind: 'deliverable', record, expect }],
    [{ type: 'deliverable.saved', ...about, deliverableId: record.id, ready }],
  )
  return { ...record, version: expect + 1 }
}

const demandWriter = ({ roles }: Actor, kind: DeliverableKind): void => {
  const writers = writersOf[kind]
  if (roles.some((role) => writers.includes(role))) return
  throw new DomainError('NotAllowed', `Only someone with one of these roles writes a ${kind}: ${writers.join(', ')}.`)
}

const demandDraft = ({ id, status, form: { kind } }: DeliverableRecord, form: DeliverableForm): void => {
  if (status === 'ready') {
    throw new DomainError(
      'NotPossibleNow',
      `"${id}" is ready and stays as it is. Save a new one with what has changed.`,
    )
  }
  if (kind === form.kind) return
  throw new DomainError('InvalidInput', `"${id}" is a ${kind}.`, {
    problems: [{ field: 'form.kind', problem: `Must stay "${kind}".` }],
  })
}

const problemsOf = (form: DeliverableForm, members: Member[], today: string): FieldProblem[] => {
  switch (form.kind) {
    case 'case-study':
      return caseStudyProblems(form, members)
    case 'budget':
      return form.asOf > today ? [{ field: 'form.asOf', problem: `Lies ahead; today is ${today}.` }] : []
    case 'scaling-plan':
      return []
    case 'measurement-plan':
      return planProblems(form, today)
  }
}

type Form<K extends DeliverableKind> = Extract<DeliverableForm, { kind: K }>

/** Nobody is written about without having agreed to it (W18, P2). */
const caseStudyProblems = ({ participantId, agreed }: Form<'case-study'>, members: Member[]): FieldProblem[] => {
  if (!participantId) return []
  const participants = holders(members, 'participant')
  if (!participants.some(({ id }) => id === participantId)) {
    return [{ field: 'form.participantId', problem: 'Is no active participant of this program.' }]
  }
  const problem = 'Ask the participant first, and say `true` once they agree; or leave `participantId` out.'
  return agreed ? [] : [{ field: 'form.agreed', problem }]
}

const planProblems = ({ queries, loads }: Form<'measurement-plan'>, today: string): FieldProblem[] => [
  ...queries.flatMap(({ kpi }, place) =>
    kpiIds.some((id) => id === kpi)
      ? []
      : [{ field: `form.queries.${place}.kpi`, problem: `Must be a KPI: ${kpiIds.join(', ')}.` }],
  ),
  ...loads.flatMap(({ lastRanOn }, place) =>
    lastRanOn && lastRanOn > today
      ? [{ field: `form.loads.${place}.lastRanOn`, problem: `Lies ahead; today is ${today}.` }]
      : [],
  ),
]
