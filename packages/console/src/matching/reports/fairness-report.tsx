import Alert from '@cloudscape-design/components/alert'
import SpaceBetween from '@cloudscape-design/components/space-between'
import type { Answer } from '../../api/client.ts'
import { allAtOnce, useRead } from '../../api/queries.ts'
import { type Column, List } from '../../list/list.tsx'
import { useProgram } from '../../program/use-program.tsx'
import { percent } from '../../words/figure.ts'
import { useMatchingNames } from '../names.ts'
import { points } from '../words.ts'

type Fairness = Answer<'getFairnessReport'>
type Group = Fairness['groups'][number]
type Featured = Fairness['featured'][number]

const columns: Column<Group>[] = [
  { id: 'group', header: 'Role of the participant', value: ({ group }) => group, rowHeader: true },
  { id: 'people', header: 'People', value: ({ people }) => people },
  {
    id: 'rate',
    header: 'Matched',
    value: ({ matchRate }) => matchRate,
    cell: ({ matchRate }) => (matchRate === undefined ? '–' : percent(matchRate)),
  },
  {
    id: 'score',
    header: 'Mean score (of 100)',
    value: ({ meanScore }) => meanScore,
    cell: ({ meanScore }) => (meanScore === undefined ? '–' : points(meanScore)),
  },
]

/** Whether groups are matched alike, and whether featured providers are spread. */
export const FairnessReport = () => {
  const { programId } = useProgram()
  const nameOf = useMatchingNames()
  const report = useRead('getFairnessReport', { path: { programId } })
  const rows = <Row,>(items: Row[] | undefined) =>
    allAtOnce({ ...report, data: items && { items } } as Parameters<typeof allAtOnce<Row>>[0])
  const featured: Column<Featured>[] = [
    { id: 'name', header: 'Featured provider', value: ({ providerId }) => nameOf(providerId), rowHeader: true },
    { id: 'proposed', header: 'Proposed to (people)', value: ({ proposed }) => proposed },
    { id: 'first', header: 'First alternative of (people)', value: ({ firstAlternative }) => firstAlternative },
  ]
  return (
    <SpaceBetween size="l">
      {report.data?.notes.map((note) => (
        <Alert key={note} type="info">
          {note}
        </Alert>
      ))}
      <List
        title="By group"
        about="Only those who consent to analytics of their career are counted; groups below five people are put together or not shown."
        from={rows(report.data?.groups)}
        noun={{ one: 'group', many: 'groups' }}
        id={({ group }) => group}
        columns={columns}
        empty={{ text: 'No group has five people who consent to be counted.' }}
        file="fairness"
      />
      <List
        title="Featured providers"
        about="Those whom many would see first are spread: each stands first for no more people than they have free places."
        from={rows(report.data?.featured)}
        noun={{ one: 'provider', many: 'providers' }}
        id={({ providerId }) => providerId}
        columns={featured}
        empty={{ text: 'No coach or mentor is featured.' }}
        file="featured-providers"
      />
    </SpaceBetween>
  )
}
