import StatusIndicator, { type StatusIndicatorProps } from '@cloudscape-design/components/status-indicator'
import { type RowOf, useAct, useRows } from '../../api/queries.ts'
import { inWords } from '../../form/words.ts'
import { List } from '../../list/list.tsx'
import { useProgram } from '../../program/use-program.tsx'
import { FormButton } from '../form-button.tsx'
import { usePair } from '../pair.tsx'
import { day, form, text } from '../schemas.ts'
import { Due } from './due.tsx'
import { MilestoneChange } from './milestone-change.tsx'

export type Milestone = RowOf<'listMilestones'>

const looks: Record<Milestone['status'], [StatusIndicatorProps.Type, string]> = {
  open: ['pending', 'Open'],
  reached: ['success', 'Reached'],
  dropped: ['stopped', 'Dropped'],
}

const kinds: Milestone['kind'][] = ['milestone', 'acceptance criterion', 'deployable outcome']
const addition = form({
  kind: { type: 'string', title: 'What is it?', enum: kinds },
  title: { ...text('What is to be reached?', 300) },
  dueOn: day('Reached by'),
})
type Addition = Pick<Milestone, 'kind' | 'dueOn'> & { title: string }

/** What the two want to reach by a day. */
export const Milestones = () => {
  const { programId } = useProgram()
  const { mayAct, side, path } = usePair()
  const rows = useRows('listMilestones', {
    path: { programId },
    query: { limit: 100, engagementId: path.engagementId },
  })
  const add = useAct('addMilestone')
  return (
    <List
      title="Milestones"
      about={side ? 'What you want to reach by a day.' : 'What they want to reach is known to the pair.'}
      from={rows}
      noun={{ one: 'milestone', many: 'milestones' }}
      id={({ milestoneId }) => milestoneId}
      sortedBy={{ id: 'due' }}
      file="milestones"
      empty={{ text: mayAct ? 'You have no milestone yet.' : 'There is no milestone yet.' }}
      actions={
        mayAct && (
          <FormButton
            text="Add a milestone"
            schema={addition}
            known={{ kind: 'milestone' }}
            onSend={(body: Addition) => add.mutateAsync({ path, body })}
            done="The milestone is added."
          />
        )
      }
      columns={[
        { id: 'kind', header: 'Kind', value: ({ kind }) => inWords(kind), rowHeader: true, minWidth: 130 },
        ...(side ? [{ id: 'title', header: 'What', value: (row: Milestone) => row.title, minWidth: 180 }] : []),
        {
          id: 'due',
          header: 'Reached by',
          value: ({ dueOn }) => dueOn,
          cell: ({ dueOn, status }) => <Due day={dueOn} open={status === 'open'} />,
          minWidth: 150,
        },
        {
          id: 'status',
          header: 'Status',
          value: ({ status }) => looks[status][1],
          cell: ({ status }) => <StatusIndicator type={looks[status][0]}>{looks[status][1]}</StatusIndicator>,
          minWidth: 120,
        },
        ...(side
          ? [{ id: 'evidence', header: 'What shows it', value: (row: Milestone) => row.evidence, minWidth: 160 }]
          : []),
        ...(mayAct
          ? [
              {
                id: 'change',
                header: 'Change',
                value: () => undefined,
                cell: (row: Milestone) => <MilestoneChange row={row} />,
                minWidth: 150,
              },
            ]
          : []),
      ]}
    />
  )
}
