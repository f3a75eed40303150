import type { Notice } from '@pilotgate/core/gates/mail-ledger'
import { allOf } from '@pilotgate/core/program/load'
import type { Member } from '@pilotgate/core/program/person'
import type { Task } from '@pilotgate/core/program/task'
import type { ReferenceRecord } from '@pilotgate/core/selection/candidacy'
import { selectionPaths } from '@pilotgate/core/selection/paths/paths'
import { mostReminders, reminderSeconds } from '@pilotgate/core/selection/remind-step'
import {
  leadsOf,
  membersOf,
  namedFor,
  ownersBeside,
  type Round,
  refereeOf,
  referenceOf,
  roundOf,
  scopeOf,
  tasksOf,
  turnTo,
} from './candidacy-ground.ts'
import {
  type EventOf,
  type Ground,
  nameOf,
  notices,
  noticeTo,
  openTasks,
  type People,
  pages,
  peopleOf,
} from './ground.ts'

type Reminded = EventOf<'selection.reminded'>

/** What a round still waits for. */
type Late = { tasks: Task[]; silent: ReferenceRecord[] }

/**
 * Not everything is there: those whose tasks of the round are open, and referees who have not answered. The last time also the
 * lead; the program owner where it is the lead who is late.
 */
export const selectionReminded = async (ground: Ground, event: Reminded): Promise<Notice[]> => {
  const of = await roundOf(ground, event)
  if (of?.candidacy.status !== 'open' || of.round.status !== 'open') return []
  const late = await lateOf(ground, event, of)
  const to = membersOf(ground, ...late.tasks.map(({ personId }) => personId))
  const above = event.escalate ? aboveOf(ground, of, late) : []
  const people = await peopleOf(ground, [...to, ...above], [of.candidacy.personId])
  return [...remind(ground, event, of, late, to, people), ...escalate(ground, event, of, late, above, people)]
}

const lateOf = async (ground: Ground, { candidacyId, step, round }: Reminded, { occasion }: Round): Promise<Late> => {
  const prefix = `${candidacyId}.${step}.${round}.`
  const [tasks, references] = await Promise.all([
    openTasks(ground, `${occasion}.`),
    allOf(ground.store, 'reference', scopeOf(ground), prefix),
  ])
  return { tasks, silent: references.filter(({ answeredAt }) => answeredAt === undefined) }
}

/** Reminders are counted anew when a round asks further people, so that their instant tells the occasions apart. */
const occasionOf = ({ at }: Reminded, { occasion }: Round): string => `${occasion}.${at}`

const remind = (
  ground: Ground,
  event: Reminded,
  of: Round,
  { tasks, silent }: Late,
  to: Member[],
  people: People,
): Notice[] => {
  const { candidacy, step } = of
  const occasion = occasionOf(event, of)
  const which = { reminder: event.reminder, reminders: mostReminders, remindedAt: event.at }
  const ofReferees = silent.map((reference) => {
    const data = { ...referenceOf(ground, candidacy, people, reference), ...which }
    return noticeTo(ground, 'reference-reminder', `${occasion}.reference-reminder`, refereeOf(reference), data)
  })
  const ofMembers = notices(ground, 'selection-reminder', `${occasion}.selection-reminder`, {
    to,
    people,
    data: (reader) => ({
      ...namedFor(candidacy, people, reader),
      step: step.noun,
      tasks: tasksOf(ground, tasks, reader),
      ...which,
      turnTo: turnTo(candidacy, reader),
    }),
  })
  return [...ofMembers, ...ofReferees]
}

const aboveOf = (ground: Ground, { candidacy }: Round, { tasks, silent }: Late): Member[] => {
  const leads = leadsOf(ground, candidacy)
  const isOfLead = ({ personId }: Task) => leads.some(({ id }) => id === personId)
  return [
    ...(silent.length > 0 || tasks.some((task) => !isOfLead(task)) ? leads : []),
    ...(tasks.some(isOfLead) ? ownersBeside(ground, candidacy.personId) : []),
  ]
}

const escalate = (
  ground: Ground,
  event: Reminded,
  of: Round,
  { tasks, silent }: Late,
  above: Member[],
  people: People,
): Notice[] => {
  const { candidacy, step, round } = of
  const late = [
    ...tasks.map(({ personId, title }) => ({ name: nameOf(people, personId), what: title })),
    ...silent.map(({ name, organisation }) => ({ name, what: `Give a reference (${organisation})` })),
  ]
  return notices(ground, 'selection-escalation', `${occasionOf(event, of)}.selection-escalation`, {
    to: late.length > 0 ? above : [],
    people,
    data: () => ({
      candidateName: nameOf(people, candidacy.personId),
      pathTitle: selectionPaths[candidacy.path].title,
      step: step.noun,
      dueAt: round.dueAt,
      late,
      reminders: event.reminder,
      waitsUntil: new Date(Date.parse(event.at) + reminderSeconds * 1000).toISOString(),
      href: pages.candidacy(ground, candidacy.id),
    }),
  })
}
