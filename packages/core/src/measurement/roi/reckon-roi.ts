import type { Store } from '../../ports.ts'
import type { Actor, Work } from '../../program/actor.ts'
import { allOf, loadOpenProgram } from '../../program/load.ts'
import { measurementRow } from '../measurement-row.ts'
import { newestMeasured } from '../read-measured.ts'
import { fillInputs } from './fill-inputs.ts'
import { reckon } from './reckon.ts'
import type { RoiRecord } from './roi-record.ts'
import type { RoiRequest } from './roi-request.ts'

/**
 * Reckons the return on investment of a program and keeps it with its inputs (domain §8).
 * @throws DomainError `NotFound`, `NotPossibleNow` (program over), `InvalidInput` naming what is missing
 */
export const reckonRoi = async (
  { store, ids, now }: Work,
  actor: Actor,
  programId: string,
  asked: RoiRequest,
): Promise<RoiRecord> => {
  await loadOpenProgram(store, actor.tenantId, programId)
  const scope = { tenantId: actor.tenantId, scope: programId }
  const impacts = await allOf(store, 'impact', scope)
  const { inputs, filledIn } = fillInputs(asked, {
    impactOf: (id) => (id === 'latest' ? impacts.at(-1) : impacts.find((impact) => impact.id === id)),
    budget: await newestMeasured(store, scope, 'deliverable', {
      prefix: 'budget.',
      counts: ({ status }) => status === 'ready',
    }),
    sessionHours: await sessionHours(store, scope),
  })
  const record: RoiRecord = {
    ...measurementRow(actor, programId, `ROI.${ids.next(now)}`, now),
    inputs,
    filledIn,
    result: reckon(inputs),
  }
  await store.commit(
    [{ kind: 'roi', record, expect: 0 }],
    [{ type: 'roi.reckoned', tenantId: actor.tenantId, programId, at: now, by: actor.personId, roiId: record.id }],
  )
  return { ...record, version: 1 }
}

/** Hours of the sessions held so far, to a tenth. */
const sessionHours = async (store: Store, scope: { tenantId: string; scope: string }): Promise<number> => {
  const sessions = await allOf(store, 'session', scope)
  const minutes = sessions.filter(({ status }) => status === 'attended').reduce((sum, each) => sum + each.minutes, 0)
  return Math.round(minutes / 6) / 10
}
