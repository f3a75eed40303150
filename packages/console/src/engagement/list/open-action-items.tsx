import { useRead } from '../../api/queries.ts'
import { useProgram } from '../../program/use-program.tsx'

/** How many action items of one's own engagement are open; they are the pair's alone. */
export const OpenActionItems = ({ engagementId }: { engagementId: string }) => {
  const { programId } = useProgram()
  const items = useRead('listActionItems', { path: { programId, engagementId } })
  return items.data?.items.filter(({ status }) => status === 'open').length ?? '…'
}
