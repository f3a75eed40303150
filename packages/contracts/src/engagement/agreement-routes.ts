import { clauseNames } from '@pilotgate/core/engagement/agreement/agreement-record'
import { closingForm } from '@pilotgate/core/engagement/closing/closing'
import { cadence, engagementStatuses, guidanceLevels } from '@pilotgate/core/engagement/engagement-record'
import { agreementForm, charterForm, firstBlocks } from '@pilotgate/core/engagement/forms'
import { service } from '@pilotgate/core/intake/intake-record'
import { z } from 'zod'
import { pageOf, pageQuery } from '../page.ts'
import { defineRoutes } from '../route.ts'
import { agreementView, charterView, closingView, engagementDetail, engagementView } from './agreement-views.ts'

const base = { function: 'engagement/api', tag: 'Engagements' } as const
const engagements = '/v1/programs/{programId}/engagements' as const
const engagement = `${engagements}/{engagementId}` as const
const own = { ...base, action: 'act in own engagement' } as const
const because = z.string().trim().min(3, 'Give the reason.').max(2000)
const only = (whose: string) =>
  z
    .string()
    .max(200)
    .optional()
    .meta({ description: `Only those of this ${whose}` })
const blocks = firstBlocks
const blocksExample = ['2027-02-01T09:00:00Z', '2027-02-15T09:00:00Z', '2027-03-01T09:00:00Z']

export const agreementRoutes = defineRoutes({
  listEngagements: {
    ...base,
    method: 'GET',
    path: engagements,
    action: 'read engagements',
    summary: 'List engagements: your own, those of whom you manage, or all of the program',
    query: pageQuery.extend({
      status: z.enum(engagementStatuses).optional(),
      service: service.optional(),
      participantId: only('participant'),
      providerId: only('coach or mentor'),
    }),
    output: pageOf(engagementView),
  },
  getEngagement: {
    ...base,
    method: 'GET',
    path: engagement,
    action: 'read engagements',
    summary: 'Read an engagement, with the state of its kickoff',
    output: engagementDetail,
  },
  listAgreements: {
    ...own,
    method: 'GET',
    path: `${engagement}/agreements`,
    summary: 'Read all versions of your working agreement',
    description: 'The last one that both signed is valid; one that is newer waits for signatures.',
    output: z.object({ items: z.array(agreementView) }),
  },
  changeAgreement: {
    ...own,
    method: 'POST',
    path: `${engagement}/agreements`,
    summary: 'Change clauses of your working agreement, or how you meet',
    description: 'Makes a new version that both sign. Until then the one before stays valid.',
    body: z
      .strictObject({
        clauses: z.partialRecord(z.enum(clauseNames), z.string().trim().min(1, 'Is empty.').max(4000)).default({}),
        cadence: cadence.omit({ endsOn: true }).partial().optional(),
        change: because,
      })
      .meta({
        examples: [
          { cadence: { everyDays: 7 }, change: 'We need to meet more often until the launch.' },
          { clauses: { scope: 'Also the handover of the team in May.' }, change: 'The role changes.' },
        ],
      }),
    status: 201,
    output: agreementView,
  },
  signAgreement: {
    ...own,
    action: 'sign agreements',
    method: 'POST',
    path: `${engagement}/agreements/{number}/signatures`,
    summary: 'Sign the newest version of your working agreement',
    body: agreementForm.pick({ name: true }).meta({ examples: [{ name: 'Jana Jensen' }] }),
    output: agreementView,
  },
  getCharter: {
    ...base,
    method: 'GET',
    path: `${engagement}/charter`,
    action: 'read engagements',
    summary: 'Read what a mentor coach signs: role charter and data-access agreement',
    output: charterView,
  },
  signCharter: {
    ...own,
    action: 'sign agreements',
    method: 'POST',
    path: `${engagement}/charter-signature`,
    summary: 'Sign the role charter and the data-access agreement',
    body: charterForm.omit({ kind: true }).meta({ examples: [{ roleCharter: 1, dataAccess: 1, name: 'Vera Vogel' }] }),
    output: engagementView,
  },
  planBlocks: {
    ...own,
    method: 'PUT',
    path: `${engagement}/blocks`,
    summary: 'Name the starts of the first three sessions',
    body: z.strictObject({ blocks }).meta({ examples: [{ blocks: blocksExample }] }),
    output: engagementView,
  },
  kickOff: {
    ...own,
    method: 'POST',
    path: `${engagement}/kickoff`,
    summary: 'Start the engagement: the named starts become its first sessions',
    description: 'Refused with what is missing until all six items of the kickoff are there.',
    body: z.strictObject({ blocks: blocks.optional() }).meta({ examples: [{}, { blocks: blocksExample }] }),
    output: engagementView,
  },
  reviewEngagement: {
    ...own,
    method: 'POST',
    path: `${engagement}/reviews`,
    summary: 'Record a review: does it help, and does it go on?',
    description: 'A "no" ends nothing by itself: program operations are told and speak with both.',
    body: z.strictObject({ goOn: z.boolean() }).meta({ examples: [{ goOn: true }] }),
    output: engagementView,
  },
  recordGuidance: {
    ...own,
    method: 'POST',
    path: `${engagement}/guidance`,
    summary: 'Say how much you guide now: answers, questions or only a debrief',
    body: z.strictObject({ level: z.enum(guidanceLevels) }).meta({ examples: [{ level: 'questions' }] }),
    output: engagementView,
  },
  confirmIndependence: {
    ...own,
    method: 'POST',
    path: `${engagement}/independence`,
    summary: 'Confirm that the participant handled a novel hard situation alone',
    description: 'The account they gave of it stays with the two of you; only the day is kept.',
    output: engagementView,
  },
  renewEngagement: {
    ...base,
    method: 'POST',
    path: `${engagement}/renewal`,
    action: 'steer engagements',
    summary: 'Let an engagement go on beyond its last day',
    description: 'Possible until the last day. Both sign the new version of the working agreement.',
    body: z
      .strictObject({ endsOn: z.iso.date(), sessions: cadence.shape.sessions.optional(), reason: because })
      .meta({ examples: [{ endsOn: '2027-09-30', reason: 'The launch moved to September.' }] }),
    output: engagementView,
  },
  endEngagement: {
    ...base,
    method: 'POST',
    path: `${engagement}/end`,
    action: 'steer engagements',
    summary: 'End an engagement before its last day',
    description: 'Sessions ahead are cancelled. To give the participant somebody else, reassign the match instead.',
    body: z.strictObject({ reason: z.enum(['completed', 'withdrawn']) }).meta({ examples: [{ reason: 'completed' }] }),
    output: engagementView,
  },
  resumeEngagement: {
    ...base,
    method: 'POST',
    path: `${engagement}/resume`,
    action: 'steer engagements',
    summary: 'Let a paused engagement go on',
    description:
      'An engagement is paused when one of the two leaves the organisation. Once they are back it can go on: it takes a place of its provider again, and what the two were asked for is asked anew. Refused while one of them is gone, no place is free, or the participant has somebody else. The same again changes nothing.',
    output: engagementView,
  },
  submitClosing: {
    ...own,
    method: 'PUT',
    path: `${engagement}/closings/{kind}`,
    summary: 'Hand in a closing artifact, or a better version of it',
    description: 'Closing notes of both services, the final outcome of a coach, the progress report of a mentor.',
    body: closingForm.meta({
      examples: [
        {
          kind: 'closing-notes',
          goals: [{ goal: 'Delegates two decisions a week', reached: 'partly', evidence: 'Weekly plan of the team.' }],
          context: 'Leads a new team since March.',
          transfer: [{ item: 'Name a sparring partner', done: false, who: 'Jana Jensen' }],
        },
      ],
    }),
    output: closingView,
  },
  listClosings: {
    ...base,
    method: 'GET',
    path: `${engagement}/closings`,
    action: 'read engagements',
    summary: 'Which closing artifacts are there; their text is for the pair',
    output: z.object({ items: z.array(closingView) }),
  },
})
