import Alert from '@cloudscape-design/components/alert'
import Box from '@cloudscape-design/components/box'
import SpaceBetween from '@cloudscape-design/components/space-between'
import Table from '@cloudscape-design/components/table'
import { Facts } from '../facts.tsx'
import type { Candidacy } from '../words.ts'

type Round = Candidacy['steps'][number]['rounds'][number]
type Dimension = NonNullable<Round['result']>['dimensions'][number]
type Scored = { name: string; note: string | undefined; marks: Record<string, number> }

type PanelResultProps = { result: NonNullable<Round['result']>; scores: Scored[]; version: number | undefined }

/** How a panel scored: medians and spread by dimension, beside each member's marks. */
export const PanelResult = ({ result, scores, version }: PanelResultProps) => (
  <SpaceBetween size="s">
    <Facts
      of={[
        ['Median of all marks', `${result.overall} of 5`],
        ['Members who scored', String(result.members)],
        ['Version of the rubric', version === undefined ? undefined : String(version)],
        ...result.knockOuts.map(({ words, yes }): [string, string] => [words, `${yes} of ${result.members} say yes`]),
      ]}
    />
    {result.disagreement && (
      <Alert type="warning" header="The members saw something differently">
        Their marks lie two or more apart in a dimension. It changes no outcome; let them talk about it.
      </Alert>
    )}
    <Table
      variant="embedded"
      wrapLines
      ariaLabels={{ tableLabel: 'Marks of the panel' }}
      items={result.dimensions}
      columnDefinitions={[
        { id: 'words', header: 'Dimension', isRowHeader: true, minWidth: 160, cell: ({ words }) => words },
        { id: 'median', header: 'Median', cell: ({ median }) => <Box fontWeight="bold">{median}</Box> },
        { id: 'spread', header: 'Highest less lowest', cell: ({ spread }) => spread },
        ...scores.map(({ name, marks }, index) => ({
          id: `member-${index}`,
          header: name,
          cell: ({ dimension }: Dimension) => marks[dimension] ?? '–',
        })),
      ]}
    />
    {scores.map(
      ({ name, note }) =>
        note && (
          <div key={name}>
            {name}: {note}
          </div>
        ),
    )}
  </SpaceBetween>
)
