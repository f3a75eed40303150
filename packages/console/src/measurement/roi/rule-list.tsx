import type { Answer } from '../../api/client.ts'
import { allAtOnce, useRead } from '../../api/queries.ts'
import { type Column, List } from '../../list/list.tsx'
import { useProgram } from '../../program/use-program.tsx'

type Rule = Answer<'listMonetisationRules'>['items'][number]

const columns: Column<Rule>[] = [
  { id: 'words', header: 'Rule', value: ({ words }) => words, rowHeader: true, minWidth: 170 },
  { id: 'formula', header: 'Formula', value: ({ formula }) => formula, minWidth: 240 },
  { id: 'unit', header: 'Difference in', value: ({ unit, better }) => `${unit} (${better} is better)`, minWidth: 180 },
  { id: 'assumptions', header: 'It assumes', value: ({ assumptions }) => assumptions.join(' '), minWidth: 220 },
  { id: 'kpis', header: 'KPIs', value: ({ kpis }) => kpis.join(', ') },
  { id: 'source', header: 'Source', value: ({ source }) => source, minWidth: 180 },
]

/** The documented rules by which a change becomes money. */
export const RuleList = () => {
  const { programId } = useProgram()
  const rules = useRead('listMonetisationRules', { path: { programId } })
  return (
    <List
      title="Conversion rules"
      about="How a change becomes money. Agree on two or three before the numbers are known."
      from={allAtOnce(rules)}
      noun={{ one: 'rule', many: 'rules' }}
      id={({ id }) => id}
      columns={columns}
      empty={{ text: 'There are no rules.' }}
      file="conversion-rules"
    />
  )
}
