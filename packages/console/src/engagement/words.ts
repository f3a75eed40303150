import type { Answer } from '../api/client.ts'
import type { RowOf } from '../api/queries.ts'

export type Engagement = RowOf<'listEngagements'>
export type EngagementDetail = Answer<'getEngagement'>
export type Session = RowOf<'listSessions'>
export type SessionDetail = Answer<'getSession'>
export type Agreement = Answer<'listAgreements'>['items'][number]
export type Escalation = RowOf<'listEscalations'>
export type Guidance = NonNullable<Engagement['guidance']>[number]['level']

/** `1 session`, `3 sessions`. */
export const counted = (count: number, one: string, many = `${one}s`): string => `${count} ${count === 1 ? one : many}`

export const serviceInWords = ({ service, mentorCoach }: Pick<Engagement, 'service' | 'mentorCoach'>): string =>
  mentorCoach ? 'mentor coach' : service

export const guidanceInWords: Record<Guidance, string> = {
  answers: 'Gives answers',
  questions: 'Asks questions',
  debrief: 'Only debriefs',
}

export const guidanceOptions = Object.entries(guidanceInWords).map(([value, label]) => ({ value, label }))

export const endReasonInWords: Record<NonNullable<Engagement['endReason']>, string> = {
  completed: 'Completed',
  reassigned: 'Reassigned to somebody else',
  withdrawn: 'Withdrawn',
  'program over': 'The program is over',
}

/** The number that a session counts with in its engagement: `ENGAGEMENT.S003` is the third. */
export const numberOf = (sessionId: string): number => Number(/\.S(\d+)$/.exec(sessionId)?.[1] ?? 0)

/** The session that comes next, if one is planned. @param now ISO instant */
export const nextSession = (
  { upcoming }: Pick<Engagement, 'upcoming'>,
  now: string,
): NonNullable<Engagement['upcoming']>[number] | undefined =>
  upcoming?.filter(({ startsAt }) => startsAt > now).toSorted((a, b) => a.startsAt.localeCompare(b.startsAt))[0]
