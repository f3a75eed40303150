import Alert from '@cloudscape-design/components/alert'
import Container from '@cloudscape-design/components/container'
import Header from '@cloudscape-design/components/header'
import SpaceBetween from '@cloudscape-design/components/space-between'
import { lazy, Suspense } from 'react'
import type { Answer } from '../../api/client.ts'
import { useRead } from '../../api/queries.ts'
import { Loading } from '../../frame/loading.tsx'
import { Trouble } from '../../frame/trouble.tsx'
import { type Column, List } from '../../list/list.tsx'
import { useProgram } from '../../program/use-program.tsx'
import { number } from '../../words/figure.ts'
import { inTitle } from '../words.ts'

const MovementChart = lazy(() => import('./movement-chart.tsx'))

type Apart = Answer<'getMovement'>['all']
type Row = Apart & { behaviour: string }

const figure = ({ change, withheld }: Apart['self']) =>
  change === undefined ? (withheld ?? 'no data') : number(change, { signed: true })

/** How far the target behaviours of the cohort moved between the 360 at the start and its follow-up. */
export const Movement = () => {
  const { programId } = useProgram()
  const movement = useRead('getMovement', { path: { programId } })
  if (movement.error && !movement.data) {
    return <Trouble error={movement.error} what="The movement" again={() => void movement.refetch()} />
  }
  if (!movement.data) return <Loading what="the movement" />
  const { behaviours, all, withheld } = movement.data
  const rows: Row[] = behaviours.length > 0 ? [...behaviours, { behaviour: 'all target behaviours', ...all }] : []
  const isKnown = ({ self, others }: Apart) => self.change !== undefined || others.change !== undefined
  const columns: Column<Row>[] = [
    {
      id: 'behaviour',
      header: 'Behaviour',
      value: ({ behaviour }) => inTitle(behaviour),
      rowHeader: true,
      minWidth: 160,
    },
    { id: 'others', header: 'By others (points)', value: ({ others }) => figure(others), minWidth: 160 },
    { id: 'raters', header: 'Others who rated twice', value: ({ others }) => others.raters, minWidth: 110 },
    { id: 'self', header: 'By themselves (points)', value: ({ self }) => figure(self), minWidth: 160 },
    {
      id: 'people',
      header: 'Participants',
      value: ({ others, self }) => Math.max(others.participants, self.participants),
    },
  ]
  return (
    <SpaceBetween size="l">
      {withheld && <Alert type="info">{withheld}</Alert>}
      {rows.some(isKnown) && (
        <Container
          header={
            <Header variant="h2" description="Follow-up less start, by the same raters. Above 0 is better.">
              Movement of target behaviours
            </Header>
          }
        >
          <Suspense fallback={<Loading what="the chart" />}>
            <MovementChart
              who={{ others: 'Rated by others', self: 'Rated by themselves' }}
              moved={rows.map(({ behaviour, self, others }) => ({
                behaviour: inTitle(behaviour),
                self: self.change,
                others: others.change,
              }))}
            />
          </Suspense>
        </Container>
      )}
      <List
        title="Movement in figures"
        about="Follow-up less start over the same raters, −4 to 4; above 0 is better."
        from={{ rows, complete: true, error: null, again: () => undefined }}
        noun={{ one: 'behaviour', many: 'behaviours' }}
        id={({ behaviour }) => behaviour}
        columns={columns}
        empty={{ text: 'Nothing to compare yet: the follow-up asks those who answered the 360 at the start.' }}
        file="movement"
      />
    </SpaceBetween>
  )
}
