import { DomainError } from '../errors.ts'
import type { Store } from '../ports.ts'
import type { Actor } from '../program/actor.ts'
import { allOf, loadPeople } from '../program/load.ts'
import type { Member, Person } from '../program/person.ts'
import { readTask } from '../program/read-program.ts'
import type { SelectionAnswerRecord } from './candidacy.ts'
import { conflictOf } from './conflict-of-interest.ts'
import { quizView } from './course-quiz.ts'
import { findDocument, type SelectionDocument } from './documents.ts'
import { passedOf } from './find-credential.ts'
import type { FormName } from './forms/forms.ts'
import { type Ground, loadGround } from './load-candidacy.ts'
import { loadRubric, type RubricVersion } from './load-rubric.ts'
import { judgingRole } from './panel-problems.ts'
import { findStep } from './paths/paths.ts'
import { ruleInWords } from './rules.ts'
import type { Requirement, Step } from './selection-path.ts'
import { lastRound } from './step-rounds.ts'
import { withoutConflicts } from './without-conflicts.ts'

/** What a person needs to see to do a task of a selection. */
export type Material = {
  ground: Ground
  step: Step
  round: number
  rules: { rule: string; words: string }[]
  rubric?: RubricVersion
  document?: SelectionDocument
  quiz?: typeof quizView
  form: FormName
  /** Whom the task may name. */
  eligible?: Member[]
  /** What the task looks at. */
  answers: SelectionAnswerRecord[]
  /** What was missing in the round before. */
  missing: string[]
  /** The people behind all of these. */
  people: Map<string, Person>
}

/**
 * The material of a task: for the person who has it, and for who leads the selection.
 * @throws DomainError `NotFound` (no such task, one the actor may not see, or one of no selection)
 */
export const readMaterial = async (
  store: Store,
  actor: Actor,
  programId: string,
  taskId: string,
): Promise<Material> => {
  const { selection, round, personId } = await readTask(store, actor, programId, taskId)
  if (!selection) throw new DomainError('NotFound', 'This task belongs to no selection; it has no material.')
  const { candidacyId, step: stepName, requirement: name } = selection
  const ground = await loadGround(store, { tenantId: actor.tenantId, programId, candidacyId })
  const step = findStep(ground.candidacy.path, stepName)
  const requirement = step.requirements.find((each) => each.requirement === name)!
  const { form, document, rules = [] } = requirement
  const version = lastRound(ground.candidacy, stepName)?.panel?.rubricVersion
  const before = ground.candidacy.rounds.find((each) => each.step === stepName && each.round === round - 1)
  // Whoever oversees the program sees that there is a task, not what it looks at.
  const own = personId === actor.personId || actor.roles.includes('program owner')
  const answers = own ? await lookedAt(store, ground, step, requirement, round) : []
  const { eligible, people } = await eligibleFor(store, ground, form)
  const others = answers.map(({ by }) => by).filter((id) => !people.has(id))
  return {
    ground,
    step,
    round,
    form,
    rules: rules.map((rule) => ({ rule, words: ruleInWords(rule) })),
    ...((form === 'scores' || form === 'panel') && {
      rubric: await loadRubric(store, ground.scope, step.rubric!, version),
    }),
    ...(document && { document: findDocument(document) }),
    ...(form === 'quiz' && { quiz: quizView }),
    ...(eligible && { eligible }),
    answers,
    missing: before?.missing ?? [],
    people: new Map([...people, ...(await loadPeople(store, actor.tenantId, others))]),
  }
}

/** Of these forms everything is for the panel that decides; scores stay with their panel, signatures prove themselves. */
const evidence = ['check', 'observation', 'endorsement', 'reference', 'peer-review', 'practice', 'commitment']

/** What the task rests on: the answer it follows, the application, or for the panel that decides all evidence so far. */
const lookedAt = async (
  store: Store,
  { scope, candidacy }: Ground,
  { step }: Step,
  { after, form, asks }: Requirement,
  round: number,
): Promise<SelectionAnswerRecord[]> => {
  if (asks === 'candidate') return []
  const prefix = `${candidacy.id}.`
  const all = await allOf(store, 'selectionAnswer', scope, prefix)
  const decides = step === 'calibration' && form === 'scores'
  return all
    .filter((each) => {
      if (each.step === 'application' && each.requirement === 'application')
        return decides || step === 'application' || step === 'evidence'
      if (decides) return evidence.includes(each.form)
      return form !== 'scores' && each.step === step && each.round === round && each.requirement === after
    })
    .map(withoutConflicts)
}

const naming = ['panel', 'recording', 'coach-application', 'mentor-application', 'internal-coach-application']

const eligibleFor = async (
  store: Store,
  ground: Ground,
  form: FormName,
): Promise<{ eligible?: Member[]; people: Map<string, Person> }> => {
  if (!naming.includes(form)) return { people: new Map() }
  const { candidate, path, ref } = ground
  const members = (await ground.members()).filter(({ id, status }) => status === 'active' && id !== candidate.id)
  const ids = members.map(({ id }) => id)
  const people = await loadPeople(store, ref.tenantId, ids)
  // An applicant needs names to speak of conflicts, and nothing else of anybody.
  if (form.endsWith('application')) return { eligible: members.map((each) => ({ ...each, roles: [] })), people }
  const [declared, passed] = await Promise.all([
    ground.declared(),
    passedOf(store, ref.tenantId, path.service, form === 'panel' ? ids : []),
  ])
  const eligible = members.filter((member) => {
    const person = people.get(member.id)
    if (!person || conflictOf({ candidate, person, declared })) return false
    return form === 'panel'
      ? judgingRole(member, path.service, passed) !== undefined
      : member.roles.includes(path.service)
  })
  return { eligible, people }
}
