import type { SelectionPath } from '../selection-path.ts'
import { checkByLead, fromCandidate, panelOn, signedBy } from './requirements.ts'

/** S-M, with the four-week mentor course (S-M7) */
export const internalMentor: SelectionPath = {
  path: 'internal-mentor',
  service: 'mentor',
  title: 'Internal mentor',
  lead: 'mentor lead',
  stages: [
    {
      step: 'application',
      rule: 'S-M1',
      title: 'Ask for the application',
      noun: 'the application',
      days: 7,
      requirements: [
        fromCandidate('application', 'mentor-application', {
          title: 'Apply as a mentor',
          why: 'Your history, introductions of the last 18 months, earlier mentees, bias-awareness training (S-M1 to S-M4).',
        }),
      ],
    },
    {
      together: 'Check, endorse and sign',
      branches: [
        [
          {
            step: 'evidence',
            rule: 'S-M1',
            title: 'Check the evidence',
            noun: 'the check of the evidence',
            days: 5,
            requirements: [
              checkByLead('check', ['S-M1', 'S-M2', 'S-M3', 'S-M4'], {
                title: 'Check what the mentor has shown',
                why: 'The ability to sponsor counts, not just tenure (S-M1 to S-M4).',
              }),
            ],
          },
        ],
        [
          {
            step: 'endorsement',
            rule: 'S-M5',
            title: 'Ask the manager to endorse',
            noun: 'the endorsement',
            days: 5,
            requirements: [
              {
                requirement: 'endorsement',
                asks: 'manager',
                form: 'endorsement',
                title: 'Endorse a mentor',
                why: 'A mentor needs their manager behind them (S-M5).',
              },
            ],
          },
        ],
        [
          {
            step: 'clause',
            rule: 'S-M6',
            title: 'Sign the conflict-of-interest and sponsorship clause',
            noun: 'the clause',
            days: 7,
            requirements: [
              signedBy('candidate', 'sponsorship-clause', {
                title: 'Sign the conflict-of-interest and sponsorship-commitment clause',
                why: 'Signed before any mentee is assigned (S-M6).',
              }),
            ],
          },
        ],
      ],
    },
    {
      step: 'course-week-1',
      rule: 'S-M7',
      title: 'Course week 1: foundations and role boundaries',
      noun: 'course week 1',
      days: 7,
      requirements: [
        fromCandidate('quiz', 'quiz', {
          title: 'Take the scenario quiz',
          why: 'Week 1 of the mentor course: foundations and role boundaries (S-M7).',
        }),
        signedBy('candidate', 'mentor-agreement', {
          title: "Sign the mentor's working agreement",
          why: 'Week 1 of the mentor course (S-M7).',
        }),
      ],
    },
    {
      step: 'course-week-2',
      rule: 'S-M7',
      title: 'Course week 2: feedback and influence',
      noun: 'course week 2',
      days: 7,
      requirements: [
        fromCandidate('recording', 'recording', {
          title: 'Hand in a recorded feedback session of ten minutes',
          why: 'Week 2 of the mentor course: feedback and influence (S-M7).',
        }),
        {
          requirement: 'peer-review',
          asks: 'peers',
          form: 'peer-review',
          title: "Review a peer's feedback session",
          why: 'Peers review the recorded session in week 2 of the mentor course (S-M7).',
          after: 'recording',
        },
      ],
    },
    {
      step: 'course-week-3',
      rule: 'S-M7',
      title: 'Course week 3: bias mitigation and escalation',
      noun: 'course week 3',
      days: 7,
      rubric: 'bias-simulation',
      requirements: [
        ...panelOn('the bias simulation', 'Week 3 of the mentor course: bias mitigation and escalation (S-M7).'),
        fromCandidate('escalation-flow', 'escalation-flow', {
          title: 'Document an escalation flow',
          why: 'For at least one hypothetical case; week 3 of the mentor course (S-M7).',
        }),
        checkByLead(
          'check',
          ['S-M7'],
          {
            title: 'Check the escalation flow',
            why: 'Week 3 of the mentor course (S-M7).',
          },
          'escalation-flow',
        ),
      ],
    },
    {
      step: 'course-week-4',
      rule: 'S-M9',
      title: 'Course week 4: sponsorship in action',
      noun: 'course week 4',
      days: 7,
      requirements: [
        fromCandidate('commitment', 'commitment', {
          title: 'Commit one network action that can be verified',
          why: 'Its outcome is to be logged within 60 days (S-M9).',
        }),
      ],
    },
    {
      step: 'calibration',
      rule: 'S-M8',
      title: 'Hold the calibration panel',
      noun: 'the calibration panel',
      days: 10,
      rubric: 'mentor-calibration',
      requirements: panelOn('the calibration of the mentor', 'Appointed from a median of 4 of 5 (S-M8).'),
    },
  ],
}
