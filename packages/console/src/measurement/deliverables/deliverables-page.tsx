import Select from '@cloudscape-design/components/select'
import { useSearchParams } from 'react-router'
import { useRows } from '../../api/queries.ts'
import { LinkTo } from '../../frame/link-to.tsx'
import { Page } from '../../frame/page.tsx'
import { type Column, List } from '../../list/list.tsx'
import { useCrumbs } from '../../program/use-crumbs.ts'
import { useNames } from '../../program/use-names.ts'
import { useProgram } from '../../program/use-program.tsx'
import { dayOf } from '../../when/when.ts'
import { type Deliverable, kindOf, kinds, titleOf } from './kinds.ts'
import { DeliverableStatus } from './status.tsx'
import { WriteNew } from './write-new.tsx'

const all = { value: '', label: 'All kinds' }
const choices = [all, ...kinds.map(({ kind, many }) => ({ value: kind, label: many }))]

/** Case studies, budgets, scaling and measurement plans. */
export const Component = () => {
  const { programId, zone } = useProgram()
  const [search, setSearch] = useSearchParams()
  const kind = kindOf(search.get('kind') ?? undefined)
  const deliverables = useRows('listDeliverables', {
    path: { programId },
    query: { limit: 100, ...(kind && { kind: kind.kind }) },
  })
  const nameOf = useNames(deliverables.rows?.map(({ by }) => by) ?? [])
  const columns: Column<Deliverable>[] = [
    {
      id: 'title',
      header: 'Deliverable',
      rowHeader: true,
      minWidth: 220,
      value: ({ form }) => titleOf(form),
      cell: ({ form, deliverableId }) => (
        <LinkTo href={`/programs/${programId}/deliverables/${deliverableId}`}>{titleOf(form)}</LinkTo>
      ),
    },
    { id: 'kind', header: 'Kind', value: ({ form }) => kindOf(form.kind)?.name, minWidth: 130 },
    {
      id: 'status',
      header: 'Status',
      value: ({ status }) => status,
      cell: ({ status }) => <DeliverableStatus status={status} />,
      minWidth: 110,
    },
    { id: 'by', header: 'Written by', value: ({ by }) => nameOf(by), minWidth: 130 },
    { id: 'at', header: `Saved (${zone})`, value: ({ at }) => at, cell: ({ at }) => dayOf(at, zone), minWidth: 140 },
  ]
  return (
    <Page
      title="Deliverables"
      about="What gates W18 to W21 ask for. A draft can be changed; what is ready stays as it is."
      crumbs={useCrumbs()}
    >
      <List
        title={kind ? kind.many : 'Deliverables'}
        about={kind?.purpose}
        from={deliverables}
        noun={{ one: 'deliverable', many: 'deliverables' }}
        id={({ deliverableId }) => deliverableId}
        columns={columns}
        sortedBy={{ id: 'at', descending: true }}
        empty={{ text: kind ? `There are no ${kind.many.toLowerCase()} yet.` : 'Nothing has been written yet.' }}
        file="deliverables"
        actions={<WriteNew kind={kind?.kind} />}
        narrow={
          <Select
            ariaLabel="Kind"
            options={choices}
            selectedOption={choices.find(({ value }) => value === (kind?.kind ?? '')) ?? all}
            onChange={({ detail }) =>
              setSearch(detail.selectedOption.value ? { kind: detail.selectedOption.value } : {}, { replace: true })
            }
          />
        }
      />
    </Page>
  )
}
