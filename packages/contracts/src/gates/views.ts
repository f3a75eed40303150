import { mailRecord } from '@pilotgate/core/gates/mail-record'
import { attestation } from '@pilotgate/core/program/attestation'
import { decision, evaluation, gateRecord, vote } from '@pilotgate/core/program/gate-record'
import { z } from 'zod'

const { status, opensAt, checksAt, openedAt, round } = gateRecord.shape

/** A gate of a program with everything measured and decided. Task tokens stay on the server. */
export const gateView = z.object({
  gate: z.string(),
  version: z.number().int(),
  week: z.number().int(),
  title: z.string(),
  work: z.array(z.string()),
  responsible: z.array(z.string()),
  criterion: z.string(),
  decides: z.enum(['rule', 'steering']),
  choices: z.array(z.string()),
  status,
  opensAt,
  checksAt,
  openedAt,
  round,
  evaluations: z.array(evaluation),
  votes: z.array(vote),
  decisions: z.array(decision),
})
export type GateView = z.input<typeof gateView>

const { fact, value, source, note, by, at } = attestation.shape

export const evidenceView = z.object({ evidenceId: z.string(), fact, gate: z.string(), value, source, note, by, at })

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
