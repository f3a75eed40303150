import { setTimeout as wait } from 'node:timers/promises'
import { FirehoseClient, PutRecordBatchCommand } from '@aws-sdk/client-firehose'
import { DomainError } from '@pilotgate/core/errors'
import { fields } from '@pilotgate/core/measurement/telemetry/field-config'
import { type WarehouseRow, warehouseRow } from '@pilotgate/core/measurement/telemetry/session-row'
import type { Warehouse } from '@pilotgate/core/ports'
import { clientSettings } from './client-settings.ts'
import { asking, unavailable } from './unavailable.ts'
import { type AthenaSettings, athenaQuery } from './warehouse-athena.ts'
import { arrivedSessions } from './warehouse-queries.ts'

/** `stream` is the name of the delivery stream. */
export type WarehouseSettings = AthenaSettings & { stream: string }

const service = 'The warehouse'
/** Most records of one request. */
const batch = 500
const mostTries = 5
const firstWait = 100

/** All instants in one spelling, so that their texts compare as they do. */
const instant = (text: string): string => new Date(text).toISOString()

/** A row as a line of JSON by the names of the columns. */
const line = (row: WarehouseRow): Uint8Array => {
  const exact: WarehouseRow = { ...row, startsAt: instant(row.startsAt), recordedAt: instant(row.recordedAt) }
  return Buffer.from(`${JSON.stringify(Object.fromEntries(fields.map(({ name, column }) => [column, exact[name]])))}\n`)
}

/** @throws DomainError `InvalidInput` naming the fields; their values stay out, in case they are what must not leave */
const checked = (row: WarehouseRow): WarehouseRow => {
  const found = warehouseRow.safeParse(row)
  if (found.success) return found.data
  const problems = found.error.issues.map(({ path, message }) => ({ field: path.join('.'), problem: message }))
  throw new DomainError(
    'InvalidInput',
    `The row is not of the schema of the warehouse: see docs/measurement-fields.csv for what may leave. Wrong: ${problems
      .map(({ field }) => field || 'a field that it does not know')
      .join(', ')}.`,
    { problems },
  )
}

/**
 * The warehouse on Amazon Data Firehose (rows out), S3 and Amazon Athena (questions). Implements the port `Warehouse`.
 */
export const athenaWarehouse = ({ stream, ...athena }: WarehouseSettings): Warehouse => {
  const firehose = new FirehoseClient(clientSettings(athena.region))
  const ask = athenaQuery(athena)

  /** Sends one batch and gives back the lines that were not taken, with the reason of the last. */
  const send = async (lines: Uint8Array[]): Promise<{ left: Uint8Array[]; reason?: string }> => {
    const request = new PutRecordBatchCommand({
      DeliveryStreamName: stream,
      Records: lines.map((Data) => ({ Data })),
    })
    const { FailedPutCount, RequestResponses = [] } = await asking(service, () => firehose.send(request))
    if (!FailedPutCount) return { left: [] }
    return {
      left: lines.filter((_, index) => RequestResponses[index]?.ErrorCode),
      reason: RequestResponses.findLast(({ ErrorCode }) => ErrorCode)?.ErrorCode,
    }
  }

  const sendAll = async (lines: Uint8Array[]): Promise<void> => {
    let left = lines
    let reason: string | undefined
    for (let attempt = 1; attempt <= mostTries; attempt += 1) {
      ;({ left, reason } = await send(left))
      if (left.length === 0) return
      if (attempt < mostTries) await wait(firstWait * 2 ** (attempt - 1))
    }
    throw unavailable(service, new Error(`${left.length} rows were not taken (${reason}).`))
  }

  return {
    async deliver(rows) {
      const lines = rows.map((row) => line(checked(row)))
      for (let start = 0; start < lines.length; start += batch) await sendAll(lines.slice(start, start + batch))
    },
    async arrived(scope) {
      const found = await ask(arrivedSessions(scope))
      return {
        sessions: found.map((row) => ({
          sessionId: row.session_id!,
          rowVersion: Number(row.row_version),
          status: row.status as WarehouseRow['status'],
        })),
        newestRecordedAt: found
          .map((row) => row.recorded_at!)
          .sort()
          .at(-1),
      }
    },
  }
}
