import { localTime, plusDays } from '../program/calendar.ts'
import type { StepRound } from './candidacy.ts'
import type { Verdict } from './forms/judgement.ts'
import { mostHolds } from './step-rounds.ts'

/** What is missing may come within two weeks, unless the lead says otherwise. */
const holdDays = 14
/** On the last day of a hold, until the end of work. */
const endOfDay = '18:00'

/** A round with its outcome. The last hold that a step may have turns the candidate down: what was missing did not come. */
export const closedRound = (round: StepRound, verdict: Verdict, now: string, zone: string): StepRound => {
  const decided = { ...round, decidedAt: now }
  switch (verdict.outcome) {
    case 'pass':
      return { ...decided, status: 'passed' }
    case 'reject':
      return { ...decided, status: 'rejected', reasons: verdict.reasons }
    case 'hold': {
      const { missing, until } = verdict
      if (round.round >= mostHolds) {
        return { ...decided, status: 'rejected', reasons: [`Held ${mostHolds} times.`, ...missing] }
      }
      const end = until === undefined ? plusDays(now, zone, holdDays) : localTime(until, endOfDay, zone)
      return { ...decided, status: 'on hold', missing, until: end }
    }
  }
}
