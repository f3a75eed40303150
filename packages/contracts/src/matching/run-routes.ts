import { z } from 'zod'
import { pageOf, pageQuery } from '../page.ts'
import { defineRoutes } from '../route.ts'
import { base, id, objective, program } from './route-parts.ts'
import { fairnessView, overrideReportView, runView, settingsView, waitingView } from './views.ts'

const pairs = z
  .array(z.tuple([id, id]))
  .max(500)
  .optional()

export const runRoutes = defineRoutes({
  getMatchingSettings: {
    ...base,
    method: 'GET',
    path: `${program}/matching/settings`,
    action: 'read matches',
    summary: 'Read weights, objective and ranked choice',
    output: settingsView,
    etag: 'gives',
  },
  editMatchingSettings: {
    ...base,
    method: 'PATCH',
    path: `${program}/matching/settings`,
    action: 'configure matching',
    summary: 'Change weights, objective or ranked choice',
    description:
      'The weights of a profile add up to 100. What is proposed already keeps its scores until the next run.',
    body: z
      .strictObject({
        profiles: z.record(z.string(), z.record(z.string(), z.number())).optional(),
        objective: objective.optional(),
        rankedChoice: z.boolean().optional(),
      })
      .meta({
        examples: [
          { profiles: { default: { skills: 30, goals: 30, sponsorship: 20, availability: 10, success: 10 } } },
          { rankedChoice: true },
        ],
      }),
    output: settingsView,
    etag: 'demands',
  },
  proposeMatches: {
    ...base,
    method: 'POST',
    path: `${program}/matching/runs`,
    action: 'review matches',
    summary: 'Propose matches for the whole cohort',
    description:
      'Solves the whole cohort at once. Approved and published matches stay; earlier proposals that nobody decided are replaced. `reserved` and `forbidden` are pairs of participant and provider.',
    body: z
      .strictObject({ objective: objective.optional(), reserved: pairs, forbidden: pairs })
      .meta({ examples: [{}, { objective: 'most-matched', forbidden: [['01JGR1', '01JGR4']] }] }),
    output: runView,
    status: 201,
  },
  listRuns: {
    ...base,
    method: 'GET',
    path: `${program}/matching/runs`,
    action: 'read matches',
    summary: 'List the runs of matching, oldest first',
    query: pageQuery,
    output: pageOf(runView),
  },
  publishMatches: {
    ...base,
    method: 'POST',
    path: `${program}/matching/publication`,
    action: 'review matches',
    summary: 'Publish approved matches: both people are told',
    description:
      'A run is published by itself as soon as nothing of it is left to review. This publishes earlier, or what came later.',
    body: z.strictObject({ runId: id.optional() }).meta({ examples: [{}, { runId: 'R001' }] }),
    output: z.object({ published: z.array(z.string()) }),
  },
  getWaitList: {
    ...base,
    method: 'GET',
    path: `${program}/matching/wait-list`,
    action: 'read matches',
    summary: 'Who still waits for a match, and why',
    output: z.object({ items: z.array(waitingView) }),
  },
  getOverrideReport: {
    ...base,
    method: 'GET',
    path: `${program}/matching/overrides`,
    action: 'read matches',
    summary: 'Overrides by reason, and the change of weights they suggest',
    output: overrideReportView,
  },
  getFairnessReport: {
    ...base,
    method: 'GET',
    path: `${program}/matching/fairness`,
    action: 'read matches',
    summary: 'Scores and match rate by group, and how featured providers are spread',
    output: fairnessView,
  },
  getReassignmentRate: {
    ...base,
    method: 'GET',
    path: `${program}/matching/reassignments`,
    action: 'read matches',
    summary: 'How many published matches were reassigned',
    output: z.object({ reassigned: z.number().int(), published: z.number().int(), rate: z.number().optional() }),
  },
})
