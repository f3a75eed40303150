import Select from '@cloudscape-design/components/select'
import { useSearchParams } from 'react-router'
import { allAtOnce, type RowOf, useRead } from '../api/queries.ts'
import { LinkTo } from '../frame/link-to.tsx'
import { Page } from '../frame/page.tsx'
import { type Column, List } from '../list/list.tsx'
import { GateStatus, gateStatusInWords } from '../program/gate-status.tsx'
import { Outcome } from '../program/outcome.tsx'
import { useCrumbs } from '../program/use-crumbs.ts'
import { useNames } from '../program/use-names.ts'
import { useProgram } from '../program/use-program.tsx'
import { localMoment } from '../when/when.ts'
import { choiceInWords } from './decide/choice-words.ts'

type Gate = RowOf<'listGates'>

/** All gates of the program; `?status=` shows only those that stand so. */
export const Component = () => {
  const { programId, zone } = useProgram()
  const gates = useRead('listGates', { path: { programId } }, { everySeconds: 30 })
  const [search, setSearch] = useSearchParams()
  const status = search.get('status') ?? ''
  const nameOf = useNames(gates.data?.items.map(({ decisions }) => decisions.at(-1)?.by) ?? [])
  const all = allAtOnce(gates)
  const known = [...new Set(all.rows?.map((gate) => gate.status))]
  const options = [
    { value: '', label: 'Gates of every status' },
    ...known.map((value) => ({ value, label: gateStatusInWords(value) })),
  ]
  const checked = ({ evaluations }: Gate) => evaluations.at(-1)?.at
  const columns: Column<Gate>[] = [
    {
      id: 'gate',
      header: 'Gate',
      rowHeader: true,
      minWidth: 75,
      value: ({ gate }) => gate,
      cell: ({ gate }) => <LinkTo href={`/programs/${programId}/gates/${gate}`}>{gate}</LinkTo>,
    },
    { id: 'week', header: 'Week', minWidth: 75, value: ({ week }) => week },
    { id: 'title', header: 'What it is about', minWidth: 160, value: ({ title }) => title },
    {
      id: 'status',
      header: 'Status',
      minWidth: 120,
      value: (gate) => gateStatusInWords(gate.status),
      cell: (gate) => <GateStatus status={gate.status} />,
    },
    {
      id: 'outcome',
      header: 'Outcome',
      minWidth: 125,
      value: ({ evaluations }) => evaluations.at(-1)?.outcome ?? 'not checked',
      cell: ({ evaluations }) => <Outcome outcome={evaluations.at(-1)?.outcome ?? 'not checked'} />,
    },
    { id: 'value', header: 'Value', minWidth: 120, value: ({ evaluations }) => evaluations.at(-1)?.value },
    {
      id: 'decision',
      header: 'Decision',
      minWidth: 105,
      value: ({ decisions }) => decisions.at(-1) && choiceInWords(decisions.at(-1)!.choice),
    },
    {
      id: 'decider',
      header: 'Decided by',
      minWidth: 95,
      value: ({ decisions }) => decisions.at(-1) && nameOf(decisions.at(-1)!.by),
    },
    {
      id: 'checked',
      header: `Checked (${zone})`,
      minWidth: 130,
      value: checked,
      cell: (gate) => (checked(gate) ? localMoment(checked(gate)!, zone) : '–'),
    },
  ]
  return (
    <Page
      title="Gates"
      about="Every week ends at a gate: its criterion is met, or somebody with authority decides how the program goes on."
      crumbs={useCrumbs()}
    >
      <List
        title="All gates"
        from={status && all.rows ? { ...all, rows: all.rows.filter((gate) => gate.status === status) } : all}
        noun={{ one: 'gate', many: 'gates' }}
        id={({ gate }) => gate}
        columns={columns}
        sortedBy={{ id: 'week' }}
        empty={{ text: status ? 'No gate stands like this now.' : 'The template of this program has no gates.' }}
        file="gates"
        narrow={
          <Select
            ariaLabel="Status"
            options={options}
            selectedOption={options.find(({ value }) => value === status) ?? { value: status, label: status }}
            onChange={({ detail }) =>
              setSearch(detail.selectedOption.value ? { status: detail.selectedOption.value } : {})
            }
          />
        }
      />
    </Page>
  )
}
