import type { CandidacyRecord, StepRound } from './candidacy.ts'
import type { Outcome } from './forms/judgement.ts'

/** After so many holds in one step the candidate is turned down: what was missing did not come. */
export const mostHolds = 4

/** The present round of a step; `undefined` before the first. */
export const lastRound = ({ rounds }: Pick<CandidacyRecord, 'rounds'>, step: string): StepRound | undefined =>
  rounds.findLast((each) => each.step === step)

/** The candidacy with this round put in, or added when it is new. */
export const withRound = (candidacy: CandidacyRecord, round: StepRound): CandidacyRecord => {
  const known = candidacy.rounds.findIndex((each) => each.step === round.step && each.round === round.round)
  const rounds = known < 0 ? [...candidacy.rounds, round] : candidacy.rounds.with(known, round)
  return { ...candidacy, rounds }
}

/** Whether a step may be asked again: its hold has run out, or was ended before its time. */
export const isHoldOver = ({ status, until }: StepRound, now: string): boolean =>
  status === 'on hold' && (until === undefined || until <= now)

/** What the machine's waiting step gets. `over`: the candidacy ended otherwise. */
export type MachineAnswer = { outcome: Outcome | 'over'; holdSeconds?: number }

/** A wait of the machine lasts a minute at least. */
export const secondsUntil = (until: string, now: string): number =>
  Math.max(60, Math.ceil((Date.parse(until) - Date.parse(now)) / 1000))

const outcomeOf = { passed: 'pass', 'on hold': 'hold', rejected: 'reject' } as const

/** What came of a round; `undefined` while it is open. */
export const answerOf = (round: StepRound, now: string): MachineAnswer | undefined => {
  if (round.status === 'open') return undefined
  const outcome = outcomeOf[round.status]
  return outcome === 'hold' ? { outcome, holdSeconds: secondsUntil(round.until ?? now, now) } : { outcome }
}
