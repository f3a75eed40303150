import type { DeliverableForm } from '@pilotgate/core/measurement/deliverables/deliverable'
import { Temporal } from 'temporal-polyfill'
import type { ApiClient } from '../seed/client.ts'
import { sampleProviderRows, sampleRows } from '../seed/sample-company.ts'
import { sampleOwner } from '../seed/sample-programs.ts'
import { comparisonOf } from './comparison.ts'
import type { News } from './inbox.ts'
import { unlessTooLate } from './too-late.ts'
import type { Plan, World } from './world.ts'

const hour = 60 * 60 * 1000
const zone = 'Europe/Berlin'

/** Facts that simulated people do not just state: they write up what the platform computes them from. */
export const writtenUp = [
  'kpi-owners-named',
  'kpi-feeds-confirmed',
  'linked-kpi-improved',
  'case-studies-drafted',
  'budget-within-plan',
  'scaling-plan-drafted',
  'preliminary-costs-drafted',
  'measurement-queries-ready',
  'scheduled-loads-ready',
  'impact-signal-ready',
]

type Act = (world: World, client: ApiClient, today: string) => Promise<unknown>

const holding = (role: string): string => sampleRows().find(({ roles }) => roles.some((each) => each === role))!.email
const firstCoach = (): string => sampleProviderRows().find(({ service }) => service === 'coach')!.email

/** Who writes up or records what in a week, besides what they are asked for one by one. */
const work: Record<string, { who: () => string; what: string; act: Act }[]> = {
  W01: [{ who: () => holding('program lead'), what: 'maps the KPIs', act: mapKpis }],
  W05: [
    { who: () => holding('hr analytics'), what: 'records where lead time stands', act: leadTime('baseline', 130, 10) },
  ],
  W06: [{ who: firstCoach, what: 'raises a blocker', act: raiseBlocker }],
  W07: [{ who: () => holding('learning operations'), what: 'resolves blockers', act: resolveBlockers }],
  W11: [{ who: () => holding('hr analytics'), what: 'records lead time', act: leadTime('cohort', 116, 10) }],
  W18: ['Decisions in the meeting', 'A plan that holds'].map((title) => ({
    who: () => holding('program lead'),
    what: `writes the case study "${title}"`,
    act: write(caseStudy(title)),
  })),
  W19: [{ who: () => holding('finance'), what: 'sets out the budget', act: write(budget) }],
  W20: [{ who: () => holding('program lead'), what: 'plans the second cohort', act: write(scalingPlan) }],
  W21: [{ who: () => holding('hr analytics'), what: 'plans the measurement', act: write(measurementPlan) }],
  W23: [
    { who: () => holding('hr analytics'), what: 'records lead time again', act: leadTime('cohort', 98, 10) },
    { who: () => holding('hr analytics'), what: 'measures the impact', act: measureImpact },
  ],
}

/** What people write up in a week, as its owner, who is told of it by mail, has agreed with them. */
export const planDeliverables = (world: World, { email, kind, gate, at }: News): Plan[] => {
  if (kind !== 'week-opened' || !gate || email !== sampleOwner()) return []
  return (work[gate] ?? []).map(({ who, what, act }, index) => ({
    at: at + (6 + index * 4) * hour,
    what: `${who()} ${what}`,
    act: async () => {
      const client = await world.signIn(who())
      const { now } = await world.platform.clock()
      const today = Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO(zone).toPlainDate().toString()
      await unlessTooLate(world.fate, () => act(world, client, today), ['StaleVersion'])
    },
  }))
}

async function mapKpis({ programId }: World, client: ApiClient) {
  const path = { programId }
  const { items } = await client('listPeople', { path, query: { limit: 100 } })
  const ownerOf = (email: string) => items.find((person) => person.email === email)?.personId
  const settings = await client('getKpiSettings', { path })
  if (settings.version > 0) return
  const kpi = (email: string, part: 'leading' | 'lagging', more: { target?: number } = {}) => {
    const ownerId = ownerOf(email)
    return { ...(ownerId && { ownerId }), feedConfirmed: true, part, ...more }
  }
  await client('editKpiSettings', {
    path,
    headers: { 'if-match': '"0"' },
    body: {
      kpis: {
        K1: kpi(holding('program lead'), 'leading', { target: 0.8 }),
        K6: kpi(holding('coach lead'), 'leading'),
        K12: kpi(holding('transformation lead'), 'lagging'),
        K17: kpi(holding('learning director'), 'lagging'),
      },
    },
  })
}

/** Days of lead time over deployments, as a board of the delivery teams tells. */
function leadTime(group: 'baseline' | 'cohort', days: number, deployments: number): Act {
  return ({ programId }, client, on) =>
    client('recordReading', {
      path: { programId },
      body: {
        kpi: 'K12',
        on,
        group,
        part: days,
        whole: deployments,
        source: 'Delivery board',
        reference: `${group} ${days}`,
      },
    })
}

async function raiseBlocker({ programId }: World, client: ApiClient) {
  const { items } = await client('listBlockers', { path: { programId }, query: { limit: 10 } })
  if (items.length > 0) return
  const body = { text: 'The planning meeting of all areas lies on top of most sessions.', systemic: true }
  await client('raiseBlocker', { path: { programId }, body })
}

async function resolveBlockers({ programId }: World, client: ApiClient) {
  const { items } = await client('listBlockers', { path: { programId }, query: { status: 'open', limit: 100 } })
  const body = { resolution: 'The planning meeting moves to Friday mornings.' }
  for (const { blockerId } of items) await client('resolveBlocker', { path: { programId, blockerId }, body })
}

function write(formOf: (today: string) => DeliverableForm): Act {
  return async ({ programId }, client, today) => {
    const form = formOf(today)
    const path = { programId }
    const { items } = await client('listDeliverables', { path, query: { kind: form.kind, limit: 100 } })
    const written = items.some((each) =>
      each.form.kind === 'case-study' ? form.kind === 'case-study' && each.form.title === form.title : true,
    )
    if (!written) await client('saveDeliverable', { path, body: { form, ready: true } })
  }
}

function caseStudy(title: string) {
  return (): DeliverableForm => ({
    kind: 'case-study',
    title,
    situation: 'Every release waited for one person to decide.',
    intervention: 'Six sessions on handing decisions to the team, with a written brief.',
    result: 'The team decides on four of five releases; lead time fell.',
    agreed: true,
  })
}

function budget(asOf: string): DeliverableForm {
  const line = (item: string, planned: number, plannedToDate: number, spent: number) => ({
    item,
    planned,
    plannedToDate,
    spent,
  })
  return {
    ...{ kind: 'budget', currency: 'EUR', asOf },
    lines: [
      line('Training', 2_400_000, 2_000_000, 1_950_000),
      line('Supervision', 900_000, 700_000, 640_000),
      line('Platform licences', 1_280_000, 1_280_000, 1_280_000),
      line('External coaches', 4_800_000, 3_900_000, 3_720_000),
    ],
  }
}

function scalingPlan(): DeliverableForm {
  return {
    ...{ kind: 'scaling-plan', currency: 'EUR', cohortSize: 60, startsOn: '2027-09-06' },
    steps: ['Certify four more internal coaches', 'Recruit mentors of two more areas', 'Invite the second cohort'],
    costs: [
      { item: 'External coaches', amount: 9_600_000 },
      { item: 'Training and supervision', amount: 4_200_000 },
      { item: 'Platform licences', amount: 2_560_000 },
    ],
  }
}

function measurementPlan(today: string): DeliverableForm {
  return {
    kind: 'measurement-plan',
    queries: [{ name: 'Attendance by month', query: 'SELECT month, held, scheduled FROM latest_sessions', kpi: 'K1' }],
    loads: [{ name: 'Delivery board', schedule: 'Mondays at 06:00', lastRanOn: today }],
  }
}

async function measureImpact({ programId, chance }: World, client: ApiClient) {
  const path = { programId }
  const known = await client('listImpacts', { path, query: { limit: 10 } })
  if (known.items.length === 0) await client('measureImpact', { path, body: comparisonOf(chance) })
  const reckoned = await client('listRois', { path, query: { limit: 10 } })
  if (reckoned.items.length > 0) return
  await client('reckonRoi', {
    path,
    body: {
      ...{ currency: 'EUR', months: 12, yearOne: true, seed: 1 },
      benefits: [
        {
          rule: 'turnaround-days',
          impact: 'latest',
          quantity: { low: 300, likely: 420, high: 500 },
          priceCents: { low: 9_000, likely: 12_000, high: 15_000 },
        },
      ],
      costs: { coachHour: { low: 8_000, likely: 9_000, high: 11_000 } },
    },
  })
}
