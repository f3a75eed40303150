import type { EngagementRecord } from '@pilotgate/core/engagement/engagement-record'
import { askings, loadAsked } from '@pilotgate/core/engagement/engagement-tasks'
import { escalationRoutes } from '@pilotgate/core/engagement/ledgers/escalation'
import type { Notice } from '@pilotgate/core/gates/mail-ledger'
import { platform } from '@pilotgate/core/program/actor'
import type { Task } from '@pilotgate/core/program/task'
import { membersOf, scopeOf, tasksOf } from './candidacy-ground.ts'
import { type EventOf, type Ground, inRoles, nameOf, notices, type People, pages, peopleOf } from './ground.ts'

export const engagementPage = (ground: Ground, id: string): string => `${pages.program(ground)}/engagements/${id}`

/** An engagement with its two people; `undefined` once it is over or while it is paused, unless `any` is wanted. */
const pairOf = async (ground: Ground, engagementId: string, { any = false } = {}) => {
  const engagement = await ground.store.get('engagement', scopeOf(ground), engagementId)
  if (!engagement || (!any && (engagement.status === 'ended' || engagement.paused))) return undefined
  const { participantId, providerId } = engagement
  const both = membersOf(ground, participantId, providerId)
  const people = await peopleOf(ground, [...both, ...inRoles(ground, 'program owner')], [participantId, providerId])
  return { engagement, both, people }
}

/** How the other one of the pair is called. */
const partnerOf = ({ participantId, providerId }: EngagementRecord, people: People, readerId: string): string =>
  nameOf(people, readerId === participantId ? providerId : participantId)

type Pair = NonNullable<Awaited<ReturnType<typeof pairOf>>>

/** What every mail to one of a pair says. */
const pairAs = (ground: Ground, { engagement, people }: Pair, readerId: string) => ({
  service: engagement.service,
  partnerName: partnerOf(engagement, people, readerId),
  href: engagementPage(ground, engagement.id),
})

const asked = (
  ground: Ground,
  { engagement, both, people }: Pair,
  tasks: Task[],
  occasion: string,
  reminder?: number,
): Notice[] =>
  notices(ground, 'engagement-asked', occasion, {
    to: both.filter(({ id }) => tasks.some(({ personId }) => personId === id)),
    people,
    data: (reader) => ({
      service: engagement.service,
      partnerName: partnerOf(engagement, people, reader.id),
      tasks: tasksOf(ground, tasks, reader),
      ...(reminder !== undefined && { reminder }),
    }),
  })

/** A step of an engagement asks somebody: whoever has not done it yet. */
export const engagementAsked = async (ground: Ground, event: EventOf<'engagement.asked'>): Promise<Notice[]> => {
  const pair = await pairOf(ground, event.engagementId)
  if (!pair) return []
  const tasks = (await loadAsked(ground.store, pair.engagement, event.asked)).filter(
    ({ id, status }) => status === 'open' && event.taskIds.includes(id),
  )
  const [first] = tasks
  return first ? asked(ground, pair, tasks, `${first.id.slice(0, first.id.lastIndexOf('.'))}.engagement-asked`) : []
}

/** It is still not done: whoever it waits for, and from the third time on the program owner. */
export const engagementReminded = async (ground: Ground, event: EventOf<'engagement.reminded'>): Promise<Notice[]> => {
  const { engagementId, reminder, escalate } = event
  const pair = await pairOf(ground, engagementId)
  if (!pair) return []
  const tasks = (await loadAsked(ground.store, pair.engagement, event.asked)).filter(({ status }) => status === 'open')
  const [first] = tasks
  if (!first) return []
  const { engagement, people } = pair
  const { gate, title } = askings[event.asked]
  const occasion = `${gate}.${engagementId}.${event.asked}.${event.at}`
  const owners = notices(ground, 'engagement-escalation', `${occasion}.engagement-escalation`, {
    to: escalate ? inRoles(ground, 'program owner') : [],
    people,
    data: () => ({
      service: engagement.service,
      participantName: nameOf(people, engagement.participantId),
      providerName: nameOf(people, engagement.providerId),
      title,
      dueAt: first.dueAt,
      lateNames: tasks.map(({ personId }) => nameOf(people, personId)),
      reminders: reminder,
      href: engagementPage(ground, engagementId),
    }),
  })
  return [...asked(ground, pair, tasks, `${occasion}.engagement-asked`, reminder), ...owners]
}

/** A pair has not met for two cadences: both (E7). Operations are told by the escalation that follows. */
export const pairStalled = async (ground: Ground, event: EventOf<'engagement.stalled'>): Promise<Notice[]> => {
  const pair = event.step === 'nudged' ? await pairOf(ground, event.engagementId) : undefined
  if (!pair) return []
  const { engagement, both, people } = pair
  return notices(ground, 'pair-nudged', `E7.${engagement.id}.${event.at}.pair-nudged`, {
    to: both,
    people,
    data: ({ id }) => ({
      ...pairAs(ground, pair, id),
      everyDays: String(engagement.cadence.everyDays),
      ...(engagement.lastHeldAt !== undefined && { lastHeldAt: engagement.lastHeldAt }),
    }),
  })
}

/** A review checkpoint is due: both (E5). */
export const reviewDue = async (ground: Ground, event: EventOf<'engagement.review-due'>): Promise<Notice[]> => {
  const pair = await pairOf(ground, event.engagementId)
  if (!pair) return []
  const { engagement, both, people } = pair
  return notices(ground, 'review-due', `E5.${engagement.id}.${event.at}.review-due`, {
    to: both,
    people,
    data: ({ id }) => pairAs(ground, pair, id),
  })
}

/** An escalation was raised, or its time is over: whoever is to answer it (E8), unless it was answered meanwhile. */
export const escalationTold = async (ground: Ground, event: EventOf<'escalation.changed'>): Promise<Notice[]> => {
  const { escalationId, what } = event
  const escalation = await ground.store.get('escalation', scopeOf(ground), escalationId)
  if (escalation?.status !== 'open' || what === 'answered') return []
  const { kind, raisedBy, raisedAt, dueAt } = escalation
  const to = inRoles(ground, ...escalationRoutes[kind].to)
  const people = await peopleOf(ground, to, [raisedBy])
  return notices(ground, 'escalation-raised', `E8.${escalationId}.escalation-${what}`, {
    to,
    people,
    data: () => ({
      escalation: kind,
      raisedByName: nameOf(people, raisedBy),
      raisedAt,
      dueAt,
      overdue: what === 'overdue',
      href: `${pages.program(ground)}/escalations/${escalationId}`,
    }),
  })
}

/** One of the two has left the organisation: whoever stays. The owner is told of the person who left. */
const paused = async (ground: Ground, { engagementId, at }: EventOf<'engagement.changed'>): Promise<Notice[]> => {
  const pair = await pairOf(ground, engagementId, { any: true })
  if (!pair?.engagement.paused) return []
  return notices(ground, 'engagement-paused', `M8.${engagementId}.${at}.engagement-paused`, {
    to: pair.both,
    people: pair.people,
    data: ({ id }) => ({ ...pairAs(ground, pair, id), pausedAt: at }),
  })
}

/** A paused pair goes on: both. */
const resumed = async (ground: Ground, { engagementId, at }: EventOf<'engagement.changed'>): Promise<Notice[]> => {
  const pair = await pairOf(ground, engagementId)
  if (!pair) return []
  return notices(ground, 'engagement-resumed', `M8.${engagementId}.${at}.engagement-resumed`, {
    to: pair.both,
    people: pair.people,
    data: ({ id }) => ({ ...pairAs(ground, pair, id), resumedAt: at }),
  })
}

/** An engagement was handed over or paused, goes on or ended: both people. Ends that are told otherwise (match, program) are not told again. */
export const engagementChanged = async (ground: Ground, event: EventOf<'engagement.changed'>): Promise<Notice[]> => {
  if (event.what === 'handed over') return handedOver(ground, event)
  if (event.what === 'paused') return paused(ground, event)
  if (event.what === 'resumed') return resumed(ground, event)
  if (event.what !== 'ended') return []
  if (event.endReason !== 'completed' && event.by === platform) return []
  const pair = await pairOf(ground, event.engagementId, { any: true })
  if (!pair) return []
  const { engagement, both, people } = pair
  return notices(ground, 'engagement-ended', `E6.${engagement.id}.engagement-ended`, {
    to: both,
    people,
    data: ({ id }) => ({
      ...pairAs(ground, pair, id),
      endedAt: event.at,
      planned: event.endReason === 'completed' && event.by === platform,
    }),
  })
}

const handedOver = async (ground: Ground, event: EventOf<'engagement.changed'>): Promise<Notice[]> => {
  const from = await pairOf(ground, event.engagementId, { any: true })
  const handoff = from?.engagement.handoff
  const next = handoff && (await pairOf(ground, handoff.to))
  if (!next) return []
  const { engagement, both, people } = next
  return notices(ground, 'handed-over', `E6.${event.engagementId}.handed-over`, {
    to: both,
    people,
    data: () => ({
      participantName: nameOf(people, engagement.participantId),
      mentorName: nameOf(people, engagement.providerId),
      ...{ carries: handoff.carries, withheld: handoff.withheld },
      href: engagementPage(ground, engagement.id),
    }),
  })
}
