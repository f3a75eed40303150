import { committee } from '@pilotgate/core/gates/ask-decider'
import { latestPack } from '@pilotgate/core/gates/latest-pack'
import type { Notice } from '@pilotgate/core/gates/mail-ledger'
import { plusDays } from '@pilotgate/core/program/calendar'
import type { Evaluation, GateRecord } from '@pilotgate/core/program/gate-record'
import { type Gate, ownerChoices } from '@pilotgate/core/program/template'
import { type EventOf, evaluationOf, type Ground, gateOf, inRoles, notices, pages, peopleOf } from './ground.ts'

type Asked = EventOf<'gate.asked'>
type Question = { gate: Gate; record: GateRecord; evaluation: Evaluation; packHref: string | undefined }

/** A gate waits for a decision: the owner, or each member of the committee and the owner, who records what it decides. */
export const gateAsked = async (ground: Ground, event: Asked): Promise<Notice[]> => {
  const { gate, record } = await gateOf(ground, event.gate)
  const evaluation = evaluationOf(ground, record, event.round)
  if (!evaluation || isDecided(record, event.round)) return []
  const question = { gate, record, evaluation, packHref: await packOf(ground, event.gate, event.round) }
  return event.authority === 'steering committee'
    ? voteNeeded(ground, event, question)
    : decisionNeeded(ground, event, question)
}

/** The page of the newest steering pack about a gate or a day, once there is one. */
export const packOf = async (ground: Ground, about: string, round: number): Promise<string | undefined> => {
  const { tenantId, id } = ground.program
  const pack = await latestPack(ground.store, { tenantId, scope: id }, about, round)
  return pack && pages.pack(ground, pack.id)
}

/** Nobody is asked for what was decided before the mail was written. */
export const isDecided = ({ decisions }: GateRecord, asked: number): boolean =>
  decisions.some(({ round }) => round === asked)

const common = (ground: Ground, event: Asked, { gate, evaluation, packHref }: Question) => ({
  gate: gate.gate,
  title: gate.title,
  value: evaluation.value,
  reasons: evaluation.reasons,
  checkedAt: evaluation.at,
  decideBy: plusDays(event.at, ground.program.zone, ground.template.patience.days),
  href: pages.gate(ground, gate.gate),
  packHref,
})

const decisionNeeded = async (ground: Ground, event: Asked, question: Question): Promise<Notice[]> => {
  const { outcome } = question.evaluation
  if (outcome === 'pass') return []
  const to = inRoles(ground, 'program owner')
  return notices(ground, 'decision-needed', `${event.gate}.${event.round}.decision-needed`, {
    to,
    people: await peopleOf(ground, to),
    data: () => ({
      ...common(ground, event, question),
      outcome,
      choices: [...ownerChoices],
      reminders: ground.template.patience.reminders,
    }),
  })
}

const voteNeeded = async (ground: Ground, event: Asked, question: Question): Promise<Notice[]> => {
  const voters = committee(ground.template, ground.members)
  const owners = inRoles(ground, 'program owner')
  const to = [...voters, ...owners]
  return notices(ground, 'vote-needed', `${event.gate}.${event.round}.vote-needed`, {
    to,
    people: await peopleOf(ground, to),
    data: (reader) => ({
      ...common(ground, event, question),
      outcome: question.evaluation.outcome,
      choices: question.gate.choices,
      quorum: ground.template.steering.quorum,
      committeeSize: voters.length,
      scaleDecision: question.gate.scaleDecision,
      votes: voters.includes(reader),
      ...(owners.includes(reader) && { recordHref: pages.gate(ground, event.gate) }),
    }),
  })
}
