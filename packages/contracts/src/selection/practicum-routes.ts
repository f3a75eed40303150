import { levels } from '@pilotgate/core/selection/credential'
import {
  capstoneInput,
  practiceDay,
  practicumReviewInput,
  practicumReviewKinds,
} from '@pilotgate/core/selection/practicum/practicum-record'
import { z } from 'zod'
import { pageOf, pageQuery } from '../page.ts'
import { defineRoutes } from '../route.ts'
import { program, words } from './route-parts.ts'
import { practicumView, readinessView } from './supervision-views.ts'

const base = { function: 'selection/api', tag: 'Supervision' } as const
const practicums = `${program}/selection/practicums` as const
const practicum = `${practicums}/{personId}` as const
const promotion = `${program}/selection/promotions/{personId}` as const
const review = z.enum(practicumReviewKinds)

export const practicumRoutes = defineRoutes({
  listPracticums: {
    ...base,
    method: 'GET',
    path: practicums,
    action: 'read practicum',
    summary: 'List the practicums of internal coaches; coaches see their own',
    query: pageQuery,
    output: pageOf(practicumView),
  },
  startPracticum: {
    ...base,
    method: 'POST',
    path: practicum,
    action: 'supervise',
    summary: 'Start the practicum of an internal coach in training',
    description: 'It takes 8 to 12 weeks, 20 to 30 coached hours and 10 to 15 hours of labs and debriefs.',
    output: practicumView,
  },
  getPracticum: {
    ...base,
    method: 'GET',
    path: practicum,
    action: 'read practicum',
    summary: 'Read a practicum, with what is missing',
    output: practicumView,
  },
  logPractice: {
    ...base,
    method: 'PUT',
    path: `${practicum}/hours`,
    action: 'log practice',
    summary: 'Log the coached or lab hours of a day',
    description:
      'Said again for the same day and kind, it replaces what was said before; 0 minutes take it away. A day has at most 8 hours.',
    body: practiceDay.meta({ examples: [{ on: '2027-03-01', minutes: 90, kind: 'coached' }] }),
    output: practicumView,
  },
  reviewPracticum: {
    ...base,
    method: 'POST',
    path: `${practicum}/reviews`,
    action: 'supervise',
    summary: 'Record the midpoint calibration or the final observed review',
    description: 'Written feedback is then due within 48 hours, a 1:1 supervision within a week.',
    body: practicumReviewInput.meta({
      examples: [
        {
          review: 'midpoint',
          heldAt: '2027-03-01T14:00:00Z',
          ratings: {
            challengeSkill: 4,
            behaviouralTools: 4,
            confidentialityPractice: 5,
            contextFluency: 3,
            measurableOutcomes: 4,
          },
          findings: ['Asks before advising, also when the coachee presses for an answer.'],
          outcome: 'pass',
        },
      ],
    }),
    output: practicumView,
  },
  givePracticumFeedback: {
    ...base,
    method: 'POST',
    path: `${practicum}/feedback`,
    action: 'supervise',
    summary: 'Give the written feedback on a review of the practicum',
    body: z
      .strictObject({ review, text: words('Write the feedback.') })
      .meta({ examples: [{ review: 'midpoint', text: 'Your questions open the topic. Agree the measure earlier.' }] }),
    output: practicumView,
  },
  holdPracticumSupervision: {
    ...base,
    method: 'POST',
    path: `${practicum}/supervision`,
    action: 'supervise',
    summary: 'Record the 1:1 supervision after a review of the practicum',
    body: z.strictObject({ review, heldAt: z.iso.datetime(), note: words('Say what was agreed.') }).meta({
      examples: [{ review: 'midpoint', heldAt: '2027-03-04T09:00:00Z', note: 'Next: contract the measure first.' }],
    }),
    output: practicumView,
  },
  saveCapstone: {
    ...base,
    method: 'PUT',
    path: `${practicum}/capstone`,
    action: 'log practice',
    summary: 'Hand in the capstone, an engagement tied to an agreed KPI',
    description: 'Changed after it was accepted, it has to be accepted again.',
    body: capstoneInput.meta({
      examples: [
        {
          kpi: 'Defects found after release',
          baseline: '14 a month',
          result: '9 a month',
          link: 'The leader delegated release decisions to the team, which now reviews before it ships.',
        },
      ],
    }),
    output: practicumView,
  },
  acceptCapstone: {
    ...base,
    method: 'POST',
    path: `${practicum}/capstone/acceptance`,
    action: 'supervise',
    summary: 'Accept the capstone',
    output: practicumView,
  },
  completePracticum: {
    ...base,
    method: 'POST',
    path: `${practicum}/completion`,
    action: 'manage credentials',
    summary: 'Complete the practicum: the coach is certified',
    description: 'Refused with everything that is missing. Longer than 12 weeks needs `lateBecause`.',
    body: z
      .strictObject({ lateBecause: words('Say why it took longer.').optional() })
      .meta({ examples: [{}, { lateBecause: 'Parental leave of four weeks.' }] }),
    output: practicumView,
  },
  getPromotion: {
    ...base,
    method: 'GET',
    path: promotion,
    action: 'read practicum',
    summary: 'Where an internal coach stands, and each rule of the next level',
    output: readinessView,
  },
  promote: {
    ...base,
    method: 'POST',
    path: promotion,
    action: 'manage credentials',
    summary: 'Raise an internal coach to the next level',
    description: 'Refused with every rule that is not met.',
    body: z.strictObject({ level: z.enum(levels) }).meta({ examples: [{ level: 'senior coach' }] }),
    output: readinessView,
  },
})
