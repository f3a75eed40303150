import { useRows } from '../../api/queries.ts'
import { useProgram } from '../../program/use-program.tsx'

/** How many sponsor actions were committed, and how many of them done, by engagement (E4). */
export const useSponsorCounts = (): ((engagementId: string) => { all: number; done: number }) => {
  const { programId } = useProgram()
  const { rows = [] } = useRows('listSponsorActions', { path: { programId }, query: { limit: 100 } })
  return (engagementId) => {
    const own = rows.filter((row) => row.engagementId === engagementId)
    return { all: own.length, done: own.filter(({ status }) => status === 'done' || status === 'confirmed').length }
  }
}
