import { DomainError } from '../errors.ts'
import type { NewEvent } from '../events.ts'
import type { Change } from '../ports.ts'
import type { Actor, Work } from '../program/actor.ts'
import { loadPeople } from '../program/load.ts'
import type { Task } from '../program/task.ts'
import { whileStale } from '../program/while-stale.ts'
import { advanceRound, rubricOf } from './advance-round.ts'
import { answerId, sameAnswer } from './answer-id.ts'
import type { SelectionAnswerRecord, StepRound } from './candidacy.ts'
import { checkAnswer } from './check-answer.ts'
import { commitmentFrom } from './commitment.ts'
import { conflictOf } from './conflict-of-interest.ts'
import type { FormName, SelectionForm } from './forms/forms.ts'
import { declaredIn, type Ground, loadAnswers, loadGround } from './load-candidacy.ts'
import { loadRubric } from './load-rubric.ts'
import { findStep } from './paths/paths.ts'
import { lastRound } from './step-rounds.ts'

/** Forms in which somebody judges the candidate: nobody does so with a conflict of interest. */
const judging: readonly FormName[] = ['check', 'observation', 'panel', 'scores', 'peer-review']
/** What a program owner may do in the place of a lead. */
const leadsPart: readonly FormName[] = ['check', 'panel']

/**
 * A person answers what a step of a candidacy asks of them. In one transaction the task is done, the answer kept, what follows is
 * asked, and the round closed once nobody is waited for. The same answer again changes nothing.
 * @throws DomainError `NotAllowed` (someone else's task; a conflict of interest), `AlreadyDecided` (answered otherwise before),
 *   `NotPossibleNow` (the step is decided, the candidacy or the program over), `InvalidInput` naming each field
 */
export const answerRequirement = (
  work: Work,
  actor: Actor,
  programId: string,
  read: Task,
  answer: SelectionForm | undefined,
): Promise<Task> => {
  const { id: taskId, personId, selection, round: number } = read
  let first = true
  return whileStale(async () => {
    const { store, now } = work
    const { candidacyId, step: stepName, requirement: name } = selection!
    const ground = await loadGround(store, { tenantId: actor.tenantId, programId, candidacyId })
    const step = findStep(ground.candidacy.path, stepName)
    const requirement = step.requirements.find((each) => each.requirement === name)!
    await demandAsked(work, actor, ground, personId, requirement.form)
    const given = demandForm(answer, requirement.form)
    const task = first ? read : (await store.get('task', ground.scope, taskId))!
    first = false
    const answers = await loadAnswers(store, ground.scope, candidacyId, stepName)
    const row = { candidacyId, step: stepName, round: number, requirement: name, by: personId }
    const known = answers.find(({ id }) => id === answerId(row))
    if (known && sameAnswer(known.answer, given)) return task
    if (known) throw new DomainError('AlreadyDecided', `This was answered on ${known.at}; it cannot be changed.`)
    const round = demandOpenRound(ground, task)
    const rubric = await rubricOf(store, ground.scope, step, round)
    const problems = await checkAnswer({ work, ground, step, round, requirement, personId, answers, rubric }, given)
    if (problems.length > 0)
      throw new DomainError('InvalidInput', 'The answer cannot be taken like this.', { problems })
    const record: SelectionAnswerRecord = {
      ...ground.scope,
      ...row,
      id: answerId(row),
      version: 0,
      by: personId,
      at: now,
      form: requirement.form,
      answer: given,
    }
    const declared = stepName === 'application' ? async () => declaredIn([...answers, record]) : ground.declared
    const advance = await advanceRound(
      work,
      { ...ground, declared },
      step,
      await withPanel(work, ground, step.rubric, round, given),
      [...answers, record],
      { by: actor.personId, done: taskId },
    )
    const done: Task = { ...task, status: 'done', doneBy: actor.personId, doneAt: now }
    const commitment = given.kind === 'commitment' ? [commitmentFrom(ground, given, now)] : []
    const changes: Change[] = [
      { kind: 'task', record: done, expect: task.version },
      { kind: 'selectionAnswer', record, expect: 0 },
      ...commitment,
      ...advance.changes,
    ]
    const about = { tenantId: actor.tenantId, programId, at: now, by: actor.personId }
    const told: NewEvent = {
      type: 'selection.answered',
      ...about,
      candidacyId,
      step: stepName,
      round: number,
      requirement: name,
    }
    await store.commit(changes, [told, ...advance.events])
    return { ...done, version: task.version + 1 }
  })
}

/** Only the person asked answers; a program owner may do the part of a lead. @throws DomainError `NotAllowed` */
const demandAsked = async ({ store }: Work, actor: Actor, ground: Ground, personId: string, form: FormName) => {
  const instead = actor.roles.includes('program owner') && leadsPart.includes(form)
  if (actor.personId !== personId && !instead) {
    throw new DomainError('NotAllowed', 'This task belongs to somebody else, and nobody can do it for them.')
  }
  if (!judging.includes(form)) return
  const { candidate, ref } = ground
  const person = (await loadPeople(store, ref.tenantId, [actor.personId])).get(actor.personId)!
  const conflict = conflictOf({ candidate, person, declared: await ground.declared() })
  if (!conflict) return
  throw new DomainError('NotAllowed', `You have a conflict of interest. ${conflict} Let the ${ground.path.lead} know.`)
}

const demandForm = (answer: SelectionForm | undefined, form: FormName): SelectionForm => {
  if (answer?.kind === form) return answer
  const problem = `Needs an answer of kind "${form}".`
  throw new DomainError('InvalidInput', 'The task is not answered.', { problems: [{ field: 'answer', problem }] })
}

/** @throws DomainError `NotPossibleNow` */
const demandOpenRound = ({ candidacy, program }: Ground, task: Task): StepRound => {
  const round = lastRound(candidacy, task.selection!.step)
  const over = program.status === 'stopped' || program.status === 'completed'
  if (over) throw new DomainError('NotPossibleNow', `The answer is no longer needed: the program is ${program.status}.`)
  if (candidacy.status !== 'open') {
    throw new DomainError('NotPossibleNow', `The answer is no longer needed: the candidacy was ${candidacy.status}.`)
  }
  if (round?.round === task.round && round.status === 'open' && task.status === 'open') return round
  throw new DomainError(
    'NotPossibleNow',
    'The answer is no longer needed: this step is decided, or you left the program.',
  )
}

/** A panel keeps the version of the rubric it was named with. */
const withPanel = async (
  { store }: Work,
  { scope }: Ground,
  rubric: string | undefined,
  round: StepRound,
  answer: SelectionForm,
): Promise<StepRound> => {
  if (answer.kind !== 'panel') return round
  const { version: rubricVersion } = await loadRubric(store, scope, rubric!)
  return { ...round, panel: { rubricVersion, members: answer.members } }
}
