import { committee } from '@pilotgate/core/gates/ask-decider'
import type { Notice } from '@pilotgate/core/gates/mail-ledger'
import { factInWords } from '@pilotgate/core/program/condition-in-words'
import type { Decision, GateRecord } from '@pilotgate/core/program/gate-record'
import {
  type EventOf,
  type Ground,
  gateAfter,
  gateOf,
  inRoles,
  nameOf,
  notices,
  openTasks,
  type People,
  pages,
  peopleOf,
} from './ground.ts'
import { ownTasks } from './own-tasks.ts'

/** A decision was recorded: the owner, the lead, the committee for its own gates, and whoever has to carry it out. */
export const gateDecided = async (ground: Ground, event: EventOf<'gate.decided'>): Promise<Notice[]> => {
  const { record, named } = await gateOf(ground, event.gate)
  const decision = record.decisions.find(({ round }) => round === event.round)
  if (!decision) return []
  const { choice, authority } = decision
  if (choice === 'pass' || authority === 'rule') return []
  const tasks = decision.plan ? await openTasks(ground, `${event.gate}.${event.round}.do.`) : []
  const doers = new Set(tasks.map(({ personId }) => personId))
  const to = [
    ...inRoles(ground, 'program owner', 'program lead'),
    ...(authority === 'steering committee' ? committee(ground.template, ground.members) : []),
    ...ground.members.filter(({ id }) => doers.has(id)),
  ]
  const votes = votesOf(record, decision)
  const people = await peopleOf(ground, to, [decision.by, ...votes.map(({ personId }) => personId)])
  return notices(ground, 'decision-recorded', `${event.gate}.${event.round}.decision-recorded`, {
    to,
    people,
    data: (reader) => ({
      ...named,
      choice,
      reason: decision.reason,
      authority,
      decidedBy: nameOf(people, decision.by),
      decidedAt: decision.at,
      ...(votes.length > 0 && { votes: withNames(votes, people) }),
      plan: decision.plan || undefined,
      recheckOn: decision.recheckOn,
      timeline: decision.timeline || undefined,
      budget: decision.budget || undefined,
      remediationPlans: Object.entries(decision.remediationPlans ?? {}).map(([fact, plan]) => ({
        item: factInWords(fact),
        plan,
      })),
      tasks: ownTasks(ground, tasks, reader.id),
      ...(choice !== 'remediate' && choice !== 'stop' && { next: gateAfter(ground, event.gate) }),
      href: pages.gate(ground, event.gate),
    }),
  })
}

type CountedVote = { personId: string; choice: string; reason?: string }

/** The votes that the decision counted (`person: choice`), with the reasons given in its round. */
const votesOf = (record: GateRecord, { round, votes = [] }: Decision): CountedVote[] =>
  votes.map((counted) => {
    const [personId = '', choice = ''] = counted.split(': ')
    const reason = record.round === round && record.votes.find((vote) => vote.personId === personId)?.reason
    return { personId, choice, ...(reason && { reason }) }
  })

const withNames = (votes: CountedVote[], people: People) =>
  votes.map(({ personId, ...vote }) => ({ name: nameOf(people, personId), ...vote }))
