import { milestoneInput } from '@pilotgate/core/engagement/ledgers/add-milestone'
import { blockerRecord } from '@pilotgate/core/engagement/ledgers/blocker'
import { sponsorActionInput } from '@pilotgate/core/engagement/ledgers/commit-sponsor-action'
import { escalationKinds, escalationRecord } from '@pilotgate/core/engagement/ledgers/escalation'
import { milestoneRecord } from '@pilotgate/core/engagement/ledgers/milestone'
import { blockerInput } from '@pilotgate/core/engagement/ledgers/raise-blocker'
import { escalationInput } from '@pilotgate/core/engagement/ledgers/raise-escalation'
import { sponsorActionRecord } from '@pilotgate/core/engagement/ledgers/sponsor-action'
import { z } from 'zod'
import { pageOf, pageQuery } from '../page.ts'
import { defineRoutes } from '../route.ts'
import { blockerView, escalationView, milestoneView, sponsorActionView } from './ledger-views.ts'

const base = { function: 'engagement/api', tag: 'Engagements' } as const
const own = { ...base, method: 'POST', action: 'act in own engagement' } as const
const program = '/v1/programs/{programId}'
const engagement = `${program}/engagements/{engagementId}` as const
const words = (problem: string, most = 1000) => z.string().trim().min(3, problem).max(most)
const ofEngagement = z.string().max(200).optional().meta({ description: 'Only of this engagement' })
const withStatus = <T extends z.ZodType>(status: T) => status.optional().meta({ description: 'Only with this status' })
const example = '01KFZ0Q3W5T7R9YB2M4N6P8S0E.R001.mentor'

export const ledgerRoutes = defineRoutes({
  listSponsorActions: {
    ...base,
    method: 'GET',
    path: `${program}/sponsor-actions`,
    action: 'read engagements',
    summary: 'List the sponsor actions that you see; their text is for the pair',
    query: pageQuery.extend({ engagementId: ofEngagement, status: withStatus(sponsorActionRecord.shape.status) }),
    output: pageOf(sponsorActionView),
  },
  commitSponsorAction: {
    ...own,
    path: `${engagement}/sponsor-actions`,
    summary: 'Commit a sponsor action for your mentee, due within 60 days',
    body: sponsorActionInput.meta({
      examples: [{ type: 'introduction', text: 'Introduce her to the head of platform', dueOn: '2027-03-15' }],
    }),
    output: sponsorActionView,
    status: 201,
  },
  finishSponsorAction: {
    ...own,
    path: `${program}/sponsor-actions/{sponsorActionId}/evidence`,
    summary: 'Say that your sponsor action is done, with what shows it',
    body: z
      .strictObject({ evidence: words('Say what shows that it was done.') })
      .meta({ examples: [{ evidence: 'They met on 1 March and work on the roadmap together.' }] }),
    output: sponsorActionView,
  },
  confirmSponsorAction: {
    ...own,
    path: `${program}/sponsor-actions/{sponsorActionId}/confirmation`,
    summary: 'Confirm as mentee that a sponsor action was done for you',
    output: sponsorActionView,
  },
  listBlockers: {
    ...base,
    method: 'GET',
    path: `${program}/blockers`,
    action: 'read engagements',
    summary: 'List the blockers that you see',
    query: pageQuery.extend({
      engagementId: ofEngagement,
      status: withStatus(blockerRecord.shape.status),
      systemic: z
        .stringbool()
        .optional()
        .meta({ description: '`true`: only systemic ones; `false`: only others', enum: ['true', 'false'] }),
    }),
    output: pageOf(blockerView),
  },
  raiseBlocker: {
    ...base,
    method: 'POST',
    path: `${program}/blockers`,
    action: 'raise blockers',
    summary: 'Raise a blocker, of the whole program or of an engagement',
    body: blockerInput.meta({
      examples: [{ text: 'Nobody may deploy on Fridays.', systemic: true, engagementId: example }],
    }),
    output: blockerView,
    status: 201,
  },
  resolveBlocker: {
    ...base,
    method: 'POST',
    path: `${program}/blockers/{blockerId}/resolution`,
    action: 'resolve blockers',
    summary: 'Say how a blocker was resolved',
    body: z
      .strictObject({ resolution: words('Say how it was resolved.') })
      .meta({ examples: [{ resolution: 'The release calendar now has a slot on Fridays.' }] }),
    output: blockerView,
  },
  listMilestones: {
    ...base,
    method: 'GET',
    path: `${program}/milestones`,
    action: 'read engagements',
    summary: 'List the milestones that you see; their titles are for the pair',
    query: pageQuery.extend({ engagementId: ofEngagement, status: withStatus(milestoneRecord.shape.status) }),
    output: pageOf(milestoneView),
  },
  addMilestone: {
    ...own,
    path: `${engagement}/milestones`,
    summary: 'Add a milestone, an acceptance criterion or a deployable outcome',
    body: milestoneInput.meta({
      examples: [{ kind: 'milestone', title: 'The team plans a release without me', dueOn: '2027-04-30' }],
    }),
    output: milestoneView,
    status: 201,
  },
  closeMilestone: {
    ...own,
    path: `${program}/milestones/{milestoneId}/status`,
    summary: 'Say that a milestone was reached, with what shows it, or dropped',
    body: z
      .strictObject({ status: z.enum(['reached', 'dropped']), evidence: words('Say what shows it.').optional() })
      .meta({ examples: [{ status: 'reached', evidence: 'Release 4.2 went out while I was on leave.' }] }),
    output: milestoneView,
  },
  listEscalations: {
    ...base,
    method: 'GET',
    path: `${program}/escalations`,
    action: 'raise escalations',
    summary: 'List the escalations that you raised or that go to you',
    query: pageQuery.extend({
      status: withStatus(escalationRecord.shape.status),
      kind: z.enum(escalationKinds).optional().meta({ description: 'Only of this kind' }),
    }),
    output: pageOf(escalationView),
  },
  raiseEscalation: {
    ...base,
    method: 'POST',
    path: `${program}/escalations`,
    action: 'raise escalations',
    summary: 'Hand a matter to operations, HR or steering',
    description:
      'Operational matters go to operations (3 days), ethical (2 days) and performance (5 days) to HR, strategic to steering (7 days). Only they and you read it.',
    body: escalationInput.meta({
      examples: [{ kind: 'operational', text: 'My coach has not answered for two weeks.', engagementId: example }],
    }),
    output: escalationView,
    status: 201,
  },
  answerEscalation: {
    ...base,
    method: 'POST',
    path: `${program}/escalations/{escalationId}/answer`,
    action: 'answer escalations',
    summary: 'Answer an escalation that goes to you',
    body: z
      .strictObject({ answer: words('Say what becomes of the matter.', 2000) })
      .meta({ examples: [{ answer: 'We have spoken with both; the next session is on Monday.' }] }),
    output: escalationView,
  },
})
