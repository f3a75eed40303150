import Alert from '@cloudscape-design/components/alert'
import Box from '@cloudscape-design/components/box'
import ExpandableSection from '@cloudscape-design/components/expandable-section'
import SpaceBetween from '@cloudscape-design/components/space-between'
import type { Answer } from '../../api/client.ts'
import { type Column, List } from '../../list/list.tsx'
import { number, percent } from '../../words/figure.ts'
import { inTitle } from '../words.ts'
import { instrumentWords } from './instrument-words.ts'

type Result = Answer<'getInstrumentResults'>['items'][number]
type Line = Result['lines'][number]

const from: Record<NonNullable<Line['from']>, string> = { self: 'Participants themselves', others: 'Others' }

/** What the answers to an instrument at a gate came to, question by question; what is withheld says why. */
export const ResultFigures = ({ result }: { result: Result }) => {
  const { gate, instrument, asked, answered, lines, withheld, comments } = result
  const hidden = lines.filter((line) => line.withheld).length
  const columns: Column<Line>[] = [
    { id: 'what', header: 'Asked about', value: ({ what }) => inTitle(what), rowHeader: true, minWidth: 220 },
    ...(lines.some((line) => line.from)
      ? [{ id: 'from', header: 'Rated by', value: (line: Line) => line.from && from[line.from], minWidth: 140 }]
      : []),
    { id: 'respondents', header: 'People who answered', value: ({ respondents }) => respondents, minWidth: 110 },
    { id: 'subjects', header: 'About participants', value: ({ subjects }) => subjects, minWidth: 110 },
    {
      id: 'mean',
      header: 'Mean (1–5)',
      value: ({ mean }) => mean,
      cell: ({ mean, withheld, yes }) =>
        withheld ?? (mean === undefined ? (yes ? 'yes or no' : 'no data') : number(mean)),
      minWidth: 160,
    },
    { id: 'median', header: 'Median (1–5)', value: ({ median }) => median, minWidth: 100 },
    ...(lines.some((line) => line.yes)
      ? [
          {
            id: 'yes',
            header: 'Said yes',
            value: ({ yes }: Line) => yes && `${yes.part} of ${yes.whole} (${percent(yes.part / yes.whole)})`,
            minWidth: 120,
          },
        ]
      : []),
  ]
  return (
    <ExpandableSection
      variant="container"
      defaultExpanded={!withheld && lines.length <= 6}
      headerText={`${gate}: ${instrumentWords[instrument]}`}
      headerDescription={`${answered} of ${asked} answered${hidden > 0 ? `; ${hidden} of ${lines.length} figures are withheld` : ''}`}
    >
      <SpaceBetween size="m">
        {withheld && (
          <Alert type="info" header="Figures are withheld">
            {withheld}
          </Alert>
        )}
        {lines.length > 0 && (
          <List
            title="Figures"
            about={
              hidden > 0 && 'Withheld is every figure from which the answers of fewer than five people could be told.'
            }
            variant="embedded"
            from={{ rows: lines, complete: true, error: null, again: () => undefined }}
            noun={{ one: 'figure', many: 'figures' }}
            id={(line) => String(lines.indexOf(line))}
            columns={columns}
            empty={{ text: 'There are no figures.' }}
            file={`${gate}-${instrument}`}
          />
        )}
        {comments.length > 0 && (
          <div>
            <Box variant="h3">Comments, without names and in alphabetical order</Box>
            <ul>
              {comments.map((comment, place) => (
                <li key={place}>{comment}</li>
              ))}
            </ul>
          </div>
        )}
      </SpaceBetween>
    </ExpandableSection>
  )
}
