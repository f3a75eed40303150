import { committee } from '@pilotgate/core/gates/ask-decider'
import type { Notice } from '@pilotgate/core/gates/mail-ledger'
import { platform } from '@pilotgate/core/program/actor'
import { isAfter } from '../when.ts'
import { type EventOf, type Ground, gateNamed, gatesOf, inRoles, nameOf, notices, pages, peopleOf } from './ground.ts'

/** A program may be paused and resumed often: the instant tells the occasions apart. */
const occasion = ({ event }: Ground, kind: string): string => `program.${event.at}.${kind}`

const deciders = (ground: Ground) => [
  ...inRoles(ground, 'program owner', 'program lead'),
  ...committee(ground.template, ground.members),
]

/** The owner and the lead; also the sponsor when the program paused by itself. */
export const programPaused = async (ground: Ground, event: EventOf<'program.paused'>): Promise<Notice[]> => {
  const byItself = event.by === platform
  const to = inRoles(ground, 'program owner', 'program lead', ...(byItself ? (['sponsor'] as const) : []))
  const people = await peopleOf(ground, to, [event.by])
  return notices(ground, 'program-paused', occasion(ground, 'program-paused'), {
    to,
    people,
    data: (reader) => ({
      reason: event.reason,
      ...(!byItself && { by: nameOf(people, event.by) }),
      at: event.at,
      current: gateNamed(ground, ground.program.currentGate),
      mayResume: reader.roles.includes('program owner'),
      href: pages.program(ground),
    }),
  })
}

/** The owner and the lead. */
export const programResumed = async (ground: Ground, event: EventOf<'program.resumed'>): Promise<Notice[]> => {
  const { store, program } = ground
  const to = inRoles(ground, 'program owner', 'program lead')
  const scope = { tenantId: program.tenantId, scope: program.id }
  const [record, people] = await Promise.all([
    program.currentGate ? store.get('gate', scope, program.currentGate) : undefined,
    peopleOf(ground, to, [event.by]),
  ])
  const named = gateNamed(ground, program.currentGate)
  const isAhead = record !== undefined && isAfter(record.checksAt, event.at)
  return notices(ground, 'program-resumed', occasion(ground, 'program-resumed'), {
    to,
    people,
    data: () => ({
      reason: event.reason,
      by: nameOf(people, event.by),
      at: event.at,
      current: named && { ...named, ...(isAhead && { checksAt: record.checksAt }) },
      slippedWeeks: program.slippedWeeks,
      href: pages.program(ground),
    }),
  })
}

/** The owner, the lead and the committee. */
export const programStopped = async (ground: Ground, event: EventOf<'program.stopped'>): Promise<Notice[]> => {
  const to = deciders(ground)
  const people = await peopleOf(ground, to, [event.by])
  return notices(ground, 'program-stopped', occasion(ground, 'program-stopped'), {
    to,
    people,
    data: () => ({
      reason: event.reason,
      by: nameOf(people, event.by),
      at: event.at,
      current: gateNamed(ground, ground.program.currentGate),
      href: pages.program(ground),
    }),
  })
}

/** The owner, the lead and the committee. */
export const programCompleted = async (ground: Ground, event: EventOf<'program.completed'>): Promise<Notice[]> => {
  const to = deciders(ground)
  const [gates, people] = await Promise.all([gatesOf(ground), peopleOf(ground, to)])
  const decision = gates.at(-1)?.record.decisions.at(-1)
  const passed = gates.filter(({ record }) => record.evaluations.at(-1)?.outcome === 'pass').length
  return notices(ground, 'program-completed', occasion(ground, 'program-completed'), {
    to,
    people,
    data: () => ({
      result: event.result,
      reason: decision?.reason || undefined,
      at: event.at,
      timeline: decision?.timeline || undefined,
      budget: decision?.budget || undefined,
      gates: { passed, all: ground.template.gates.length },
      href: pages.program(ground),
    }),
  })
}
