import type { Notice } from '@pilotgate/core/gates/mail-ledger'
import { allOf } from '@pilotgate/core/program/load'
import type { Task } from '@pilotgate/core/program/task'
import { isAfter } from '../when.ts'
import { type EventOf, type Ground, gateAfter, gatesOf, inRoles, nameOf, notices, pages, peopleOf } from './ground.ts'

type Gates = Awaited<ReturnType<typeof gatesOf>>

/** The weekly gate check is done: the owner gets the digest. */
export const weekChecked = async (ground: Ground, event: EventOf<'week.checked'>): Promise<Notice[]> => {
  const { since, overdueIds } = await checksOf(ground, event)
  const [gates, overdue, mails] = await Promise.all([
    gatesOf(ground),
    overdueTasks(ground, overdueIds),
    countMails(ground, since),
  ])
  const to = inRoles(ground, 'program owner')
  const people = await peopleOf(
    ground,
    to,
    overdue.map(({ personId }) => personId),
  )
  return notices(ground, 'weekly-digest', `program.${event.week}.weekly-digest`, {
    to,
    people,
    data: (reader) => ({
      checkedAt: event.at,
      openGates: openGates(ground, gates),
      overdue: overdue.map((task) => ({
        title: task.title,
        name: nameOf(people, task.personId),
        dueAt: task.dueAt,
        href: pages.task(ground, task, reader),
      })),
      outcomes: outcomes(gates, since, event.at),
      next: next(ground, gates),
      mails,
      href: pages.program(ground),
    }),
  })
}

const scopeOf = ({ program }: Ground) => ({ tenantId: program.tenantId, scope: program.id })

/** When the last check before this one was, and which tasks this one found overdue. */
const checksOf = async (ground: Ground, event: EventOf<'week.checked'>) => {
  const all = await allOf(ground.store, 'weeklyCheck', scopeOf(ground))
  const weekly = all.filter(({ id }) => /^\d{4}-W\d\d$/.test(id))
  return {
    since: weekly.filter(({ id }) => id < event.week).at(-1)?.at,
    overdueIds: weekly.find(({ id }) => id === event.week)?.reminded ?? [],
  }
}

const overdueTasks = async (ground: Ground, ids: string[]): Promise<Task[]> => {
  const found: Task[] = []
  for (let start = 0; start < ids.length; start += 100) {
    found.push(...(await ground.store.getMany('task', scopeOf(ground), ids.slice(start, start + 100))))
  }
  return found.filter(({ status }) => status === 'open').toSorted((a, b) => (a.dueAt < b.dueAt ? -1 : 1))
}

const isWithin = (at: string, since: string | undefined, until: string): boolean =>
  (since === undefined || isAfter(at, since)) && !isAfter(at, until)

/**
 * Mails from the last digest on, itself included; this one's instant belongs to the next, for its mails may still be to come.
 * A program's events are handled one after another: what is still `claimed` was cut off, and nobody knows whether it went out.
 */
const countMails = async (ground: Ground, since: string | undefined) => {
  const all = await allOf(ground.store, 'mail', scopeOf(ground))
  const mails = { sent: 0, refused: 0, unknown: 0 }
  for (const { status, claimedAt } of all) {
    const isCounted = (since === undefined || !isAfter(since, claimedAt)) && isAfter(ground.event.at, claimedAt)
    if (isCounted) mails[status === 'claimed' ? 'unknown' : status] += 1
  }
  return mails
}

const openGates = (ground: Ground, gates: Gates) =>
  gates.flatMap(({ gate, record: { status, checksAt } }) =>
    status === 'planned' || status === 'closed'
      ? []
      : [{ gate: gate.gate, title: gate.title, status, checksAt, href: pages.gate(ground, gate.gate) }],
  )

/** Gates that were checked or decided since the last digest, as they stood then; the newest last. */
const outcomes = (gates: Gates, since: string | undefined, until: string) =>
  gates
    .flatMap(({ gate, record }) => {
      const evaluation = record.evaluations.filter(({ at }) => !isAfter(at, until)).at(-1)
      const decision = record.decisions.filter(({ at }) => !isAfter(at, until)).at(-1)
      const last = [evaluation?.at, decision?.at].filter((at) => at !== undefined && isWithin(at, since, until)).at(-1)
      if (!evaluation || !last) return []
      const decided = decision && decision.choice !== 'pass' && decision.round === evaluation.round
      return [
        {
          at: last,
          line: {
            gate: gate.gate,
            title: gate.title,
            outcome: evaluation.outcome,
            value: evaluation.value,
            ...(decided && { choice: decision.choice }),
          },
        },
      ]
    })
    .toSorted((a, b) => (isAfter(a.at, b.at) ? 1 : -1))
    .map(({ line }) => line)

const next = (ground: Ground, gates: Gates) => {
  const first = gates.findIndex(({ record }) => record.status === 'planned')
  return first > 0 ? gateAfter(ground, gates[first - 1]!.gate.gate) : undefined
}
