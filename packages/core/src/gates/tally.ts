import type { Choice, Vote } from '../program/gate-record.ts'

/** How a committee's votes stand: how many were cast, for what, and which choices lead (several in a tie). */
export const tally = (votes: Vote[]): { cast: number; counts: Map<Choice, number>; leading: Choice[] } => {
  const counts = new Map<Choice, number>()
  for (const { choice } of votes) counts.set(choice, (counts.get(choice) ?? 0) + 1)
  const most = Math.max(0, ...counts.values())
  return {
    cast: votes.length,
    counts,
    leading: [...counts].filter(([, count]) => count === most).map(([choice]) => choice),
  }
}
