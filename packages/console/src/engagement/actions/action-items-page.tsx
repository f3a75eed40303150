import Container from '@cloudscape-design/components/container'
import Header from '@cloudscape-design/components/header'
import KeyValuePairs from '@cloudscape-design/components/key-value-pairs'
import StatusIndicator from '@cloudscape-design/components/status-indicator'
import { useRead } from '../../api/queries.ts'
import { ButtonTo } from '../../frame/link-to.tsx'
import { Loading } from '../../frame/loading.tsx'
import { Page } from '../../frame/page.tsx'
import { Trouble } from '../../frame/trouble.tsx'
import { useCrumbs } from '../../program/use-crumbs.ts'
import { useProgram } from '../../program/use-program.tsx'

/** How many action items there are in a program, by where they stand; what they say stays with the pairs. */
export const Component = () => {
  const { programId, may } = useProgram()
  const crumbs = useCrumbs(['Engagements', '/engagements'])
  const { data, error, refetch } = useRead('countActionItems', { path: { programId } })
  return (
    <Page
      title="Action items"
      about="What participants, coaches and mentors promised each other in their sessions, counted. Who is to do what stays with the pairs."
      crumbs={crumbs}
      actions={may('read measurement') && <ButtonTo href={`/programs/${programId}/kpis`}>KPIs</ButtonTo>}
    >
      {error && !data && <Trouble error={error} what="The count" again={refetch} />}
      {!error && !data && <Loading what="the count" />}
      {data && (
        <Container header={<Header variant="h2">Where they stand</Header>}>
          <KeyValuePairs
            columns={3}
            items={[
              { label: 'In all', value: data.all },
              { label: 'Done', value: <StatusIndicator type="success">{data.done}</StatusIndicator> },
              { label: 'Open', value: <StatusIndicator type="pending">{data.open}</StatusIndicator> },
              {
                label: 'Open, and their day is over',
                value: (
                  <StatusIndicator type={data.overdue > 0 ? 'warning' : 'success'}>{data.overdue}</StatusIndicator>
                ),
              },
              { label: 'Dropped', value: <StatusIndicator type="stopped">{data.dropped}</StatusIndicator> },
            ]}
          />
        </Container>
      )}
    </Page>
  )
}
