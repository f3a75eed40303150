import type { Store, Warehouse } from '../../ports.ts'
import { localDate } from '../../program/calendar.ts'
import { allOf, loadProgram } from '../../program/load.ts'
import { coverageOf } from './coverage.ts'
import type { TelemetryCheckRecord } from './telemetry-check.ts'

/** Rows need this long at most from the platform to the warehouse: what is younger cannot be expected there yet. */
const arrivesWithinHours = 48

/**
 * Asks the warehouse what has arrived of the sessions held, and keeps the answer for the day (W16). A second look on the same
 * local day replaces the first.
 * @returns `undefined` when no session has been held yet
 */
export const checkTelemetry = async (
  { store, warehouse, now }: { store: Store; warehouse: Warehouse; now: string },
  tenantId: string,
  programId: string,
): Promise<TelemetryCheckRecord | undefined> => {
  const scope = { tenantId, scope: programId }
  const sessions = await allOf(store, 'session', scope)
  const held = sessions.filter(({ status }) => status === 'attended')
  if (held.length === 0) return undefined
  const { zone } = await loadProgram(store, tenantId, programId)
  const id = localDate(now, zone)
  const known = await store.get('telemetryCheck', scope, id)
  const expect = known?.version ?? 0
  const arrived = await warehouse.arrived({ tenantId, programId })
  const recorded = held.map(({ id: sessionId, version, recordedAt }) => ({
    sessionId,
    version,
    recordedAt: recordedAt!,
  }))
  const coverage = coverageOf(recorded, arrived, now, arrivesWithinHours)
  const record: TelemetryCheckRecord = { ...scope, id, version: expect, at: now, ...coverage }
  await store.commit([{ kind: 'telemetryCheck', record, expect }])
  return { ...record, version: expect + 1 }
}
