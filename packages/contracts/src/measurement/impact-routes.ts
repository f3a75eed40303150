import { impactOptions } from '@pilotgate/core/measurement/impact/impact-options'
import { impactRecord } from '@pilotgate/core/measurement/impact/impact-record'
import { roiRequest } from '@pilotgate/core/measurement/roi/roi-request'
import { z } from 'zod'
import { pageOf, pageQuery } from '../page.ts'
import { defineRoutes } from '../route.ts'
import { deliverableRoutes } from './deliverable-routes.ts'
import { impactView, monetisationRuleView, roiView } from './impact-views.ts'

const base = { function: 'measurement/api', tag: 'Measurement' } as const
const program = '/v1/programs/{programId}'
/** As many repetitions as fit into a request. */
const options = impactOptions.extend({
  bootstrap: z.int().min(100).max(10_000).default(2_000),
  permutations: z.int().min(100).max(20_000).default(5_000),
})

const range = (low: number, likely: number, high: number) => ({ low, likely, high })

export const impactRoutes = defineRoutes({
  ...deliverableRoutes,
  measureImpact: {
    ...base,
    method: 'POST',
    path: `${program}/impact`,
    action: 'measure impact',
    summary: 'Compare participants with people outside the program who are like them',
    description:
      'The file has one line a person: `id` (a pseudonym), whether they took part (`treated`, 1 or 0), the `outcome`, and the covariates. Only the pseudonyms of the pairs are kept.',
    body: z
      .strictObject({
        title: z.string().trim().min(3, 'Say in a few words what is compared.').max(200),
        better: impactRecord.shape.better.default('higher').meta({ description: 'Which way of the outcome is better' }),
        csv: z.string().min(1).max(1_000_000),
        options,
      })
      .meta({
        examples: [
          {
            title: 'Days to approval, first half of 2027',
            better: 'lower',
            csv: 'id,treated,outcome,tenure,role\nA1,1,31,4,lead\nA2,1,30,2,lead\nB1,0,46,4,lead\nB2,0,44,2,lead\n',
            options: { covariates: ['tenure'], exact: ['role'], unit: 'days' },
          },
        ],
      }),
    output: impactView,
    status: 201,
  },
  listImpacts: {
    ...base,
    method: 'GET',
    path: `${program}/impact`,
    action: 'read measurement',
    summary: 'List the impact reports, oldest first',
    query: pageQuery,
    output: pageOf(impactView),
  },
  getImpact: {
    ...base,
    method: 'GET',
    path: `${program}/impact/{impactId}`,
    action: 'read measurement',
    summary: 'Read an impact report: balance, effect with its interval, sensitivity',
    output: impactView,
  },
  reckonRoi: {
    ...base,
    method: 'POST',
    path: `${program}/roi`,
    action: 'measure impact',
    summary: 'Reckon the return on investment, as a range',
    description:
      'Each benefit follows a documented rule and needs what it is compared with. Left out, hours of coaches come from the sessions held, other costs from the newest budget that is ready; `impact: "latest"` takes the measured difference. Money is whole cents.',
    body: roiRequest.meta({
      examples: [
        {
          currency: 'EUR',
          months: 9,
          benefits: [
            {
              rule: 'turnaround-days',
              counterfactual: {
                kind: 'matched cohort',
                words: '30 managers without coaching',
                value: range(44, 46, 48),
              },
              observed: range(29, 31, 33),
              quantity: range(50, 60, 70),
              priceCents: range(10_000, 12_000, 14_000),
            },
          ],
          costs: {
            training: range(1_800_000, 2_000_000, 2_200_000),
            coachHours: range(280, 300, 320),
            coachHour: range(8_000, 8_500, 9_000),
            supervision: range(500_000, 600_000, 700_000),
            platform: range(1_280_000, 1_280_000, 1_280_000),
          },
        },
      ],
    }),
    output: roiView,
    status: 201,
  },
  listRois: {
    ...base,
    method: 'GET',
    path: `${program}/roi`,
    action: 'read measurement',
    summary: 'List the returns on investment as they were reckoned, oldest first',
    query: pageQuery,
    output: pageOf(roiView),
  },
  getRoi: {
    ...base,
    method: 'GET',
    path: `${program}/roi/{roiId}`,
    action: 'read measurement',
    summary: 'Read a return on investment with its inputs',
    output: roiView,
  },
  listMonetisationRules: {
    ...base,
    method: 'GET',
    path: `${program}/roi-rules`,
    action: 'read measurement',
    summary: 'List the rules by which changes become money',
    output: z.object({ items: z.array(monetisationRuleView) }),
  },
})
