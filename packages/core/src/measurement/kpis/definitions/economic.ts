import { type KpiDefinition, readingRatio } from '../definition.ts'

/** Economic: whether people stay and move on. */
export const economic: KpiDefinition[] = [
  {
    id: 'K3',
    name: 'Mobility delta',
    tier: 'economic',
    ownerRole: 'hr analytics',
    source: 'readings: time to role change, participants and controls',
    cadence: 'month',
    windowDays: 120,
    unit: 'days',
    direction: 'down',
    target: { test: 'less than', value: 0 },
    words: 'Mean days to a role change: cohort − control, over all readings.',
    formula: {
      kind: 'difference',
      of: { name: 'cohort', ratio: readingRatio('K3', 'cohort') },
      from: { name: 'control', ratio: readingRatio('K3', 'control') },
    },
    rows: ['reading'],
    readings: {
      groups: ['cohort', 'control'],
      ratio: false,
      part: 'days to the role change in all',
      whole: 'role changes',
    },
  },
  {
    id: 'K10',
    name: 'Retention of high performers',
    tier: 'economic',
    ownerRole: 'hr head',
    source: 'readings: high performers who stay',
    cadence: 'quarter',
    windowDays: 120,
    unit: 'share',
    direction: 'up',
    words: 'High performers who did not leave by their own choice / high performers, in the latest quarter with data.',
    formula: readingRatio('K10', 'cohort'),
    baseline: readingRatio('K10', 'baseline'),
    rows: ['reading'],
    readings: {
      groups: ['baseline', 'cohort', 'control'],
      ratio: true,
      part: 'high performers who stay',
      whole: 'high performers',
    },
  },
]
