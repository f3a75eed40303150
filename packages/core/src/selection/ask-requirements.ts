import type { Change } from '../ports.ts'
import type { Work } from '../program/actor.ts'
import { localTime, plusDays } from '../program/calendar.ts'
import type { Task } from '../program/task.ts'
import { type AskedPeople, askedPeople } from './asked-people.ts'
import type { ReferenceRecord, SelectionAnswerRecord, StepRound } from './candidacy.ts'
import type { Ground } from './load-candidacy.ts'
import type { Requirement, Step } from './selection-path.ts'

/** Who is asked now, with what is to be committed; `problems` when somebody who has to be asked is not there. */
export type Asking = { tasks: Task[]; references: ReferenceRecord[]; problems: string[]; dueAt: string }

/** Time for what is asked after something else of the same step. */
const followDays = 7
/** A panel scores soon after it has met, while it remembers. */
const scoringDays = 3

/** The tasks and references of requirements that are asked now. Nothing is asked when somebody is missing: the step goes on hold. */
export const askRequirements = async (
  { store, ids, now }: Work,
  ground: Ground,
  step: Step,
  round: StepRound,
  requirements: Requirement[],
  answers: SelectionAnswerRecord[],
): Promise<Asking> => {
  const given = answers.filter((each) => each.round === round.round)
  const dueAt = dueOf(ground, step, requirements, given, now)
  const peers = given.flatMap(({ answer }) => (answer.kind === 'recording' ? answer.peers : []))
  const asking: Asking = { tasks: [], references: [], problems: [], dueAt }
  for (const requirement of requirements) {
    if (requirement.asks === 'referees') {
      const referees = given.flatMap(({ answer }) => (answer.kind === 'referees' ? answer.referees : []))
      asking.references.push(
        ...referees.map(
          (referee, index): ReferenceRecord => ({
            ...ground.scope,
            id: `${ground.ref.candidacyId}.${round.step}.${round.round}.${index + 1}`,
            version: 0,
            candidacyId: ground.ref.candidacyId,
            step: round.step,
            round: round.round,
            ...referee,
            secret: ids.secret(),
            askedAt: now,
            dueAt,
          }),
        ),
      )
      continue
    }
    const asked: AskedPeople = await askedPeople(store, ground, round, requirement, peers)
    if ('nobody' in asked) asking.problems.push(asked.nobody)
    else
      asking.tasks.push(...asked.people.map((person) => taskFor(ground, step, round, requirement, person, dueAt, now)))
  }
  return asking.problems.length > 0 ? { ...asking, tasks: [], references: [] } : asking
}

/** The tasks of one round of a step: their ids begin so. */
export const taskPrefix = (candidacyId: string, { rule, step }: Step, round: number): string =>
  `${rule}.${candidacyId}.${step}.${round}.`

const taskFor = (
  { ref, scope }: Ground,
  step: Step,
  { round }: StepRound,
  { requirement, form, title, why }: Requirement,
  { personId, role }: { personId: string; role: Task['role'] },
  dueAt: string,
  now: string,
): Task => ({
  ...scope,
  id: `${taskPrefix(ref.candidacyId, step, round)}${requirement}.${personId}`,
  version: 0,
  gate: step.rule,
  round,
  kind: 'select',
  title,
  why,
  role,
  personId,
  form,
  selection: { candidacyId: ref.candidacyId, step: step.step, requirement },
  openedAt: now,
  dueAt,
  status: 'open',
  reminders: 0,
  escalated: false,
})

/** What begins a step has the step's days; what follows has a week, and a panel some days after it has met. */
const dueOf = (
  { program: { zone } }: Ground,
  { days }: Step,
  requirements: Requirement[],
  given: SelectionAnswerRecord[],
  now: string,
): string => {
  const follows = requirements.every(({ after }) => after !== undefined)
  const due = plusDays(now, zone, follows ? Math.min(days, followDays) : days)
  if (!requirements.some(({ asks }) => asks === 'panel')) return due
  const meetsOn = given.flatMap(({ answer }) => (answer.kind === 'panel' && answer.meetsOn) || []).at(-1)
  if (!meetsOn) return due
  const scored = plusDays(localTime(meetsOn, '18:00', zone), zone, scoringDays)
  return scored > due ? scored : due
}

export const asChanges = ({ tasks, references }: Asking): Change[] => [
  ...tasks.map((record): Change => ({ kind: 'task', record, expect: 0 })),
  ...references.map((record): Change => ({ kind: 'reference', record, expect: 0 })),
]
