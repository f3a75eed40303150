import type { Notice } from '@pilotgate/core/gates/mail-ledger'
import type { Task } from '@pilotgate/core/program/task'
import { type EventOf, type Ground, gateNamed, inRoles, nameOf, notices, pages, peopleOf } from './ground.ts'

/** A task is overdue: the person who has it. */
export const taskReminded = async (ground: Ground, event: EventOf<'task.reminded'>): Promise<Notice[]> => {
  const task = await openTask(ground, event.taskId)
  if (!task) return []
  const to = ground.members.filter(({ id }) => id === task.personId)
  return notices(ground, 'task-reminder', `${task.id}.task-reminder-${event.reminder}`, {
    to,
    people: await peopleOf(ground, to),
    data: (reader) => ({
      ...servedBy(ground, task),
      task: { title: task.title, why: task.why, dueAt: task.dueAt, href: pages.task(ground, task, reader) },
      reminder: event.reminder,
      remindedAt: event.at,
    }),
  })
}

/** Somebody asked for a new link to their task: it goes to the person of the task, whoever asked. */
export const linkAsked = async (ground: Ground, event: EventOf<'task.link-asked'>): Promise<Notice[]> => {
  const task = await openTask(ground, event.taskId)
  if (!task?.link) return []
  const { title, why, dueAt, link } = task
  const to = ground.members.filter(({ id }) => id === task.personId)
  return notices(ground, 'task-link', `${task.id}.task-link-${event.at}`, {
    to,
    people: await peopleOf(ground, to),
    data: (reader) => ({
      task: { title, why, dueAt, href: pages.task(ground, task, reader) },
      expiresAt: link.expiresAt,
    }),
  })
}

/** A task stayed open in spite of reminders: the program owner. */
export const taskEscalated = async (ground: Ground, event: EventOf<'task.escalated'>): Promise<Notice[]> => {
  const task = await openTask(ground, event.taskId)
  if (!task) return []
  const to = inRoles(ground, 'program owner')
  const people = await peopleOf(ground, to, [task.personId])
  const name = nameOf(people, task.personId)
  return notices(ground, 'escalation', `${task.id}.escalation`, {
    to,
    people,
    data: (reader) => ({
      ...servedBy(ground, task),
      overdue: { kind: thing[task.kind], what: task.title, dueAt: task.dueAt },
      whose: [{ name, role: task.role }],
      reminders: task.reminders,
      otherwise: otherwise(task),
      request: reader.id === task.personId ? 'It is yours: please do it now.' : `Please speak with ${name}.`,
      href: pages.task(ground, task, reader),
    }),
  })
}

/** What was done since, or is no longer needed, is not asked for again. */
const openTask = async ({ store, program }: Ground, id: string): Promise<Task | undefined> => {
  const task = await store.get('task', { tenantId: program.tenantId, scope: program.id }, id)
  return task?.status === 'open' ? task : undefined
}

const thing = {
  attest: 'task',
  do: 'task',
  decide: 'decision',
  record: 'decision',
  vote: 'vote',
  select: 'task',
  engage: 'task',
  collect: 'task',
} as const

/** What a task serves: a gate of the program, or a rule that a change of a person brought up. */
const servedBy = (ground: Ground, { gate, title }: Task) => gateNamed(ground, gate) ?? { gate, title }

const otherwise = ({ kind, gate }: Task): string => {
  if (kind === 'attest') return `${gate} is judged without this answer, and cannot pass where it needs it.`
  if (kind === 'collect') return `${gate} is judged without it, and cannot pass where it needs it.`
  if (kind === 'do') return `What was asked for by ${gate} stays undone.`
  return `The program waits at ${gate}, and in the end pauses by itself.`
}
