import { type AgreementRecord, agreementRecord } from '@pilotgate/core/engagement/agreement/agreement-record'
import { isSigned } from '@pilotgate/core/engagement/agreement/load-agreements'
import { type ClosingRecord, closingForm, closingKinds, closingNotes } from '@pilotgate/core/engagement/closing/closing'
import { engagementRecord, kickoffItems } from '@pilotgate/core/engagement/engagement-record'
import type { Sight } from '@pilotgate/core/engagement/load-engagement'
import type { Seen, SeenEngagement } from '@pilotgate/core/engagement/read-engagement'
import type { Person } from '@pilotgate/core/program/person'
import { timestamp } from '@pilotgate/core/program/record'
import { z } from 'zod'

const shape = engagementRecord.shape

/** An engagement as far as the reader may see it: its dates and reviews are not for the participant's manager. */
export const engagementView = z.object({
  engagementId: z.string(),
  programId: z.string(),
  participantId: z.string(),
  participantName: z.string(),
  providerId: z.string(),
  providerName: z.string(),
  service: shape.service,
  mentorCoach: z.boolean(),
  status: shape.status,
  publishedAt: timestamp,
  endedAt: shape.endedAt,
  endReason: shape.endReason,
  /** From here on not for the participant's manager. */
  cadence: shape.cadence.optional(),
  charterSignedAt: shape.charterSignedAt,
  /** The version of the working agreement that both signed last. */
  agreement: shape.agreement,
  kickedOffAt: shape.kickedOffAt,
  sessionsMade: shape.sessionsMade.optional(),
  lastHeldAt: shape.lastHeldAt,
  /** Sessions that lie ahead, in no order. */
  upcoming: shape.upcoming.optional(),
  reviews: shape.reviews.optional(),
  stalledSince: shape.stalledSince,
  guidance: shape.guidance.optional(),
  independentSince: shape.independentSince,
  /** Since when it waits because one of the two has left the organisation. */
  pausedAt: timestamp.optional(),
  resumedAt: shape.resumedAt,
  /** Which engagement it was handed over to, and the names of what went along. */
  handoff: shape.handoff,
  /** The intended starts of the first sessions; for the pair. */
  blocks: shape.blocks.optional(),
})

const removed = '(removed)'

export const toEngagementView = (
  { engagement, sight }: Seen,
  people: Map<string, Person>,
): z.input<typeof engagementView> => {
  const { id: engagementId, scope: programId, participantId, providerId, service, mentorCoach, status } = engagement
  const { publishedAt, endedAt, endReason, blocks, paused, ...rest } = engagement
  const line = {
    ...{ engagementId, programId, participantId, providerId, service, mentorCoach, status },
    ...{ publishedAt, endedAt, endReason, pausedAt: paused?.at },
    participantName: people.get(participantId)?.name ?? removed,
    providerName: people.get(providerId)?.name ?? removed,
  }
  return sight === 'manager' ? line : { ...rest, ...line, ...(sight === 'pair' && { blocks }) }
}

const kickoffState = z.object({ item: z.enum(kickoffItems), done: z.boolean(), missing: z.string().optional() })

/** An engagement with its kickoff (E1), whom to turn to, and what a coaching before it handed over (E6). */
export const engagementDetail = engagementView.extend({
  /** Until the kickoff: each of the six items, and what is missing. */
  kickoff: z.array(kickoffState),
  /** The program owners, by name. */
  owners: z.array(z.string()),
  handedOver: z.array(
    z.object({
      from: z.string(),
      at: timestamp,
      withheld: z.array(z.string()),
      goals: closingNotes.shape.goals.optional(),
      context: z.string().optional(),
      transfer: closingNotes.shape.transfer.optional(),
    }),
  ),
})

export const toEngagementDetail = (
  { kickoff, owners, handedOver, ...seen }: SeenEngagement,
  people: Map<string, Person>,
): z.input<typeof engagementDetail> => ({ ...toEngagementView(seen, people), kickoff, owners, handedOver })

/** A version of a working agreement. */
export const agreementView = z.object({
  engagementId: z.string(),
  number: agreementRecord.shape.number,
  clauses: agreementRecord.shape.clauses,
  change: agreementRecord.shape.change,
  madeAt: timestamp,
  madeBy: z.string(),
  signatures: agreementRecord.shape.signatures,
  signedByBoth: z.boolean(),
})

export const toAgreementView = (
  record: AgreementRecord,
  pair: Parameters<typeof isSigned>[1],
): z.input<typeof agreementView> => ({ ...record, signedByBoth: isSigned(record, pair) })

/** A closing artifact; its text is for the pair. */
export const closingView = z.object({
  engagementId: z.string(),
  kind: z.enum(closingKinds as [string, ...string[]]),
  by: z.string(),
  at: timestamp,
  form: closingForm.optional(),
})

export const toClosingView = (
  { engagementId, form, by, at }: ClosingRecord,
  sight: Sight,
): z.input<typeof closingView> => ({ engagementId, kind: form.kind, by, at, ...(sight === 'pair' && { form }) })

/** A text that a mentor coach signs. */
const signedDocument = z.object({
  document: z.string(),
  title: z.string(),
  version: z.number(),
  paragraphs: z.array(z.string()),
})
export const charterView = z.object({ roleCharter: signedDocument, dataAccess: signedDocument })
