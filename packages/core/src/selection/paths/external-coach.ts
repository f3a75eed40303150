import type { SelectionPath } from '../selection-path.ts'
import { checkByLead, fromCandidate, observedBy, panelOn, signedBy } from './requirements.ts'

/** S-C */
export const externalCoach: SelectionPath = {
  path: 'external-coach',
  service: 'coach',
  title: 'External coach',
  lead: 'coach lead',
  stages: [
    {
      step: 'application',
      rule: 'S-C1',
      title: 'Ask for the application',
      noun: 'the application',
      days: 7,
      requirements: [
        fromCandidate('application', 'coach-application', {
          title: 'Apply as a coach',
          why: 'Your credential where you have one, and outcomes of engagements like this one (S-C1, S-C2).',
        }),
        checkByLead(
          'check',
          ['S-C1', 'S-C2'],
          {
            title: 'Check the credential and the documented outcomes',
            why: 'Demonstrable outcomes come before credentials (S-C1, S-C2).',
          },
          'application',
        ),
      ],
    },
    {
      step: 'live-demo',
      rule: 'S-C3',
      title: 'Score the live demo',
      noun: 'the live demo',
      days: 14,
      rubric: 'live-demo',
      requirements: panelOn(
        'the live demo',
        'A demo of 30 minutes, scored 1 to 5 by each member on five dimensions (S-C3).',
      ),
    },
    {
      together: 'Take up references, watch the work and sign',
      branches: [
        [
          {
            step: 'references',
            rule: 'S-C4',
            title: 'Take up the references',
            noun: 'the references',
            days: 14,
            requirements: [
              fromCandidate('referees', 'referees', {
                title: 'Name your referees',
                why: 'At least two organisations that can say whether behaviour changed (S-C4).',
              }),
              {
                requirement: 'reference',
                asks: 'referees',
                form: 'reference',
                title: 'Give a reference',
                why: 'At least two references must verify that behaviour changed (S-C4).',
                after: 'referees',
              },
            ],
          },
        ],
        [
          {
            step: 'demo-review',
            rule: 'S-C5',
            title: 'Review the recorded demo',
            noun: 'the review of the recorded demo',
            days: 10,
            requirements: [
              observedBy('supervisor', 'demo-review', ['S-C5'], {
                title: 'Review the recorded demo',
                why: 'One recorded demo is reviewed before anyone is taken on (S-C5).',
              }),
            ],
          },
        ],
        [
          {
            step: 'co-coaching',
            rule: 'S-C5',
            title: 'Hold the joint co-coaching session',
            noun: 'the co-coaching session',
            days: 14,
            requirements: [
              observedBy('program lead', 'co-coaching', ['S-C5'], {
                title: 'Hold a joint co-coaching session',
                why: 'One session together with a program lead (S-C5).',
              }),
            ],
          },
        ],
        [
          {
            step: 'documents',
            rule: 'S-C',
            title: 'Sign the documents of a coach',
            noun: 'the signatures',
            days: 7,
            requirements: [
              signedBy('candidate', 'confidentiality', {
                title: 'Sign the confidentiality and data-use consent',
                why: 'Before the first client (§4).',
              }),
              signedBy('candidate', 'conflict-of-interest', {
                title: 'Sign the conflict-of-interest declaration',
                why: 'Before the first client (§4).',
              }),
            ],
          },
        ],
      ],
    },
    {
      step: 'calibration',
      rule: 'S-C6',
      title: 'Hold the calibration panel',
      noun: 'the calibration panel',
      days: 10,
      rubric: 'coach-calibration',
      requirements: panelOn('the calibration of the coach', 'Appointed from a median of 4 of 5 (S-C6).'),
    },
  ],
}
