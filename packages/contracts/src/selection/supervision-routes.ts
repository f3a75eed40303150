import { calibrationInput } from '@pilotgate/core/selection/supervision/calibration-record'
import { reviewInput } from '@pilotgate/core/selection/supervision/review-record'
import { rosterInput } from '@pilotgate/core/selection/supervision/roster'
import { z } from 'zod'
import { pageOf, pageQuery } from '../page.ts'
import { defineRoutes } from '../route.ts'
import { program, words } from './route-parts.ts'
import { standingRoutes } from './standing-routes.ts'
import { calibrationView, reviewView, rosterView, sampleView } from './supervision-views.ts'

const base = { function: 'selection/api', tag: 'Supervision' } as const
const selection = `${program}/selection` as const
const reviews = `${selection}/supervision/reviews` as const
const quarter = z.string().regex(/^\d{4}-Q[1-4]$/, 'Must be a quarter such as `2027-Q1`.')

export const supervisionRoutes = defineRoutes({
  ...standingRoutes,
  getSupervisionRoster: {
    ...base,
    method: 'GET',
    path: `${selection}/supervision/roster`,
    action: 'read supervision',
    summary: 'Read who supervises whom, with what has to be put right',
    output: rosterView,
    etag: 'gives',
  },
  editSupervisionRoster: {
    ...base,
    method: 'PUT',
    path: `${selection}/supervision/roster`,
    action: 'supervise',
    summary: 'Set who supervises whom',
    description:
      'Master coaches, lead coaches, coaches: nobody twice, nobody over themselves, their manager or their direct report. A version of 0 (`"0"`) stands for the first roster.',
    body: rosterInput.meta({
      examples: [
        {
          masters: [{ personId: '01JGR1', leads: [{ personId: '01JGR2', coaches: ['01JGR3'] }], coaches: ['01JGR4'] }],
        },
      ],
    }),
    output: rosterView,
    etag: 'demands',
  },
  listReviewSamples: {
    ...base,
    method: 'GET',
    path: `${selection}/supervision/samples`,
    action: 'read credentials',
    summary: 'List the quarterly draws: who was drawn for review, and why',
    query: pageQuery,
    output: pageOf(sampleView),
  },
  listReviews: {
    ...base,
    method: 'GET',
    path: reviews,
    action: 'read supervision',
    summary: 'List the reviews of coaches by quarter; coaches see their own',
    query: pageQuery.extend({ quarter: quarter.optional().meta({ description: 'Only of this quarter' }) }),
    output: pageOf(reviewView),
  },
  recordReview: {
    ...base,
    method: 'POST',
    path: `${reviews}/{reviewId}`,
    action: 'supervise',
    summary: 'Record the review of a recorded or observed session',
    description: 'The outcome "suspend" keeps the coach from new matches.',
    body: reviewInput.meta({
      examples: [
        {
          mode: 'observed',
          heldAt: '2027-02-10T14:00:00Z',
          ratings: {
            challengeSkill: 3,
            behaviouralTools: 4,
            confidentialityPractice: 5,
            contextFluency: 4,
            measurableOutcomes: 4,
          },
          drift: ['advising instead of asking'],
          findings: ['Offered a solution in the first ten minutes.'],
          outcome: 'drift',
        },
      ],
    }),
    output: reviewView,
  },
  giveReviewFeedback: {
    ...base,
    method: 'POST',
    path: `${reviews}/{reviewId}/feedback`,
    action: 'supervise',
    summary: 'Give the written feedback on a review, within 48 hours',
    body: z
      .strictObject({ text: words('Write the feedback.') })
      .meta({ examples: [{ text: 'Ask twice before you offer a view of your own.' }] }),
    output: reviewView,
  },
  holdReviewSupervision: {
    ...base,
    method: 'POST',
    path: `${reviews}/{reviewId}/supervision`,
    action: 'supervise',
    summary: 'Record the 1:1 supervision after a review, within a week',
    body: z.strictObject({ heldAt: z.iso.datetime(), note: words('Say what was agreed.') }).meta({
      examples: [{ heldAt: '2027-02-15T09:00:00Z', note: 'Practises open questions in the next two sessions.' }],
    }),
    output: reviewView,
  },
  listCalibrations: {
    ...base,
    method: 'GET',
    path: `${selection}/calibrations`,
    action: 'read credentials',
    summary: 'List the quarterly calibrations of mentors, due or held',
    query: pageQuery,
    output: pageOf(calibrationView),
  },
  recordCalibration: {
    ...base,
    method: 'POST',
    path: `${selection}/calibrations`,
    action: 'supervise',
    summary: 'Record that the mentors were calibrated',
    description: 'How alike panels marked in that quarter is kept with it.',
    body: calibrationInput.meta({
      examples: [
        { heldOn: '2027-01-20', present: ['01JGR1', '01JGR2'], note: 'Two cases on boundaries; the rubric stays.' },
      ],
    }),
    output: calibrationView,
  },
})
