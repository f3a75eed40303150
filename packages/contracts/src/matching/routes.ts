import { matchingRunRecord, matchStatuses, overrideReasons, reviewLevels } from '@pilotgate/core/matching/match-record'
import { providerRecord } from '@pilotgate/core/matching/provider'
import { providerProfile } from '@pilotgate/core/matching/review/register-provider'
import { z } from 'zod'
import { pageOf, pageQuery } from '../page.ts'
import { defineRoutes } from '../route.ts'
import {
  fairnessView,
  forecastView,
  matchView,
  matchWithHistory,
  overrideReportView,
  ownMatchView,
  providerView,
  runView,
  settingsView,
  waitingView,
} from './views.ts'

const words = (problem: string) => z.string().trim().min(3, problem).max(2000)
const id = z.string().min(1).max(200)
const pairs = z
  .array(z.tuple([id, id]))
  .max(500)
  .optional()
const objective = matchingRunRecord.shape.objective
const otherProvider = z
  .strictObject({
    providerId: id,
    reason: z.enum(overrideReasons),
    text: words('Say why, in a few words of your own.'),
  })
  .meta({
    examples: [{ providerId: '01JGR4', reason: 'strategic sponsor', text: 'Her area is where the next role will be.' }],
  })

const program = '/v1/programs/{programId}'
const match = `${program}/matches/{matchId}` as const
const base = { function: 'matching/api', tag: 'Matching' } as const

export const matchingRoutes = defineRoutes({
  listProviders: {
    ...base,
    method: 'GET',
    path: `${program}/providers`,
    action: 'read providers',
    summary: 'List the profiles of coaches and mentors',
    query: pageQuery,
    output: pageOf(providerView),
  },
  registerProvider: {
    ...base,
    method: 'PUT',
    path: `${program}/providers/{personId}`,
    action: 'register provider',
    summary: "Set a coach's or mentor's profile",
    description:
      'Coaches and mentors set their own; the matching owner sets any. Sponsor actions, outcomes and `featured` are what others document: they are taken from the matching owner only.',
    body: providerProfile.meta({
      examples: [
        {
          service: 'mentor',
          internal: true,
          tier: 'core-domain mentor',
          skills: ['cloud architecture', 'budgeting'],
          strengths: ['strategic thinking', 'delegation'],
          languages: ['English', 'German'],
          zone: 'Europe/Berlin',
          availability: [{ day: 2, from: '14:00', to: '17:00' }],
          sponsorship: { introductions: 4, actions: 2 },
          conflicts: [],
          featured: false,
        },
      ],
    }),
    output: providerView,
  },
  importProviders: {
    ...base,
    method: 'POST',
    path: `${program}/providers`,
    action: 'manage providers',
    summary: 'Import profiles of coaches and mentors from CSV',
    description:
      'Columns: email, service, internal (yes/no), tier, skills, strengths, languages, zone, availability ("mon 09:00-12:00"), introductions, actions, reached, engagements, featured (yes/no), conflicts (e-mail addresses); lists are separated by ";". Good rows are kept, bad rows are reported.',
    body: z.strictObject({ csv: z.string().min(1, 'The file is empty.') }).meta({
      examples: [
        {
          csv: 'email,service,internal,tier,skills,strengths,languages,zone,availability,introductions,actions,reached,engagements,featured,conflicts\nada@example.com,mentor,yes,core-domain mentor,budgeting,delegation,English;German,Europe/Zurich,mon 09:00-12:00;thu 14:00-17:00,4,2,3,4,no,\n',
        },
      ],
    }),
    output: z.object({
      saved: z.number().int(),
      problems: z.array(z.object({ row: z.number().int(), field: z.string(), problem: z.string() })),
    }),
  },
  changeProviderStatus: {
    ...base,
    method: 'POST',
    path: `${program}/providers/{personId}/status`,
    action: 'select providers',
    summary: 'Admit a coach or mentor to matching, suspend or reinstate them',
    body: z
      .strictObject({ status: providerRecord.shape.status, reason: words('Say why, in a few words.') })
      .meta({ examples: [{ status: 'selected', reason: 'Panel median 4.5, references checked.' }] }),
    output: providerView,
  },
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
  approveMatches: {
    ...base,
    method: 'POST',
    path: `${program}/matching/approvals`,
    action: 'review matches',
    summary: 'Approve many matches at once',
    description: 'Each match has its own outcome. Matches that need a look of their own are refused here.',
    body: z
      .strictObject({ matchIds: z.array(id).min(1, 'Name at least one match.').max(100) })
      .meta({ examples: [{ matchIds: ['01JGR1.R001.coach', '01JGR2.R001.mentor'] }] }),
    output: z.object({
      items: z.array(
        z.object({
          matchId: z.string(),
          outcome: z.enum(['approved', 'refused']),
          code: z.string().optional(),
          problem: z.string().optional(),
        }),
      ),
    }),
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
  listMatches: {
    ...base,
    method: 'GET',
    path: `${program}/matches`,
    action: 'read matches',
    summary: 'List matches with score, explanation and alternatives',
    query: pageQuery.extend({
      status: z.enum(matchStatuses).optional().meta({ description: 'Only with this status' }),
      review: z.enum(reviewLevels).optional().meta({ description: 'Only those that need this review' }),
      participantId: id.optional().meta({ description: 'Only of this participant' }),
      providerId: id.optional().meta({ description: 'Only with this provider' }),
      runId: id.optional().meta({ description: 'Only of this run' }),
    }),
    output: pageOf(matchView),
  },
  getMatch: {
    ...base,
    method: 'GET',
    path: match,
    action: 'read matches',
    summary: 'Read a match with its history',
    output: matchWithHistory,
    etag: 'gives',
  },
  approveMatch: {
    ...base,
    method: 'POST',
    path: `${match}/approval`,
    action: 'review matches',
    summary: 'Approve a match',
    description:
      'Checks again that the provider is selected, that consent stands and the hard rules hold, and takes a place of the provider. The top 20 % by impact need the program owner.',
    body: z
      .strictObject({ version: z.number().int().min(1).optional() })
      .meta({ examples: [{}, { version: 1 }], description: '`version`: the version you looked at' }),
    output: matchView,
  },
  overrideMatch: {
    ...base,
    method: 'POST',
    path: `${match}/override`,
    action: 'review matches',
    summary: 'Put another provider in place of the proposed one',
    body: otherProvider,
    output: matchView,
    status: 201,
  },
  withdrawMatch: {
    ...base,
    method: 'POST',
    path: `${match}/withdrawal`,
    action: 'review matches',
    summary: 'Turn a match down before it is published; the pair is not proposed again',
    body: z
      .strictObject({ reason: words('Say why, in a few words.') })
      .meta({ examples: [{ reason: 'They have worked together closely for years.' }] }),
    output: matchView,
  },
  reassignMatch: {
    ...base,
    method: 'POST',
    path: `${match}/reassignment`,
    action: 'review matches',
    summary: 'End a published match and give the participant another provider',
    body: otherProvider,
    output: matchView,
    status: 201,
  },
  listOwnMatches: {
    ...base,
    method: 'GET',
    path: `${program}/own-matches`,
    action: 'read own matches',
    summary: 'List your own matches',
    output: z.object({ items: z.array(ownMatchView) }),
  },
  chooseProvider: {
    ...base,
    method: 'POST',
    path: `${match}/choice`,
    action: 'answer for own match',
    summary: 'Choose one of the three providers proposed to you',
    description: 'Where the program has ranked choice switched on, and before the match is approved.',
    body: z.strictObject({ providerId: id }).meta({ examples: [{ providerId: '01JGR4' }] }),
    output: ownMatchView,
  },
  signAgreement: {
    ...base,
    method: 'POST',
    path: `${match}/signature`,
    action: 'sign agreements',
    summary: 'Sign the working agreement of your match',
    output: ownMatchView,
  },
  checkMatch: {
    ...base,
    method: 'POST',
    path: `${match}/checks`,
    action: 'answer for own match',
    summary: 'Say how your match goes: after the first week, and after 30 days',
    body: z
      .strictObject({
        what: z.enum(['chemistry', 'reassessment']),
        fine: z.boolean(),
        note: z.string().trim().max(2000).default(''),
      })
      .meta({ examples: [{ what: 'chemistry', fine: true, note: 'We work well together.' }] }),
    output: ownMatchView,
  },
  getWaitList: {
    ...base,
    method: 'GET',
    path: `${program}/matching/wait-list`,
    action: 'read matches',
    summary: 'Who still waits for a match, and why',
    output: z.object({ items: z.array(waitingView) }),
  },
  getPoolForecast: {
    ...base,
    method: 'GET',
    path: `${program}/matching/forecast`,
    action: 'read providers',
    summary: 'Whether there are enough coaches and mentors',
    output: forecastView,
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
