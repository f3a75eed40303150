import { toDeliverableView, toImpactView, toRoiView, toRuleView } from '@pilotgate/contracts/measurement/impact-views'
import { saveDeliverable } from '@pilotgate/core/measurement/deliverables/save-deliverable'
import { recordImpact } from '@pilotgate/core/measurement/impact/record-impact'
import { listMeasured, readMeasured } from '@pilotgate/core/measurement/read-measured'
import { monetisationRules } from '@pilotgate/core/measurement/roi/monetisation-rules'
import { reckonRoi } from '@pilotgate/core/measurement/roi/reckon-roi'
import type { RoutesOf } from '../lib/http/api.ts'

type Names =
  | 'listDeliverables'
  | 'getDeliverable'
  | 'saveDeliverable'
  | 'editDeliverable'
  | 'measureImpact'
  | 'listImpacts'
  | 'getImpact'
  | 'reckonRoi'
  | 'listRois'
  | 'getRoi'
  | 'listMonetisationRules'

export const impactHandlers: Pick<RoutesOf<'measurement/api'>, Names> = {
  listDeliverables: async ({ work, actor, path, query: { kind, ...page } }) => {
    const prefix = kind && { prefix: `${kind}.` }
    const { items, cursor } = await listMeasured(work.store, actor, path.programId!, 'deliverable', {
      ...page,
      ...prefix,
    })
    return { items: items.map(toDeliverableView), cursor }
  },
  getDeliverable: async ({ work, actor, path }) =>
    toDeliverableView(await readMeasured(work.store, actor, path.programId!, 'deliverable', path.deliverableId!)),
  saveDeliverable: async ({ work, actor, path, body }) =>
    toDeliverableView(await saveDeliverable(work, actor, path.programId!, body)),
  editDeliverable: async ({ work, actor, path, body, expected }) => {
    const known = { deliverableId: path.deliverableId!, version: expected }
    return toDeliverableView(await saveDeliverable(work, actor, path.programId!, body, known))
  },

  measureImpact: async ({ work, actor, path, body }) =>
    toImpactView(await recordImpact(work, actor, path.programId!, body)),
  listImpacts: async ({ work, actor, path, query }) => {
    const { items, cursor } = await listMeasured(work.store, actor, path.programId!, 'impact', query)
    return { items: items.map(toImpactView), cursor }
  },
  getImpact: async ({ work, actor, path }) =>
    toImpactView(await readMeasured(work.store, actor, path.programId!, 'impact', path.impactId!)),

  reckonRoi: async ({ work, actor, path, body }) => toRoiView(await reckonRoi(work, actor, path.programId!, body)),
  listRois: async ({ work, actor, path, query }) => {
    const { items, cursor } = await listMeasured(work.store, actor, path.programId!, 'roi', query)
    return { items: items.map(toRoiView), cursor }
  },
  getRoi: async ({ work, actor, path }) =>
    toRoiView(await readMeasured(work.store, actor, path.programId!, 'roi', path.roiId!)),
  listMonetisationRules: async () => ({ items: monetisationRules.map(toRuleView) }),
}
