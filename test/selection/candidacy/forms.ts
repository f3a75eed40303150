import type { FormOf } from '@pilotgate/core/selection/forms/forms'
import type { Rubric } from '@pilotgate/core/selection/rubric'

/** Forms as people fill them in, good unless changed. */

const outcome = { engagement: 'Plant', measure: 'Escalations a month', before: '9', after: '3', year: 2025 }

export const coachApplication = (more: Partial<FormOf<'coach-application'>> = {}): FormOf<'coach-application'> => ({
  kind: 'coach-application',
  credential: { level: 'PCC' },
  outcomes: [outcome],
  conflicts: [],
  ...more,
})

export const mentorApplication = (more: Partial<FormOf<'mentor-application'>> = {}): FormOf<'mentor-application'> => ({
  kind: 'mentor-application',
  history: 'Two promotions in eight years.',
  introductions: [{ on: '2026-11-02', who: 'Ana', to: 'Head of data', result: 'Joined the council.' }],
  outcomes: [outcome],
  biasTraining: { completedOn: '2026-10-01', by: 'HR' },
  conflicts: [],
  ...more,
})

export const check = (rules: string[], more: Partial<FormOf<'check'>> = {}): FormOf<'check'> => ({
  kind: 'check',
  findings: rules.map((rule) => ({ rule, met: true, note: 'Seen.' })),
  ...more,
})

export const observation = (rules: string[], more: Partial<FormOf<'observation'>> = {}): FormOf<'observation'> => ({
  kind: 'observation',
  heldOn: '2027-01-11',
  minutes: 30,
  revertedToTelling: false,
  findings: rules.map((rule) => ({ rule, met: true, note: 'Seen.' })),
  ...more,
})

export const panel = (...members: string[]): FormOf<'panel'> => ({ kind: 'panel', members })

/** The same mark everywhere, and no to every binary rule. */
export const scores = (
  { dimensions, knockOuts }: Rubric,
  mark: number,
  more: Record<string, number> = {},
): FormOf<'scores'> => ({
  kind: 'scores',
  marks: { ...Object.fromEntries(dimensions.map(({ dimension }) => [dimension, mark])), ...more },
  rules: Object.fromEntries(knockOuts.map(({ rule }) => [rule, false])),
})

export const signature = (name: string, more: Partial<FormOf<'signature'>> = {}): FormOf<'signature'> => ({
  kind: 'signature',
  version: 1,
  name,
  ...more,
})

const referee = (email: string) => ({
  name: 'Rosa',
  email,
  organisation: 'Fjord Shipping',
  relation: 'Head of operations',
})
export const referees = (...emails: string[]): FormOf<'referees'> => ({
  kind: 'referees',
  referees: emails.map(referee),
})

export const reference = (more: Partial<FormOf<'reference'>> = {}): FormOf<'reference'> => ({
  kind: 'reference',
  behaviourChanged: true,
  whatChanged: 'Decisions are delegated.',
  measuredBy: 'Escalations went down by half.',
  confidentialityKept: true,
  recommend: 5,
  ...more,
})

export const recording = (...peers: string[]): FormOf<'recording'> => ({
  kind: 'recording',
  link: 'https://video.nw.test/1',
  minutes: 10,
  peers,
})

export const peerReview = (more: Partial<FormOf<'peer-review'>> = {}): FormOf<'peer-review'> => ({
  kind: 'peer-review',
  specific: true,
  aboutBehaviour: true,
  invitesReply: true,
  note: 'Clear.',
  ...more,
})

export const commitment = (dueOn: string): FormOf<'commitment'> => ({
  kind: 'commitment',
  action: 'introduction',
  what: 'Introduce Ana to the head of platform',
  verifiedBy: 'The head of platform',
  dueOn,
})

export const escalationFlow: FormOf<'escalation-flow'> = {
  kind: 'escalation-flow',
  situation: 'A mentee tells of harassment.',
  steps: [
    { who: 'Mentor', does: 'Tells the mentee what has to be passed on', within: 'the same day' },
    { who: 'HR', does: 'Takes over', within: 'a day' },
  ],
}

/** Sessions of so many minutes, a number of days apart, the first two recorded. */
export const practice = (count: number, minutes: number, apart: number, from = '2027-01-11'): FormOf<'practice'> => ({
  kind: 'practice',
  sessions: Array.from({ length: count }, (_, index) => ({
    on: new Date(Date.parse(`${from}T00:00:00Z`) + index * apart * 86_400_000).toISOString().slice(0, 10),
    minutes,
    recorded: index < 2,
  })),
  learned: 'To wait.',
})
