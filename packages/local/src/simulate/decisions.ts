import type { gateView } from '@pilotgate/contracts/gates/views'
import type { DecisionInput } from '@pilotgate/core/gates/decide-gate'
import type { Choice } from '@pilotgate/core/program/gate-record'
import { Temporal } from 'temporal-polyfill'
import type { z } from 'zod'
import type { Chance } from './chance.ts'

export type GateView = z.output<typeof gateView>

/** What each steering gate ends in when most members have their way. */
const preferred: Record<string, Choice> = { W12: 'pivot', W19: 'same budget', W24: 'scale' }

/** A member's vote: mostly the preferred choice, sometimes another of the gate's. */
export const voteOf = (gate: GateView, email: string, chance: Chance): { choice: Choice; reason: string } => {
  const others = gate.choices.filter((choice) => choice !== preferred[gate.gate] && choice !== 'stop')
  const choice = chance('vote', gate.gate, email) < 0.8 ? preferred[gate.gate] : others[0]
  return { choice: (choice ?? gate.choices[0]) as Choice, reason: `In view of: ${gate.evaluations.at(-1)?.value}` }
}

/** The choice most votes are for; in a tie the first that was voted for. */
const leading = (gate: GateView): Choice => {
  const count = (choice: string) => gate.votes.filter((vote) => vote.choice === choice).length
  return gate.votes.map(({ choice }) => choice).toSorted((a, b) => count(b) - count(a))[0]!
}

/** The owner's decision on a gate that did not pass: remediate once, and waive what is still missing then. */
const ownersDecision = (gate: GateView, now: string, zone: string): DecisionInput => {
  const reason = gate.evaluations.at(-1)!.reasons[0]!
  if (gate.decisions.some(({ choice }) => choice === 'remediate')) {
    return { choice: 'waive', reason: `Good enough to go on after the recheck. ${reason}` }
  }
  const today = Temporal.Instant.from(now).toZonedDateTimeISO(zone).toPlainDate()
  return {
    choice: 'remediate',
    reason,
    plan: 'Speak with everyone concerned and close the gap.',
    recheckOn: today.add({ days: 4 }).toString(),
  }
}

/** What the program owner records at a gate. */
export const decisionOn = (gate: GateView, now: string, zone: string): DecisionInput => {
  if (gate.decides === 'rule') return ownersDecision(gate, now, zone)
  const choice = leading(gate)
  const missed = gate.evaluations.at(-1)!.conditions.filter(({ result }) => result !== 'pass')
  return {
    choice,
    reason: `Most votes: ${gate.votes.length} cast`,
    ...(choice === 'pivot' && { plan: 'Move two coaches to group clinics.' }),
    ...(gate.gate === 'W24' && {
      timeline: 'Second cohort from September 2027',
      budget: '180,000 EUR',
      remediationPlans: Object.fromEntries(
        missed.map(({ fact }) => [fact, 'Owner named, checked before the second cohort starts.']),
      ),
    }),
  }
}
