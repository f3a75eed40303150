import { DomainError } from '../../errors.ts'
import type { NewEvent } from '../../events.ts'
import type { Actor, Work } from '../../program/actor.ts'
import { allOf, loadOpenProgram, loadPeople } from '../../program/load.ts'
import type { Task } from '../../program/task.ts'
import { whileStale } from '../../program/while-stale.ts'
import { checkedAnswer, type InstrumentAnswer } from './answer-form.ts'
import { pairsOf } from './instrument-rows.ts'
import { formSubjectOf, type InstrumentTask } from './instrument-task.ts'
import { relationOf } from './raters.ts'
import type { Relation, ResponseRecord } from './response-record.ts'
import { theProgram } from './who-is-asked.ts'

/**
 * A person fills in an instrument: the response, its event and the task that is done with it, in one transaction. Nobody answers for
 * somebody else, and an answer is never changed; the same answer again changes nothing.
 * @param read the task as it was read
 * @throws DomainError `NotAllowed` (somebody else's task), `AlreadyDecided` (answered otherwise before), `InvalidInput` naming each
 *   question, `NotPossibleNow` (the gate is closed, the program over, the person it is about has left)
 */
export const answerInstrument = (
  work: Work,
  actor: Actor,
  programId: string,
  read: InstrumentTask,
  answer: InstrumentAnswer | undefined,
): Promise<Task> => {
  if (read.personId !== actor.personId) {
    throw new DomainError('NotAllowed', 'This was asked of somebody else, and nobody can answer it for them.')
  }
  return whileStale(async () => {
    const { store, now } = work
    const scope = { tenantId: actor.tenantId, scope: programId }
    const task = (await store.get('task', scope, read.id)) as InstrumentTask
    const known = await store.get('response', scope, task.id)
    if (known && sameAnswer(known, answer)) return task
    if (known) throw new DomainError('AlreadyDecided', `This was answered on ${known.at}; it cannot be changed.`)
    await demandOpen(work, actor, programId, task)
    const checked = checkedAnswer(task.form, formSubjectOf(task), answer)
    if ('problems' in checked) {
      throw new DomainError('InvalidInput', 'The answer is not complete.', { problems: checked.problems })
    }
    const response: ResponseRecord = {
      ...scope,
      id: task.id,
      version: 0,
      instrument: task.form,
      bank: task.bank,
      gate: task.gate,
      round: task.round,
      subjectId: task.subjectId,
      respondentId: actor.personId,
      relation: await relationFor(work, scope, task),
      ...checked.answer,
      at: now,
    }
    const done: Task = { ...task, status: 'done', doneBy: actor.personId, doneAt: now }
    await store.commit(
      [
        { kind: 'response', record: response, expect: 0 },
        { kind: 'task', record: done, expect: task.version },
      ],
      [responseRecorded(response, task.engagementId)],
    )
    return { ...done, version: task.version + 1 }
  })
}

const sorted = (values: Record<string, unknown> = {}) => Object.entries(values).toSorted(([a], [b]) => (a < b ? -1 : 1))

const sameAnswer = ({ instrument, ratings, yes, comment }: ResponseRecord, given: InstrumentAnswer | undefined) =>
  given?.kind === instrument &&
  JSON.stringify([sorted(ratings), sorted(yes), comment]) ===
    JSON.stringify([sorted(given.ratings), sorted(given.yes), given.comment])

/** @throws DomainError `NotPossibleNow` */
const demandOpen = async ({ store }: Work, actor: Actor, programId: string, task: InstrumentTask): Promise<void> => {
  await loadOpenProgram(store, actor.tenantId, programId)
  if (task.status !== 'open') {
    throw new DomainError('NotPossibleNow', `The answer is no longer needed: gate ${task.gate} is closed.`)
  }
  if (task.subjectId === theProgram) return
  const subject = await store.get('member', { tenantId: actor.tenantId, scope: programId }, task.subjectId)
  if (subject?.status === 'active') return
  throw new DomainError('NotPossibleNow', 'The answer is no longer needed: the person it is about left the program.')
}

const relationFor = async (
  { store }: Work,
  scope: { tenantId: string; scope: string },
  { personId, subjectId, form }: InstrumentTask,
): Promise<Relation> => {
  if (subjectId === theProgram) return 'sponsor'
  if (form === 'manager-attestation') return 'manager'
  if (personId === subjectId) return 'self'
  const prefix = `${subjectId}.`
  const [people, member, engagements, matches] = await Promise.all([
    loadPeople(store, scope.tenantId, [personId, subjectId]),
    store.get('member', scope, personId),
    allOf(store, 'engagement', scope, prefix),
    allOf(store, 'match', scope, prefix),
  ])
  return relationOf(
    { people, members: member ? [member] : [], pairs: pairsOf(engagements, matches) },
    personId,
    subjectId,
  )
}

export const responseRecorded = (response: ResponseRecord, engagementId: string | undefined): NewEvent => ({
  type: 'response.recorded',
  tenantId: response.tenantId,
  programId: response.scope,
  at: response.at,
  by: response.respondentId,
  responseId: response.id,
  ...(engagementId !== undefined && { engagementId }),
  revision: 1,
  instrument: response.instrument,
  subjectId: response.subjectId,
  relation: response.relation,
  ratings: response.ratings,
})
