import type { Event } from '@pilotgate/core/events'
import { instrumentQuestions } from '@pilotgate/core/measurement/instruments/question-bank/question-ids'
import { below, randomStream } from '@pilotgate/core/random-stream'

const day = 86_400_000
const start = Date.parse('2027-01-04T08:00:00Z')

/**
 * Events of a program over 24 weeks as they come out of the outbox: sessions that are scheduled, then held and rated, actions that are
 * logged, then done, pulses, sponsor actions and blockers; one in twenty twice, and locally out of order.
 * @param count how many
 */
export const drawnEvents = (count: number, seed = 1): Event[] => {
  const next = randomStream(seed)
  const whole = (limit: number) => below(next, limit)
  const at = (ms: number) => new Date(ms).toISOString()
  const events: Event[] = []
  for (let row = 0; events.length < count; row += 1) {
    const service = next() < 0.5 ? ('coach' as const) : ('mentor' as const)
    const participantId = `P${whole(Math.max(40, count / 100))}`
    const engagementId = `${participantId}.R001.${service}`
    const begins = start + whole(24 * 7 * 96) * 900_000
    const base = { eventId: `E${row}`, tenantId: 'tenant', programId: 'program', by: participantId }
    const kind = next()
    if (kind < 0.5) {
      const session = {
        ...base,
        ...{ type: 'session.changed' as const, sessionId: `${engagementId}.S${row}`, engagementId, participantId },
        ...{ providerId: 'C1', service, startsAt: at(begins), minutes: 60, sequence: 0, topics: ['feedback'] },
      }
      const status = next() < 0.85 ? ('attended' as const) : ('no-show' as const)
      events.push({ ...session, at: at(begins - 9 * day), revision: 1, status: 'scheduled', actionItems: 0 })
      events.push({ ...session, at: at(begins), revision: 2, status, actionItems: 2, rating: 1 + whole(5) })
    } else if (kind < 0.8) {
      const action = {
        ...base,
        ...{ type: 'action.changed' as const, actionId: `${engagementId}.S${row}.A1`, engagementId, service },
        ...{ kind: next() < 0.3 ? ('team commitment' as const) : ('action' as const), loggedAt: at(begins) },
        dueOn: at(begins + 12 * day).slice(0, 10),
      }
      const doneAt = at(begins + whole(30) * day)
      events.push({ ...action, at: at(begins), revision: 1, status: 'open' })
      events.push({ ...action, at: doneAt, revision: 2, status: 'done', doneAt })
    } else if (kind < 0.95) {
      const ratings = Object.fromEntries(instrumentQuestions.pulse.map((question) => [question, 1 + whole(5)]))
      const responseId = `W0${whole(10)}.${row}.pulse.${participantId}.${participantId}`
      const about = { instrument: 'pulse' as const, subjectId: participantId, relation: 'self' as const, ratings }
      events.push({
        ...base,
        type: 'response.recorded',
        responseId,
        revision: 1,
        at: at(begins),
        engagementId,
        ...about,
      })
    } else {
      const resolvedAt = at(begins + whole(200) * 3_600_000)
      const blocker = { blockerId: `B.${row}`, systemic: false, raisedAt: at(begins), status: 'resolved' as const }
      events.push({
        ...base,
        type: 'blocker.changed',
        revision: 2,
        at: resolvedAt,
        engagementId,
        ...blocker,
        resolvedAt,
      })
    }
    if (next() < 0.05) events.push(events[whole(events.length)]!)
  }
  events.length = count
  for (let index = events.length - 1; index > 0; index -= 1) {
    const other = Math.max(0, index - whole(20))
    ;[events[index], events[other]] = [events[other]!, events[index]!]
  }
  return events
}
