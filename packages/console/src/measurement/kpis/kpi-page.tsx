import SpaceBetween from '@cloudscape-design/components/space-between'
import { useParams } from 'react-router'
import { useRead } from '../../api/queries.ts'
import { ButtonTo } from '../../frame/link-to.tsx'
import { Loading } from '../../frame/loading.tsx'
import { Page } from '../../frame/page.tsx'
import { Trouble } from '../../frame/trouble.tsx'
import { useCrumbs } from '../../program/use-crumbs.ts'
import { useProgram } from '../../program/use-program.tsx'
import { KpiFacts } from './kpi-facts.tsx'
import { KpiReadings } from './kpi-readings.tsx'
import { KpiRows } from './kpi-rows.tsx'
import { KpiWeeks } from './kpi-weeks.tsx'
import { useLevel } from './level.ts'

/** A KPI: how it stands, week by week, and the rows behind it. */
export const Component = () => {
  const { kpi = '' } = useParams()
  const { programId, may } = useProgram()
  const { query } = useLevel()
  const series = useRead('getKpiSeries', { path: { programId, kpi }, query })
  const definitions = useRead('listKpiDefinitions', { path: { programId } })
  const definition = definitions.data?.items.find((each) => each.kpi === kpi)
  const name = definition ? `${kpi} ${definition.name}` : kpi
  const again = () => void series.refetch()
  return (
    <Page
      title={name}
      crumbs={useCrumbs(['KPIs', '/kpis'])}
      actions={<ButtonTo href={`/programs/${programId}/kpis/map`}>KPI map</ButtonTo>}
    >
      {series.error && !series.data && <Trouble error={series.error} what="The KPI" again={again} />}
      {!series.error && !series.data && <Loading what="the KPI" />}
      {series.data && (
        <SpaceBetween size="l">
          <KpiFacts status={series.data.status} definition={definition} />
          <KpiWeeks kpi={series.data} />
          {may('steer engagements') && <KpiRows kpi={kpi} />}
          {definition?.readings && <KpiReadings definition={{ ...definition, readings: definition.readings }} />}
        </SpaceBetween>
      )}
    </Page>
  )
}
