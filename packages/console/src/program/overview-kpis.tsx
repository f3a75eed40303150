import Box from '@cloudscape-design/components/box'
import Container from '@cloudscape-design/components/container'
import Header from '@cloudscape-design/components/header'
import KeyValuePairs from '@cloudscape-design/components/key-value-pairs'
import type { Answer } from '../api/client.ts'
import { useRead } from '../api/queries.ts'
import { LinkTo } from '../frame/link-to.tsx'
import { Loading } from '../frame/loading.tsx'
import { Trouble } from '../frame/trouble.tsx'
import { inWords, targetInWords } from '../words/figure.ts'
import { useProgram } from './use-program.tsx'

type Kpi = Answer<'getKpis'>['items'][number]

/** The KPIs of the program's map as they stand; without a map, those that have a value. */
export const OverviewKpis = () => {
  const { programId } = useProgram()
  const kpis = useRead('getKpis', { path: { programId } }, { everySeconds: 60 })
  const all = kpis.data?.items
  const mapped = all?.filter(({ part }) => part !== 'context') ?? []
  const shown = mapped.length > 0 ? mapped : (all?.filter(({ value }) => value.kind === 'value') ?? [])
  return (
    <Container
      fitHeight
      header={<Header variant="h2">KPIs</Header>}
      footer={<LinkTo href={`/programs/${programId}/kpis`}>All KPIs</LinkTo>}
    >
      {kpis.error && !all && <Trouble error={kpis.error} what="The KPIs" again={() => void kpis.refetch()} />}
      {!all && !kpis.error && <Loading what="the KPIs" />}
      {all && shown.length === 0 && <Box>No KPI has a value yet.</Box>}
      <KeyValuePairs columns={1} items={shown.slice(0, 6).map((kpi) => ({ label: kpi.name, value: figure(kpi) }))} />
    </Container>
  )
}

const figure = (kpi: Kpi): string => {
  const target = targetInWords(kpi)
  const met = kpi.value.kind === 'value' ? `, ${kpi.met}` : ''
  return target ? `${inWords(kpi)}; target ${target}${met}` : inWords(kpi)
}
