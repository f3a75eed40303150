import type { SelectionPath, Step } from '../selection-path.ts'
import { checkByLead, fromCandidate, observedBy, panelOn, signedBy } from './requirements.ts'

const simulation = (step: string, what: string): Step => ({
  step,
  rule: 'S-I',
  title: `Score the simulation on ${what}`,
  noun: `the simulation on ${what}`,
  days: 10,
  rubric: 'coaching-simulation',
  requirements: panelOn(
    `the simulation on ${what}`,
    'Two scored simulations of 25 to 30 minutes; who reverts to telling under pressure fails (S-I).',
  ),
})

/** S-I */
export const internalCoach: SelectionPath = {
  path: 'internal-coach',
  service: 'coach',
  title: 'Internal coach',
  lead: 'coach lead',
  stages: [
    {
      step: 'application',
      rule: 'S-I',
      title: 'Ask for the application',
      noun: 'the application',
      days: 7,
      requirements: [
        fromCandidate('application', 'internal-coach-application', {
          title: 'Apply as an internal coach',
          why: 'Examples of your coaching, and why you want to coach (S-I).',
        }),
        checkByLead(
          'check',
          ['S-I'],
          {
            title: 'Check the application',
            why: 'Who is invited to the interview (S-I).',
          },
          'application',
        ),
      ],
    },
    {
      step: 'interview',
      rule: 'S-I',
      title: 'Hold the behavioural interview',
      noun: 'the interview',
      days: 10,
      rubric: 'behavioural-interview',
      requirements: panelOn(
        'the behavioural interview',
        'One hour, structured, scored on behaviour one can observe (S-I).',
      ),
    },
    {
      together: 'Score both simulations',
      branches: [
        [simulation('simulation-performance', 'performance')],
        [simulation('simulation-transition', 'transition and identity')],
      ],
    },
    {
      step: 'practice',
      rule: 'S-I',
      title: 'Practise under supervision',
      noun: 'the supervised practice',
      days: 42,
      requirements: [
        fromCandidate('practice', 'practice', {
          title: 'Log your supervised practice',
          why: '8 to 12 coached hours within 4 to 6 weeks from now, some of them recorded (S-I).',
        }),
        observedBy(
          'supervisor',
          'recordings',
          ['S-I'],
          {
            title: 'Review the recordings of the practice',
            why: 'The coaching stance must hold with real clients (S-I).',
          },
          'practice',
        ),
      ],
    },
    {
      together: 'Sign the three documents',
      branches: [
        [
          {
            step: 'time-allocation',
            rule: 'S-I',
            title: 'Agree the time with the manager',
            noun: 'the time allocation',
            days: 7,
            requirements: [
              signedBy('manager', 'time-allocation', {
                title: 'Sign the time allocation of an internal coach',
                why: '10 to 20 % of working time protected, and no evaluation of coachees (S-I).',
              }),
              signedBy('candidate', 'time-allocation', {
                title: 'Sign your time allocation',
                why: '10 to 20 % of working time protected, and no evaluation of coachees (S-I).',
              }),
            ],
          },
        ],
        [
          {
            step: 'confidentiality',
            rule: 'S-I',
            title: 'Sign the confidentiality and data-use consent',
            noun: 'the confidentiality consent',
            days: 7,
            requirements: [
              signedBy('candidate', 'confidentiality', {
                title: 'Sign the confidentiality and data-use consent',
                why: 'Before the first client (S-I).',
              }),
            ],
          },
        ],
        [
          {
            step: 'role-profile',
            rule: 'S-I',
            title: 'Sign the role profile',
            noun: 'the role profile',
            days: 7,
            requirements: [
              signedBy('candidate', 'role-profile', {
                title: 'Sign your role profile',
                why: 'Scope and escalation paths, before the first client (S-I).',
              }),
              signedBy('lead', 'role-profile', {
                title: 'Sign the role profile of an internal coach',
                why: 'Scope and escalation paths, before the first client (S-I).',
              }),
            ],
          },
        ],
      ],
    },
    {
      step: 'calibration',
      rule: 'S-I',
      title: 'Hold the calibration panel',
      noun: 'the calibration panel',
      days: 10,
      rubric: 'internal-coach-calibration',
      requirements: panelOn(
        'the calibration of the internal coach',
        'HR, an external master coach and a business sponsor (S-I).',
      ),
    },
  ],
}
