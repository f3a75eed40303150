import { useRows } from '../../api/queries.ts'
import { useProgram } from '../../program/use-program.tsx'
import { usePair } from '../pair.tsx'
import { EscalationList } from './escalation-list.tsx'
import { Raise } from './raise.tsx'

/** Escalations about an engagement, as far as the person signed in reads them. */
export const EscalationsTab = () => {
  const { programId } = useProgram()
  const { path } = usePair()
  const all = useRows('listEscalations', { path: { programId }, query: { limit: 100 } })
  const rows = all.rows?.filter(({ engagementId }) => engagementId === path.engagementId)
  return (
    <EscalationList
      from={{ ...all, rows }}
      actions={<Raise engagementId={path.engagementId} />}
      empty="You raised nothing about this engagement, and nothing about it goes to you."
    />
  )
}
