import type { Notice } from '@pilotgate/core/gates/mail-ledger'
import { type EventOf, type Ground, gateOf, inRoles, notices, openTasks, pages, peopleOf } from './ground.ts'
import { ownTasks } from './own-tasks.ts'

/** A week opened (or its gate is to be checked again): everyone who is asked for something, the owner and the lead, and whoever runs the matching of that week. */
export const weekOpened = async (ground: Ground, event: EventOf<'week.opened'>): Promise<Notice[]> => {
  const occasion = `${event.gate}.${event.round}`
  const [{ gate, record, named }, open] = await Promise.all([
    gateOf(ground, event.gate),
    openTasks(ground, `${occasion}.`),
  ])
  const tasks = open.filter(({ kind }) => kind === 'attest' || kind === 'collect')
  const asked = new Set(tasks.map(({ personId }) => personId))
  const matching = gate.responsible.filter((role) => role === 'matching owner')
  const to = [
    ...ground.members.filter(({ id }) => asked.has(id)),
    ...inRoles(ground, 'program owner', 'program lead', ...matching),
  ]
  const people = await peopleOf(ground, to)
  return notices(ground, 'week-opened', `${occasion}.week-opened`, {
    to,
    people,
    data: (reader) => ({
      ...named,
      week: gate.week,
      work: gate.work,
      passWhen: gate.criterion.words,
      decides: gate.decides,
      opensAt: event.at,
      checksAt: record.checksAt,
      tasks: ownTasks(ground, tasks, reader.id),
      href: pages.gate(ground, event.gate),
    }),
  })
}
