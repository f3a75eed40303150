import { useSearchParams } from 'react-router'
import { useRows } from '../../api/queries.ts'
import { Page } from '../../frame/page.tsx'
import { useCrumbs } from '../../program/use-crumbs.ts'
import { useProgram } from '../../program/use-program.tsx'
import { Filter } from '../list/filter.tsx'
import { EscalationList } from './escalation-list.tsx'
import { Raise } from './raise.tsx'

const statuses = [
  { value: 'open', label: 'Open' },
  { value: 'answered', label: 'Answered' },
]

/** Matters handed to operations, HR or steering; `?status=` narrows them. */
export const Component = () => {
  const { programId, may } = useProgram()
  const [search] = useSearchParams()
  const all = useRows('listEscalations', { path: { programId }, query: { limit: 100 } })
  const status = search.get('status')
  const rows = all.rows?.filter((row) => !status || row.status === status)
  return (
    <Page
      title="Escalations"
      about="What a pair cannot solve alone goes to operations, HR or steering, each with a day by which they answer."
      crumbs={useCrumbs(['Engagements', '/engagements'])}
    >
      <EscalationList
        from={{ ...all, rows }}
        actions={may('raise escalations') && <Raise variant="primary" />}
        narrow={<Filter name="status" label="Status" all="Every status" options={statuses} />}
        empty={status ? 'No escalation stands like this.' : 'You raised no escalation, and none goes to you.'}
      />
    </Page>
  )
}
