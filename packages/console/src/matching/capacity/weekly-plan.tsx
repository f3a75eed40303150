import Alert from '@cloudscape-design/components/alert'
import Box from '@cloudscape-design/components/box'
import Container from '@cloudscape-design/components/container'
import FormField from '@cloudscape-design/components/form-field'
import Header from '@cloudscape-design/components/header'
import SegmentedControl from '@cloudscape-design/components/segmented-control'
import Select from '@cloudscape-design/components/select'
import SpaceBetween from '@cloudscape-design/components/space-between'
import { lazy, Suspense } from 'react'
import { useSearchParams } from 'react-router'
import { useRead } from '../../api/queries.ts'
import { Loading } from '../../frame/loading.tsx'
import { Trouble } from '../../frame/trouble.tsx'
import { useProgram } from '../../program/use-program.tsx'
import { calendarDay } from '../../when/when.ts'
import type { Service } from '../words.ts'
import { PlanList } from './plan-list.tsx'

const PlanChart = lazy(() => import('./plan-chart.tsx').then(({ PlanChart }) => ({ default: PlanChart })))

const spans = ['8', '13', '26', '52'].map((value) => ({ value, label: `${value} weeks` }))

/** Demand and places week by week, for coaches or mentors: as a chart, and as a list. */
export const WeeklyPlan = () => {
  const { programId } = useProgram()
  const [search, setSearch] = useSearchParams()
  const service: Service = search.get('service') === 'mentor' ? 'mentor' : 'coach'
  const weeks = spans.find(({ value }) => value === search.get('weeks')) ?? spans[2]!
  const set = (part: Record<string, string>) => setSearch({ ...Object.fromEntries(search), ...part })
  const { data, error, refetch } = useRead('getCapacityPlan', { path: { programId }, query: { weeks: weeks.value } })
  if (error && !data) return <Trouble error={error} what="The plan" again={refetch} />
  const lines = data?.lines.filter((line) => line.service === service) ?? []
  const who = service === 'coach' ? 'coaches' : 'mentors'
  return (
    <SpaceBetween size="l">
      <SpaceBetween direction="horizontal" size="m" alignItems="end">
        <SegmentedControl
          label="Whom"
          selectedId={service}
          onChange={({ detail }) => set({ service: detail.selectedId })}
          options={[
            { id: 'coach', text: 'Coaches' },
            { id: 'mentor', text: 'Mentors' },
          ]}
        />
        <FormField label="How far">
          <Select
            selectedOption={weeks}
            options={spans}
            onChange={({ detail }) => set({ weeks: detail.selectedOption.value ?? '' })}
          />
        </FormField>
      </SpaceBetween>
      {!data && <Loading what="the plan" />}
      {data?.leaves
        .filter((leave) => leave.service === service)
        .map(({ monday, words }) => (
          <Alert key={monday} type="warning" header={`Outside of the target from the week of ${calendarDay(monday)}`}>
            {words}
          </Alert>
        ))}
      {data && (
        <SpaceBetween size="l">
          <Container header={<Header variant="h2">Demand and free {service} places by week</Header>}>
            <Suspense fallback={<Loading what="the chart" />}>
              <PlanChart lines={lines} />
            </Suspense>
          </Container>
          <PlanList lines={lines} who={who} />
          <Container header={<Header variant="h2">What the plan takes for granted</Header>}>
            <ul style={{ margin: 0, paddingInlineStart: 20 }}>
              {data.assumptions.map((each) => (
                <li key={each}>
                  <Box variant="span">{each}</Box>
                </li>
              ))}
            </ul>
          </Container>
        </SpaceBetween>
      )}
    </SpaceBetween>
  )
}
