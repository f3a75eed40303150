import MixedLineBarChart from '@cloudscape-design/components/mixed-line-bar-chart'
import type { Answer } from '../../api/client.ts'

type Line = Answer<'getCapacityPlan'>['lines'][number]

/** Bars: participants who ask for a place; line: free places. The list below has the same numbers. */
export const PlanChart = ({ lines }: { lines: Line[] }) => (
  <MixedLineBarChart<string>
    height={260}
    xScaleType="categorical"
    xDomain={lines.map(({ week }) => shortWeek(week))}
    yDomain={[0, Math.max(4, ...lines.flatMap(({ demand, places }) => [demand, places])) + 1]}
    xTitle="Calendar week"
    yTitle="People and places"
    ariaLabel="Demand and free places by week"
    hideFilter
    series={[
      {
        type: 'bar',
        title: 'Ask for a place (people)',
        data: lines.map(({ week, demand }) => ({ x: shortWeek(week), y: demand })),
      },
      {
        type: 'bar',
        title: 'Wait (people)',
        data: lines.map(({ week, waiting }) => ({ x: shortWeek(week), y: waiting })),
      },
      {
        type: 'line',
        title: 'Free places',
        data: lines.map(({ week, places }) => ({ x: shortWeek(week), y: places })),
      },
    ]}
  />
)

/** `2027-W12` as `W12 2027`: short where labels stand close. */
const shortWeek = (week: string): string => {
  const [year, number] = week.split('-')
  return `${number} ${year}`
}
