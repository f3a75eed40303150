import Button from '@cloudscape-design/components/button'
import SpaceBetween from '@cloudscape-design/components/space-between'
import StatusIndicator, { type StatusIndicatorProps } from '@cloudscape-design/components/status-indicator'
import type { ReactNode } from 'react'
import type { Answer } from '../../api/client.ts'
import { type Rows, useAct } from '../../api/queries.ts'
import { LinkTo } from '../../frame/link-to.tsx'
import { useTell } from '../../frame/notices.tsx'
import { List } from '../../list/list.tsx'
import { useProgram } from '../../program/use-program.tsx'
import { usePair } from '../pair.tsx'
import { numberOf } from '../words.ts'
import { Due } from './due.tsx'

type ActionItem = Answer<'listActionItems'>['items'][number]

const looks: Record<ActionItem['status'], [StatusIndicatorProps.Type, string]> = {
  open: ['pending', 'Open'],
  done: ['success', 'Done'],
  dropped: ['stopped', 'Dropped'],
}

type ActionItemListProps = { from: Rows<ActionItem>; about: string; actions?: ReactNode; withSession?: boolean }

/** Action items of a pair (E3), each with what can become of it. */
export const ActionItemList = ({ from, about, actions, withSession }: ActionItemListProps) => {
  const { href, mayAct, nameOf } = usePair()
  return (
    <List
      title="Action items"
      about={about}
      from={from}
      noun={{ one: 'action item', many: 'action items' }}
      id={({ actionId }) => actionId}
      sortedBy={{ id: 'due', descending: true }}
      file="action-items"
      actions={actions}
      empty={{ text: 'There is no action item yet. Each session that is held ends with 1 to 3 of them.' }}
      columns={[
        {
          id: 'text',
          header: 'What',
          value: ({ text }) => text,
          cell: ({ text, kind }) => (kind === 'team commitment' ? `${text} (promised to a team)` : text),
          rowHeader: true,
          minWidth: 160,
        },
        { id: 'owner', header: 'Who', value: ({ ownerId }) => nameOf(ownerId), minWidth: 110 },
        {
          id: 'due',
          header: 'Done by',
          value: ({ dueOn }) => dueOn,
          cell: ({ dueOn, status }) => <Due day={dueOn} open={status === 'open'} />,
          minWidth: 130,
        },
        {
          id: 'verification',
          header: 'How one sees it',
          value: ({ verification }) => verification,
          minWidth: 140,
        },
        ...(from.rows?.some(({ ticketId }) => ticketId)
          ? [{ id: 'ticket', header: 'Ticket', value: ({ ticketId }: ActionItem) => ticketId }]
          : []),
        ...(withSession
          ? [
              {
                id: 'session',
                header: 'From',
                value: ({ sessionId }: ActionItem) => numberOf(sessionId),
                cell: ({ sessionId }: ActionItem) => (
                  <LinkTo href={`${href}/sessions/${sessionId}`}>Session {numberOf(sessionId)}</LinkTo>
                ),
                minWidth: 110,
              },
            ]
          : []),
        {
          id: 'status',
          header: 'Status',
          value: ({ status }) => looks[status][1],
          cell: ({ status }) => <StatusIndicator type={looks[status][0]}>{looks[status][1]}</StatusIndicator>,
          minWidth: 110,
        },
        ...(mayAct
          ? [
              {
                id: 'change',
                header: 'Change',
                value: () => undefined,
                cell: (item: ActionItem) => <Change item={item} />,
                minWidth: 130,
              },
            ]
          : []),
      ]}
    />
  )
}

const changes: Record<ActionItem['status'], [text: string, to: ActionItem['status']][]> = {
  open: [
    ['Done', 'done'],
    ['Drop', 'dropped'],
  ],
  done: [['Open again', 'open']],
  dropped: [['Open again', 'open']],
}

const Change = ({ item }: { item: ActionItem }) => {
  const { programId } = useProgram()
  const update = useAct('updateActionItem')
  const tell = useTell()
  const change = (status: ActionItem['status']) =>
    update.mutateAsync({ path: { programId, actionId: item.actionId }, body: { status } }).then(
      () => tell(`“${item.text}” is ${status}.`),
      (error: Error) => tell(error.message, 'error'),
    )
  return (
    <SpaceBetween direction="horizontal" size="xs">
      {changes[item.status].map(([text, to]) => (
        <Button
          key={to}
          variant="inline-link"
          ariaLabel={`${text}: ${item.text}`}
          disabled={update.isPending}
          onClick={() => change(to)}
        >
          {text}
        </Button>
      ))}
    </SpaceBetween>
  )
}
