import type { Gate } from '../template.ts'
import {
  allOrNone,
  atLeast,
  each,
  improves,
  isYes,
  lessThan,
  moreThan,
  one,
  ruleGate,
  steeringGate,
  when,
} from './gate-notation.ts'
import { coverageQuestion, freshnessQuestion } from './telemetry-questions.ts'

/** W09–W16 of the leadership pilot (domain §7.1): from tactical changes over review 1 to the telemetry. */
export const weeks09To16: Gate[] = [
  ruleGate('W09', 'Tactical changes', {
    work: ['Reassign one or two pairs that do not fit', 'Log each issue and what was done'],
    responsible: ['program lead', 'matching owner'],
    asks: [one('program lead', 'issues-logged', 'Is every issue with a match logged?')],
    passes: when(
      'Less than 10 % of matches are reassigned and every issue is logged',
      lessThan('reassignment-rate', 0.1),
      isYes('issues-logged'),
    ),
  }),
  ruleGate('W10', 'Sprint sessions 5 and 6, mentor check-ins', {
    work: ['Hold coaching sessions 5 and 6', 'Hold the monthly mentor check-ins', 'Document action items'],
    responsible: ['coach', 'mentor'],
    asks: [
      each(
        'coach',
        'action-items-documented',
        'Of your sessions held so far, how many have their action items documented?',
      ),
    ],
    passes: when('Action items are documented for all sessions held', atLeast('action-items-documented', 1)),
  }),
  ruleGate('W11', 'Manager attestations and project signals', {
    work: ['Collect an attestation of each manager', 'Read the signals of the linked projects'],
    responsible: ['hr analytics', 'program lead'],
    collects: ['pulse', 'manager-attestation'],
    asks: [
      each(
        'manager',
        'managers-confirm-progress',
        'Do you see progress in the target behaviour of the people you manage?',
      ),
      one(
        'hr analytics',
        'linked-kpi-improved',
        'Has at least one linked transformation KPI improved on its baseline?',
      ),
    ],
    passes: when(
      'More than half of the managers confirm observable progress',
      moreThan('managers-confirm-progress', 0.5),
    ),
  }),
  steeringGate('W12', 'Review 1', {
    work: ['Present attendance and early behaviour lift to the committee', 'Decide to continue or to pivot'],
    responsible: ['hr head', 'learning director', 'sponsor', 'transformation lead', 'program owner'],
    asks: [
      each('coach', 'session-attendance', 'Of all your sessions scheduled since the start, how many were held?'),
      one(
        'hr analytics',
        'early-behaviour-lift',
        'On average, how far did the target behaviours move from the baseline (−4 to 4, positive is the wanted direction)?',
      ),
    ],
    passes: when(
      'Attendance is at least 80 % and there is an early behaviour lift; the committee records continue, pivot or stop',
      atLeast('session-attendance', 0.8),
      improves('early-behaviour-lift'),
    ),
    choices: ['continue', 'pivot', 'stop'],
  }),
  ruleGate('W13', 'Carry out pivots', {
    work: ['Carry out each pivot that was decided', 'Tell everyone concerned what changes for them'],
    responsible: ['program lead', 'coach'],
    asks: [],
    passes: when('Every pivot decided is done and communicated', allOrNone('pivots-done')),
  }),
  ruleGate('W14', 'Coaching wrap-up', {
    work: ['Hold the last coaching sessions', 'Fill in the transfer checklist of each engagement'],
    responsible: ['coach', 'learning operations'],
    collects: ['closing-notes'],
    asks: [
      each(
        'coach',
        'closing-notes-submitted',
        'Have you submitted closing notes and transfer items for all your engagements?',
      ),
    ],
    passes: when('Every coach has submitted closing notes and transfer items', atLeast('closing-notes-submitted', 1)),
  }),
  ruleGate('W15', 'Sponsor actions and mentor refresh', {
    work: ['Log at least one sponsor action for each mentee', 'Refresh the mentor training'],
    responsible: ['mentor', 'hr head'],
    asks: [each('mentor', 'sponsor-actions-logged', 'Of your mentees, for how many have you logged a sponsor action?')],
    passes: when('At least one sponsor action is logged for every mentee', atLeast('sponsor-actions-logged', 1)),
  }),
  ruleGate('W16', 'Session metadata to the warehouse', {
    work: ['Load session metadata into the warehouse', 'Show coverage and freshness'],
    responsible: ['hr analytics', 'learning operations'],
    asks: [
      one('hr analytics', 'telemetry-coverage', coverageQuestion),
      one('learning operations', 'telemetry-fresh', freshnessQuestion),
    ],
    passes: when(
      'The pipeline delivers session-level telemetry: at least 90 % of sessions held, and fresh',
      atLeast('telemetry-coverage', 0.9),
      isYes('telemetry-fresh'),
    ),
  }),
]
