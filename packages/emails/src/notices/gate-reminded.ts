import { committee } from '@pilotgate/core/gates/ask-decider'
import type { Notice } from '@pilotgate/core/gates/mail-ledger'
import { plusDays } from '@pilotgate/core/program/calendar'
import type { Evaluation, GateRecord } from '@pilotgate/core/program/gate-record'
import type { Member } from '@pilotgate/core/program/person'
import { type Gate, ownerChoices } from '@pilotgate/core/program/template'
import { enumerate } from '../words.ts'
import { isDecided } from './gate-asked.ts'
import {
  type EventOf,
  evaluationOf,
  type Ground,
  gateOf,
  inRoles,
  nameOf,
  notices,
  type People,
  pages,
  peopleOf,
} from './ground.ts'

type Reminded = EventOf<'gate.reminded'>

/** Whose answer a gate still waits for. */
type Waiting = {
  gate: Gate
  record: GateRecord
  evaluation: Evaluation
  decideBy: string
  voters: Member[]
  owners: Member[]
}

/**
 * Nobody decided in time: the owner, or the members who have not voted and the owner, who records. The last time also an
 * escalation: to the sponsor for the owner's gates, to the HR head and the sponsor for the committee's, and each time to the owner.
 */
export const gateReminded = async (ground: Ground, event: Reminded): Promise<Notice[]> => {
  const { gate, record } = await gateOf(ground, event.gate)
  const evaluation = evaluationOf(ground, record, event.round)
  if (!evaluation || isDecided(record, event.round) || record.round !== event.round) return []
  const voted = new Set(record.votes.map(({ personId }) => personId))
  const waiting: Waiting = {
    gate,
    record,
    evaluation,
    decideBy: plusDays(record.askedAt!, ground.program.zone, ground.template.patience.days),
    voters: isSteering(gate) ? committee(ground.template, ground.members).filter(({ id }) => !voted.has(id)) : [],
    owners: inRoles(ground, 'program owner'),
  }
  const above = event.escalate ? inRoles(ground, ...(isSteering(gate) ? (['hr head'] as const) : []), 'sponsor') : []
  const people = await peopleOf(ground, [...waiting.voters, ...waiting.owners, ...above])
  const reminders = remind(ground, event, waiting, people)
  return event.escalate ? [...reminders, ...escalate(ground, event, waiting, above, people)] : reminders
}

const isSteering = ({ decides }: Gate): boolean => decides === 'steering'

const remind = (ground: Ground, event: Reminded, waiting: Waiting, people: People): Notice[] => {
  const { gate, record, evaluation, decideBy, voters, owners } = waiting
  return notices(ground, 'decision-reminder', `${event.gate}.${event.round}.decision-reminder-${event.reminder}`, {
    to: [...voters, ...owners],
    people,
    data: (reader) => ({
      gate: gate.gate,
      title: gate.title,
      authority: isSteering(gate) ? ('steering committee' as const) : ('program owner' as const),
      outcome: evaluation.outcome,
      value: evaluation.value,
      reasons: evaluation.reasons,
      choices: isSteering(gate) ? gate.choices : [...ownerChoices],
      askedAt: record.askedAt!,
      decideBy,
      reminder: event.reminder,
      reminders: ground.template.patience.reminders,
      remindedAt: event.at,
      records: isSteering(gate) && !voters.includes(reader),
      href: pages.gate(ground, gate.gate),
    }),
  })
}

const escalate = (
  ground: Ground,
  event: Reminded,
  { gate, record, decideBy, voters, owners }: Waiting,
  above: Member[],
  people: People,
): Notice[] => {
  const { committee: seats, quorum } = ground.template.steering
  const needsVotes = record.votes.length < quorum && voters.length > 0
  const whose = needsVotes
    ? voters.map((member) => ({
        name: nameOf(people, member.id),
        role: seats.find((role) => member.roles.includes(role)) ?? member.roles[0]!,
      }))
    : owners.map(({ id }) => ({ name: nameOf(people, id), role: 'program owner' as const }))
  const late = needsVotes ? voters : owners
  const request = (reader: Member): string => {
    if (!late.includes(reader)) return `Please speak with ${whose.length === 1 ? whose[0]!.name : 'them'}.`
    const others = above.filter((member) => member !== reader).map(({ id }) => nameOf(people, id))
    const told = others.length > 0 ? ` This mail went to ${enumerate(others)} too.` : ''
    return `Please ${needsVotes ? 'vote' : 'decide'} now.${told}`
  }
  return notices(ground, 'escalation', `${event.gate}.${event.round}.escalation-${event.reminder}`, {
    to: [...above, ...owners],
    people,
    data: (reader) => ({
      gate: gate.gate,
      title: gate.title,
      overdue: {
        kind: needsVotes ? ('vote' as const) : ('decision' as const),
        what: needsVotes ? `Votes on ${gate.gate}` : `How ${gate.gate} goes on`,
        dueAt: decideBy,
      },
      whose,
      reminders: event.reminder,
      otherwise: 'The program pauses by itself.',
      request: request(reader),
      href: pages.gate(ground, gate.gate),
    }),
  })
}
