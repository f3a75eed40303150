import Alert from '@cloudscape-design/components/alert'
import Button from '@cloudscape-design/components/button'
import { useState } from 'react'
import { useRead } from '../../api/queries.ts'
import { Loading } from '../../frame/loading.tsx'
import { Page } from '../../frame/page.tsx'
import { Trouble } from '../../frame/trouble.tsx'
import { useCrumbs } from '../../program/use-crumbs.ts'
import { useProgram } from '../../program/use-program.tsx'
import { MapForm } from './map-form.tsx'
import { MapList } from './map-list.tsx'
import { Reconcile } from './reconcile.tsx'

/** Who owns which KPI, whether its data flows, and what it is to come to. */
export const Component = () => {
  const { programId, may } = useProgram()
  const [editing, setEditing] = useState(false)
  const settings = useRead('getKpiSettings', { path: { programId } })
  const definitions = useRead('listKpiDefinitions', { path: { programId } })
  const error = settings.error ?? definitions.error
  const ready = settings.data && definitions.data
  const again = () => void Promise.all([settings.refetch(), definitions.refetch()])
  return (
    <Page
      title="KPI map"
      about="Who owns each KPI, whether its data flows, what it is to come to, and which KPIs lead and lag."
      crumbs={useCrumbs(['KPIs', '/kpis'])}
    >
      {!ready && (error ? <Trouble error={error} what="The KPI map" again={again} /> : <Loading what="the KPI map" />)}
      {ready && !editing && settings.data.advice.length > 0 && (
        <Alert type="info" header="Still open">
          <ul>
            {settings.data.advice.map((each) => (
              <li key={each}>{each}</li>
            ))}
          </ul>
        </Alert>
      )}
      {ready && editing && (
        <MapForm settings={settings.data} definitions={definitions.data.items} onDone={() => setEditing(false)} />
      )}
      {ready && !editing && (
        <MapList
          settings={settings.data}
          definitions={definitions.data.items}
          actions={
            may('configure KPIs') && (
              <Button variant="primary" onClick={() => setEditing(true)}>
                Edit
              </Button>
            )
          }
        />
      )}
      {may('configure KPIs') && <Reconcile />}
    </Page>
  )
}
