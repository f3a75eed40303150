import type { Answer, Input } from '../../api/client.ts'

export type Consent = Answer<'getConsent'>
export type Choice = Input<'changeConsent'>['body']['choices'][number]
export type Group = Choice['group']
export type Purpose = Choice['purpose']

/** The version of the consent text that the words of this file are; the API refuses choices made under an old one. */
export const textVersion = 1

const notUsedYet = 'Nothing uses this today. Your choice counts from the day something does.'

/** What answers may be used for: in a column, as a heading, and what it means. */
export const purposeWords: Record<Purpose, { short: string; title: string; meaning: string }> = {
  matching: {
    short: 'Finding a match',
    title: 'Finding a coach or mentor',
    meaning:
      'To decide whether a coach or a mentor helps you, and to compare you with those who have places. Needed of your goals: without them nobody can be found for you.',
  },
  scheduling: { short: 'Meeting times', title: 'Proposing times to meet', meaning: notUsedYet },
  analytics: {
    short: 'Statistics',
    title: 'Statistics of the program',
    meaning:
      'To count over the whole cohort, never in groups of fewer than five. Used today: your role and career, to see whether matching is fair.',
  },
  manager: { short: 'Your manager', title: 'Showing them to the manager', meaning: notUsedYet },
  sponsor: { short: 'The sponsor', title: 'Showing them to the sponsor of the program', meaning: notUsedYet },
  hr: { short: 'HR', title: 'Showing them to HR', meaning: notUsedYet },
  ai: { short: 'AI', title: 'Processing by AI', meaning: notUsedYet },
}
export const purposes = Object.keys(purposeWords) as Purpose[]

/** What people choose for together: its name, and which answers are in it. */
export const groupWords: Record<Group, { title: string; holds: string }> = {
  goals: { title: 'Goals', holds: 'what brings you here, your goals, the behaviours you aim at' },
  skills: { title: 'Skills', holds: 'skills you have and skills you want' },
  career: { title: 'Role and career', holds: 'role, level, years here, career goal' },
  project: { title: 'Project', holds: 'your project and the business number it serves' },
  availability: { title: 'Hours', holds: 'your time zone and weekly hours' },
  languages: { title: 'Languages', holds: 'languages you can work in' },
  needs: { title: 'Needs', holds: 'whether you want confidence, or context' },
  impact: { title: 'Weight of your role', holds: 'platform lead, close to the board, budget of your own' },
}
export const groups = Object.keys(groupWords) as Group[]

/** What happens at once when a group may no longer be used for matching. */
export const lossWords: Record<Group, string> = {
  goals:
    'The decision on coach or mentor is removed, and what your matches say about your goals. Nobody new can be found for you.',
  skills: 'What your matches say about skills is removed. The matches stay.',
  career: 'The decision on coach or mentor is made again without it, and reasons that rest on it are removed.',
  project: 'The decision on coach or mentor is made again without it, and reasons that rest on it are removed.',
  availability: 'What your matches say about shared hours is removed. The matches stay.',
  languages: 'Without a common language nobody new can be proposed for you.',
  needs: 'The decision on coach or mentor is made again without it.',
  impact: 'What your matches say about the weight of your role is removed; a person looks at them again.',
}

export type Key = `${Group} ${Purpose}`
export const keyOf = (group: Group, purpose: Purpose): Key => `${group} ${purpose}`
