import { LinkTo } from '../../frame/link-to.tsx'
import { type Column, List } from '../../list/list.tsx'
import { useProgram } from '../../program/use-program.tsx'
import { dayOf } from '../../when/when.ts'
import { MatchStatus, statusInWords } from '../match-status.tsx'
import type { OwnMatchView } from './own-words.ts'

/** Whom a coach or mentor is matched with. */
export const OwnPairs = ({ matches }: { matches: OwnMatchView[] }) => {
  const { programId, zone, may } = useProgram()
  const columns: Column<OwnMatchView>[] = [
    {
      id: 'participant',
      header: 'Participant',
      value: ({ participantName }) => participantName,
      cell: ({ matchId, participantName }) =>
        may('read engagements') ? (
          <LinkTo href={`/programs/${programId}/engagements/${matchId}`}>{participantName}</LinkTo>
        ) : (
          participantName
        ),
      rowHeader: true,
    },
    { id: 'service', header: 'You are their', value: ({ service }) => service },
    {
      id: 'since',
      header: `Since (${zone})`,
      value: ({ publishedAt }) => publishedAt,
      cell: ({ publishedAt }) => publishedAt && dayOf(publishedAt, zone),
    },
    {
      id: 'status',
      header: 'Status',
      value: ({ status }) => statusInWords(status),
      cell: ({ status }) => <MatchStatus status={status} />,
      minWidth: 150,
    },
  ]
  return (
    <List
      title="Whom you coach or mentor"
      about="A name leads to the engagement: agreement, sessions and action items."
      from={{ rows: matches, complete: true, error: null, again: () => {} }}
      noun={{ one: 'participant', many: 'participants' }}
      id={({ matchId }) => matchId}
      columns={columns}
      sortedBy={{ id: 'participant' }}
      empty={{ text: 'You are matched with nobody yet.' }}
      file="your-matches"
    />
  )
}
