import { levels } from '@pilotgate/core/selection/credential'
import { type PracticumRecord, practicumRecord } from '@pilotgate/core/selection/practicum/practicum-record'
import { checkPracticum, hoursOf } from '@pilotgate/core/selection/practicum/practicum-rule'
import { ruleResult } from '@pilotgate/core/selection/rule-result'
import { type CalibrationRecord, calibrationRecord } from '@pilotgate/core/selection/supervision/calibration-record'
import { continuingAssignment } from '@pilotgate/core/selection/supervision/continuing-assignment'
import { type DeliveryRecord, deliveryRecord } from '@pilotgate/core/selection/supervision/delivery-record'
import { type FollowUp, followUp, lateParts } from '@pilotgate/core/selection/supervision/follow-up'
import type { SeenReview } from '@pilotgate/core/selection/supervision/read-reviews'
import {
  type OutcomesBriefRecord,
  outcomesBriefRecord,
  recertificationRecord,
} from '@pilotgate/core/selection/supervision/recertification-record'
import type { Recertification } from '@pilotgate/core/selection/supervision/recertify'
import {
  type ReviewSampleRecord,
  reviewRecord,
  reviewSampleRecord,
} from '@pilotgate/core/selection/supervision/review-record'
import { rosterInput } from '@pilotgate/core/selection/supervision/roster'
import { z } from 'zod'

const stored = { tenantId: true, scope: true, id: true } as const

const { told: _told, ...followUpFields } = followUp.shape
/** Feedback and 1:1 supervision after a review; `late` names what is overdue or was done too late. */
const followUpView = z.object({ ...followUpFields, late: z.array(z.enum(['feedback', 'supervision'])) })
const toFollowUp = (of: FollowUp, now: string) => ({ ...of, late: lateParts(of, now) })

const practicum = practicumRecord.omit(stored).shape
/** A practicum with each rule of its completion. */
export const practicumView = z.object({
  ...practicum,
  personId: z.string(),
  coachedHours: z.number(),
  labHours: z.number(),
  reviews: z.array(z.object({ ...practicum.reviews.element.shape, followUp: followUpView })),
  rules: z.array(ruleResult),
})
export const toPracticumView = (
  record: PracticumRecord,
  { now, zone }: { now: string; zone: string },
): z.input<typeof practicumView> => ({
  ...record,
  personId: record.id,
  coachedHours: hoursOf(record.practice, 'coached'),
  labHours: hoursOf(record.practice, 'lab'),
  reviews: record.reviews.map((review) => ({ ...review, followUp: toFollowUp(review.followUp, now) })),
  rules: checkPracticum(record, { now: record.completedAt ?? now, zone, lateBecause: record.lateBecause }),
})

export const readinessView = z.object({
  personId: z.string(),
  level: z.enum(levels),
  /** The level after it; absent at the highest. */
  next: z.enum(levels).optional(),
  rules: z.array(ruleResult),
})

export const rosterView = z.object({
  version: z.number().int(),
  masters: rosterInput.shape.masters,
  at: z.string().optional(),
  by: z.string().optional(),
  findings: z.array(
    z.object({
      finding: z.enum(['missing', 'without credential', 'ratio']),
      words: z.string(),
      personIds: z.array(z.string()),
    }),
  ),
  /** Master coaches and internal coaches, in words. */
  ratio: z.string(),
})

const sample = reviewSampleRecord.omit(stored).shape
export const sampleView = z.object({ ...sample, quarter: z.string() })
export const toSampleView = (record: ReviewSampleRecord): z.input<typeof sampleView> => ({
  ...record,
  quarter: record.id,
})

const review = reviewRecord.omit(stored).shape
export const reviewView = z.object({
  ...review,
  reviewId: z.string(),
  followUp: followUpView.optional(),
  /** The last two reviews of this coach both found drift. */
  driftInARow: z.boolean(),
})
export const toReviewView = (record: SeenReview, now: string): z.input<typeof reviewView> => ({
  ...record,
  reviewId: record.id,
  followUp: record.followUp && toFollowUp(record.followUp, now),
})

export const recertificationView = z.object({
  personId: z.string(),
  service: recertificationRecord.shape.service,
  status: z.enum(['valid', 'suspended', 'lapsed']),
  /** It may be done from the first instant and must be done by the second. */
  recertifyFrom: z.string(),
  recertifyBy: z.string(),
  briefDueAt: z.string(),
  parts: recertificationRecord.shape.parts,
  rules: z.array(ruleResult),
})
export const toRecertificationView = ({
  credential,
  ...rest
}: Recertification): z.input<typeof recertificationView> => ({ ...credential, ...rest })

export const briefView = z.object({ ...outcomesBriefRecord.omit(stored).shape, briefId: z.string() })
export const toBriefView = (record: OutcomesBriefRecord): z.input<typeof briefView> => ({
  ...record,
  briefId: record.id,
})

const met = z.enum(['yes', 'no', 'no data'])
export const deliveryView = z.object({
  ...deliveryRecord.omit(stored).shape,
  personId: z.string(),
  assignment: z.object({
    continue: met,
    rules: z.array(z.object({ rule: z.string(), met, words: z.string() })),
  }),
})
export const toDeliveryView = (record: DeliveryRecord): z.input<typeof deliveryView> => ({
  ...record,
  personId: record.id,
  assignment: continuingAssignment(record),
})

export const calibrationView = z.object({ ...calibrationRecord.omit(stored).shape, quarter: z.string() })
export const toCalibrationView = (record: CalibrationRecord): z.input<typeof calibrationView> => ({
  ...record,
  quarter: record.id,
})
