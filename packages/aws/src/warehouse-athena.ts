import { setTimeout as wait } from 'node:timers/promises'
import {
  AthenaClient,
  GetQueryExecutionCommand,
  GetQueryResultsCommand,
  type QueryExecutionStatus,
  type Row,
  StartQueryExecutionCommand,
  StopQueryExecutionCommand,
} from '@aws-sdk/client-athena'
import { clientSettings } from './client-settings.ts'
import { asking, unavailable } from './unavailable.ts'

export type AthenaSettings = {
  region: string
  database: string
  workgroup: string
  /** How long to wait for an answer in all, in milliseconds. */
  patience?: number
}

const service = 'The warehouse'
const firstWait = 25
const longestWait = 2_000

const texts = ({ Data = [] }: Row): (string | undefined)[] => Data.map(({ VarCharValue }) => VarCharValue)

/**
 * Asks Amazon Athena: gives the rows as texts by column; a NULL is absent.
 * @throws DomainError `Unavailable` when it does not answer in time or the query fails (the reason is the cause)
 */
export const athenaQuery = ({ region, database, workgroup, patience = 120_000 }: AthenaSettings) => {
  const client = new AthenaClient(clientSettings(region))

  const finished = async (QueryExecutionId: string): Promise<QueryExecutionStatus> => {
    let waited = 0
    for (let pause = firstWait; ; pause = Math.min(pause * 2, longestWait)) {
      const request = new GetQueryExecutionCommand({ QueryExecutionId })
      const status = (await asking(service, () => client.send(request))).QueryExecution!.Status!
      if (status.State !== 'QUEUED' && status.State !== 'RUNNING') return status
      if (waited >= patience) {
        // Nobody will read its answer; that it could not be stopped changes nothing.
        await client.send(new StopQueryExecutionCommand({ QueryExecutionId })).catch(() => undefined)
        throw unavailable(service, new Error(`The query ${QueryExecutionId} took longer than ${patience} ms.`))
      }
      await wait(pause)
      waited += pause
    }
  }

  return async (sql: string): Promise<Record<string, string | undefined>[]> => {
    const start = new StartQueryExecutionCommand({
      QueryString: sql,
      QueryExecutionContext: { Database: database },
      WorkGroup: workgroup,
    })
    const QueryExecutionId = (await asking(service, () => client.send(start))).QueryExecutionId!
    const { State, StateChangeReason } = await finished(QueryExecutionId)
    if (State !== 'SUCCEEDED')
      throw unavailable(service, new Error(`The query ended as ${State}: ${StateChangeReason}`))

    const rows: (string | undefined)[][] = []
    let NextToken: string | undefined
    do {
      const request = new GetQueryResultsCommand({ QueryExecutionId, NextToken })
      const page = await asking(service, () => client.send(request))
      rows.push(...(page.ResultSet?.Rows ?? []).map(texts))
      NextToken = page.NextToken
    } while (NextToken)
    const [names = [], ...values] = rows
    return values.map((row) => Object.fromEntries(names.map((name, index) => [name, row[index]])))
  }
}
