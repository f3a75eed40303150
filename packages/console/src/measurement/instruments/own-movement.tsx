import Container from '@cloudscape-design/components/container'
import Header from '@cloudscape-design/components/header'
import SpaceBetween from '@cloudscape-design/components/space-between'
import { lazy, Suspense } from 'react'
import type { Answer } from '../../api/client.ts'
import { Loading } from '../../frame/loading.tsx'
import { type Column, List } from '../../list/list.tsx'
import { number } from '../../words/figure.ts'
import { inTitle } from '../words.ts'
import { othersInWords } from './own-round.tsx'

const MovementChart = lazy(() => import('./movement-chart.tsx'))

type Row = Answer<'getOwnReport'>['movement'][number]

const columns: Column<Row>[] = [
  { id: 'behaviour', header: 'Behaviour', value: ({ behaviour }) => inTitle(behaviour), rowHeader: true },
  {
    id: 'self',
    header: 'You (points)',
    value: ({ self }) => (self === undefined ? 'not rated twice' : number(self, { signed: true })),
  },
  { id: 'others', header: 'Others (points)', value: ({ others }) => othersInWords(others, true) },
]

/** How far the own target behaviours moved between the two 360s. */
export const OwnMovement = ({ movement }: { movement: Row[] }) => (
  <SpaceBetween size="l">
    <Container
      header={
        <Header variant="h2" description="Follow-up less start, by the same people. Above 0 is better.">
          What has moved
        </Header>
      }
    >
      <Suspense fallback={<Loading what="the chart" />}>
        <MovementChart
          who={{ self: 'You', others: 'Others' }}
          moved={movement.map(({ behaviour, self, others }) => ({
            behaviour: inTitle(behaviour),
            self,
            others: others.mean,
          }))}
        />
      </Suspense>
    </Container>
    <List
      title="What has moved, in figures"
      from={{ rows: movement, complete: true, error: null, again: () => undefined }}
      noun={{ one: 'behaviour', many: 'behaviours' }}
      id={({ behaviour }) => behaviour}
      columns={columns}
      empty={{ text: 'There is nothing to compare yet.' }}
      file="360-movement"
    />
  </SpaceBetween>
)
