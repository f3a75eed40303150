import type { ReactNode } from 'react'
import type { Rows } from '../../api/queries.ts'
import { inWords } from '../../form/words.ts'
import { LinkTo } from '../../frame/link-to.tsx'
import { List } from '../../list/list.tsx'
import { useNames } from '../../program/use-names.ts'
import { useProgram } from '../../program/use-program.tsx'
import { useNow } from '../../when/use-now.ts'
import { dayOf } from '../../when/when.ts'
import type { Escalation } from '../words.ts'
import { Clock } from './clock.tsx'
import { clockOf } from './clock-of.ts'

type EscalationListProps = { from: Rows<Escalation>; empty: string; actions?: ReactNode; narrow?: ReactNode }

/** Escalations that the person signed in raised or that go to them. */
export const EscalationList = ({ from, empty, actions, narrow }: EscalationListProps) => {
  const { programId, part, zone } = useProgram()
  const now = useNow()
  const nameOf = useNames(from.rows?.map(({ raisedBy }) => raisedBy) ?? [])
  return (
    <List
      title="Escalations"
      about="Those that you raised, and those that go to you. Nobody else reads them."
      from={from}
      noun={{ one: 'escalation', many: 'escalations' }}
      id={({ escalationId }) => escalationId}
      sortedBy={{ id: 'raised', descending: true }}
      file="escalations"
      actions={actions}
      narrow={narrow}
      empty={{ text: empty }}
      columns={[
        {
          id: 'text',
          header: 'What it is about',
          value: ({ text }) => text,
          cell: ({ text, escalationId }) => (
            <LinkTo href={`/programs/${programId}/escalations/${escalationId}`}>{text}</LinkTo>
          ),
          rowHeader: true,
          minWidth: 220,
        },
        { id: 'kind', header: 'Kind', value: ({ kind }) => inWords(kind), minWidth: 110 },
        {
          id: 'raised',
          header: 'Raised',
          value: ({ raisedAt }) => raisedAt,
          cell: ({ raisedAt }) => dayOf(raisedAt, zone),
          minWidth: 140,
        },
        {
          id: 'by',
          header: 'By',
          value: ({ raisedBy }) => (raisedBy === part.personId ? 'You' : nameOf(raisedBy)),
          minWidth: 120,
        },
        { id: 'to', header: 'Goes to', value: ({ goesTo }) => goesTo.join(', '), minWidth: 150 },
        {
          id: 'clock',
          header: 'Answer',
          value: (row) => clockOf(row, now)[1],
          cell: (row) => <Clock escalation={row} />,
          minWidth: 160,
        },
      ]}
    />
  )
}
