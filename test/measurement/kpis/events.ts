import type { Event, EventType } from '@pilotgate/core/events'
import { instrumentQuestions } from '@pilotgate/core/measurement/instruments/question-bank/question-ids'
import { countEvent, emptyFold } from '@pilotgate/core/measurement/kpis/fold'

type Of<T extends EventType> = Extract<Event, { type: T }>
type Some<T extends EventType> = Partial<Of<T>>

const zone = 'Europe/Berlin'
const at = '2027-01-04T08:00:00.000Z'
const coached = 'ann.R001.coach'
const base = { eventId: 'E', tenantId: 'T', programId: 'P', at, by: 'ann', revision: 1, engagementId: coached }

let made = 0
/** A name that no other row of the run has. */
const fresh = (): string => {
  made += 1
  return `${made}`.padStart(6, '0')
}

export const session = (more: Some<'session.changed'> = {}): Of<'session.changed'> => ({
  ...base,
  ...{ type: 'session.changed', sessionId: `${coached}.S${fresh()}`, participantId: 'ann', providerId: 'ben' },
  ...{ service: 'coach', startsAt: '2027-01-05T09:00:00Z', minutes: 60, status: 'attended', sequence: 0, topics: [] },
  actionItems: 1,
  ...more,
})

export const action = (more: Some<'action.changed'> = {}): Of<'action.changed'> => ({
  ...base,
  ...{ type: 'action.changed', actionId: `${coached}.S001.A${fresh()}`, service: 'coach', kind: 'action' },
  ...{ loggedAt: '2027-01-05T10:00:00Z', dueOn: '2027-01-15', status: 'open' },
  ...more,
})

export const done = (doneAt: string, more: Some<'action.changed'> = {}) => action({ status: 'done', doneAt, ...more })

export const sponsorAction = (more: Some<'sponsor-action.changed'> = {}): Of<'sponsor-action.changed'> => ({
  ...base,
  ...{
    type: 'sponsor-action.changed',
    engagementId: 'ann.R001.mentor',
    sponsorActionId: `ann.R001.mentor.P${fresh()}`,
  },
  ...{ loggedAt: '2027-01-05T10:00:00Z', dueOn: '2027-02-15', status: 'committed' },
  ...more,
})

export const blocker = (more: Some<'blocker.changed'> = {}): Of<'blocker.changed'> => ({
  ...base,
  ...{ type: 'blocker.changed', blockerId: `B.${fresh()}`, systemic: false, raisedAt: '2027-01-05T10:00:00Z' },
  status: 'open',
  ...more,
})

/** Ratings under the questions of an instrument; what there are no figures on gets a name of its own. */
export const answered = (instrument: Of<'response.recorded'>['instrument'], ratings: number[]) => {
  const { pulse, rating } = instrumentQuestions
  const questions: readonly string[] = instrument === 'pulse' ? pulse : instrument === 'rating' ? [rating] : []
  return Object.fromEntries(ratings.map((each, index) => [questions[index] ?? `q${index}`, each]))
}

export const response = (
  instrument: Of<'response.recorded'>['instrument'],
  ratings: number[],
  more: Some<'response.recorded'> & { person?: string; subject?: string } = {},
): Of<'response.recorded'> => {
  const { person = 'ann', subject = 'ann', ...rest } = more
  return {
    ...base,
    ...{ type: 'response.recorded', responseId: `W08.${fresh()}.${instrument}.${subject}.${person}`, instrument },
    ...{ subjectId: subject, relation: person === subject ? ('self' as const) : ('peer' as const) },
    ratings: answered(instrument, ratings),
    ...rest,
  }
}

export const reading = (
  kpi: Of<'reading.recorded'>['kpi'],
  group: Of<'reading.recorded'>['group'],
  part: number,
  whole: number,
  on = '2027-01-06',
): Of<'reading.recorded'> => {
  const { engagementId: _, ...rest } = base
  return { ...rest, type: 'reading.recorded', readingId: `${kpi}.${fresh()}`, kpi, group, part, whole, on }
}

export const engagement = (more: Some<'engagement.changed'> = {}): Of<'engagement.changed'> => ({
  ...base,
  ...{ type: 'engagement.changed', engagementId: `ann.R${fresh()}.coach`, what: 'opened', participantId: 'ann' },
  ...{ providerId: 'ben', service: 'coach', publishedAt: '2027-01-05T09:00:00Z' },
  ...more,
})

export const mentoring = (more: Some<'engagement.changed'> = {}) =>
  engagement({ service: 'mentor', engagementId: `ann.R${fresh()}.mentor`, ...more })

export const foldOf = (events: Event[], inZone = zone) => {
  const fold = emptyFold()
  for (const event of events) countEvent(fold, event, inZone)
  return fold
}
