import type { Gate } from '../template.ts'
import { atLeast, atMost, each, improves, isYes, one, ruleGate, when } from './gate-notation.ts'

/** W01–W08 of the leadership pilot (domain §7.1): from scope to the first pulse. */
export const weeks01To08: Gate[] = [
  ruleGate('W01', 'Scope, KPI map and legal sign-off', {
    work: [
      'Agree the scope and which leaders the pilot is for',
      'Map each KPI to an owner and a data feed',
      'Get the legal sign-off on data consent',
    ],
    responsible: ['program lead', 'legal', 'sponsor'],
    asks: [
      one('sponsor', 'kpi-owners-named', 'Of the KPIs in the KPI map, how many have a named owner?'),
      one('program lead', 'kpi-feeds-confirmed', 'Of the KPIs in the KPI map, how many have a confirmed data feed?'),
      one('legal', 'legal-sign-off', 'Have you signed off the wording and the use of data consent?'),
    ],
    passes: when(
      'Every KPI has a named owner and a confirmed data feed, and legal has signed off data consent',
      atLeast('kpi-owners-named', 1),
      atLeast('kpi-feeds-confirmed', 1),
      isYes('legal-sign-off'),
    ),
  }),
  ruleGate('W02', 'Cohort, invitations and intake', {
    work: ['Recruit the cohort', 'Invite coaches and mentors', 'Collect the intake form of every invited person'],
    responsible: ['learning operations', 'hr head', 'program lead'],
    asks: [],
    passes: when(
      'The cohort has reached its minimum size and at least 90 % of those invited have a complete intake',
      atLeast('cohort-size', 20),
      atLeast('intake-completion', 0.9),
    ),
  }),
  ruleGate('W03', 'Calibrate coaches and mentors', {
    work: ['Run demo sessions in front of the panel', 'Calibrate the scores', 'Admit coaches and mentors to the pool'],
    responsible: ['program lead', 'coach lead', 'mentor lead'],
    asks: [
      one(
        'coach lead',
        'provider-calibration',
        'Agree with the mentor lead: among all coaches and mentors admitted, what is the lowest panel median on the demo rubric (1–5)?',
      ),
    ],
    passes: when(
      'Each admitted coach and mentor has a panel median of at least 4 of 5, and the pool is big enough for the cohort',
      atLeast('provider-calibration', 4),
      isYes('pool-covers-cohort'),
    ),
  }),
  ruleGate('W04', 'Match and sign agreements', {
    work: [
      'Review the proposed matches',
      'Approve or override each, with a reason',
      'Have both sides sign the agreement',
    ],
    responsible: ['program lead', 'matching owner'],
    asks: [],
    passes: when(
      'All matches are approved and all working agreements are signed by both sides',
      atLeast('matches-approved', 1),
      atLeast('agreements-signed', 1),
    ),
  }),
  ruleGate('W05', 'Kickoffs and baseline', {
    work: ['Hold the kickoff of each engagement', 'Run the baseline 360', 'Record the health of each linked project'],
    responsible: ['coach', 'mentor', 'hr analytics'],
    collects: ['baseline-360'],
    asks: [each('participant', 'baseline-captured', 'Is your baseline (360 or goal metric) captured?')],
    passes: when('A baseline is captured for every participant', atLeast('baseline-captured', 1)),
  }),
  ruleGate('W06', 'Sprint sessions 1 and 2', {
    work: ['Hold coaching sessions 1 and 2', 'Hold the exploratory meeting of each mentor and mentee'],
    responsible: ['coach', 'mentor'],
    asks: [each('coach', 'session-attendance', 'Of your sessions scheduled so far, how many were held?')],
    passes: when('Session attendance is at least 80 %', atLeast('session-attendance', 0.8)),
  }),
  ruleGate('W07', 'Rapid feedback', {
    work: [
      'Collect first impressions of participants and managers',
      'Sort out blockers that concern the whole program',
    ],
    responsible: ['program lead', 'learning operations'],
    collects: ['rating'],
    asks: [
      each(
        'participant',
        'participant-rating',
        'How useful are your sessions so far, from 1 (not at all) to 5 (very)?',
      ),
      one(
        'learning operations',
        'open-systemic-blockers',
        'After reading the feedback of participants and managers: how many systemic blockers are still open?',
      ),
    ],
    passes: when('No systemic blocker is open', atMost('open-systemic-blockers', 0)),
  }),
  ruleGate('W08', 'Sprint sessions 3 and 4, pulse', {
    work: ['Hold coaching sessions 3 and 4', 'Send the mid-sprint pulse'],
    responsible: ['coach', 'program lead'],
    collects: ['pulse'],
    asks: [
      each(
        'participant',
        'primary-indicator-movement',
        'Compared with your baseline, how has your primary target behaviour moved, from −4 (much worse) to 4 (much better)?',
      ),
    ],
    passes: when(
      'The primary behaviour indicator moves in the right direction',
      improves('primary-indicator-movement'),
    ),
  }),
]
