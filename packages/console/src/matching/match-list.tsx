import Badge from '@cloudscape-design/components/badge'
import Button from '@cloudscape-design/components/button'
import { useState } from 'react'
import type { Rows } from '../api/queries.ts'
import { LinkTo } from '../frame/link-to.tsx'
import { type Column, List } from '../list/list.tsx'
import { useProgram } from '../program/use-program.tsx'
import { dayOf } from '../when/when.ts'
import { count } from '../words/figure.ts'
import { MatchStatus, statusInWords } from './match-status.tsx'
import { namesIn } from './names.ts'
import { ScoreFigure } from './score-figure.tsx'
import type { Shelf } from './use-matches.ts'
import { type Match, reviewWords } from './words.ts'
import type { Doing } from './workbench-page.tsx'

const empty: Record<Shelf, string> = {
  review: 'Nothing waits for review.',
  approved: 'Nothing is approved that is not published already.',
  published: 'Nothing is published yet.',
  over: 'No match has ended, was turned down or replaced.',
}

type MatchListProps = { shelf: Shelf; from: Rows<Match>; onDo: (what: Doing) => void }

/** Matches of one status; those to review can be chosen and approved together. */
export const MatchList = ({ shelf, from, onDo }: MatchListProps) => {
  const { programId, may, zone } = useProgram()
  const [chosen, setChosen] = useState<Match[]>([])
  const approval = (match: Match): string =>
    match.approvedBy && match.approvedAt
      ? `${namesIn(match)(match.approvedBy)}, ${dayOf(match.approvedAt, zone)}`
      : reviewWords[match.review]
  // A row that was approved or replaced meanwhile is not chosen any more.
  const still = chosen.filter(({ matchId }) => from.rows?.some((row) => row.matchId === matchId))
  const choosing = shelf === 'review' && may('review matches')
  const columns: Column<Match>[] = [
    {
      id: 'participant',
      header: 'Participant',
      value: ({ participantName }) => participantName,
      cell: ({ matchId, participantName }) => (
        <LinkTo href={`/programs/${programId}/matching/${matchId}`}>{participantName}</LinkTo>
      ),
      rowHeader: true,
    },
    { id: 'provider', header: 'Coach or mentor', value: ({ providerName }) => providerName },
    { id: 'service', header: 'Service', value: ({ service }) => service },
    {
      id: 'score',
      header: 'Score (of 100)',
      value: ({ result }) => result.score,
      cell: ({ result }) => <ScoreFigure score={result.score} />,
      minWidth: 160,
    },
    {
      id: 'impact',
      header: 'Impact (of 100)',
      value: ({ impact }) => impact,
      cell: ({ impact, review }) => (
        <>
          {impact} {review === 'program owner' && <Badge color="grey">High impact</Badge>}
        </>
      ),
      minWidth: 140,
    },
    { id: 'approval', header: shelf === 'review' ? 'Approval' : 'Approved by', value: approval },
    ...(shelf === 'over'
      ? [
          {
            id: 'status',
            header: 'Status',
            value: ({ status }: Match) => statusInWords(status),
            cell: ({ status }: Match) => <MatchStatus status={status} />,
            minWidth: 150,
          },
          { id: 'why', header: 'Why', value: whyOver },
        ]
      : []),
  ]
  return (
    <List
      title={shelf === 'review' ? 'Proposals to review' : `${statusTitle[shelf]} matches`}
      from={from}
      noun={{ one: 'match', many: 'matches' }}
      id={({ matchId }) => matchId}
      columns={columns}
      sortedBy={shelf === 'review' ? { id: 'impact', descending: true } : { id: 'participant' }}
      empty={{ text: empty[shelf] }}
      file={`matches-${shelf}`}
      {...(choosing && { chosen: still, onChoose: setChosen })}
      actions={
        <>
          {choosing && (
            <Button disabled={still.length === 0} onClick={() => onDo({ approve: still })}>
              {still.length === 0 ? 'Approve chosen' : `Approve ${count(still.length, 'match', 'matches')}`}
            </Button>
          )}
          {shelf === 'approved' && may('review matches') && (
            <Button disabled={!from.rows?.length} onClick={() => onDo('publish')}>
              Publish
            </Button>
          )}
        </>
      }
    />
  )
}

const statusTitle: Record<Exclude<Shelf, 'review'>, string> = {
  approved: 'Approved',
  published: 'Published',
  over: 'Ended, turned down or replaced',
}

const whyOver = ({ override, endedBecause, status }: Match): string =>
  override
    ? `Overridden, ${override.reason}: ${override.text}`
    : (endedBecause ?? (status === 'replaced' ? 'Another proposal took its place.' : ''))
