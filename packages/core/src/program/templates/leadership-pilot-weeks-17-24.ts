import type { Gate } from '../template.ts'
import { atLeast, each, isYes, one, ruleGate, steeringGate, when } from './gate-notation.ts'
import { coverageQuestion, freshnessQuestion } from './telemetry-questions.ts'

/** W17–W24 of the leadership pilot (domain §7.1): from the follow-up 360 to the go/no-go. */
export const weeks17To24: Gate[] = [
  ruleGate('W17', 'Follow-up 360 and manager feedback', {
    work: ['Run the follow-up 360, 60 to 90 days on', 'Collect feedback of managers'],
    responsible: ['hr analytics'],
    collects: ['follow-up-360', 'manager-attestation'],
    asks: [
      one(
        'hr analytics',
        'target-behaviours-moved',
        'In how many target behaviours does the 360 show movement the right way?',
      ),
    ],
    passes: when('There is movement in at least one target behaviour', atLeast('target-behaviours-moved', 1)),
  }),
  ruleGate('W18', 'Case interviews', {
    work: ['Interview participants whose work changed most', 'Draft two or three case studies'],
    responsible: ['program lead', 'sponsor'],
    asks: [one('program lead', 'case-studies-drafted', 'How many case studies are drafted?')],
    passes: when('At least two case studies are drafted', atLeast('case-studies-drafted', 2)),
  }),
  steeringGate('W19', 'Midpoint steering', {
    work: ['Set the budget spent against the outcomes so far', 'Decide on the same budget or another'],
    responsible: ['hr head', 'learning director', 'sponsor', 'transformation lead', 'program owner', 'finance'],
    asks: [one('finance', 'budget-within-plan', 'Is the money spent so far within the plan for this week?')],
    passes: when(
      'Spending is within the plan and at least one target behaviour has moved; the committee records same or adjusted budget',
      isYes('budget-within-plan'),
      atLeast('target-behaviours-moved', 1),
    ),
    choices: ['same budget', 'adjust budget', 'stop'],
  }),
  ruleGate('W20', 'Second cohort and scale steps', {
    work: ['Check readiness for a second cohort', 'Draft the scaling plan with preliminary costs'],
    responsible: ['program lead', 'procurement'],
    asks: [
      one('program lead', 'scaling-plan-drafted', 'Is the scaling plan drafted?'),
      one('procurement', 'preliminary-costs-drafted', 'Does the scaling plan hold preliminary costs?'),
    ],
    passes: when(
      'A scaling plan with preliminary costs is drafted',
      isYes('scaling-plan-drafted'),
      isYes('preliminary-costs-drafted'),
    ),
  }),
  ruleGate('W21', 'Longitudinal measurement plan', {
    work: ['Write the queries that follow the KPIs after the pilot', 'Schedule the data loads'],
    responsible: ['hr analytics'],
    asks: [
      one(
        'hr analytics',
        'measurement-queries-ready',
        'Are the queries of the longitudinal measurement plan in place?',
      ),
      one('hr analytics', 'scheduled-loads-ready', 'Are the data loads scheduled and running?'),
    ],
    passes: when(
      'Queries and scheduled loads are in place',
      isYes('measurement-queries-ready'),
      isYes('scheduled-loads-ready'),
    ),
  }),
  ruleGate('W22', 'Final outcomes and progress reports', {
    work: [
      'Collect the final outcomes of coaches',
      'Collect the progress reports of mentors',
      'Ask for the last rating',
    ],
    responsible: ['coach', 'mentor', 'learning operations'],
    collects: ['final-outcome', 'progress-report', 'rating', 'sponsor-rating'],
    asks: [
      each('coach', 'coach-outcomes-submitted', 'Have you submitted the closing artifact of every engagement?'),
      each('mentor', 'mentor-progress-submitted', 'Have you submitted the progress report of every mentee?'),
      each('coach', 'session-attendance', 'Of all your sessions scheduled in the pilot, how many were held?'),
      each('participant', 'participant-rating', 'How useful was the program to you, from 1 (not at all) to 5 (very)?'),
    ],
    passes: when(
      'Every closing artifact of coaches and mentors is submitted',
      atLeast('coach-outcomes-submitted', 1),
      atLeast('mentor-progress-submitted', 1),
    ),
  }),
  ruleGate('W23', 'Matched-cohort analysis and synthesis', {
    work: ['Compare the cohort with matched people outside it', 'Put numbers and case studies together'],
    responsible: ['hr analytics', 'program lead'],
    asks: [
      one('hr analytics', 'impact-signal-ready', 'Is the preliminary impact signal ready for the committee?'),
      one(
        'hr analytics',
        'linked-kpi-improved',
        'Has at least one linked transformation KPI improved on its baseline?',
      ),
      one('hr analytics', 'telemetry-coverage', coverageQuestion),
      one('hr analytics', 'telemetry-fresh', freshnessQuestion),
    ],
    passes: when('The impact signal is ready for review', isYes('impact-signal-ready')),
  }),
  steeringGate('W24', 'Go or no-go', {
    work: [
      'Present the steering pack and the scale checklist',
      'Decide to scale, iterate or sunset, with timeline and budget',
    ],
    responsible: ['hr head', 'learning director', 'sponsor', 'transformation lead', 'program owner'],
    asks: [],
    passes: when(
      'Scale checklist: attendance at least 80 %, participant rating at least 4.0, direction on at least one behaviour, telemetry flowing, sponsor actions documented',
      atLeast('session-attendance', 0.8),
      atLeast('participant-rating', 4),
      atLeast('target-behaviours-moved', 1),
      atLeast('telemetry-coverage', 0.9),
      isYes('telemetry-fresh'),
      atLeast('sponsor-actions-logged', 1),
    ),
    choices: ['scale', 'iterate', 'sunset'],
    scaleDecision: true,
  }),
]
