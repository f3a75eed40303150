import { container } from '@pilotgate/aws/container'
import type { EngagementRecord } from '@pilotgate/core/engagement/engagement-record'
import type { Service } from '@pilotgate/core/intake/intake-record'
import { type staff, startSelection } from '../selection/selection.ts'

/**
 * A running program in Berlin whose participant has a coach, a mentor and a manager; both engagements have had their kickoff. What
 * comes before it is not what these tests are about, so the engagements are put into the store.
 */
export const startPairs = async (people: typeof staff) => {
  const flow = await startSelection('2027-01-24T18:00:00Z', '2027-01-25')
  const { idOf, programId } = flow
  const { store } = container()
  const scope = { tenantId: 'nordlicht', scope: programId }
  const participantId = idOf(people.participant)
  const engagement = async (service: Service, providerId: string): Promise<string> => {
    const record: EngagementRecord = {
      ...{ ...scope, id: `${participantId}.R001.${service}`, version: 0, participantId, providerId, service },
      ...{ mentorCoach: false, status: 'active', agreement: 1 },
      cadence: { everyDays: 14, minutes: 60, sessions: 10, endsOn: '2027-06-01', reviewEveryDays: 35 },
      ...{ publishedAt: '2027-01-20T08:00:00.000Z', kickedOffAt: '2027-01-22T08:00:00.000Z' },
      ...{ blocks: [], upcoming: [], sessionsMade: 0, reviews: [], guidance: [], reminders: 0 },
    }
    await store.commit([{ kind: 'engagement', record, expect: 0 }])
    return record.id
  }
  const coaching = await engagement('coach', idOf(people.coach))
  const mentoring = await engagement('mentor', idOf(people.mentor))
  const person = (await store.get('person', { ...scope, scope: '-' }, participantId))!
  const managed = { ...person, managerId: idOf(people.manager) }
  await store.commit([{ kind: 'person', record: managed, expect: person.version }])
  return { ...flow, scope, participantId, coaching, mentoring }
}
