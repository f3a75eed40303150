import type { Gate } from '../template.ts'
import { programTemplate } from '../template.ts'
import { atLeast, defaults, each, isYes, one, steeringGate, when } from './gate-notation.ts'

/** All six must hold before an internal coaching program starts, and again before it scales (domain §7.4). */
const checklist = [
  isYes('baseline-verified'),
  isYes('sponsor-approval'),
  atLeast('coach-time-protected', 1),
  isYes('supervision-ratio-set'),
  isYes('consent-governance-documented'),
  isYes('comparison-group-identified'),
]

const approval = one('sponsor', 'sponsor-approval', 'Do you approve the next phase?')
const governance = one(
  'legal',
  'consent-governance-documented',
  'Are consent and data governance documented and up to date?',
)
const fidelity = each(
  'supervisor',
  'session-fidelity',
  'What is the median rubric score of the sessions you reviewed (1–5)?',
)
const reviewed = one(
  'coach lead',
  'coaches-reviewed',
  'Of all active coaches, how many had a session reviewed this quarter?',
)
const choices: Gate['choices'] = ['go', 'iterate', 'stop']

/** An internal coaching capability in a year (domain §7.4): gates at months 0, 3, 6 and 12, each go, iterate or stop. */
export const internalCoaching12m = programTemplate.parse({
  templateId: 'internal-coaching-12m',
  title: 'Internal coaching, 12 months',
  summary:
    'Plan, pilot, adjust and scale internal coaches, with a steering decision to go, iterate or stop at months 0, 3, 6 and 12.',
  weeks: 52,
  gates: [
    steeringGate('C00', 'Month 0: planning', {
      work: [
        'Fix the business KPI and its owner',
        'Agree protected coach time with managers',
        'Review risks with legal',
      ],
      responsible: ['program lead', 'sponsor', 'legal', 'hr analytics', 'coach lead', 'supervisor'],
      asks: [
        one('program lead', 'kpi-owners-named', 'Of the business KPIs, how many have a named measurement owner?'),
        one('hr analytics', 'baseline-verified', 'Is the baseline available and verified?'),
        approval,
        one(
          'coach lead',
          'coach-time-protected',
          'Of all internal coaches, how many have 10–20 % of their time protected?',
        ),
        one('supervisor', 'supervision-ratio-set', 'Is one master coach set for every 8 to 15 internal coaches?'),
        governance,
        one('hr analytics', 'comparison-group-identified', 'Is a comparison group identified?'),
      ],
      passes: when(
        'Checklist: baseline verified, sponsor approval, protected coach time, supervision ratio, consent and governance, comparison group; every KPI has an owner',
        ...checklist,
        atLeast('kpi-owners-named', 1),
      ),
      choices,
    }),
    steeringGate('C13', 'Month 3: launch and active pilot', {
      work: ['Train coaches and start engagements', 'Review sessions and give written feedback within 48 hours'],
      responsible: ['coach lead', 'coach', 'supervisor'],
      asks: [
        each('coach', 'session-attendance', 'Of your sessions scheduled so far, how many were held?'),
        fidelity,
        reviewed,
      ],
      passes: when(
        'The cohort has reached its minimum size, attendance is at least 80 %, session fidelity at least 4.0 and 20 % of coaches reviewed',
        atLeast('cohort-size', 20),
        atLeast('session-attendance', 0.8),
        atLeast('session-fidelity', 4),
        atLeast('coaches-reviewed', 0.2),
      ),
      choices,
    }),
    steeringGate('C26', 'Month 6: evaluate and adjust', {
      work: ['Audit midway', 'Compare leading indicators with the comparison group', 'Correct coach drift'],
      responsible: ['hr analytics', 'supervisor', 'sponsor', 'coach lead'],
      asks: [
        one(
          'hr analytics',
          'behaviour-within-band',
          'Does behaviour change meet the improvement band agreed at the start?',
        ),
        approval,
        governance,
        fidelity,
        reviewed,
      ],
      passes: when(
        'Behaviour change meets the agreed band, fidelity and reviews hold, and all six items of the checklist are checked',
        isYes('behaviour-within-band'),
        atLeast('session-fidelity', 4),
        atLeast('coaches-reviewed', 0.2),
        ...checklist,
      ),
      choices,
    }),
    steeringGate('C52', 'Month 12: scale and institutionalise', {
      work: [
        'Expand placements step by step',
        'Lock recertification and career path',
        'Bring coaching into talent workflows',
      ],
      responsible: ['program owner', 'finance', 'supervisor', 'legal'],
      asks: [
        one('finance', 'roi-signal-positive', 'Does the return-on-investment signal hold over its sensitivity range?'),
        each(
          'participant',
          'participant-rating',
          'How useful is your coaching to you, from 1 (not at all) to 5 (very)?',
        ),
        governance,
        fidelity,
        reviewed,
      ],
      passes: when(
        'The ROI signal and governance hold, fidelity and participant rating are at least 4.0, and 20 % of coaches are reviewed',
        isYes('roi-signal-positive'),
        isYes('consent-governance-documented'),
        atLeast('session-fidelity', 4),
        atLeast('participant-rating', 4),
        atLeast('coaches-reviewed', 0.2),
      ),
      choices,
    }),
  ],
  earlySignals: [],
  minimumCohort: 20,
  ...defaults,
})
