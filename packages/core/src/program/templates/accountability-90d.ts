import { programTemplate } from '../template.ts'
import { atLeast, atMost, defaults, each, isYes, one, ruleGate, steeringGate, when } from './gate-notation.ts'

const unchanged = one('data owner', 'measures-unchanged', 'Are metrics and outcome still the ones locked at the start?')
const sponsorCheckIns = one(
  'sponsor',
  'sponsor-check-ins-held',
  'Of the weekly 15-minute check-ins due so far, how many were held?',
)

/** Accountability for 8–12 managers (domain §7.3). Days count from week 0: day 45 falls in week 6 and day 90 in week 12. */
export const accountability90d = programTemplate.parse({
  templateId: 'accountability-90d',
  title: 'Accountability, 90 days',
  summary:
    'A small group of managers changes one team routine: two half-day sessions, weekly coaching, peer circles and a sponsor demo at day 90.',
  weeks: 12,
  gates: [
    ruleGate('A00', 'Targets and sponsor', {
      work: ['Choose the target behaviours', 'Lock two leading metrics and one outcome', 'Hold the sponsor workshop'],
      responsible: ['program lead', 'sponsor', 'data owner'],
      asks: [
        one('program lead', 'primary-behaviour-chosen', 'Is exactly one primary target behaviour chosen?'),
        one('program lead', 'secondary-behaviours-chosen', 'How many secondary target behaviours are chosen?'),
        one('data owner', 'measures-locked', 'Are two leading metrics and one outcome locked for the whole pilot?'),
        one('sponsor', 'sponsor-workshop-held', 'Was the workshop held and are the success criteria locked?'),
      ],
      passes: when(
        'One primary and at most one secondary behaviour, two leading metrics and one outcome are locked with the sponsor',
        isYes('primary-behaviour-chosen'),
        atMost('secondary-behaviours-chosen', 1),
        isYes('measures-locked'),
        isYes('sponsor-workshop-held'),
      ),
    }),
    ruleGate('A02', 'Cohort and baseline', {
      work: ['Recruit 8 to 12 managers', 'Run the short 360 and the OKR health check', 'Capture two workflow signals'],
      responsible: ['learning operations', 'hr analytics'],
      asks: [
        each('participant', 'baseline-captured', 'Have you completed the short 360 and the OKR health check?'),
        one('hr analytics', 'workflow-signals-captured', 'How many workflow signals have a baseline?'),
      ],
      passes: when(
        'The cohort has reached its minimum size, every manager has a baseline and two workflow signals are captured',
        atLeast('cohort-size', 8),
        atLeast('baseline-captured', 1),
        atLeast('workflow-signals-captured', 2),
      ),
    }),
    ruleGate('A04', 'Cohort sessions', {
      work: ['Hold two half-day sessions', 'Have each manager leave with one commitment card and one team artifact'],
      responsible: ['coach', 'learning operations'],
      asks: [
        each('participant', 'commitment-cards-made', 'Have you written your commitment card?'),
        each('participant', 'team-artifacts-made', 'Do you have a team artifact to put to use?'),
      ],
      passes: when(
        'Every manager has a commitment card and a team artifact',
        atLeast('commitment-cards-made', 1),
        atLeast('team-artifacts-made', 1),
      ),
    }),
    steeringGate('A06', 'Steering at day 45', {
      work: ['Review attendance and sponsor check-ins midway', 'Correct the course where needed'],
      responsible: ['hr head', 'learning director', 'sponsor', 'transformation lead', 'program owner'],
      asks: [
        each('coach', 'session-attendance', 'Of your sessions scheduled so far, how many were held?'),
        sponsorCheckIns,
        unchanged,
      ],
      passes: when(
        'Attendance and weekly sponsor check-ins are at least 80 % and the metrics are unchanged',
        atLeast('session-attendance', 0.8),
        atLeast('sponsor-check-ins-held', 0.8),
        isYes('measures-unchanged'),
      ),
      choices: ['continue', 'pivot', 'stop'],
    }),
    ruleGate('A08', 'Coaching and peer circles', {
      work: ['Hold weekly 60-minute GROW sessions', 'Hold a 90-minute peer circle every second week'],
      responsible: ['coach', 'coach lead'],
      asks: [
        each('coach', 'session-attendance', 'Of your sessions scheduled so far, how many were held?'),
        one('coach lead', 'peer-circles-held', 'Of the peer circles planned so far, how many were held?'),
      ],
      passes: when(
        'Attendance is at least 80 % and at least 80 % of peer circles were held',
        atLeast('session-attendance', 0.8),
        atLeast('peer-circles-held', 0.8),
      ),
    }),
    steeringGate('A12', 'Sponsor demo and go or no-go at day 90', {
      work: [
        'Hold check-ins every second week',
        'Review artifacts with the teams',
        'Show the sponsor artifacts and signal trends',
      ],
      responsible: ['sponsor', 'program lead', 'hr analytics'],
      asks: [
        each('participant', 'artifact-reviews-held', 'Did you review your artifact with your team?'),
        each('coach', 'action-conversion', 'Of the action items logged with you, how many are completed?'),
        one(
          'hr analytics',
          'leading-metrics-improved',
          'How many of the two leading metrics improved on their baseline?',
        ),
        one('sponsor', 'sponsor-demo-held', 'Was the day-90 demo held for you?'),
        unchanged,
      ],
      passes: when(
        'Demo held, at least 80 % of artifacts reviewed, at least 60 % of actions completed, a leading metric improved, metrics unchanged',
        isYes('sponsor-demo-held'),
        atLeast('artifact-reviews-held', 0.8),
        atLeast('action-conversion', 0.6),
        atLeast('leading-metrics-improved', 1),
        isYes('measures-unchanged'),
      ),
      choices: ['go', 'iterate', 'stop'],
    }),
  ],
  earlySignals: [],
  minimumCohort: 8,
  ...defaults,
})
