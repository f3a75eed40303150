import { programTemplate } from '../template.ts'
import {
  atLeast,
  atMost,
  defaults,
  each,
  improves,
  isYes,
  lessThan,
  one,
  ruleGate,
  steeringGate,
  when,
} from './gate-notation.ts'

/**
 * Mentor coaching linked to delivery (domain §7.2). Days count from the start of the preparation week: day 30 falls in week 4
 * and day 90 in week 12. The expansion threshold is −20 % lead time, kept as the share of the baseline that was saved.
 */
export const mentorCoach90d = programTemplate.parse({
  templateId: 'mentor-coach-90d',
  title: 'Mentor coaching, 90 days',
  summary:
    'Pairs work on one live delivery decision each: weekly sessions, a first artifact by week 4, and expansion only with a sponsor’s signature and shorter lead time.',
  weeks: 12,
  gates: [
    ruleGate('M00', 'Onboard', {
      work: [
        'Hand out the cohort charter, role charters and data-access agreements',
        'Collect baselines',
        'Hold the 60-minute alignment of sponsor, mentor and mentee that sets the first acceptance criterion',
      ],
      responsible: ['program lead', 'mentor', 'sponsor'],
      asks: [
        one('sponsor', 'pair-kpis-signed', 'Of all pairs, how many have a KPI that you signed?'),
        each('mentor', 'role-charters-signed', 'Have you signed the role charter and the data-access agreement?'),
        each('participant', 'baseline-captured', 'Is the baseline of your delivery KPI captured?'),
        each('mentor', 'acceptance-criteria-set', 'Of your pairs, how many have a first acceptance criterion?'),
      ],
      passes: when(
        'The cohort is complete, and every pair has a sponsor-signed KPI, signed charters, a baseline and a first acceptance criterion',
        atLeast('cohort-size', 8),
        atLeast('pair-kpis-signed', 1),
        atLeast('role-charters-signed', 1),
        atLeast('baseline-captured', 1),
        atLeast('acceptance-criteria-set', 1),
      ),
    }),
    ruleGate('M01', 'First session and chemistry check', {
      work: ['Hold the first weekly session', 'Check the chemistry of each pair and pair anew where it is missing'],
      responsible: ['mentor', 'matching owner'],
      asks: [each('participant', 'chemistry-confirmed', 'Do you want to go on working with your mentor coach?')],
      passes: when(
        'At least 90 % of participants confirm the chemistry of their pair',
        atLeast('chemistry-confirmed', 0.9),
      ),
    }),
    ruleGate('M04', 'First artifact and reassessment', {
      work: [
        'Hold the weekly sessions of weeks 2 to 4',
        'Deliver one small deployable outcome or validation artifact per pair',
        'Reassess each pair at day 30',
      ],
      responsible: ['mentor', 'matching owner'],
      asks: [
        each('mentor', 'session-attendance', 'Of your sessions scheduled so far, how many were held?'),
        each('mentor', 'validation-artifacts-delivered', 'Of your pairs, how many delivered an outcome or artifact?'),
        each('mentor', 'pairs-reassessed', 'Of your pairs, how many did you reassess at day 30?'),
        one('matching owner', 'reassignment-rate', 'Of all pairs, how many have been reassigned so far?'),
      ],
      passes: when(
        'Attendance is at least 80 %, every pair delivered an artifact and was reassessed, less than 10 % were reassigned',
        atLeast('session-attendance', 0.8),
        atLeast('validation-artifacts-delivered', 1),
        atLeast('pairs-reassessed', 1),
        lessThan('reassignment-rate', 0.1),
      ),
    }),
    ruleGate('M08', 'Clinics, sponsor check-in and mid measure', {
      work: [
        'Move some pairs to group clinics',
        'Clear governance blockers with the sponsor',
        'Measure competencies midway',
      ],
      responsible: ['mentor', 'sponsor', 'learning operations'],
      asks: [
        one('sponsor', 'sponsor-check-in-held', 'Did you hold the sponsor check-in and take up the blockers?'),
        one('learning operations', 'open-systemic-blockers', 'How many governance blockers are still open?'),
        each('participant', 'competency-movement', 'How have your skills moved since the baseline, from −4 to 4?'),
      ],
      passes: when(
        'The sponsor check-in was held, no blocker is open and competencies moved in the right direction',
        isYes('sponsor-check-in-held'),
        atMost('open-systemic-blockers', 0),
        improves('competency-movement'),
      ),
    }),
    steeringGate('M12', 'Delivery KPI and expansion', {
      work: [
        'Verify the delivery KPI against its baseline',
        'Run the post 360',
        'Turn working artifacts into templates',
      ],
      responsible: ['hr analytics', 'sponsor', 'program lead'],
      asks: [
        one('hr analytics', 'lead-time-reduction', 'Of the days of lead time in the baseline, how many are saved now?'),
        each('participant', 'competency-movement', 'How have your skills moved since the baseline, from −4 to 4?'),
        one('sponsor', 'sponsor-expansion-sign-off', 'Do you sign off an expansion, given the return you see?'),
      ],
      passes: when(
        'Lead time fell by at least 20 %, competencies moved and the sponsor signs off expansion',
        atLeast('lead-time-reduction', 0.2),
        improves('competency-movement'),
        isYes('sponsor-expansion-sign-off'),
      ),
      choices: ['scale', 'iterate', 'sunset'],
    }),
  ],
  earlySignals: [
    { day: 45, words: 'Mid checkpoint: attendance, artifacts and competency movement; directional, not proof' },
  ],
  minimumCohort: 8,
  ...defaults,
})
