import { describe, expect, it } from 'vitest'
import { evaluateCriterion } from '../../packages/core/src/gates/evaluate-criterion.ts'
import { shippedTemplates } from '../../packages/core/src/program/templates/index.ts'
import { change, count, factsOf, no, rating, ratio, type Values, yes } from './fact-values.ts'

type Row = [templateId: string, gate: string, passes: Values, ...fails: Values[]]

const clinics: Values = {
  'sponsor-check-in-held': yes,
  'open-systemic-blockers': count(0),
  'competency-movement': change(0.2),
}
const expansion: Values = {
  'lead-time-reduction': ratio(2, 10),
  'competency-movement': change(0.2),
  'sponsor-expansion-sign-off': yes,
}
const checklist: Values = {
  'baseline-verified': yes,
  'sponsor-approval': yes,
  'coach-time-protected': ratio(12, 12),
  'supervision-ratio-set': yes,
  'consent-governance-documented': yes,
  'comparison-group-identified': yes,
}
const checklistFails: Values[] = [
  ...Object.keys(checklist).map((fact) => ({ [fact]: fact === 'coach-time-protected' ? ratio(11, 12) : no })),
]
const quality: Values = { 'session-fidelity': rating(4), 'coaches-reviewed': ratio(3, 15) }
const qualityFails: Values[] = [{ 'session-fidelity': rating(3.5) }, { 'coaches-reviewed': ratio(2, 15) }]

/** Domain §7.2–7.4, each criterion at its boundary, then what changes to fail it. */
const table: Row[] = [
  [
    'mentor-coach-90d',
    'M00',
    {
      'cohort-size': count(8),
      'pair-kpis-signed': ratio(8, 8),
      'role-charters-signed': ratio(4, 4),
      'baseline-captured': ratio(8, 8),
      'acceptance-criteria-set': ratio(8, 8),
    },
    { 'cohort-size': count(7) },
    { 'pair-kpis-signed': ratio(7, 8) },
    { 'role-charters-signed': ratio(3, 4) },
    { 'baseline-captured': ratio(7, 8) },
    { 'acceptance-criteria-set': ratio(7, 8) },
  ],
  ['mentor-coach-90d', 'M01', { 'chemistry-confirmed': ratio(9, 10) }, { 'chemistry-confirmed': ratio(8, 9) }],
  [
    'mentor-coach-90d',
    'M04',
    {
      'session-attendance': ratio(4, 5),
      'validation-artifacts-delivered': ratio(8, 8),
      'pairs-reassessed': ratio(8, 8),
      'reassignment-rate': ratio(1, 11),
    },
    { 'session-attendance': ratio(3, 4) },
    { 'validation-artifacts-delivered': ratio(7, 8) },
    { 'pairs-reassessed': ratio(7, 8) },
    { 'reassignment-rate': ratio(1, 10) },
  ],
  [
    'mentor-coach-90d',
    'M08',
    clinics,
    { 'sponsor-check-in-held': no },
    { 'open-systemic-blockers': count(1) },
    { 'competency-movement': change(0) },
  ],
  [
    'mentor-coach-90d',
    'M12',
    expansion,
    { 'lead-time-reduction': ratio(19, 100) },
    { 'competency-movement': change(-0.1) },
    { 'sponsor-expansion-sign-off': no },
  ],
  [
    'mentor-coach-120d',
    'M11',
    { ...clinics, 'group-clinics-held': ratio(4, 5) },
    { 'group-clinics-held': ratio(3, 4) },
  ],
  ['mentor-coach-120d', 'M17', expansion, { 'lead-time-reduction': ratio(1, 10) }],
  [
    'accountability-90d',
    'A00',
    {
      'primary-behaviour-chosen': yes,
      'secondary-behaviours-chosen': count(1),
      'measures-locked': yes,
      'sponsor-workshop-held': yes,
    },
    { 'primary-behaviour-chosen': no },
    { 'secondary-behaviours-chosen': count(2) },
    { 'measures-locked': no },
    { 'sponsor-workshop-held': no },
  ],
  [
    'accountability-90d',
    'A02',
    { 'cohort-size': count(8), 'baseline-captured': ratio(8, 8), 'workflow-signals-captured': count(2) },
    { 'cohort-size': count(7) },
    { 'baseline-captured': ratio(7, 8) },
    { 'workflow-signals-captured': count(1) },
  ],
  [
    'accountability-90d',
    'A04',
    { 'commitment-cards-made': ratio(8, 8), 'team-artifacts-made': ratio(8, 8) },
    { 'commitment-cards-made': ratio(7, 8) },
    { 'team-artifacts-made': ratio(7, 8) },
  ],
  [
    'accountability-90d',
    'A06',
    { 'session-attendance': ratio(4, 5), 'sponsor-check-ins-held': ratio(4, 5), 'measures-unchanged': yes },
    { 'session-attendance': ratio(3, 5) },
    { 'sponsor-check-ins-held': ratio(3, 5) },
    { 'measures-unchanged': no },
  ],
  [
    'accountability-90d',
    'A08',
    { 'session-attendance': ratio(4, 5), 'peer-circles-held': ratio(4, 5) },
    { 'session-attendance': ratio(3, 5) },
    { 'peer-circles-held': ratio(3, 5) },
  ],
  [
    'accountability-90d',
    'A12',
    {
      'sponsor-demo-held': yes,
      'artifact-reviews-held': ratio(8, 10),
      'action-conversion': ratio(6, 10),
      'leading-metrics-improved': count(1),
      'measures-unchanged': yes,
    },
    { 'sponsor-demo-held': no },
    { 'artifact-reviews-held': ratio(7, 10) },
    { 'action-conversion': ratio(59, 100) },
    { 'leading-metrics-improved': count(0) },
    { 'measures-unchanged': no },
  ],
  [
    'internal-coaching-12m',
    'C00',
    { ...checklist, 'kpi-owners-named': ratio(3, 3) },
    ...checklistFails,
    { 'kpi-owners-named': ratio(2, 3) },
  ],
  [
    'internal-coaching-12m',
    'C13',
    { ...quality, 'cohort-size': count(20), 'session-attendance': ratio(4, 5) },
    ...qualityFails,
    { 'cohort-size': count(19) },
    { 'session-attendance': ratio(3, 4) },
  ],
  [
    'internal-coaching-12m',
    'C26',
    { ...checklist, ...quality, 'behaviour-within-band': yes },
    ...checklistFails,
    ...qualityFails,
    { 'behaviour-within-band': no },
  ],
  [
    'internal-coaching-12m',
    'C52',
    { ...quality, 'roi-signal-positive': yes, 'consent-governance-documented': yes, 'participant-rating': rating(4) },
    ...qualityFails,
    { 'roi-signal-positive': no },
    { 'consent-governance-documented': no },
    { 'participant-rating': rating(3.9) },
  ],
]

describe.each(table)('%s %s', (templateId, gate, passes, ...fails) => {
  const { criterion } = shippedTemplates
    .find((each) => each.templateId === templateId)!
    .gates.find((each) => each.gate === gate)!

  it('passes at its boundary', () => {
    expect(evaluateCriterion(criterion, factsOf(passes)).outcome).toBe('pass')
  })

  it.each(fails)('fails with %j', (changed) => {
    expect(evaluateCriterion(criterion, factsOf({ ...passes, ...changed })).outcome).toBe('fail')
  })

  it.each(Object.keys(passes))('is inconclusive without %s', (fact) => {
    expect(evaluateCriterion(criterion, factsOf({ ...passes, [fact]: undefined })).outcome).toBe('inconclusive')
  })
})

it('covers every gate of these templates (the 120-day variant: those that differ from the 90-day one)', () => {
  const rows = table.map(([templateId, gate]) => `${templateId} ${gate}`)
  const shared = ['M00', 'M01', 'M04'].map((gate) => `mentor-coach-120d ${gate}`)
  const all = shippedTemplates
    .slice(1)
    .flatMap((template) => template.gates.map(({ gate }) => `${template.templateId} ${gate}`))
  expect(all.filter((each) => !shared.includes(each))).toEqual(rows)
})
