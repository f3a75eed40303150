import { createHash } from 'node:crypto'
import type { RequestListener } from 'node:http'
import type { Clock } from '../clock.ts'
import { jsonProtocol } from '../json-protocol.ts'
import { ApiError } from '../states/errors.ts'
import { isObject, type Json, type JsonObject } from '../states/json.ts'
import { required, seconds } from '../states/wire/fields.ts'
import type { PendingRows } from './pending-rows.ts'

/** The one delivery stream there is. */
export const streamName = 'local-sessions'

const mostRecords = 500
const mostRecordBytes = 1_024_000
const mostBatchBytes = 4 * 1024 * 1024
/** A full batch in base64, with its frame. */
const bodyLimit = 8 * 1024 * 1024

export type FirehoseOptions = {
  pending: PendingRows
  clock: Clock
  /** Takes lines that are not JSON objects: the stream accepts them and puts them aside, as in AWS. */
  rejected: (day: string, lines: string[]) => void
}

/** The delivery stream of session rows on this machine: Amazon Data Firehose's wire protocol. What is acknowledged is on disk. */
export const firehoseHandler = ({ pending, clock, rejected }: FirehoseOptions): RequestListener => {
  const accept = (records: Buffer[]): string[] => {
    const day = new Date(clock.now()).toISOString().slice(0, 10)
    const lines = records.flatMap((record) => record.toString('utf8').split('\n').filter(Boolean))
    pending.append(day, lines.filter(isRow))
    rejected(
      day,
      lines.filter((line) => !isRow(line)),
    )
    return records.map((record, index) => idOf(record, clock.now(), index))
  }

  return jsonProtocol({
    target: 'Firehose_20150804',
    version: '1.1',
    bodyLimit,
    operations: {
      PutRecord: (input) => {
        checkStream(input)
        const [RecordId] = accept([dataOf(input.Record)])
        return { RecordId: RecordId!, Encrypted: true }
      },
      PutRecordBatch: (input) => {
        checkStream(input)
        const records = Array.isArray(input.Records) ? input.Records : []
        if (records.length < 1 || records.length > mostRecords) {
          const rule = `Member must have length between 1 and ${mostRecords}`
          throw invalid('ValidationException', `Value at 'records' failed to satisfy constraint: ${rule}`)
        }
        const data = records.map(dataOf)
        if (data.reduce((sum, { length }) => sum + length, 0) > mostBatchBytes) {
          throw invalid('InvalidArgumentException', 'Records size exceeds 4 MB limit')
        }
        return {
          FailedPutCount: 0,
          Encrypted: true,
          RequestResponses: accept(data).map((RecordId) => ({ RecordId })),
        }
      },
      DescribeDeliveryStream: (input) => {
        checkStream(input)
        return {
          DeliveryStreamDescription: {
            DeliveryStreamName: streamName,
            DeliveryStreamARN: `arn:aws:firehose:us-east-1:000000000000:deliverystream/${streamName}`,
            DeliveryStreamStatus: 'ACTIVE',
            DeliveryStreamType: 'DirectPut',
            VersionId: '1',
            CreateTimestamp: seconds(0),
            Destinations: [{ DestinationId: 'destinationId-000000000001' }],
            HasMoreDestinations: false,
          },
        }
      },
    },
  })
}

const checkStream = (input: JsonObject): void => {
  const name = required(input, 'DeliveryStreamName')
  if (name !== streamName) {
    throw invalid('ResourceNotFoundException', `Firehose ${name} under account 000000000000 not found.`)
  }
}

const dataOf = (record: Json | undefined): Buffer => {
  const data = isObject(record ?? null) ? (record as JsonObject).Data : undefined
  if (typeof data !== 'string') {
    throw invalid('ValidationException', "Value null at 'data' failed to satisfy constraint: Member must not be null")
  }
  const bytes = Buffer.from(data, 'base64')
  if (bytes.length <= mostRecordBytes) return bytes
  const rule = `Member must have length less than or equal to ${mostRecordBytes}`
  throw invalid('ValidationException', `Value at 'data' failed to satisfy constraint: ${rule}`)
}

const isRow = (line: string): boolean => {
  try {
    return isObject(JSON.parse(line))
  } catch {
    return false
  }
}

const idOf = (record: Buffer, at: number, index: number): string =>
  createHash('sha256').update(record).update(`${at}.${index}`).digest('base64')

const invalid = (code: string, message: string): ApiError => new ApiError(code, message)
