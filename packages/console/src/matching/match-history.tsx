import type { Answer } from '../api/client.ts'
import { LinkTo } from '../frame/link-to.tsx'
import { type Column, List } from '../list/list.tsx'
import { useProgram } from '../program/use-program.tsx'
import { dayOf } from '../when/when.ts'
import { MatchStatus, statusInWords } from './match-status.tsx'
import { namesIn } from './names.ts'
import type { Match } from './words.ts'

/** All matches that the participant has had for this service, oldest first. */
export const MatchHistory = ({ match }: { match: Answer<'getMatch'> }) => {
  const { programId, zone } = useProgram()
  const columns: Column<Match>[] = [
    {
      id: 'provider',
      header: 'With',
      value: ({ providerName }) => providerName,
      cell: ({ matchId, providerName }) =>
        matchId === match.matchId ? (
          `${providerName} (this match)`
        ) : (
          <LinkTo href={`/programs/${programId}/matching/${matchId}`}>{providerName}</LinkTo>
        ),
      rowHeader: true,
    },
    {
      id: 'status',
      header: 'Status',
      value: ({ status }) => statusInWords(status),
      cell: ({ status }) => <MatchStatus status={status} />,
      minWidth: 150,
    },
    { id: 'score', header: 'Score (of 100)', value: ({ result }) => result.score },
    {
      id: 'what',
      header: `What happened (${zone})`,
      value: (each) => whatHappened(each, namesIn(each), zone),
      minWidth: 260,
    },
  ]
  return (
    <List
      title="History"
      about={`Everyone ${match.participantName} was matched with as ${match.service}.`}
      from={{ rows: match.history, complete: true, error: null, again: () => {} }}
      noun={{ one: 'match', many: 'matches' }}
      id={({ matchId }) => matchId}
      columns={columns}
      empty={{ text: 'No history.' }}
      file={`history-${match.matchId}`}
    />
  )
}

const whatHappened = (each: Match, nameOf: (id: string) => string, zone: string): string =>
  [
    each.approvedBy &&
      `Approved by ${nameOf(each.approvedBy)}${each.approvedAt ? ` on ${dayOf(each.approvedAt, zone)}` : ''}.`,
    each.publishedAt && `Published on ${dayOf(each.publishedAt, zone)}.`,
    each.override &&
      `Overridden by ${nameOf(each.override.by)} on ${dayOf(each.override.at, zone)}: ${each.override.reason} – ${each.override.text}`,
    each.endedBecause &&
      `${statusInWords(each.status)}${each.endedBy ? ` by ${nameOf(each.endedBy)}` : ''}${each.endedAt ? ` on ${dayOf(each.endedAt, zone)}` : ''}: ${each.endedBecause}`,
  ]
    .filter(Boolean)
    .join(' ') || 'Proposed.'
