import { DomainError } from '../errors.ts'
import type { Actor, Work } from '../program/actor.ts'
import { type Answer, answer as questionAnswer } from '../program/fact.ts'
import { loadProgram } from '../program/load.ts'
import { readTask } from '../program/read-program.ts'
import type { Task } from '../program/task.ts'
import { answerRequirement } from '../selection/answer-requirement.ts'
import type { SelectionForm } from '../selection/forms/forms.ts'
import { demandRightToState } from './reserved-facts.ts'

/** The answer to the question of a gate, or the filled-in form of a selection. */
export type TaskAnswer = { answer?: Answer | SelectionForm; note?: string }

/**
 * A person does a task: answers for a fact, says that something decided is done, or fills in a form of a selection
 * (`answer-requirement.ts`). The same answer again changes nothing.
 * @throws DomainError `NotFound` (also a task the actor may not see), `NotAllowed` (someone else's task; a fact reserved for another role), `NotPossibleNow` (cancelled, decided elsewhere, program over),
 *   `AlreadyDecided` (done with another answer), `InvalidInput` (no answer, or one of another kind)
 */
export const completeTask = async (
  work: Work,
  actor: Actor,
  programId: string,
  taskId: string,
  input: TaskAnswer,
): Promise<Task> => {
  const { store, now } = work
  const task = await readTask(store, actor, programId, taskId)
  if (task.kind === 'select') {
    return answerRequirement(work, actor, programId, task, input.answer as SelectionForm | undefined)
  }
  if (task.personId !== actor.personId && !actor.roles.includes('program owner')) {
    throw new DomainError('NotAllowed', 'This task belongs to somebody else.')
  }
  if (task.fact) demandRightToState(actor, task.fact)
  if (task.kind !== 'attest' && task.kind !== 'do') {
    const how = task.kind === 'vote' ? 'POST …/gates/{gate}/votes' : 'POST …/gates/{gate}/decisions'
    throw new DomainError('NotPossibleNow', `This task is done by deciding the gate (${how}).`)
  }
  if (task.status === 'done') {
    if (JSON.stringify(task.answer) === JSON.stringify(input.answer)) return task
    throw new DomainError('AlreadyDecided', `This task was done on ${task.doneAt} with another answer.`)
  }
  if (task.status === 'cancelled') {
    throw new DomainError(
      'NotPossibleNow',
      `The answer is no longer needed: gate ${task.gate} is closed, or you left the program.`,
    )
  }
  const program = await loadProgram(store, actor.tenantId, programId)
  if (program.status === 'stopped' || program.status === 'completed') {
    throw new DomainError('NotPossibleNow', `The answer is no longer needed: the program is ${program.status}.`)
  }
  const answer = checkedAnswer(task, input)
  const said = { ...(answer && { answer }), ...(input.note !== undefined && { note: input.note }) }
  const done: Task = { ...task, ...said, status: 'done', doneBy: actor.personId, doneAt: now }
  const about = { tenantId: actor.tenantId, programId, at: now, by: actor.personId }
  await store.commit(
    [{ kind: 'task', record: done, expect: task.version }],
    [{ type: 'task.completed', ...about, gate: task.gate, taskId }],
  )
  return { ...done, version: task.version + 1 }
}

const checkedAnswer = ({ kind, answerKind }: Task, { answer }: TaskAnswer): Answer | undefined => {
  const given = questionAnswer.optional().safeParse(answer)
  if (given.success && (kind === 'do' || given.data?.kind === answerKind)) return given.data
  const problem = answerKind ? `Needs an answer of kind "${answerKind}".` : 'Needs no answer of this kind.'
  throw new DomainError('InvalidInput', 'The task is not answered.', { problems: [{ field: 'answer', problem }] })
}
