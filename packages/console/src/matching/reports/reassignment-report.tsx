import Box from '@cloudscape-design/components/box'
import Container from '@cloudscape-design/components/container'
import Header from '@cloudscape-design/components/header'
import SpaceBetween from '@cloudscape-design/components/space-between'
import StatusIndicator from '@cloudscape-design/components/status-indicator'
import { useRead } from '../../api/queries.ts'
import { LinkTo } from '../../frame/link-to.tsx'
import { Loading } from '../../frame/loading.tsx'
import { Trouble } from '../../frame/trouble.tsx'
import { type Column, List } from '../../list/list.tsx'
import { useProgram } from '../../program/use-program.tsx'
import { dayOf } from '../../when/when.ts'
import { count, percent } from '../../words/figure.ts'
import { namesIn } from '../names.ts'
import { useMatches } from '../use-matches.ts'
import type { Match } from '../words.ts'

/** The rate that week 9 is measured against (M8). */
const limit = 0.1

/** How many published matches were given to somebody else, and which. */
export const ReassignmentReport = () => {
  const { programId, zone } = useProgram()
  const matches = useMatches()
  const { data, error, refetch } = useRead('getReassignmentRate', { path: { programId } })
  if (error && !data) return <Trouble error={error} what="The reassignments" again={refetch} />
  if (!data) return <Loading what="the reassignments" />
  const { rate } = data
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
    { id: 'provider', header: 'Was with', value: ({ providerName }) => providerName },
    { id: 'service', header: 'Service', value: ({ service }) => service },
    { id: 'why', header: 'Why', value: ({ endedBecause }) => endedBecause, minWidth: 220 },
    { id: 'by', header: 'By', value: (match) => match.endedBy && namesIn(match)(match.endedBy) },
    {
      id: 'at',
      header: `When (${zone})`,
      value: ({ endedAt }) => endedAt,
      cell: ({ endedAt }) => endedAt && dayOf(endedAt, zone),
    },
  ]
  return (
    <SpaceBetween size="l">
      <Container header={<Header variant="h2">Reassignment rate</Header>}>
        <SpaceBetween size="xs">
          <Box variant="awsui-value-large">{rate === undefined ? '–' : percent(rate)}</Box>
          <div>
            {data.reassigned} of {count(data.published, 'match ever published was', 'matches ever published were')}{' '}
            reassigned. Week 9 wants less than {percent(limit)}.
          </div>
          {rate !== undefined && (
            <StatusIndicator type={rate < limit ? 'success' : 'warning'}>
              {rate < limit ? 'Below the limit' : 'At or above the limit'}
            </StatusIndicator>
          )}
        </SpaceBetween>
      </Container>
      <List
        title="Reassigned matches"
        from={{ ...matches, rows: matches.rows?.filter(wasReassigned) }}
        noun={{ one: 'match', many: 'matches' }}
        id={({ matchId }) => matchId}
        columns={columns}
        sortedBy={{ id: 'at', descending: true }}
        empty={{ text: 'No match was reassigned.' }}
        file="reassignments"
      />
    </SpaceBetween>
  )
}

const wasReassigned = ({ status, publishedAt, replacedBy }: Match): boolean =>
  status === 'ended' && publishedAt !== undefined && replacedBy !== undefined
