import type { Gate } from '../gate/gate.ts'

/** How many votes each choice has, and which lead (several in a tie). */
export const tally = ({ votes }: Gate): { counts: Map<string, number>; leading: string[] } => {
  const counts = new Map<string, number>()
  for (const { choice } of votes) counts.set(choice, (counts.get(choice) ?? 0) + 1)
  const most = Math.max(0, ...counts.values())
  return { counts, leading: [...counts].flatMap(([choice, count]) => (count === most ? [choice] : [])) }
}
