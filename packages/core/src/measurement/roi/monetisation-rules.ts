import type { KpiId } from '../kpis/kpi-ids.ts'

/** How an operational change becomes money (domain §8): agreed on before the numbers are known, and shown with them. */
export type MonetisationRule = {
  id: string
  words: string
  kpis: readonly KpiId[]
  /** What is measured, in which unit, and which way is better. */
  unit: string
  better: 'lower' | 'higher'
  /** What the change per case is multiplied with, and what one unit of it is worth. */
  quantity: string
  price: string
  /** Whether the change happens anew in each month of the window. */
  monthly: boolean
  formula: string
  assumptions: readonly string[]
  source: string
}

const guide = 'Leadership coaching training, 7: measurement framework and ROI estimation (seed 002)'
const attributed = 'Only the share that the program caused counts.'

/** The documented rules. A program chooses two or three of them before it starts; others are added here, not in a request. */
export const monetisationRules = [
  {
    id: 'hours-saved',
    words: 'Hours that leaders no longer lose',
    kpis: ['K8', 'K12'],
    unit: 'hours lost per leader and month',
    better: 'lower',
    quantity: 'leaders',
    price: 'loaded cost of an hour',
    monthly: true,
    formula: 'fewer hours × leaders × months × loaded cost of an hour × share caused',
    assumptions: [attributed, 'An hour saved is used for work of the same value.'],
    source: `${guide}: "saved hours × loaded manager cost"`,
  },
  {
    id: 'turnaround-days',
    words: 'Decisions that are made sooner',
    kpis: ['K8'],
    unit: 'days per decision',
    better: 'lower',
    quantity: 'decisions in the window',
    price: 'value of a day',
    monthly: false,
    formula: 'fewer days × decisions × value of a day × share caused',
    assumptions: [attributed, 'A day sooner is worth the same for each decision.'],
    source: `${guide}: approval turnaround from 46 to 31 days`,
  },
  {
    id: 'escalations-avoided',
    words: 'Escalations that do not happen',
    kpis: ['K8'],
    unit: 'escalations per leader and month',
    better: 'lower',
    quantity: 'leaders',
    price: 'cost of an escalation: hours of all involved × loaded cost',
    monthly: true,
    formula: 'fewer escalations × leaders × months × cost of one × share caused',
    assumptions: [attributed, 'What is not escalated is settled in the team at no extra cost.'],
    source: `${guide}: "fewer escalations"`,
  },
  {
    id: 'leavers-avoided',
    words: 'High performers who stay',
    kpis: ['K10'],
    unit: 'share of people who leave in the window',
    better: 'lower',
    quantity: 'people',
    price: 'cost of replacing a person',
    monthly: false,
    formula: 'lower share of leavers × people × cost of replacing one × share caused',
    assumptions: [attributed, 'Who stays through the window does not leave right after it.'],
    source: 'Domain §8, K10',
  },
  {
    id: 'role-filled-sooner',
    words: 'Roles that are filled sooner',
    kpis: ['K3'],
    unit: 'months to the role change',
    better: 'lower',
    quantity: 'role changes in the window',
    price: 'cost of a month with the role unfilled',
    monthly: false,
    formula: 'fewer months × role changes × cost of an unfilled month × share caused',
    assumptions: [attributed, 'The role would have stayed unfilled meanwhile.'],
    source: 'Domain §8, K3 mobility delta',
  },
  {
    id: 'releases-on-scope',
    words: 'Releases that meet their scope',
    kpis: ['K4'],
    unit: 'share of releases that meet the planned scope',
    better: 'higher',
    quantity: 'releases in the window',
    price: 'value of a release that meets its scope',
    monthly: false,
    formula: 'higher share × releases × value of one × share caused',
    assumptions: [attributed, 'A release that misses its scope costs what its rework costs.'],
    source: 'Domain §8, K4 delivery reliability',
  },
  {
    id: 'deployment-days',
    words: 'Changes that are live sooner',
    kpis: ['K12'],
    unit: 'days of lead time per deployment',
    better: 'lower',
    quantity: 'deployments in the window',
    price: 'value of a day',
    monthly: false,
    formula: 'fewer days × deployments × value of a day × share caused',
    assumptions: [attributed, 'A day sooner is worth the same for each deployment.'],
    source: 'Domain §8, K12 deployment lead time',
  },
] as const satisfies MonetisationRule[]

export type RuleId = (typeof monetisationRules)[number]['id']
export const ruleIds = monetisationRules.map(({ id }) => id) as [RuleId, ...RuleId[]]
export const ruleOf = (id: RuleId): MonetisationRule => monetisationRules.find((rule) => rule.id === id)!
