import Select from '@cloudscape-design/components/select'
import SpaceBetween from '@cloudscape-design/components/space-between'
import { useSearchParams } from 'react-router'
import type { Answer } from '../../api/client.ts'
import { allAtOnce, useRead } from '../../api/queries.ts'
import { ButtonTo, LinkTo } from '../../frame/link-to.tsx'
import { Page } from '../../frame/page.tsx'
import { type Column, List } from '../../list/list.tsx'
import { useCrumbs } from '../../program/use-crumbs.ts'
import { useNames } from '../../program/use-names.ts'
import { useProgram } from '../../program/use-program.tsx'
import { countsInWords, inWords, targetInWords } from '../../words/figure.ts'
import { VerdictSign } from '../verdict.tsx'
import { inTitle } from '../words.ts'
import { ImportReadings } from './import-readings.tsx'
import { useLevel } from './level.ts'
import { ScopeChoice } from './scope-choice.tsx'
import { Tally } from './tally.tsx'

type Row = Answer<'getKpis'>['items'][number]

const allTiers = { value: '', label: 'All tiers' }

/** How every KPI stands against its target. */
export const Component = () => {
  const { programId, may } = useProgram()
  const { query } = useLevel()
  const [search, setSearch] = useSearchParams()
  const kpis = useRead('getKpis', { path: { programId }, query })
  const definitions = useRead('listKpiDefinitions', { path: { programId } })
  const nameOf = useNames(kpis.data?.items.map(({ ownerId }) => ownerId) ?? [])
  const windows = new Map(definitions.data?.items.map(({ kpi, windowDays }) => [kpi, windowDays]))

  const tiers = [...new Set(kpis.data?.items.map(({ tier }) => tier))]
  const tier = tiers.find((each) => each === search.get('tier'))
  const tierChoices = [allTiers, ...tiers.map((each) => ({ value: each, label: inTitle(each) }))]
  const shown = kpis.data?.items.filter((each) => !tier || each.tier === tier)
  const rows = allAtOnce({ ...kpis, data: shown && { items: shown } })
  const base = `/programs/${programId}/kpis`
  const suffix = query.cohort ? `?cohort=${query.cohort}` : ''

  const columns: Column<Row>[] = [
    {
      id: 'kpi',
      header: 'KPI',
      rowHeader: true,
      minWidth: 190,
      value: ({ kpi, name }) => `${kpi} ${name}`,
      cell: ({ kpi, name }) => (
        <LinkTo href={`${base}/${kpi}${suffix}`}>
          {kpi} {name}
        </LinkTo>
      ),
    },
    { id: 'value', header: 'Value', value: inWords, minWidth: 110 },
    { id: 'met', header: 'Verdict', value: ({ met }) => met, cell: VerdictSign, minWidth: 150 },
    { id: 'target', header: 'Target', value: (row) => targetInWords(row) ?? 'none', minWidth: 140 },
    { id: 'counts', header: 'Made of', value: countsInWords, minWidth: 100 },
    {
      id: 'owner',
      header: 'Owner',
      value: ({ ownerId }) => (ownerId ? nameOf(ownerId) : 'nobody yet'),
      minWidth: 120,
    },
    { id: 'tier', header: 'Tier', value: ({ tier }) => inTitle(tier), minWidth: 120 },
    { id: 'part', header: 'Part', value: ({ part }) => inTitle(part), minWidth: 90 },
    { id: 'cadence', header: 'Looked at', value: ({ cadence }) => cadences[cadence], minWidth: 110 },
    {
      id: 'window',
      header: 'Attribution window (days)',
      value: ({ kpi }) => windows.get(kpi),
      minWidth: 110,
    },
  ]

  return (
    <Page
      title="KPIs"
      about={
        kpis.data &&
        `Weeks count once they are over; ${kpis.data.week} is running. “No data” is not 0: nothing is known.`
      }
      crumbs={useCrumbs()}
      actions={
        <SpaceBetween direction="horizontal" size="xs">
          {may('record readings') && <ImportReadings />}
          <ButtonTo href={`${base}/map`}>KPI map</ButtonTo>
        </SpaceBetween>
      }
    >
      {kpis.data && <Tally items={kpis.data.items} />}
      <List
        title="KPIs and their targets"
        from={rows}
        noun={{ one: 'KPI', many: 'KPIs' }}
        id={({ kpi }) => kpi}
        columns={columns}
        empty={{ text: 'No KPI is of this tier.' }}
        file="kpis"
        narrow={
          <SpaceBetween direction="horizontal" size="xs">
            <Select
              ariaLabel="Tier"
              options={tierChoices}
              selectedOption={tierChoices.find(({ value }) => value === (tier ?? '')) ?? allTiers}
              onChange={({ detail }) =>
                setSearch(
                  (now) => {
                    if (detail.selectedOption.value) now.set('tier', detail.selectedOption.value)
                    else now.delete('tier')
                    return now
                  },
                  { replace: true },
                )
              }
            />
            <ScopeChoice />
          </SpaceBetween>
        }
      />
    </Page>
  )
}

const cadences: Record<Row['cadence'], string> = {
  week: 'Every week',
  month: 'Every month',
  quarter: 'Every quarter',
  once: 'Once',
}
