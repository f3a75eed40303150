import { useMemo } from 'react'
import type { Answer } from '../api/client.ts'
import { type Column, List } from '../list/list.tsx'
import { numbersOf, shownThreshold, unitOf } from './template-thresholds.ts'

type View = Answer<'getTemplate'>
type Row = View['template']['gates'][number] & { demands: string[] }

const columns: Column<Row>[] = [
  { id: 'gate', header: 'Gate', value: ({ gate }) => gate, rowHeader: true },
  { id: 'week', header: 'Week', value: ({ week }) => week },
  {
    id: 'title',
    header: 'What is done',
    value: ({ title, work }) => [title, ...work].join('. '),
    cell: ({ title, work }) => <Lines title={title} lines={work} />,
    minWidth: 240,
  },
  { id: 'responsible', header: 'Responsible', value: ({ responsible }) => responsible.join(', '), minWidth: 140 },
  {
    id: 'criterion',
    header: 'Passes when',
    value: ({ criterion, demands }) => [criterion.words, ...demands].join('. '),
    cell: ({ criterion, demands }) => <Lines title={criterion.words} lines={demands} />,
    minWidth: 280,
  },
  {
    id: 'decides',
    header: 'Decides',
    value: ({ decides, choices }) =>
      decides === 'steering'
        ? `steering committee: ${choices.join(', ')}`
        : 'the criterion; the program owner if not passed',
    minWidth: 140,
  },
]

/** The gates of a template in the order of their weeks, with what each demands. */
export const TemplateGates = ({ view }: { view: View }) => {
  const rows = useMemo(() => {
    const numbers = new Map(numbersOf(view).map((each) => [each.gate, each]))
    return view.template.gates.map((gate): Row => {
      const { thresholds = [], others = [] } = numbers.get(gate.gate) ?? {}
      const demands = thresholds.map((each) =>
        `${each.words}: ${each.comparison} ${shownThreshold(each, each.value)} ${unitOf(each)}`.trim(),
      )
      return { ...gate, demands: [...demands, ...others] }
    })
  }, [view])
  return (
    <List
      title="Weeks and gates"
      from={{ rows, complete: true, error: null, again: () => {} }}
      noun={{ one: 'gate', many: 'gates' }}
      id={({ gate }) => gate}
      columns={columns}
      empty={{ text: 'The template has no gates.' }}
      file={`${view.templateId}-gates`}
    />
  )
}

const Lines = ({ title, lines }: { title: string; lines: string[] }) => (
  <>
    <div>{title}</div>
    <ul style={{ margin: 0, paddingInlineStart: '1.2em' }}>
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  </>
)
