import { matchStatuses, overrideReasons, reviewLevels } from '@pilotgate/core/matching/match-record'
import { z } from 'zod'
import { pageOf, pageQuery } from '../page.ts'
import { defineRoutes } from '../route.ts'
import { base, id, program, words } from './route-parts.ts'
import { matchView, matchWithHistory, ownMatchView, weighedProvider } from './views.ts'

const match = `${program}/matches/{matchId}` as const
const otherProvider = z
  .strictObject({
    providerId: id,
    reason: z.enum(overrideReasons),
    text: words('Say why, in a few words of your own.'),
  })
  .meta({
    examples: [{ providerId: '01JGR4', reason: 'strategic sponsor', text: 'Her area is where the next role will be.' }],
  })

export const matchRoutes = defineRoutes({
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
  weighProvider: {
    ...base,
    method: 'GET',
    path: `${match}/providers/{personId}`,
    action: 'read matches',
    summary: 'See how another provider would suit the participant, before an override or a reassignment',
    output: weighedProvider,
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
})
