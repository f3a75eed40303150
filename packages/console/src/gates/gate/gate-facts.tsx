import Button from '@cloudscape-design/components/button'
import SpaceBetween from '@cloudscape-design/components/space-between'
import { useState } from 'react'
import { useSearchParams } from 'react-router'
import { type Column, List } from '../../list/list.tsx'
import { Outcome } from '../../program/outcome.tsx'
import { useNames } from '../../program/use-names.ts'
import { useProgram } from '../../program/use-program.tsx'
import { moment } from '../../when/when.ts'
import { FactRows } from './fact-rows.tsx'
import { FactSource, sourceInWords } from './fact-source.tsx'
import { type Condition, type Gate, newestOf } from './gate.ts'
import { StateFact } from './state-fact.tsx'

type Line = Gate['needs'][number] & { found?: Condition }

/** The conditions of the gate with what its newest check found, and the rows behind the fact that `?fact=` names. */
export const GateFacts = ({ gate }: { gate: Gate }) => {
  const { may, zone, program } = useProgram()
  const [search, setSearch] = useSearchParams()
  const [stating, setStating] = useState(false)
  const newest = newestOf(gate)
  const lines: Line[] = gate.needs.map((need) => ({
    ...need,
    found: newest?.conditions.find(({ fact }) => fact === need.fact),
  }))
  const nameOf = useNames(lines.flatMap(({ found }) => found?.source?.by ?? []))
  const shown = lines.find(({ fact }) => fact === search.get('fact'))
  const show = (fact: string) =>
    setSearch(
      (now) => {
        now.delete('fact')
        if (fact !== shown?.fact) now.set('fact', fact)
        return now
      },
      { preventScrollReset: true },
    )
  const columns: Column<Line>[] = [
    { id: 'fact', header: 'Fact', rowHeader: true, minWidth: 170, value: ({ words }) => words },
    { id: 'value', header: 'Value', minWidth: 150, value: ({ found }) => found?.inWords },
    { id: 'needs', header: 'Needs', minWidth: 135, value: ({ needs }) => needs },
    {
      id: 'result',
      header: 'Result',
      minWidth: 150,
      value: ({ found }) => found?.result ?? 'not checked',
      cell: ({ found }) => <Outcome outcome={found?.result ?? 'not checked'} />,
    },
    {
      id: 'source',
      header: 'Source',
      minWidth: 240,
      value: ({ found }) => found && sourceInWords(found, nameOf, zone),
      cell: ({ found }) => (found ? <FactSource condition={found} nameOf={nameOf} /> : '–'),
    },
    {
      id: 'rows',
      header: 'Rows behind it',
      minWidth: 130,
      value: () => '',
      cell: ({ fact, words }) => (
        <Button
          variant="inline-link"
          ariaExpanded={fact === shown?.fact}
          ariaLabel={`${fact === shown?.fact ? 'Hide' : 'Show'} the rows behind ${words}`}
          onClick={() => show(fact)}
        >
          {fact === shown?.fact ? 'Hide' : 'Show'}
        </Button>
      ),
    },
  ]
  const stateable = lines.filter(({ computedOnly }) => !computedOnly)
  const running = program.status === 'running' || program.status === 'paused'
  const takesFacts = running && gate.status !== 'closed' && stateable.length > 0 && may('attest facts')
  return (
    <SpaceBetween size="l">
      <List
        title="Facts"
        about={newest ? `As checked on ${moment(newest.at, zone)}.` : 'What the check will look at.'}
        from={{ rows: lines, complete: true, error: null, again: () => {} }}
        noun={{ one: 'fact', many: 'facts' }}
        id={({ fact }) => fact}
        columns={columns}
        empty={{ text: 'This gate looks at no facts.' }}
        file={`${gate.gate}-facts`}
        actions={takesFacts && <Button onClick={() => setStating(true)}>State a fact</Button>}
      />
      {shown && <FactRows fact={shown.fact} words={shown.words} key={shown.fact} />}
      {stating && <StateFact gate={gate.gate} facts={stateable} onClose={() => setStating(false)} />}
    </SpaceBetween>
  )
}
