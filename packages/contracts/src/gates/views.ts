import { valueInWords } from '@pilotgate/core/gates/fact-value-in-words'
import { type MailRecord, mailRecord } from '@pilotgate/core/gates/mail-record'
import type { FactReading } from '@pilotgate/core/gates/read-fact'
import type { GateWithRecord } from '@pilotgate/core/gates/read-gates'
import { type Attestation, attestation } from '@pilotgate/core/program/attestation'
import { type FactValue, factValue } from '@pilotgate/core/program/fact'
import { conditionResult, decision, evaluation, gateRecord, vote } from '@pilotgate/core/program/gate-record'
import { z } from 'zod'

const { status, opensAt, checksAt, openedAt, round } = gateRecord.shape

const { fact, value, source, note, by, at } = attestation.shape

/** A condition of a gate: the fact in words, what it needs ("at least 80 %"), and whether only the platform may say it. */
const neededFact = z.object({
  fact,
  words: z.string(),
  kind: z.enum(factValue.options.map((option) => option.shape.kind.value)),
  needs: z.string(),
  computedOnly: z.boolean(),
})

/** One look at a gate's facts; each condition with its value in words, "no data" where there is none. */
export const evaluationView = evaluation.extend({
  conditions: z.array(conditionResult.extend({ inWords: z.string() })),
})

/** A gate of a program with everything measured and decided. Task tokens stay on the server. */
export const gateView = z.object({
  gate: z.string(),
  version: z.number().int(),
  week: z.number().int(),
  title: z.string(),
  work: z.array(z.string()),
  responsible: z.array(z.string()),
  criterion: z.string(),
  needs: z.array(neededFact),
  decides: z.enum(['rule', 'steering']),
  choices: z.array(z.string()),
  /** Whether a decision needs a timeline, a budget and a plan for each missed item (W24). */
  scaleDecision: z.boolean(),
  status,
  opensAt,
  checksAt,
  openedAt,
  round,
  evaluations: z.array(evaluationView),
  votes: z.array(vote),
  decisions: z.array(decision),
})
export type GateView = z.input<typeof gateView>

export const toGateView = ({ gate, needs, choices, record }: GateWithRecord): GateView => ({
  ...gate,
  ...record,
  criterion: gate.criterion.words,
  needs,
  choices: [...choices],
  evaluations: record.evaluations.map((each) => ({
    ...each,
    conditions: each.conditions.map((result) => ({ ...result, inWords: shownValue(result) })),
  })),
})

const shownValue = ({ value }: { value?: FactValue }): string => (value ? valueInWords(value) : 'no data')

export const evidenceView = z.object({ evidenceId: z.string(), fact, gate: z.string(), value, source, note, by, at })
export const toEvidenceView = (record: Attestation): z.input<typeof evidenceView> => ({
  ...record,
  evidenceId: record.id,
})

/** A fact as it stands now. `evidence` names the rows that the platform counted, and whether each counts for it. */
export const factView = z.object({
  fact: z.string(),
  words: z.string(),
  value: factValue.optional(),
  inWords: z.string(),
  source: conditionResult.shape.source,
  contradiction: z.string().optional(),
  asked: z.number().int().optional(),
  answered: z.number().int().optional(),
  evidence: z.array(z.object({ row: z.string(), id: z.string(), counts: z.boolean() })),
})
export const toFactView = (reading: FactReading): z.input<typeof factView> => ({
  ...reading,
  fact: reading.name,
  inWords: shownValue(reading),
  evidence: reading.evidence ?? [],
})

const mail = mailRecord.shape
export const mailView = z.object({
  mailId: z.string(),
  kind: mail.kind,
  gate: mail.gate,
  to: mail.to,
  subject: mail.subject,
  status: mail.status,
  messageId: mail.messageId,
  claimedAt: mail.claimedAt,
  sentAt: mail.sentAt,
  problem: mail.problem,
})
export const toMailView = (record: MailRecord): z.input<typeof mailView> => ({ ...record, mailId: record.id })

const outcome = z.enum(['pass', 'fail', 'inconclusive', 'not checked'])

/** The early-signal report (domain §7.1): directional, not proof. */
export const earlySignalView = z.object({
  day: z.number().int(),
  words: z.string(),
  headline: z.string(),
  caveat: z.string(),
  rag: z.object({ rag: z.enum(['green', 'amber', 'red']) }).loose(),
  gates: z.array(
    z.object({
      gate: z.string(),
      week: z.number().int(),
      title: z.string(),
      outcome,
      value: z.string(),
      decided: z.string().optional(),
    }),
  ),
  missing: z.array(z.string()),
})
