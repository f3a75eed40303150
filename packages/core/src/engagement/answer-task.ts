import { DomainError } from '../errors.ts'
import type { Actor, Work } from '../program/actor.ts'
import { closingNames } from '../program/collected.ts'
import type { Task } from '../program/task.ts'
import { signAgreement } from './agreement/sign-agreement.ts'
import { signCharter } from './agreement/sign-charter.ts'
import { submitClosing } from './closing/submit-closing.ts'
import type { EngagementForm } from './forms.ts'
import { kickOff } from './kickoff/kick-off.ts'

type EngagementTask = Task & { engagementId: string; form: EngagementForm['kind'] }

/** Whether a task is a step of an engagement, or a closing artifact that a gate collects. */
export const asksEngagement = (task: Task): task is EngagementTask =>
  task.engagementId !== undefined &&
  (task.kind === 'engage' || (task.kind === 'collect' && closingNames.some((name) => name === task.form)))

/**
 * A person does a task of an engagement: the same use case as over the engagement's own routes, which also closes the task. The
 * same answer again changes nothing.
 * @throws DomainError `NotAllowed` (someone else's task), `NotPossibleNow` (called off; what the use case says), `InvalidInput`
 */
export const answerEngagementTask = async (
  work: Work,
  actor: Actor,
  programId: string,
  { id, personId, status, engagementId, form }: EngagementTask,
  answer: EngagementForm | undefined,
): Promise<Task> => {
  if (personId !== actor.personId) {
    throw new DomainError('NotAllowed', 'This task belongs to somebody else, and nobody can do it for them.')
  }
  if (status === 'cancelled') {
    throw new DomainError(
      'NotPossibleNow',
      'The answer is no longer needed: this was changed, or the engagement ended.',
    )
  }
  if (answer?.kind !== form) {
    const problem = `Needs an answer of kind "${form}".`
    throw new DomainError('InvalidInput', 'The task is not answered.', { problems: [{ field: 'answer', problem }] })
  }
  await act(work, actor, programId, engagementId, answer)
  return (await work.store.get('task', { tenantId: actor.tenantId, scope: programId }, id))!
}

const act = (
  ...[work, actor, programId, engagementId, answer]: [Work, Actor, string, string, EngagementForm]
): Promise<unknown> => {
  switch (answer.kind) {
    case 'charter':
      return signCharter(work, actor, programId, engagementId, answer)
    case 'agreement':
      return signAgreement(work, actor, programId, engagementId, answer)
    case 'kickoff':
      return kickOff(work, actor, programId, engagementId, answer.blocks)
    default:
      return submitClosing(work, actor, programId, engagementId, answer)
  }
}
