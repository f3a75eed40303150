import type { Arrived } from '../../ports.ts'

/** How much of what the platform holds the warehouse shows, and whether any of it is late (W16). */
export type Coverage = {
  /** Sessions that arrived in the version held here, or a later one. */
  covered: number
  /** Sessions held here. */
  held: number
  newestRecordedAt: string | undefined
  /** Whether everything arrived within the hours asked for. */
  fresh: boolean
  /** Why coverage or freshness is not complete, in words; empty when both are. */
  reasons: string[]
}

const hour = 3_600_000

const sessions = (count: number): string => (count === 1 ? '1 session' : `${count} sessions`)

/**
 * Compares the sessions held with what has arrived. A session that arrived in an older version only is not covered. Fresh means that
 * nothing is late: a quiet week without sessions makes nothing stale.
 * @param held each session of the program once, with the version of its latest row and when that was recorded
 * @param now ISO instant
 * @param withinHours how long a row may take
 */
export const coverageOf = (
  held: { sessionId: string; version: number; recordedAt: string }[],
  { sessions: arrived, newestRecordedAt }: Arrived,
  now: string,
  withinHours = 48,
): Coverage => {
  const versions = new Map(arrived.map(({ sessionId, rowVersion }) => [sessionId, rowVersion]))
  const missing = held.filter(({ sessionId }) => !versions.has(sessionId))
  const outdated = held.filter(({ sessionId, version }) => (versions.get(sessionId) ?? version) < version)
  const late = [...missing, ...outdated].filter(
    ({ recordedAt }) => (Date.parse(now) - Date.parse(recordedAt)) / hour > withinHours,
  )
  const reasons = [
    missing.length > 0 && `${sessions(missing.length)} of ${held.length} not arrived`,
    outdated.length > 0 && `${sessions(outdated.length)} of ${held.length} arrived in an older version only`,
    late.length > 0 && `${sessions(late.length)} recorded more than ${withinHours} hours ago`,
  ].filter((reason) => reason !== false)
  const covered = held.length - missing.length - outdated.length
  return { covered, held: held.length, newestRecordedAt, fresh: late.length === 0, reasons }
}
