import type { ApiClient } from '../../seed/client.ts'

export type Reconciled = {
  logged: number
  missing: number
  double: number
  unknown: number
  results: Record<string, number>
}

/** Compares what was sent with what the log of the connection holds: each exactly once. */
export const reconcile = async (owner: ApiClient, connectionId: string, sent: string[]): Promise<Reconciled> => {
  const times = new Map(sent.map((id) => [id, 0]))
  const results: Record<string, number> = {}
  let [logged, unknown] = [0, 0]
  let cursor: string | undefined
  do {
    const query = { limit: 100, ...(cursor !== undefined && { cursor }) }
    const page = await owner('listConnectionDeliveries', { path: { connectionId }, query })
    for (const { inboxId, result } of page.items) {
      logged += 1
      results[result] = (results[result] ?? 0) + 1
      const known = times.get(inboxId)
      if (known === undefined) unknown += 1
      else times.set(inboxId, known + 1)
    }
    cursor = page.cursor
  } while (cursor !== undefined)
  const counts = [...times.values()]
  return {
    ...{ logged, unknown, results },
    missing: counts.filter((each) => each === 0).length,
    double: counts.filter((each) => each > 1).length,
  }
}
