import ExpandableSection from '@cloudscape-design/components/expandable-section'
import SpaceBetween from '@cloudscape-design/components/space-between'
import type { Answer } from '../../api/client.ts'
import { allAtOnce, useRead } from '../../api/queries.ts'
import { LinkTo } from '../../frame/link-to.tsx'
import { type Column, List } from '../../list/list.tsx'
import { useNames } from '../../program/use-names.ts'
import { useProgram } from '../../program/use-program.tsx'
import { percent } from '../../words/figure.ts'
import { instrumentWords } from './instrument-words.ts'
import { ResultFigures } from './result-figures.tsx'

type Result = Answer<'getInstrumentResults'>['items'][number]
type NotAsked = Answer<'getInstrumentResults'>['notAsked'][number]

/** Response rates by gate, and what the answers came to. */
export const Results = () => {
  const { programId } = useProgram()
  const results = useRead('getInstrumentResults', { path: { programId }, query: {} })
  const notAsked = results.data?.notAsked ?? []
  const nameOf = useNames(notAsked.map(({ personId }) => personId))
  const columns: Column<Result>[] = [
    {
      id: 'gate',
      header: 'Gate',
      rowHeader: true,
      value: ({ gate }) => gate,
      cell: ({ gate }) => <LinkTo href={`/programs/${programId}/gates/${gate}`}>{gate}</LinkTo>,
    },
    { id: 'instrument', header: 'Instrument', value: ({ instrument }) => instrumentWords[instrument], minWidth: 150 },
    { id: 'asked', header: 'Asked', value: ({ asked }) => asked },
    { id: 'answered', header: 'Answered', value: ({ answered }) => answered },
    {
      id: 'rate',
      header: 'Response rate',
      value: ({ responseRate }) => responseRate,
      cell: ({ responseRate }) => (responseRate === undefined ? 'no data' : percent(responseRate)),
    },
    {
      id: 'figures',
      header: 'Figures',
      minWidth: 180,
      value: ({ withheld, lines }) => withheld ?? `${lines.filter((line) => !line.withheld).length} of ${lines.length}`,
    },
  ]
  const left: Column<NotAsked>[] = [
    { id: 'person', header: 'Person', value: ({ personId }) => nameOf(personId), rowHeader: true },
    { id: 'instrument', header: 'Instrument', value: ({ instrument }) => instrumentWords[instrument] },
    { id: 'why', header: 'Why not asked', value: ({ why }) => why },
  ]
  return (
    <SpaceBetween size="l">
      <List
        title="Response rates"
        from={allAtOnce(results)}
        noun={{ one: 'instrument', many: 'instruments' }}
        id={({ gate, instrument }) => `${gate}.${instrument}`}
        columns={columns}
        sortedBy={{ id: 'gate' }}
        empty={{ text: 'Nothing has been asked yet. Each gate asks in its week.' }}
        file="response-rates"
      />
      {results.data?.items.map((result) => (
        <ResultFigures key={`${result.gate}.${result.instrument}`} result={result} />
      ))}
      {notAsked.length > 0 && (
        <ExpandableSection variant="container" headerText={`Not asked (${notAsked.length})`}>
          <List
            title="Who is not asked, and why"
            variant="embedded"
            from={{ rows: notAsked, complete: true, error: null, again: () => undefined }}
            noun={{ one: 'person', many: 'people' }}
            id={({ personId, instrument }) => `${personId}.${instrument}`}
            columns={left}
            empty={{ text: 'Everybody is asked.' }}
            file="not-asked"
          />
        </ExpandableSection>
      )}
    </SpaceBetween>
  )
}
