import { pausedPairsOf } from '@pilotgate/core/engagement/ask-about-paused'
import type { EngagementRecord } from '@pilotgate/core/engagement/engagement-record'
import type { Notice } from '@pilotgate/core/gates/mail-ledger'
import { lineConflict } from '@pilotgate/core/matching/review/reporting-line'
import { allOf } from '@pilotgate/core/program/load'
import type { Member } from '@pilotgate/core/program/person'
import { organisation } from '@pilotgate/core/program/record'
import type { Task } from '@pilotgate/core/program/task'
import { membersOf, scopeOf } from './candidacy-ground.ts'
import { engagementPage } from './engagement.ts'
import { type EventOf, type Ground, inRoles, nameOf, notices, pages, peopleOf } from './ground.ts'

/** How pairs are named to the program owner, with their pages. */
const pairsNamed = async (ground: Ground, pairs: EngagementRecord[]) => {
  const people = await peopleOf(
    ground,
    [],
    pairs.flatMap(({ participantId, providerId }) => [participantId, providerId]),
  )
  return pairs.map(({ id, participantId, providerId, service }) => ({
    what: `${nameOf(people, participantId)} with ${nameOf(people, providerId)} (${service})`,
    href: engagementPage(ground, id),
  }))
}

/**
 * Somebody has left the organisation: the program owners, or operations and the sponsor when it is the only owner. The pairs are told
 * by what there is: they are paused right after the event.
 */
export const memberLeft = async (ground: Ground, event: EventOf<'member.left'>): Promise<Notice[]> => {
  const { personId, changeId } = event
  const lastOwner = membersOf(ground, personId).some(({ status }) => status === 'active')
  const to = lastOwner
    ? inRoles(ground, 'program lead', 'learning operations', 'sponsor').filter(({ id }) => id !== personId)
    : inRoles(ground, 'program owner')
  const [engagements, tasks] = await Promise.all([
    allOf(ground.store, 'engagement', scopeOf(ground)),
    reassignedBy(ground, changeId),
  ])
  const theirs = engagements.filter(
    ({ status, participantId, providerId }) =>
      status !== 'ended' && (participantId === personId || providerId === personId),
  )
  const pairs = await pairsNamed(ground, theirs)
  const people = await peopleOf(ground, to, [personId, ...tasks.map((task) => task.personId)])
  return notices(ground, 'person-left', `program.${changeId}.person-left`, {
    to,
    people,
    data: (reader) => ({
      ...{ personName: nameOf(people, personId), lastOwner, pairs },
      tasks: tasks.map((task) => ({
        title: task.title,
        toName: nameOf(people, task.personId),
        href: pages.task(ground, task, reader),
      })),
      href: `${pages.program(ground)}/people`,
    }),
  })
}

const reassignedBy = async (ground: Ground, changeId: string): Promise<Task[]> => {
  const lines = await allOf(ground.store, 'changeEffect', scopeOf(ground), `${changeId}.task reassigned.`)
  const tasks = await Promise.all(
    lines.map(({ subjectId }) => subjectId && ground.store.get('task', scopeOf(ground), subjectId)),
  )
  return tasks.flatMap((task) => task || [])
}

/** Somebody is back: the program owners. */
export const memberReturned = async (ground: Ground, event: EventOf<'member.returned'>): Promise<Notice[]> => {
  const { personId, changeId } = event
  const to = inRoles(ground, 'program owner').filter(({ id }) => id !== personId)
  const pairs = await pairsNamed(ground, await pausedPairsOf(ground.store, event))
  const people = await peopleOf(ground, to, [personId])
  return notices(ground, 'person-returned', `program.${changeId}.person-returned`, {
    to,
    people,
    data: () => ({ personName: nameOf(people, personId), pairs, href: `${pages.program(ground)}/people` }),
  })
}

/** A task of somebody who has left: whoever has it now. */
export const taskReassigned = async (ground: Ground, event: EventOf<'task.reassigned'>): Promise<Notice[]> => {
  const task = await ground.store.get('task', scopeOf(ground), event.taskId)
  if (task?.status !== 'open' || task.personId !== event.personId) return []
  const to = membersOf(ground, task.personId)
  const line = await ground.store.get('personChange', { ...scopeOf(ground), scope: organisation }, event.changeId)
  const former = line ? [line.personId] : []
  const people = await peopleOf(ground, to, former)
  return notices(ground, 'task-reassigned', `${task.id}.${event.changeId}.task-reassigned`, {
    to,
    people,
    data: (reader) => ({
      task: { title: task.title, why: task.why, dueAt: task.dueAt, href: pages.task(ground, task, reader) },
      formerName: nameOf(people, former[0] ?? ''),
    }),
  })
}

/** Whoever is asked to decide, or the program owners where nobody could be asked; and the open task. */
const askedToDecide = async (
  ground: Ground,
  [taskId]: string[],
): Promise<{ to: Member[]; task: Task | undefined } | undefined> => {
  if (taskId === undefined) return { to: inRoles(ground, 'program owner'), task: undefined }
  const task = await ground.store.get('task', scopeOf(ground), taskId)
  return task?.status === 'open' ? { to: membersOf(ground, task.personId), task } : undefined
}

/** A pair is in one reporting line: who decides on it, unless that is over. */
export const matchConflict = async (ground: Ground, event: EventOf<'match.conflict'>): Promise<Notice[]> => {
  const { matchId, changeId } = event
  const match = await ground.store.get('match', scopeOf(ground), matchId)
  const asked = await askedToDecide(ground, event.taskIds)
  const why = match && (await lineConflict(ground.store, match))
  if (!asked || !why) return []
  const { to, task } = asked
  const { participantId, providerId, service } = match
  const people = await peopleOf(ground, to, [participantId, providerId])
  return notices(ground, 'match-conflict', `M4.${matchId}.${changeId}.match-conflict`, {
    to,
    people,
    data: (reader) => ({
      participantName: nameOf(people, participantId),
      providerName: nameOf(people, providerId),
      ...{ service, why, ...(task && { dueAt: task.dueAt }) },
      href: task ? pages.task(ground, task, reader) : `${pages.program(ground)}/matches/${matchId}`,
    }),
  })
}

/** A participant with a coach has a new role: who decides on matches. */
export const handoffSuggested = async (ground: Ground, event: EventOf<'handoff.suggested'>): Promise<Notice[]> => {
  const { engagementId, changeId } = event
  const engagement = await ground.store.get('engagement', scopeOf(ground), engagementId)
  const asked = await askedToDecide(ground, event.taskIds)
  if (!asked || !engagement) return []
  const { to, task } = asked
  const { participantId, providerId } = engagement
  const people = await peopleOf(ground, to, [participantId, providerId])
  return notices(ground, 'handoff-suggested', `E6.${engagementId}.${changeId}.handoff-suggested`, {
    to,
    people,
    data: (reader) => ({
      participantName: nameOf(people, participantId),
      coachName: nameOf(people, providerId),
      ...(task && { dueAt: task.dueAt }),
      href: task ? pages.task(ground, task, reader) : engagementPage(ground, engagementId),
    }),
  })
}
