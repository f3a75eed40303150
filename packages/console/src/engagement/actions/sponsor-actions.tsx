import StatusIndicator, { type StatusIndicatorProps } from '@cloudscape-design/components/status-indicator'
import { type RowOf, useAct, useRows } from '../../api/queries.ts'
import { inWords } from '../../form/words.ts'
import { List } from '../../list/list.tsx'
import { useProgram } from '../../program/use-program.tsx'
import { calendarDay, plusDays } from '../../when/when.ts'
import { FormButton } from '../form-button.tsx'
import { usePair } from '../pair.tsx'
import { day, form, text } from '../schemas.ts'
import { useToday } from '../use-today.ts'
import { Due } from './due.tsx'
import { SponsorActionChange } from './sponsor-action-change.tsx'

export type SponsorAction = RowOf<'listSponsorActions'>

const looks: Record<SponsorAction['status'], [StatusIndicatorProps.Type, string]> = {
  committed: ['pending', 'Committed'],
  done: ['in-progress', 'Done, to be confirmed'],
  confirmed: ['success', 'Confirmed by the mentee'],
  missed: ['warning', 'Missed'],
}

/** Within how many days a sponsor action is due (E4). */
const dueWithinDays = 60
const types: SponsorAction['type'][] = ['introduction', 'advocacy', 'stretch assignment', 'resource']
const commitment = form({
  type: { type: 'string', title: 'What kind of action?', enum: types },
  text: text('What will you do?', 500),
  dueOn: day('Done by'),
})
type Commitment = Pick<SponsorAction, 'type' | 'dueOn'> & { text: string }

/** The sponsor ledger (E4): what a mentor does for the mentee. */
export const SponsorActions = () => {
  const { programId } = useProgram()
  const { engagement, mayAct, side, path } = usePair()
  const today = useToday()
  const rows = useRows('listSponsorActions', {
    path: { programId },
    query: { limit: 100, engagementId: path.engagementId },
  })
  const commit = useAct('commitSponsorAction')
  const mayCommit = mayAct && side === 'provider' && engagement.status !== 'preparing'
  return (
    <List
      title="Sponsor actions"
      about={`What ${engagement.providerName} does for ${engagement.participantName}.`}
      from={rows}
      noun={{ one: 'sponsor action', many: 'sponsor actions' }}
      id={({ sponsorActionId }) => sponsorActionId}
      sortedBy={{ id: 'due', descending: true }}
      file="sponsor-actions"
      empty={{
        text: mayCommit
          ? 'You have committed no sponsor action yet. An introduction is a good first one.'
          : 'No sponsor action was committed yet.',
      }}
      actions={
        mayCommit && (
          <FormButton
            text="Commit a sponsor action"
            schema={commitment}
            onSend={(body: Commitment) => commit.mutateAsync({ path, body })}
            done="The sponsor action is committed."
          >
            Due by {calendarDay(plusDays(today, dueWithinDays))} at the latest.
          </FormButton>
        )
      }
      columns={[
        { id: 'type', header: 'Kind', value: ({ type }) => inWords(type), rowHeader: true, minWidth: 130 },
        ...(side ? [{ id: 'text', header: 'What', value: (row: SponsorAction) => row.text, minWidth: 180 }] : []),
        {
          id: 'committed',
          header: 'Committed',
          value: ({ committedOn }) => committedOn,
          cell: ({ committedOn }) => calendarDay(committedOn),
          minWidth: 140,
        },
        {
          id: 'due',
          header: 'Done by',
          value: ({ dueOn }) => dueOn,
          cell: ({ dueOn, status }) => <Due day={dueOn} open={status === 'committed'} />,
          minWidth: 150,
        },
        {
          id: 'status',
          header: 'Status',
          value: ({ status }) => looks[status][1],
          cell: ({ status }) => <StatusIndicator type={looks[status][0]}>{looks[status][1]}</StatusIndicator>,
          minWidth: 170,
        },
        ...(side
          ? [{ id: 'evidence', header: 'What shows it', value: (row: SponsorAction) => row.evidence, minWidth: 160 }]
          : []),
        ...(mayAct
          ? [
              {
                id: 'change',
                header: 'Change',
                value: () => undefined,
                cell: (row: SponsorAction) => <SponsorActionChange row={row} />,
                minWidth: 150,
              },
            ]
          : []),
      ]}
    />
  )
}
