import { localDate, plusDays } from '../program/calendar.ts'
import type { Cadence, EngagementRecord } from './engagement-record.ts'

type Planned = Omit<Cadence, 'endsOn'> & {
  /** Days from the publication of the match to the last day. */
  lastsDays: number
}

/** How the services meet as shipped (domain §2): 17 weeks, 300 days and 90 days; a working agreement can change it. */
export const cadences: Record<'coach' | 'mentor' | 'mentor coach', Planned> = {
  coach: { everyDays: 14, minutes: 60, sessions: 10, reviewEveryDays: 35, lastsDays: 119 },
  mentor: { everyDays: 30, minutes: 60, sessions: 10, reviewEveryDays: 91, lastsDays: 300 },
  'mentor coach': { everyDays: 7, minutes: 60, sessions: 12, reviewEveryDays: 30, lastsDays: 90 },
}

/** The cadence of a new engagement. @param publishedAt instant; `zone` is the program's */
export const cadenceOf = (
  { service, mentorCoach }: Pick<EngagementRecord, 'service' | 'mentorCoach'>,
  publishedAt: string,
  zone: string,
): Cadence => {
  const { lastsDays, ...planned } = cadences[mentorCoach ? 'mentor coach' : service]
  return { ...planned, endsOn: localDate(plusDays(publishedAt, zone, lastsDays), zone) }
}

/** A mentor coach (hybrid, §7.2) is who works in a program of this template, or of a copy that kept its name. */
export const isMentorCoaching = (templateId: string): boolean => templateId.startsWith('mentor-coach')
