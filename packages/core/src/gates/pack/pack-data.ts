import type { Effect, ImpactReport } from '../../measurement/impact/impact-report.ts'
import type { Verdict } from '../../measurement/kpis/judge-target.ts'
import type { RoiRecord } from '../../measurement/roi/roi-record.ts'
import type { EarlySignalGate } from '../early-signal.ts'
import type { RagReport } from '../rag.ts'

/** One KPI as the pack shows it. Numbers of the trend are in `unit` (per cent from 0 to 100); a week without data has no value. */
export type PackKpi = {
  kpi: string
  name: string
  /** In words with its unit; `no data` where there is none. */
  value: string
  target: string
  direction: 'higher' | 'lower'
  status: Verdict
  trend?: { unit: string; target?: number; points: { week: string; value?: number }[] }
}

/** A fact that the gate looks at, with where it comes from; nobody is named. */
export type PackFact = {
  name: string
  result: 'pass' | 'fail' | 'inconclusive'
  reason: string
  source?: { how: 'computed' | 'attested'; at: string; note?: string }
  contradiction?: string
}

/** What the committee, or the owner, is asked to choose from. */
export type PackDecision = {
  question: string
  choices: readonly string[]
  authority: string
  /** Votes needed, of how many members; only where a committee decides. */
  quorum?: { votes: number; members: number }
  /** A choice that needs a timeline, a budget and a plan for each missed item of the scale checklist. */
  scale: boolean
}

/** A matched comparison without the pairs; no effect where it rests on fewer than five. */
export type PackImpact = Pick<ImpactReport, 'people' | 'balance' | 'label' | 'reasons'> & {
  title: string
  measuredAt: string
  outcome: string
  unit: string
  effect: Effect | null
  /** Managers who confirmed progress, in words. */
  attestations: string
}

/** Everything a steering pack shows: counts, roles and aggregates of five and more (P7), no names, no ids of people, no notes (P2). */
export type PackData = {
  program: string
  about: { id: string; title: string; round: number; edition: number }
  madeAt: string
  zone: string
  rag: RagReport
  mitigations: { gate: string; plan: string }[]
  decision?: PackDecision
  gates: EarlySignalGate[]
  facts: PackFact[]
  kpis: PackKpi[]
  impact?: PackImpact
  roi?: Pick<RoiRecord, 'id' | 'at' | 'inputs' | 'filledIn' | 'result'>
  risks: { risk: string; count: number; note: string }[]
  /** The scale checklist of a scale decision (§7.1). */
  checklist: { item: string; result: 'met' | 'missed' | 'no data'; reason: string }[]
  missing: string[]
}
