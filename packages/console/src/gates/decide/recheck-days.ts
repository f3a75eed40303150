import { localTimeOf } from '../../when/local-time.ts'
import { plusDays } from '../../when/when.ts'

/** The platform takes no recheck further off than this. */
const longestRemedyDays = 60

/**
 * The first and the last day on which a recheck can be, `YYYY-MM-DD` in the zone: today as long as the hour of checks lies ahead.
 * @param checks the program's hour of checks, `HH:MM`
 */
export const recheckDays = (now: string, zone: string, checks: string): [first: string, last: string] => {
  const [today = '', time = ''] = localTimeOf(now, zone).split('T')
  return [time < checks ? today : plusDays(today, 1), plusDays(today, longestRemedyDays)]
}
