import { deliverableForm } from '@pilotgate/core/measurement/deliverables/deliverable'
import { z } from 'zod'
import { pageOf, pageQuery } from '../page.ts'
import { defineRoutes } from '../route.ts'
import { deliverableView } from './impact-views.ts'

const base = { function: 'measurement/api', tag: 'Measurement' } as const
const deliverables = '/v1/programs/{programId}/deliverables'
const one = `${deliverables}/{deliverableId}` as const

const kinds = ['case-study', 'budget', 'scaling-plan', 'measurement-plan'] as const
const who =
  'Case studies: program lead, sponsor; budgets: finance; scaling plans: program lead, procurement; measurement plans: HR analytics; program operations any.'
const body = z.strictObject({ form: deliverableForm, ready: z.boolean().default(false) }).meta({
  examples: [
    {
      form: {
        kind: 'budget',
        currency: 'EUR',
        lines: [
          { item: 'Training', planned: 2_000_000, plannedToDate: 1_500_000, spent: 1_480_000 },
          { item: 'Supervision', planned: 600_000, plannedToDate: 400_000, spent: 390_000 },
          { item: 'Platform licences', planned: 1_280_000, plannedToDate: 1_280_000, spent: 1_280_000 },
        ],
        asOf: '2027-05-14',
      },
      ready: true,
    },
    {
      form: {
        kind: 'case-study',
        title: 'From blocked reviews to decisions in the meeting',
        situation: 'Approvals took six weeks.',
        intervention: 'Eight coaching sessions on delegating decisions.',
        result: 'Approvals take four weeks, as the review log shows.',
        agreed: true,
      },
    },
  ],
})

export const deliverableRoutes = defineRoutes({
  listDeliverables: {
    ...base,
    method: 'GET',
    path: deliverables,
    action: 'read measurement',
    summary: 'List case studies, budgets, scaling and measurement plans, by kind',
    query: pageQuery.extend({ kind: z.enum(kinds).optional().meta({ description: 'Only of this kind' }) }),
    output: pageOf(deliverableView),
  },
  getDeliverable: {
    ...base,
    method: 'GET',
    path: one,
    action: 'read measurement',
    summary: 'Read a deliverable',
    output: deliverableView,
    etag: 'gives',
  },
  saveDeliverable: {
    ...base,
    method: 'POST',
    path: deliverables,
    action: 'write deliverables',
    summary: 'Save a new deliverable, as a draft or ready',
    description: `${who} A case study that names a participant needs their agreement.`,
    body,
    output: deliverableView,
    status: 201,
  },
  editDeliverable: {
    ...base,
    method: 'PUT',
    path: one,
    action: 'write deliverables',
    summary: 'Save a new version of a draft, or make it ready',
    description: `${who} What is ready stays as it is.`,
    body,
    output: deliverableView,
    etag: 'demands',
  },
})
