import { factInWords } from '../../program/condition-in-words.ts'
import type { Evaluation, GateRecord } from '../../program/gate-record.ts'
import type { Member } from '../../program/person.ts'
import type { Gate, ProgramTemplate } from '../../program/template.ts'
import { committee } from '../ask-decider.ts'
import { choicesOf } from '../decide-gate.ts'
import type { PackData, PackDecision, PackFact } from './pack-data.ts'

export const packFacts = ({ conditions }: Evaluation): PackFact[] =>
  conditions.map(({ fact, result, reason, source, contradiction }) => ({
    name: fact,
    result,
    reason,
    ...(source && { source: { how: source.how, at: source.at, ...(source.note && { note: source.note }) } }),
    ...(contradiction && { contradiction }),
  }))

const results = { pass: 'met', fail: 'missed', inconclusive: 'no data' } as const

/** The scale checklist is the criterion of a scale decision (§7.1). */
export const packChecklist = (gate: Gate, { conditions }: Evaluation): PackData['checklist'] =>
  gate.scaleDecision
    ? conditions.map(({ fact, result, reason }) => ({ item: factInWords(fact), result: results[result], reason }))
    : []

export const packDecision = (
  gate: Gate,
  record: GateRecord,
  template: ProgramTemplate,
  members: Member[],
): PackDecision => {
  const decided = record.decisions.find(({ round }) => round === record.round)
  const steering = gate.decides === 'steering'
  return {
    question: decided
      ? `Decided already: ${decided.choice}. ${decided.reason}`
      : `How does the program go on after ${gate.gate} (${gate.title})?`,
    choices: choicesOf(gate),
    authority: steering ? 'steering committee' : 'program owner',
    ...(steering && {
      quorum: { votes: template.steering.quorum, members: committee(template, members).length },
    }),
    scale: gate.scaleDecision,
  }
}

/** What was decided to be done about what did not pass, gate by gate. */
export const packMitigations = (records: readonly GateRecord[]): PackData['mitigations'] =>
  records.flatMap(({ id, decisions }) =>
    decisions.flatMap(({ plan, remediationPlans = {} }) =>
      [plan, ...Object.entries(remediationPlans).map(([fact, words]) => `${factInWords(fact)}: ${words}`)].flatMap(
        (words) => (words ? [{ gate: id, plan: words }] : []),
      ),
    ),
  )
