import { DomainError } from '@pilotgate/core/errors'
import { type WarehouseRow, warehouseRow } from '@pilotgate/core/measurement/telemetry/session-row'
import type { Warehouse } from '@pilotgate/core/ports'

/** A `Warehouse` that keeps the rows it was given. `down` makes it Unavailable. */
export type FakeWarehouse = Warehouse & { rows: WarehouseRow[]; down: boolean }

export const fakeWarehouse = (): FakeWarehouse => {
  const answer = () => {
    if (warehouse.down) throw new DomainError('Unavailable', 'The warehouse does not answer just now. Try again.')
  }
  const warehouse: FakeWarehouse = {
    rows: [],
    down: false,
    async deliver(rows) {
      if (rows.some((row) => !warehouseRow.safeParse(row).success)) {
        throw new DomainError('InvalidInput', 'The row is not of the schema of the warehouse.')
      }
      answer()
      warehouse.rows.push(...structuredClone(rows))
    },
    async arrived({ tenantId, programId }) {
      answer()
      const latest = new Map<string, WarehouseRow>()
      for (const row of warehouse.rows) {
        if (row.tenantId !== tenantId || row.programId !== programId) continue
        if (row.rowVersion >= (latest.get(row.sessionId)?.rowVersion ?? 0)) latest.set(row.sessionId, row)
      }
      const found = [...latest.values()].sort((one, other) => (one.sessionId < other.sessionId ? -1 : 1))
      return {
        sessions: found.map(({ sessionId, rowVersion, status }) => ({ sessionId, rowVersion, status })),
        newestRecordedAt: found
          .map(({ recordedAt }) => new Date(recordedAt).toISOString())
          .sort()
          .at(-1),
      }
    },
  }
  return warehouse
}
