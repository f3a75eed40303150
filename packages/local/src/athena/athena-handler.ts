import type { RequestListener } from 'node:http'
import { jsonProtocol } from '../json-protocol.ts'
import { ApiError } from '../states/errors.ts'
import type { JsonObject } from '../states/json.ts'
import { object, optional, required, seconds } from '../states/wire/fields.ts'
import type { QueryExecution, QueryRunner } from './query-runner.ts'

export const workgroup = 'local'
export const database = 'local'

const mostRows = 1000
const bodyLimit = 512 * 1024

/** Amazon Athena's wire protocol for single queries on this machine. Parameters, prepared statements and DDL are not there. */
export const athenaHandler = (runner: QueryRunner): RequestListener => {
  const executionOf = (input: JsonObject): QueryExecution => {
    const id = required(input, 'QueryExecutionId')
    const found = runner.get(id)
    if (!found) throw invalid(`QueryExecution ${id} was not found`)
    return found
  }

  return jsonProtocol({
    target: 'AmazonAthena',
    version: '1.1',
    bodyLimit,
    operations: {
      StartQueryExecution: (input) => {
        const group = optional(input, 'WorkGroup') ?? workgroup
        if (group !== workgroup) throw invalid('WorkGroup is not found.')
        const schema = optional(object(input, 'QueryExecutionContext') ?? {}, 'Database') ?? database
        if (schema !== database) throw invalid(`Database ${schema} not found.`)
        if (input.ExecutionParameters) throw invalid('The local Athena takes no ExecutionParameters.')
        return {
          QueryExecutionId: runner.start(required(input, 'QueryString'), optional(input, 'ClientRequestToken')).id,
        }
      },
      GetQueryExecution: (input) => {
        const { id, sql, status, submittedAt, endedAt, reason } = executionOf(input)
        return {
          QueryExecution: {
            QueryExecutionId: id,
            Query: sql,
            StatementType: 'DML',
            WorkGroup: workgroup,
            QueryExecutionContext: { Database: database },
            Status: {
              State: status,
              SubmissionDateTime: seconds(submittedAt),
              ...(endedAt !== undefined && { CompletionDateTime: seconds(endedAt) }),
              ...(reason !== undefined && { StateChangeReason: reason }),
            },
          },
        }
      },
      GetQueryResults: (input) => {
        const { status, result } = executionOf(input)
        if (!result) throw invalid(`Query has not yet finished. Current state: ${status}`)
        const header = result.columns.map(({ name }) => name)
        const all = [header, ...result.rows]
        const from = Number(optional(input, 'NextToken') ?? 0)
        const size = typeof input.MaxResults === 'number' ? Math.min(input.MaxResults, mostRows) : mostRows
        if (!Number.isInteger(from) || from < 0) throw invalid('Invalid NextToken.')
        const next = from + size
        return {
          UpdateCount: 0,
          ResultSet: {
            Rows: all.slice(from, next).map((row) => ({
              Data: row.map((text): JsonObject => (text === undefined ? {} : { VarCharValue: text })),
            })),
            ResultSetMetadata: { ColumnInfo: result.columns.map(({ name, type }) => ({ Name: name, Type: type })) },
          },
          ...(next < all.length && { NextToken: String(next) }),
        }
      },
      StopQueryExecution: (input) => {
        runner.cancel(executionOf(input))
        return {}
      },
    },
  })
}

const invalid = (message: string): ApiError => new ApiError('InvalidRequestException', message)
