import type { Arrived } from '../../ports.ts'

/** How much of what the platform holds the warehouse shows, and how old the newest of it is (W16). */
export type Coverage = {
  /** Sessions that arrived in the version held here, or a later one. */
  covered: number
  /** Sessions held here. */
  held: number
  newestRecordedAt: string | undefined
  /** Whether the newest row was recorded within the hours asked for. */
  fresh: boolean
  /** Why coverage or freshness is not complete, in words; empty when both are. */
  reasons: string[]
}

const hour = 3_600_000

const sessions = (count: number): string => (count === 1 ? '1 session' : `${count} sessions`)

/**
 * Compares the sessions held with what has arrived. A session that arrived in an older version only is not covered.
 * @param held each session of the program once, with the version of its latest row
 * @param now ISO instant
 * @param freshWithinHours how old the newest row may be
 */
export const coverageOf = (
  held: { sessionId: string; version: number }[],
  { sessions: arrived, newestRecordedAt }: Arrived,
  now: string,
  freshWithinHours = 48,
): Coverage => {
  const versions = new Map(arrived.map(({ sessionId, rowVersion }) => [sessionId, rowVersion]))
  const missing = held.filter(({ sessionId }) => !versions.has(sessionId)).length
  const outdated = held.filter(({ sessionId, version }) => (versions.get(sessionId) ?? version) < version).length
  const age = newestRecordedAt === undefined ? undefined : (Date.parse(now) - Date.parse(newestRecordedAt)) / hour
  const fresh = age !== undefined && age <= freshWithinHours
  const reasons = [
    missing > 0 && `${sessions(missing)} of ${held.length} not arrived`,
    outdated > 0 && `${sessions(outdated)} of ${held.length} arrived in an older version only`,
    age === undefined && 'nothing has arrived yet',
    age !== undefined &&
      !fresh &&
      `the newest row was recorded ${Math.floor(age)} hours ago, more than ${freshWithinHours}`,
  ].filter((reason) => reason !== false)
  return { covered: held.length - missing - outdated, held: held.length, newestRecordedAt, fresh, reasons }
}
