import type { MeasuredEvent } from '@pilotgate/core/measurement/kpis/contribution'

/** Something the platform itself would not let happen. It is counted as it is told; `line` is where it stands. */
export type Warning = { line: number; warning: string }

type Session = { line: number; revision: number; engagementId: string; startsAt: number; status: string }
type Engagement = { revision: number; kickedOffAt?: number; endedAt?: number }

/**
 * Watches for events that do not go together, whatever order they come in: sessions held before the kickoff of their engagement or
 * after its end, and actions due before they were agreed. Known for certain only when all lines are read.
 */
export const watchForOddities = () => {
  const sessions = new Map<string, Session>()
  const engagements = new Map<string, Engagement>()
  const actions = new Map<string, Warning & { revision: number }>()

  const see = (event: MeasuredEvent, line: number): void => {
    const { revision } = event
    if (event.type === 'session.changed') {
      const { sessionId, engagementId, startsAt, status } = event
      if ((sessions.get(sessionId)?.revision ?? 0) >= revision) return
      sessions.set(sessionId, { line, revision, engagementId, startsAt: Date.parse(startsAt), status })
    } else if (event.type === 'engagement.changed') {
      const known: Engagement = engagements.get(event.engagementId) ?? { revision: 0 }
      engagements.set(event.engagementId, known)
      if (event.what === 'kicked off') known.kickedOffAt = Math.min(known.kickedOffAt ?? Infinity, Date.parse(event.at))
      if (known.revision >= revision) return
      known.revision = revision
      known.endedAt = event.endedAt === undefined ? undefined : Date.parse(event.endedAt)
    } else if (event.type === 'action.changed') {
      const { actionId, dueOn, loggedAt } = event
      if ((actions.get(actionId)?.revision ?? 0) >= revision) return
      // A day of room: the day it was agreed may have another date where the people are.
      const early = Date.parse(dueOn) + 2 * 86_400_000 <= Date.parse(loggedAt)
      const warning = early ? `Action ${actionId} was due on ${dueOn}, before it was agreed on ${loggedAt}.` : ''
      actions.set(actionId, { line, revision, warning })
    }
  }

  const found = (): Warning[] => {
    const warnings: Warning[] = [...actions.values()].filter(({ warning }) => warning !== '')
    for (const [sessionId, { line, engagementId, startsAt, status }] of sessions) {
      const engagement = engagements.get(engagementId)
      if (!engagement || status === 'cancelled') continue
      const { kickedOffAt = Infinity, endedAt = Infinity } = engagement
      if (startsAt > endedAt) {
        const warning = `Session ${sessionId} starts after the end of engagement ${engagementId}.`
        warnings.push({ line, warning })
      } else if (status === 'attended' && startsAt < kickedOffAt) {
        const warning = `Session ${sessionId} was held before the kickoff of engagement ${engagementId}.`
        warnings.push({ line, warning })
      }
    }
    const told = [...sessions.values()].filter(({ engagementId }) => !engagements.has(engagementId))
    if (told.length > 0) {
      const first = Math.min(...told.slice(0, 1000).map(({ line }) => line))
      const warning = `${told.length} sessions are of engagements that this file does not tell of; nothing can be said about their kickoff and end.`
      warnings.push({ line: first, warning })
    }
    return warnings.map(({ line, warning }) => ({ line, warning })).toSorted((one, other) => one.line - other.line)
  }

  return { see, found }
}
