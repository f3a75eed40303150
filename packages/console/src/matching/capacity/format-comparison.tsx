import Alert from '@cloudscape-design/components/alert'
import Container from '@cloudscape-design/components/container'
import Header from '@cloudscape-design/components/header'
import KeyValuePairs from '@cloudscape-design/components/key-value-pairs'
import SpaceBetween from '@cloudscape-design/components/space-between'
import type { Answer } from '../../api/client.ts'
import { type Column, List } from '../../list/list.tsx'
import { percent } from '../../words/figure.ts'
import { points } from '../words.ts'

type Comparison = Answer<'compareFormats'>
type Format = Comparison['formats'][number]

const formatWords: Record<Format['format'], string> = {
  'one to one': '1:1',
  'small group': 'Small groups',
  'office hours': 'Office hours',
}

const columns: Column<Format>[] = [
  { id: 'format', header: 'Format', value: ({ format }) => formatWords[format], rowHeader: true },
  {
    id: 'hours',
    header: 'Hours for each participant in a month',
    value: ({ hoursPerParticipant }) => hoursPerParticipant,
  },
  { id: 'participants', header: 'Participants in a month', value: ({ participants }) => participants },
  {
    id: 'needed',
    header: 'Providers needed',
    value: ({ providersNeeded }) => providersNeeded,
    cell: ({ providersNeeded }) => providersNeeded ?? 'no number would do',
  },
  { id: 'trade', header: 'What it gives and costs', value: ({ tradeOff }) => tradeOff, minWidth: 260 },
]

/** What each format would serve alone, what the mix serves, and what the numbers rest on. */
export const FormatComparison = ({ hours, formats, mix, leastGroupShare, advice, basis, supposed }: Comparison) => (
  <SpaceBetween size="l">
    <Alert type="info" header="Advice">
      {advice}
    </Alert>
    <List
      title="Each format alone"
      about={`If all ${points(hours)} hours of the pool in a month go to one format; ${supposed.demand} people are to be served.`}
      from={{ rows: formats, complete: true, error: null, again: () => {} }}
      noun={{ one: 'format', many: 'formats' }}
      id={({ format }) => format}
      columns={columns}
      empty={{ text: 'There is nothing to compare.' }}
      file="formats"
    />
    <Container header={<Header variant="h2">The mix by your shares of the hours</Header>}>
      <KeyValuePairs
        columns={3}
        items={[
          ...mix.parts.map((part) => ({
            label: formatWords[part.format],
            value: `${percent(part.share)} of the hours: ${points(part.hours)} hours, ${part.participants} participants in a month`,
          })),
          { label: 'Served', value: `${mix.served} of ${supposed.demand} people` },
          { label: 'Waiting', value: `${mix.waiting} people` },
          { label: 'Providers needed', value: mix.providersNeeded ?? 'No number would do' },
          ...(leastGroupShare === undefined
            ? []
            : [{ label: 'Least share of small groups that serves everyone', value: percent(leastGroupShare) }]),
        ]}
      />
    </Container>
    <Container header={<Header variant="h2">What the numbers rest on</Header>}>
      <ul style={{ margin: 0, paddingInlineStart: 20 }}>
        {basis.map(({ of, source }) => (
          <li key={of}>{source}</li>
        ))}
      </ul>
    </Container>
  </SpaceBetween>
)
