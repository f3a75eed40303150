import type { AnswerKind, FactDefinition, FactKind } from './fact.ts'

type Entry = Omit<FactDefinition, 'name'>
const entry =
  (kind: FactKind, answer: AnswerKind) =>
  (words: string): Entry => ({ words, kind, answer })

/** So or not so, answered by one person. */
const yesNo = entry('yes-no', 'yes-no')
/** The share of all people asked who said yes; who has not answered counts as not yes. */
const shareOfPeople = entry('ratio', 'yes-no')
/** Parts of wholes, reported by one or more people and added up. */
const share = entry('ratio', 'ratio')
const count = entry('count', 'count')
const rating = entry('rating', 'rating')
const change = entry('change', 'change')
const computed = (fact: Entry): Entry => ({ ...fact, computed: true })

const catalogue = {
  // People and pool (I4, C)
  'cohort-size': computed(count('Cohort size')),
  'intake-completion': computed(shareOfPeople('Intake completion')),
  'provider-calibration': computed(rating('Lowest panel median among admitted coaches and mentors')),
  'pool-covers-cohort': computed(yesNo('Pool of coaches and mentors covers the cohort')),
  // Groundwork (W01)
  'kpi-owners-named': share('KPIs with a named owner'),
  'kpi-feeds-confirmed': share('KPIs with a confirmed data feed'),
  'legal-sign-off': yesNo('Legal sign-off on data consent'),
  // Matching and agreements (M6, M8, E2)
  'matches-approved': computed(share('Matches approved')),
  'agreements-signed': computed(share('Working agreements signed by both')),
  'reassignment-rate': computed(share('Reassignment rate')),
  'issues-logged': yesNo('Every fit issue logged'),
  'chemistry-confirmed': shareOfPeople('Chemistry check confirmed'),
  'pairs-reassessed': share('Pairs reassessed at day 30'),
  'pair-kpis-signed': share('Pairs with a KPI signed by the sponsor'),
  'role-charters-signed': shareOfPeople('Role charters and data-access agreements signed'),
  // Engagement (E3, E4, K1, K6)
  'baseline-captured': shareOfPeople('Baseline captured'),
  'session-attendance': share('Session attendance'),
  'action-items-documented': share('Held sessions with action items documented'),
  'action-conversion': share('Logged actions completed'),
  'open-systemic-blockers': count('Open systemic blockers'),
  'closing-notes-submitted': shareOfPeople('Coaches with closing notes and transfer items submitted'),
  'coach-outcomes-submitted': shareOfPeople('Coaches with final outcomes submitted'),
  'mentor-progress-submitted': shareOfPeople('Mentors with progress reports submitted'),
  'sponsor-actions-logged': share('Mentees with a sponsor action logged'),
  'acceptance-criteria-set': share('Pairs with a first acceptance criterion'),
  'validation-artifacts-delivered': share('Pairs with a deployable outcome or validation artifact'),
  'group-clinics-held': share('Group clinics held'),
  // Behaviour and experience (K14, K17)
  'primary-indicator-movement': change('Primary behaviour indicator'),
  'early-behaviour-lift': change('Early behaviour lift'),
  'competency-movement': change('Competency against the baseline'),
  'target-behaviours-moved': count('Target behaviours that moved'),
  'managers-confirm-progress': shareOfPeople('Managers who confirm observable progress'),
  'participant-rating': rating('Participant rating'),
  'case-studies-drafted': count('Case studies drafted'),
  // Telemetry, impact and money (§7.1, §8)
  'telemetry-coverage': share('Sessions held that reached the warehouse'),
  'telemetry-fresh': yesNo('Session telemetry is fresh'),
  'linked-kpi-improved': yesNo('At least one linked transformation KPI improved'),
  'impact-signal-ready': yesNo('Impact signal from the matched cohorts ready'),
  'measurement-queries-ready': yesNo('Queries for the longitudinal measurement in place'),
  'scheduled-loads-ready': yesNo('Scheduled data loads in place'),
  'lead-time-reduction': share('Lead time saved against the baseline'),
  'budget-within-plan': yesNo('Spending within the plan'),
  'scaling-plan-drafted': yesNo('Scaling plan drafted'),
  'preliminary-costs-drafted': yesNo('Preliminary costs drafted'),
  // Decisions and governance (W13, §7.2–7.4)
  'pivots-done': computed(share('Pivots carried out and communicated')),
  'sponsor-check-in-held': yesNo('Sponsor check-in held'),
  'sponsor-check-ins-held': share('Weekly sponsor check-ins held'),
  'sponsor-approval': yesNo('Sponsor approval'),
  'sponsor-expansion-sign-off': yesNo('Sponsor sign-off for expansion'),
  'sponsor-demo-held': yesNo('Sponsor demo held'),
  'sponsor-workshop-held': yesNo('Sponsor workshop held and success criteria locked'),
  // The accountability pilot (§7.3)
  'primary-behaviour-chosen': yesNo('One primary target behaviour chosen'),
  'secondary-behaviours-chosen': count('Secondary target behaviours chosen'),
  'measures-locked': yesNo('Two leading metrics and one outcome locked'),
  'measures-unchanged': yesNo('Metrics unchanged since the start'),
  'workflow-signals-captured': count('Workflow signals captured'),
  'commitment-cards-made': shareOfPeople('Managers with a commitment card'),
  'team-artifacts-made': shareOfPeople('Managers with a team artifact'),
  'peer-circles-held': share('Peer circles held'),
  'artifact-reviews-held': shareOfPeople('Managers who reviewed their artifact with the team'),
  'leading-metrics-improved': count('Leading metrics that improved'),
  // Internal coaching (§7.4, Q1, Q2)
  'baseline-verified': yesNo('Baseline data verified'),
  'coach-time-protected': computed(share('Coaches with protected time agreed by their manager')),
  'supervision-ratio-set': yesNo('Supervision ratio set'),
  'consent-governance-documented': yesNo('Consent and data governance documented'),
  'comparison-group-identified': yesNo('Comparison group identified'),
  'session-fidelity': rating('Session fidelity on the coach quality rubric'),
  'behaviour-within-band': yesNo('Behaviour change within the agreed improvement band'),
  'coaches-reviewed': share('Active coaches reviewed this quarter'),
  'roi-signal-positive': yesNo('Return-on-investment signal holds'),
} satisfies Record<string, Entry>

export type FactName = keyof typeof catalogue

/**
 * Every fact a gate criterion may use (domain §7). A fact is a number or a yes that people attest or the platform computes;
 * `kind` says how it is measured, `answer` what one person is asked to give, `words` how it reads at the start of a reason.
 */
export const facts = Object.fromEntries(
  Object.entries(catalogue).map(([name, fact]) => [name, { name, ...fact }]),
) as Record<FactName, FactDefinition> & Record<string, FactDefinition>

/** The definition of a fact, or undefined when the catalogue has no such name (templates written by owners may err). */
export const findFact = (name: string): FactDefinition | undefined =>
  Object.hasOwn(facts, name) ? facts[name as FactName] : undefined
