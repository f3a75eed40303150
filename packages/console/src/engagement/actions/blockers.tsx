import StatusIndicator from '@cloudscape-design/components/status-indicator'
import { type RowOf, useAct, useRows } from '../../api/queries.ts'
import { List } from '../../list/list.tsx'
import { useNames } from '../../program/use-names.ts'
import { useProgram } from '../../program/use-program.tsx'
import { dayOf } from '../../when/when.ts'
import { FormButton } from '../form-button.tsx'
import { usePair } from '../pair.tsx'
import { form, text } from '../schemas.ts'

type Blocker = RowOf<'listBlockers'>

const addition = form({
  text: text('What blocks you?', 1000),
  systemic: { type: 'boolean', title: 'Does it concern the whole program?' },
})
const solution = form({ resolution: text('How it was resolved', 1000) })

/** What keeps the two from going on, or the whole program. */
export const Blockers = () => {
  const { programId, may, zone } = useProgram()
  const { engagement, nameOf, path } = usePair()
  const rows = useRows('listBlockers', {
    path: { programId },
    query: { limit: 100, engagementId: path.engagementId },
  })
  const named = useNames(rows.rows?.flatMap(({ raisedBy, resolvedBy }) => [raisedBy, resolvedBy]) ?? [])
  const raise = useAct('raiseBlocker')
  const whose = (id: string | undefined) => {
    if (!id) return undefined
    const name = named(id)
    return name === id ? nameOf(id) : name
  }
  return (
    <List
      title="Blockers"
      about="What keeps the two from going on. A blocker of the whole program stands in the way of gate W07."
      from={rows}
      noun={{ one: 'blocker', many: 'blockers' }}
      id={({ blockerId }) => blockerId}
      sortedBy={{ id: 'raised', descending: true }}
      file="blockers"
      empty={{ text: 'Nothing blocks them.' }}
      actions={
        may('raise blockers') &&
        engagement.status !== 'ended' && (
          <FormButton
            text="Raise a blocker"
            schema={addition}
            onSend={(body: { text: string; systemic: boolean }) =>
              raise.mutateAsync({ path: { programId }, body: { ...body, engagementId: path.engagementId } })
            }
            done="The blocker is raised."
          >
            The pair, the participant’s manager and those who run the program read it.
          </FormButton>
        )
      }
      columns={[
        {
          id: 'text',
          header: 'What',
          value: (row) => row.text ?? 'Not for you to read',
          rowHeader: true,
          minWidth: 180,
        },
        { id: 'scope', header: 'Concerns', value: ({ systemic }) => (systemic ? 'The whole program' : 'This pair') },
        {
          id: 'raised',
          header: 'Raised',
          value: ({ raisedAt }) => raisedAt,
          cell: ({ raisedAt, raisedBy }) => [dayOf(raisedAt, zone), whose(raisedBy)].filter(Boolean).join(', '),
          minWidth: 150,
        },
        {
          id: 'status',
          header: 'Status',
          value: ({ status }) => status,
          cell: ({ status }) => (
            <StatusIndicator type={status === 'open' ? 'warning' : 'success'}>
              {status === 'open' ? 'Open' : 'Resolved'}
            </StatusIndicator>
          ),
          minWidth: 110,
        },
        {
          id: 'resolution',
          header: 'How it was resolved',
          value: ({ resolution }) => resolution,
          cell: (row) =>
            row.status === 'open' && row.text && may('resolve blockers') ? (
              <Resolve row={row} />
            ) : (
              (row.resolution ?? '–')
            ),
          minWidth: 160,
        },
      ]}
    />
  )
}

const Resolve = ({ row }: { row: Blocker }) => {
  const { programId } = useProgram()
  const resolve = useAct('resolveBlocker')
  return (
    <FormButton
      text="Resolve"
      title="Say how it was resolved"
      variant="inline-link"
      ariaLabel={`Resolve: ${row.text}`}
      action="Say how it was resolved"
      schema={solution}
      onSend={(body: { resolution: string }) =>
        resolve.mutateAsync({ path: { programId, blockerId: row.blockerId }, body })
      }
      done="The blocker is resolved."
    >
      {row.text}
    </FormButton>
  )
}
