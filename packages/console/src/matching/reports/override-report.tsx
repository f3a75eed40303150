import Container from '@cloudscape-design/components/container'
import Header from '@cloudscape-design/components/header'
import KeyValuePairs from '@cloudscape-design/components/key-value-pairs'
import SpaceBetween from '@cloudscape-design/components/space-between'
import type { Answer } from '../../api/client.ts'
import { useRead } from '../../api/queries.ts'
import { LinkTo } from '../../frame/link-to.tsx'
import { Loading } from '../../frame/loading.tsx'
import { Trouble } from '../../frame/trouble.tsx'
import { type Column, List } from '../../list/list.tsx'
import { useProgram } from '../../program/use-program.tsx'
import { dayOf } from '../../when/when.ts'
import { count, percent } from '../../words/figure.ts'
import { useMatchingNames } from '../names.ts'
import { reasonWords } from '../words.ts'
import { SuggestedWeights } from './suggested-weights.tsx'

type Row = Answer<'getOverrideReport'>['rows'][number]

/** Which proposals people replaced, why, and the weights this speaks for. */
export const OverrideReport = () => {
  const { programId, zone } = useProgram()
  const nameOf = useMatchingNames()
  const { data, error, refetch } = useRead('getOverrideReport', { path: { programId } })
  if (error && !data) return <Trouble error={error} what="The overrides" again={refetch} />
  if (!data) return <Loading what="the overrides" />
  const columns: Column<Row>[] = [
    {
      id: 'participant',
      header: 'Participant',
      value: ({ participantId }) => nameOf(participantId),
      cell: ({ matchId, participantId }) => (
        <LinkTo href={`/programs/${programId}/matching/${matchId}`}>{nameOf(participantId)}</LinkTo>
      ),
      rowHeader: true,
    },
    { id: 'proposed', header: 'Proposed', value: ({ providerId }) => nameOf(providerId) },
    { id: 'instead', header: 'Instead', value: ({ instead }) => nameOf(instead) },
    { id: 'reason', header: 'Reason', value: ({ reason }) => reasonWords[reason].label },
    { id: 'text', header: 'In their own words', value: ({ text }) => text, minWidth: 200 },
    { id: 'by', header: 'By', value: ({ by }) => nameOf(by) },
    { id: 'at', header: `When (${zone})`, value: ({ at }) => at, cell: ({ at }) => dayOf(at, zone) },
  ]
  const share = data.proposed > 0 ? ` (${percent(data.overrides / data.proposed)})` : ''
  return (
    <SpaceBetween size="l">
      <Container
        header={
          <Header
            variant="h2"
            description={`${data.overrides} of ${count(data.proposed, 'proposal was', 'proposals were')} overridden${share}.`}
          >
            By reason
          </Header>
        }
      >
        <KeyValuePairs
          columns={4}
          items={data.reasons.map((each) => ({ label: reasonWords[each.reason].label, value: String(each.count) }))}
        />
      </Container>
      <SuggestedWeights suggestions={data.suggestions} />
      <List
        title="Overrides"
        from={{ rows: data.rows, complete: true, error: null, again: () => {} }}
        noun={{ one: 'override', many: 'overrides' }}
        id={({ matchId }) => matchId}
        columns={columns}
        sortedBy={{ id: 'at', descending: true }}
        empty={{ text: 'Nobody has overridden a proposal.' }}
        file="overrides"
      />
    </SpaceBetween>
  )
}
