import type { agreementRoutes } from '@pilotgate/contracts/engagement/agreement-routes'
import {
  toAgreementView,
  toClosingView,
  toEngagementDetail,
  toEngagementView,
} from '@pilotgate/contracts/engagement/agreement-views'
import type { AgreementRecord } from '@pilotgate/core/engagement/agreement/agreement-record'
import { changeAgreement } from '@pilotgate/core/engagement/agreement/change-agreement'
import { charterDocuments } from '@pilotgate/core/engagement/agreement/engagement-documents'
import { signAgreement } from '@pilotgate/core/engagement/agreement/sign-agreement'
import { signCharter } from '@pilotgate/core/engagement/agreement/sign-charter'
import { submitClosing } from '@pilotgate/core/engagement/closing/submit-closing'
import { endByHand } from '@pilotgate/core/engagement/end-by-hand'
import type { EngagementRecord } from '@pilotgate/core/engagement/engagement-record'
import { kickOff } from '@pilotgate/core/engagement/kickoff/kick-off'
import { planBlocks } from '@pilotgate/core/engagement/kickoff/plan-blocks'
import { loadEngagement, loadVisible } from '@pilotgate/core/engagement/load-engagement'
import { renewEngagement } from '@pilotgate/core/engagement/looks/renew-engagement'
import {
  confirmIndependence,
  recordGuidance,
  reviewEngagement,
} from '@pilotgate/core/engagement/looks/review-engagement'
import {
  listEngagements,
  readAgreements,
  readClosings,
  readEngagement,
  type Seen,
} from '@pilotgate/core/engagement/read-engagement'
import { resumeByHand } from '@pilotgate/core/engagement/resume-by-hand'
import { DomainError } from '@pilotgate/core/errors'
import type { Store } from '@pilotgate/core/ports'
import type { Actor, Work } from '@pilotgate/core/program/actor'
import { loadPeople } from '@pilotgate/core/program/load'
import type { RoutesOf } from '../lib/http/api.ts'

type Path = Record<string, string>
type Handlers = Pick<RoutesOf<'engagement/api'>, keyof typeof agreementRoutes>

const peopleIn = (store: Store, { tenantId }: Actor, seen: Seen[]) =>
  loadPeople(
    store,
    tenantId,
    seen.flatMap(({ engagement: { participantId, providerId } }) => [participantId, providerId]),
  )

/** What came of an action, for one of the pair or for operations. */
const shown = async ({ store }: Work, actor: Actor, engagement: EngagementRecord, sight: Seen['sight'] = 'pair') =>
  toEngagementView({ engagement, sight }, await peopleIn(store, actor, [{ engagement, sight }]))

const agreed = async ({ store }: Work, actor: Actor, path: Path, agreement: AgreementRecord) =>
  toAgreementView(agreement, await loadEngagement(store, { tenantId: actor.tenantId, ...refOf(path) }))

const refOf = (path: Path) => ({ programId: path.programId!, engagementId: path.engagementId! })

/** The routes of the engagements themselves: agreement, kickoff, reviews, closing. */
export const agreementHandlers: Handlers = {
  listEngagements: async ({ work, actor, path, query }) => {
    const { items, cursor } = await listEngagements(work.store, actor, path.programId!, query)
    const people = await peopleIn(work.store, actor, items)
    return { items: items.map((seen) => toEngagementView(seen, people)), cursor }
  },
  getEngagement: async ({ work, actor, path }) => {
    const seen = await readEngagement(work.store, actor, path.programId!, path.engagementId!, work.now)
    return toEngagementDetail(seen, await peopleIn(work.store, actor, [seen]))
  },
  listAgreements: async ({ work, actor, path }) => {
    const { engagement, agreements } = await readAgreements(work.store, actor, path.programId!, path.engagementId!)
    return { items: agreements.map((each) => toAgreementView(each, engagement)) }
  },
  changeAgreement: async ({ work, actor, path, body }) =>
    agreed(work, actor, path, await changeAgreement(work, actor, path.programId!, path.engagementId!, body)),
  signAgreement: async ({ work, actor, path, body }) => {
    const signature = { number: Number(path.number), name: body.name }
    return agreed(work, actor, path, await signAgreement(work, actor, path.programId!, path.engagementId!, signature))
  },
  getCharter: async ({ work, actor, path }) => {
    await loadVisible(work.store, actor, path.programId!, path.engagementId!)
    return charterDocuments
  },
  signCharter: async ({ work, actor, path, body }) =>
    shown(work, actor, await signCharter(work, actor, path.programId!, path.engagementId!, body)),
  planBlocks: async ({ work, actor, path, body }) =>
    shown(work, actor, await planBlocks(work, actor, path.programId!, path.engagementId!, body.blocks)),
  kickOff: async ({ work, actor, path, body }) =>
    shown(work, actor, await kickOff(work, actor, path.programId!, path.engagementId!, body.blocks)),
  reviewEngagement: async ({ work, actor, path, body }) =>
    shown(work, actor, await reviewEngagement(work, actor, path.programId!, path.engagementId!, body)),
  recordGuidance: async ({ work, actor, path, body }) =>
    shown(work, actor, await recordGuidance(work, actor, path.programId!, path.engagementId!, body)),
  confirmIndependence: async ({ work, actor, path }) =>
    shown(work, actor, await confirmIndependence(work, actor, path.programId!, path.engagementId!)),
  renewEngagement: async ({ work, actor, path, body }) =>
    shown(work, actor, await renewEngagement(work, actor, path.programId!, path.engagementId!, body), 'overseer'),
  endEngagement: async ({ work, actor, path, body }) =>
    shown(work, actor, await endByHand(work, actor, path.programId!, path.engagementId!, body.reason), 'overseer'),
  resumeEngagement: async ({ work, actor, path }) =>
    shown(work, actor, await resumeByHand(work, actor, path.programId!, path.engagementId!), 'overseer'),
  submitClosing: async ({ work, actor, path, body }) => {
    if (body.kind !== path.kind) {
      const problem = `Is not the kind in the path ("${path.kind}").`
      throw new DomainError('InvalidInput', 'It is not clear what is handed in.', {
        problems: [{ field: 'kind', problem }],
      })
    }
    return toClosingView(await submitClosing(work, actor, path.programId!, path.engagementId!, body), 'pair')
  },
  listClosings: async ({ work, actor, path }) => {
    const { sight, closings } = await readClosings(work.store, actor, path.programId!, path.engagementId!)
    return { items: closings.map((each) => toClosingView(each, sight)) }
  },
}
