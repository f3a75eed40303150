import { answerEngagementTask, asksEngagement } from '../engagement/answer-task.ts'
import type { EngagementForm } from '../engagement/forms.ts'
import { DomainError } from '../errors.ts'
import type { InstrumentAnswer } from '../measurement/instruments/answer-form.ts'
import { answerInstrument } from '../measurement/instruments/answer-instrument.ts'
import { asksInstrument } from '../measurement/instruments/instrument-task.ts'
import type { Actor, Work } from '../program/actor.ts'
import { type Answer, answer as questionAnswer } from '../program/fact.ts'
import { loadProgram } from '../program/load.ts'
import { readTask } from '../program/read-program.ts'
import type { Task } from '../program/task.ts'
import { answerRequirement } from '../selection/answer-requirement.ts'
import type { SelectionForm } from '../selection/forms/forms.ts'
import { demandRightToState } from './reserved-facts.ts'

/** The answer to the question of a gate, the filled-in form of a selection or of an engagement, or an instrument. */
export type TaskAnswer = { answer?: Answer | SelectionForm | EngagementForm | InstrumentAnswer; note?: string }

/** Tasks that are not about facts and decisions of gates are answered by the stage that asked; none for the others. */
const answeredElsewhere = (...[work, actor, programId, task, answer]: AnswerArgs): Promise<Task> | undefined => {
  if (task.kind === 'select')
    return answerRequirement(work, actor, programId, task, answer as SelectionForm | undefined)
  if (asksEngagement(task))
    return answerEngagementTask(work, actor, programId, task, answer as EngagementForm | undefined)
  if (asksInstrument(task))
    return answerInstrument(work, actor, programId, task, answer as InstrumentAnswer | undefined)
  return undefined
}
type AnswerArgs = [work: Work, actor: Actor, programId: string, task: Task, answer: TaskAnswer['answer']]

/**
 * A person does a task: answers for a fact, says that something decided is done, or fills in a form of a selection
 * (`answer-requirement.ts`), of an engagement (`answer-task.ts`) or an instrument (`answer-instrument.ts`). The same answer again changes nothing.
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
  const elsewhere = answeredElsewhere(work, actor, programId, task, input.answer)
  if (elsewhere) return elsewhere
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
