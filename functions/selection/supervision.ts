import type { practicumRoutes } from '@pilotgate/contracts/selection/practicum-routes'
import type { supervisionRoutes } from '@pilotgate/contracts/selection/supervision-routes'
import {
  toBriefView,
  toCalibrationView,
  toDeliveryView,
  toPracticumView,
  toRecertificationView,
  toReviewView,
  toSampleView,
} from '@pilotgate/contracts/selection/supervision-views'
import { DomainError } from '@pilotgate/core/errors'
import { type Service, service } from '@pilotgate/core/intake/intake-record'
import type { Actor, Work } from '@pilotgate/core/program/actor'
import { loadProgram } from '@pilotgate/core/program/load'
import { acceptCapstone, saveCapstone } from '@pilotgate/core/selection/practicum/capstone'
import { completePracticum } from '@pilotgate/core/selection/practicum/complete-practicum'
import { logPractice } from '@pilotgate/core/selection/practicum/log-practice'
import type { PracticumRecord } from '@pilotgate/core/selection/practicum/practicum-record'
import { promote, readReadiness } from '@pilotgate/core/selection/practicum/promote'
import { listPracticums, readPracticum } from '@pilotgate/core/selection/practicum/read-practicum'
import {
  givePracticumFeedback,
  holdPracticumSupervision,
  reviewPracticum,
} from '@pilotgate/core/selection/practicum/review-practicum'
import { startPracticum } from '@pilotgate/core/selection/practicum/start-practicum'
import { listCalibrations, recordCalibration } from '@pilotgate/core/selection/supervision/calibration'
import { changeCredentialStatus } from '@pilotgate/core/selection/supervision/change-credential-status'
import { readDelivery, saveDelivery } from '@pilotgate/core/selection/supervision/delivery'
import { editRoster, readRoster } from '@pilotgate/core/selection/supervision/edit-roster'
import { listOutcomesBriefs, saveOutcomesBrief } from '@pilotgate/core/selection/supervision/outcomes-brief'
import { listReviews, seenReview } from '@pilotgate/core/selection/supervision/read-reviews'
import { readRecertification, recordRecertification } from '@pilotgate/core/selection/supervision/recertify'
import {
  giveReviewFeedback,
  holdReviewSupervision,
  recordReview,
} from '@pilotgate/core/selection/supervision/record-review'
import type { ReviewRecord } from '@pilotgate/core/selection/supervision/review-record'
import type { RoutesOf } from '../lib/http/api.ts'

type Path = Record<string, string>
type Handlers = Pick<RoutesOf<'selection/api'>, keyof typeof practicumRoutes | keyof typeof supervisionRoutes>

const inProgram = (actor: Actor, path: Path) => ({ tenantId: actor.tenantId, scope: path.programId! })

const practicum = async ({ store, now }: Work, actor: Actor, record: PracticumRecord) => {
  const { zone } = await loadProgram(store, actor.tenantId, record.scope)
  return toPracticumView(record, { now, zone })
}

const review = async ({ store, now }: Work, record: ReviewRecord) => toReviewView(await seenReview(store, record), now)

const serviceOf = (path: Path): Service => {
  const known = service.safeParse(path.service)
  if (known.success) return known.data
  throw new DomainError('NotFound', `There are no credentials of a "${path.service}".`)
}

/** The routes of practicum, levels and supervision. */
export const supervisionHandlers: Handlers = {
  listPracticums: async ({ work, actor, path, query }) => {
    const { zone } = await loadProgram(work.store, actor.tenantId, path.programId!)
    const page = await listPracticums(work.store, actor, path.programId!, query)
    return { items: page.items.map((record) => toPracticumView(record, { now: work.now, zone })), cursor: page.cursor }
  },
  startPracticum: async ({ work, actor, path }) =>
    practicum(work, actor, await startPracticum(work, actor, path.programId!, path.personId!)),
  getPracticum: async ({ work, actor, path }) =>
    practicum(work, actor, await readPracticum(work.store, actor, path.programId!, path.personId!)),
  logPractice: async ({ work, actor, path, body }) =>
    practicum(work, actor, await logPractice(work, actor, path.programId!, path.personId!, body)),
  reviewPracticum: async ({ work, actor, path, body }) =>
    practicum(work, actor, await reviewPracticum(work, actor, path.programId!, path.personId!, body)),
  givePracticumFeedback: async ({ work, actor, path, body }) =>
    practicum(work, actor, await givePracticumFeedback(work, actor, path.programId!, path.personId!, body)),
  holdPracticumSupervision: async ({ work, actor, path, body }) =>
    practicum(work, actor, await holdPracticumSupervision(work, actor, path.programId!, path.personId!, body)),
  saveCapstone: async ({ work, actor, path, body }) =>
    practicum(work, actor, await saveCapstone(work, actor, path.programId!, path.personId!, body)),
  acceptCapstone: async ({ work, actor, path }) =>
    practicum(work, actor, await acceptCapstone(work, actor, path.programId!, path.personId!)),
  completePracticum: async ({ work, actor, path, body }) =>
    practicum(work, actor, await completePracticum(work, actor, path.programId!, path.personId!, body.lateBecause)),
  getPromotion: ({ work, actor, path }) => readReadiness(work, actor, path.programId!, path.personId!),
  promote: async ({ work, actor, path, body }) => {
    await promote(work, actor, path.programId!, path.personId!, body.level)
    return readReadiness(work, actor, path.programId!, path.personId!)
  },

  getSupervisionRoster: ({ work, actor, path }) => readRoster(work.store, actor, path.programId!),
  editSupervisionRoster: ({ work, actor, path, body, expected }) =>
    editRoster(work, actor, path.programId!, expected, body),
  listReviewSamples: async ({ work, actor, path, query }) => {
    const page = await work.store.list('reviewSample', inProgram(actor, path), query)
    return { items: page.items.map(toSampleView), cursor: page.cursor }
  },
  listReviews: async ({ work, actor, path, query }) => {
    const page = await listReviews(work.store, actor, path.programId!, query)
    return { items: page.items.map((record) => toReviewView(record, work.now)), cursor: page.cursor }
  },
  recordReview: async ({ work, actor, path, body }) =>
    review(work, await recordReview(work, actor, path.programId!, path.reviewId!, body)),
  giveReviewFeedback: async ({ work, actor, path, body }) =>
    review(work, await giveReviewFeedback(work, actor, path.programId!, path.reviewId!, body.text)),
  holdReviewSupervision: async ({ work, actor, path, body }) =>
    review(work, await holdReviewSupervision(work, actor, path.programId!, path.reviewId!, body)),

  changeCredentialStatus: async ({ work, actor, path, body }) => {
    await changeCredentialStatus(work, actor, path.programId!, serviceOf(path), path.personId!, body)
    return toRecertificationView(
      await readRecertification(work, actor, path.programId!, serviceOf(path), path.personId!),
    )
  },
  getRecertification: async ({ work, actor, path }) =>
    toRecertificationView(await readRecertification(work, actor, path.programId!, serviceOf(path), path.personId!)),
  recordRecertification: async ({ work, actor, path, body }) =>
    toRecertificationView(
      await recordRecertification(work, actor, path.programId!, serviceOf(path), path.personId!, body),
    ),
  listOutcomesBriefs: async ({ work, actor, query }) => ({
    items: (await listOutcomesBriefs(work.store, actor, query.personId, query.service)).map(toBriefView),
  }),
  saveOutcomesBrief: async ({ work, actor, path, body: { personId, ...brief } }) =>
    toBriefView(await saveOutcomesBrief(work, actor, path.programId!, personId, brief)),

  getDelivery: async ({ work, actor, path }) =>
    toDeliveryView(await readDelivery(work.store, actor, path.programId!, path.personId!)),
  saveDelivery: async ({ work, actor, path, body }) =>
    toDeliveryView(await saveDelivery(work, actor, path.programId!, path.personId!, body)),
  listCalibrations: async ({ work, actor, path, query }) => {
    const page = await listCalibrations(work.store, actor, path.programId!, query)
    return { items: page.items.map(toCalibrationView), cursor: page.cursor }
  },
  recordCalibration: async ({ work, actor, path, body }) =>
    toCalibrationView(await recordCalibration(work, actor, path.programId!, body)),
}
