import {
  briefView,
  calibrationView,
  deliveryView,
  practicumView,
  recertificationView,
  reviewView,
  rosterView,
  sampleView,
  toBriefView,
  toCalibrationView,
  toDeliveryView,
  toPracticumView,
  toRecertificationView,
  toReviewView,
  toSampleView,
} from '@pilotgate/contracts/selection/supervision-views'
import { saveCapstone } from '@pilotgate/core/selection/practicum/capstone'
import { logPractice } from '@pilotgate/core/selection/practicum/log-practice'
import { reviewPracticum } from '@pilotgate/core/selection/practicum/review-practicum'
import { startPracticum } from '@pilotgate/core/selection/practicum/start-practicum'
import { recordCalibration } from '@pilotgate/core/selection/supervision/calibration'
import { checkSupervision } from '@pilotgate/core/selection/supervision/daily-check'
import { saveDelivery } from '@pilotgate/core/selection/supervision/delivery'
import { readRoster } from '@pilotgate/core/selection/supervision/edit-roster'
import { saveOutcomesBrief } from '@pilotgate/core/selection/supervision/outcomes-brief'
import { listReviews } from '@pilotgate/core/selection/supervision/read-reviews'
import { readRecertification } from '@pilotgate/core/selection/supervision/recertify'
import { recordReview } from '@pilotgate/core/selection/supervision/record-review'
import { beforeEach, expect, it } from 'vitest'
import { day, ratings, type World, world } from './world.ts'

let here: World
const ida = () => here.as('ida', 'coach')
beforeEach(async () => {
  here = await world()
  await here.provider('ida')
  await checkSupervision(here.at(), here.scope.tenantId, here.programId)
})

it('a practicum is seen with hours, what is late and what is missing', async () => {
  await startPracticum(here.at(), here.supervisor, here.programId, 'ida')
  const day5 = { on: '2027-01-05', minutes: 90, kind: 'coached' as const }
  await logPractice(here.at(day(20)), ida(), here.programId, 'me', day5)
  const capstone = { kpi: 'Defects', baseline: '14', result: '9', link: 'Delegation.' }
  await saveCapstone(here.at(day(20)), ida(), here.programId, 'me', capstone)
  const record = await reviewPracticum(here.at(day(20)), here.supervisor, here.programId, 'ida', {
    ...{ review: 'midpoint', heldAt: day(20), ratings, findings: ['Asks.'], outcome: 'pass' },
  })
  const view = practicumView.parse(toPracticumView(record, { now: day(23), zone: 'Europe/Berlin' }))
  expect(view).toMatchObject({ personId: 'ida', coachedHours: 1.5, labHours: 0, capstone })
  expect(view.reviews[0]!.followUp.late).toEqual(['feedback'])
  expect(view.rules.filter(({ met }) => met).map(({ rule }) => rule)).toEqual(['midpoint calibration'])
  expect(JSON.stringify(view)).not.toMatch(/tenantId|"told"/)
})

it('samples, reviews, the roster and calibrations are seen as their schemas say', async () => {
  await recordReview(here.at(day(3)), here.supervisor, here.programId, '2027-Q1.ida', {
    ...{ mode: 'observed', heldAt: day(2), ratings, drift: [], findings: ['Asks.'], outcome: 'fine' },
  })
  const [review] = (await listReviews(here.store, here.lead, here.programId, { limit: 10 })).items
  expect(reviewView.parse(toReviewView(review!, day(20)))).toMatchObject({
    reviewId: '2027-Q1.ida',
    driftInARow: false,
    followUp: { late: ['feedback', 'supervision'] },
  })
  const sample = (await here.store.get('reviewSample', here.scope, '2027-Q1'))!
  expect(sampleView.parse(toSampleView(sample))).toMatchObject({ quarter: '2027-Q1', candidates: [{ chosen: true }] })
  expect(rosterView.parse(await readRoster(here.store, here.lead, here.programId))).toMatchObject({ version: 0 })
  const held = { heldOn: '2027-01-04', present: ['mia', 'sven'], note: 'Two cases.' }
  const calibration = await recordCalibration(here.at(day(1)), here.mentorLead, here.programId, held)
  expect(calibrationView.parse(toCalibrationView(calibration))).toMatchObject({ quarter: '2027-Q1', held })
})

it('standing is seen as its schemas say', async () => {
  const delivery = await saveDelivery(here.at(), here.lead, here.programId, 'ida', {
    ...{
      service: 'coach',
      sessionsPlanned: 2,
      sessionsHeld: 2,
      coachedMinutes: 120,
      ratings: [],
      evidencedOutcomes: 1,
    },
  })
  expect(deliveryView.parse(toDeliveryView(delivery))).toMatchObject({
    personId: 'ida',
    assignment: { continue: 'no data' },
  })
  const outcomes = [{ behaviour: 'Delegates', evidence: '4 of 5.' }]
  const brief = await saveOutcomesBrief(here.at(), ida(), here.programId, 'me', {
    ...{ service: 'coach', summary: 'Two.', outcomes },
  })
  expect(briefView.parse(toBriefView(brief))).toMatchObject({ briefId: 'coach.ida.2027-01-04', outcomes })
  const standing = await readRecertification(here.at(), ida(), here.programId, 'coach', 'me')
  expect(recertificationView.parse(toRecertificationView(standing)).rules.map(({ met }) => met)).toEqual([
    false,
    true,
    false,
  ])
})
