import type { ledgerRoutes } from '@pilotgate/contracts/engagement/ledger-routes'
import {
  toBlockerView,
  toEscalationView,
  toMilestoneView,
  toSponsorActionView,
} from '@pilotgate/contracts/engagement/ledger-views'
import { addMilestone } from '@pilotgate/core/engagement/ledgers/add-milestone'
import { answerEscalation, listEscalations } from '@pilotgate/core/engagement/ledgers/answer-escalation'
import { closeMilestone } from '@pilotgate/core/engagement/ledgers/close-milestone'
import { commitSponsorAction } from '@pilotgate/core/engagement/ledgers/commit-sponsor-action'
import { confirmSponsorAction } from '@pilotgate/core/engagement/ledgers/confirm-sponsor-action'
import { listBlockers } from '@pilotgate/core/engagement/ledgers/list-blockers'
import { listLedger } from '@pilotgate/core/engagement/ledgers/list-ledger'
import { logSponsorAction } from '@pilotgate/core/engagement/ledgers/log-sponsor-action'
import type { MilestoneRecord } from '@pilotgate/core/engagement/ledgers/milestone'
import { raiseBlocker } from '@pilotgate/core/engagement/ledgers/raise-blocker'
import { raiseEscalation } from '@pilotgate/core/engagement/ledgers/raise-escalation'
import { resolveBlocker } from '@pilotgate/core/engagement/ledgers/resolve-blocker'
import type { SponsorActionRecord } from '@pilotgate/core/engagement/ledgers/sponsor-action'
import type { RoutesOf } from '../lib/http/api.ts'

type Handlers = Pick<RoutesOf<'engagement/api'>, keyof typeof ledgerRoutes>

// Only the pair changes these.
const sponsorAction = (row: SponsorActionRecord) => toSponsorActionView({ row, sight: 'pair' })
const milestone = (row: MilestoneRecord) => toMilestoneView({ row, sight: 'pair' })

/** The routes of sponsor actions, blockers, milestones and escalations. */
export const ledgerHandlers: Handlers = {
  listSponsorActions: async ({ work, actor, path, query }) => {
    const page = await listLedger(work.store, actor, path.programId!, 'sponsorAction', query)
    return { items: page.items.map(toSponsorActionView), cursor: page.cursor }
  },
  commitSponsorAction: async ({ work, actor, path, body }) =>
    sponsorAction(await commitSponsorAction(work, actor, path.programId!, path.engagementId!, body)),
  finishSponsorAction: async ({ work, actor, path, body }) =>
    sponsorAction(await logSponsorAction(work, actor, path.programId!, path.sponsorActionId!, body.evidence)),
  confirmSponsorAction: async ({ work, actor, path }) =>
    sponsorAction(await confirmSponsorAction(work, actor, path.programId!, path.sponsorActionId!)),

  listBlockers: async ({ work, actor, path, query }) => {
    const page = await listBlockers(work.store, actor, path.programId!, query)
    return { items: page.items.map(({ row, sight }) => toBlockerView(row, sight)), cursor: page.cursor }
  },
  raiseBlocker: async ({ work, actor, path, body }) =>
    toBlockerView(await raiseBlocker(work, actor, path.programId!, body), 'words'),
  resolveBlocker: async ({ work, actor, path, body }) =>
    toBlockerView(await resolveBlocker(work, actor, path.programId!, path.blockerId!, body.resolution), 'words'),

  listMilestones: async ({ work, actor, path, query }) => {
    const page = await listLedger(work.store, actor, path.programId!, 'milestone', query)
    return { items: page.items.map(toMilestoneView), cursor: page.cursor }
  },
  addMilestone: async ({ work, actor, path, body }) =>
    milestone(await addMilestone(work, actor, path.programId!, path.engagementId!, body)),
  closeMilestone: async ({ work, actor, path, body }) =>
    milestone(await closeMilestone(work, actor, path.programId!, path.milestoneId!, body)),

  listEscalations: async ({ work, actor, path, query }) => {
    const page = await listEscalations(work.store, actor, path.programId!, query)
    return { items: page.items.map((row) => toEscalationView(row, work.now)), cursor: page.cursor }
  },
  raiseEscalation: async ({ work, actor, path, body }) =>
    toEscalationView(await raiseEscalation(work, actor, path.programId!, body), work.now),
  answerEscalation: async ({ work, actor, path, body }) =>
    toEscalationView(await answerEscalation(work, actor, path.programId!, path.escalationId!, body.answer), work.now),
}
