import { buildEarlySignal } from '@pilotgate/core/gates/early-signal'
import { evaluateCriterion } from '@pilotgate/core/gates/evaluate-criterion'
import type { PackData } from '@pilotgate/core/gates/pack/pack-data'
import { packChecklist, packFacts } from '@pilotgate/core/gates/pack/pack-gate'
import { packKpi } from '@pilotgate/core/gates/pack/pack-kpis'
import { packImpact } from '@pilotgate/core/gates/pack/pack-measured'
import { ragFacts } from '@pilotgate/core/gates/rag'
import type { ImpactRow } from '@pilotgate/core/measurement/impact/impact-rows'
import { measureImpact } from '@pilotgate/core/measurement/impact/measure-impact'
import { kpiDefinitions } from '@pilotgate/core/measurement/kpis/definitions'
import { counterGroups } from '@pilotgate/core/measurement/kpis/formula'
import { statusOf } from '@pilotgate/core/measurement/kpis/status'
import { seriesOf, type Weeks } from '@pilotgate/core/measurement/kpis/summarise'
import { reckon } from '@pilotgate/core/measurement/roi/reckon'
import { type RoiInputs, roiInputs } from '@pilotgate/core/measurement/roi/roi-inputs'
import type { Fact, FactValue } from '@pilotgate/core/program/fact'
import { findFact } from '@pilotgate/core/program/facts'
import { leadershipPilot24w as template } from '@pilotgate/core/program/templates/leadership-pilot-24w'
import { below, randomStream } from '@pilotgate/core/random-stream'

const at = '2027-06-18T14:00:00.000Z'

/** Counters of 24 weeks, drawn for a cohort of 40; what the program counts by itself has data, most of what is reported has none. */
const sampleWeeks = (random: () => number): Weeks => {
  const counted = kpiDefinitions.filter(({ id }) => !['K3', 'K10', 'K11', 'K12', 'K13'].includes(id))
  const weeks = Array.from({ length: 24 }, (_, week) => {
    const counters = counted.flatMap(({ formula }) =>
      counterGroups(formula).flatMap((names) => {
        const whole = 30 + below(random, 10)
        return names.map((name, place): [string, number] => [
          name,
          place === 0 ? whole - below(random, 12) + (week >> 2) : whole + 6,
        ])
      }),
    )
    return [`2027-W${String(week + 1).padStart(2, '0')}`, Object.fromEntries(counters)] as const
  })
  return new Map(weeks)
}

const sampleKpis = (random: () => number): PackData['kpis'] => {
  const weeks = sampleWeeks(random)
  const span = { running: '2027-W25' }
  return kpiDefinitions.map((definition) =>
    packKpi(statusOf(definition, weeks, span), seriesOf(definition, weeks, span)),
  )
}

/** 40 participants whose approvals got faster, and 120 others. */
const sampleRows = (random: () => number): ImpactRow[] =>
  Array.from({ length: 160 }, (_, row): ImpactRow => {
    const treated = row < 40
    const tenure = 1 + below(random, 12) + (treated ? 2 : 0)
    const complexity = 1 + below(random, 5)
    const outcome = 46 - (treated ? 11 : 0) + complexity * 1.5 - tenure * 0.4 + (random() - 0.5) * 16
    const role = ['team lead', 'manager', 'head of department'][below(random, 3)]!
    return { id: `X${row}`, treated, outcome, covariates: { tenure, complexity, role } }
  })

export const sampleInputs: RoiInputs = roiInputs.parse({
  currency: 'EUR',
  months: 9,
  yearOne: true,
  seed: 1,
  benefits: [
    {
      rule: 'turnaround-days',
      counterfactual: {
        kind: 'matched cohort',
        words: '40 managers like them without coaching',
        value: { low: 43, likely: 46, high: 49 },
      },
      observed: { low: 29, likely: 31, high: 35 },
      quantity: { low: 50, likely: 60, high: 70 },
      priceCents: { low: 9_000, likely: 12_000, high: 15_000 },
    },
    {
      rule: 'hours-saved',
      counterfactual: {
        kind: 'previous period',
        words: 'the six months before the program',
        value: { low: 6, likely: 7, high: 8 },
      },
      observed: { low: 4, likely: 5, high: 6 },
      quantity: { low: 40, likely: 40, high: 40 },
      priceCents: { low: 6_000, likely: 7_000, high: 8_000 },
    },
  ],
  costs: {
    training: { low: 1_800_000, likely: 2_000_000, high: 2_400_000 },
    coachHours: { low: 360, likely: 400, high: 430 },
    coachHour: { low: 8_000, likely: 8_500, high: 9_500 },
    supervision: { low: 500_000, likely: 600_000, high: 800_000 },
    platform: { low: 1_280_000, likely: 1_280_000, high: 1_280_000 },
    others: [],
  },
})

const sampleValue = (name: string, random: () => number): FactValue | undefined => {
  const part = 34 + below(random, 7)
  switch (findFact(name)?.kind) {
    case 'yes-no':
      return { kind: 'yes-no', yes: true }
    case 'count':
      return { kind: 'count', count: below(random, 3) }
    case 'ratio':
      return { kind: 'ratio', part, whole: 40 }
    case 'rating':
      return { kind: 'rating', median: 4.5, answers: 38 }
    case 'change':
      return { kind: 'change', change: 0.4, answers: 36 }
    default:
      return undefined
  }
}

const sampleFacts = (random: () => number): Map<string, Fact> => {
  const names = new Set([
    ...ragFacts,
    ...template.gates.flatMap(({ criterion }) => criterion.all.map(({ fact }) => fact)),
  ])
  names.delete('linked-kpi-improved')
  return new Map(
    [...names].map((name): [string, Fact] => [
      name,
      {
        name,
        value: sampleValue(name, random),
        source: { how: 'computed', by: ['pilotgate'], at, note: 'counted from the rows of the program' },
      },
    ]),
  )
}

/** A steering pack for the scale decision of a pilot with 40 participants over 24 weeks, worked out from drawn rows. The same each time. */
export const samplePack = (): PackData => {
  const random = randomStream(7)
  const facts = sampleFacts(random)
  const gate = template.gates.find(({ scaleDecision }) => scaleDecision)!
  const checked = template.gates.map((each) => ({
    gate: each.gate,
    outcome: evaluateCriterion(each.criterion, facts),
    ...(each !== gate && { decided: 'pass' }),
  }))
  const outcome = { round: 1, at, ...checked.at(-1)!.outcome }
  const signal = buildEarlySignal({ template, day: 168, week: 24, gates: checked, facts })
  const report = measureImpact(sampleRows(random), {
    covariates: ['tenure', 'complexity', 'role'],
    unit: 'days',
    outcome: 'days to approval',
    attestations: { confirmed: 29, asked: 36 },
  })
  const record = { tenantId: 't', scope: 'p', id: 'IMPACT.1', version: 1, by: 'x', at }
  const kpis = sampleKpis(random)
  return {
    program: 'Leadership pilot North 2027',
    about: { id: gate.gate, title: gate.title, round: 1, edition: 1 },
    madeAt: at,
    zone: 'Europe/Berlin',
    rag: signal.rag,
    mitigations: [{ gate: 'W06', plan: 'Hold the twelve missing sessions by the end of week 7.' }],
    decision: {
      question: `How does the program go on after ${gate.gate} (${gate.title})?`,
      choices: gate.choices,
      authority: 'steering committee',
      quorum: { votes: 3, members: 5 },
      scale: true,
    },
    gates: signal.gates,
    facts: packFacts(outcome),
    kpis,
    impact: packImpact({ ...record, title: 'Days to approval', better: 'lower', report }),
    roi: { id: 'ROI.1', at, inputs: sampleInputs, filledIn: [], result: reckon(sampleInputs) },
    risks: [
      { risk: 'Stalled pairs', count: 2, note: 'no session in two cadences, of 38 active pairs' },
      { risk: 'Open systemic blockers', count: 1, note: 'they concern the whole program' },
      { risk: 'Open escalations', count: 3, note: '1 past the end of their time' },
      { risk: 'Overdue tasks', count: 4, note: 'open after their due date' },
      { risk: 'Capacity alerts', count: 0, note: 'the pool fits the demand' },
    ],
    checklist: packChecklist(gate, outcome),
    missing: signal.missing,
  }
}
