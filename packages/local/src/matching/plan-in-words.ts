import type { MatchResult } from './match-command.ts'

/** A plan for people at a terminal: each match with its score and sentence, who stays without and why, then the sums. */
export const planInWords = (plan: MatchResult, names: ReadonlyMap<string, string>): string => {
  const name = (id: string) => names.get(id) ?? id
  const matches = plan.proposals.flatMap(
    ({ participantId, providerId, service, result, review, reviewReason, alternatives }) => [
      `${name(participantId)} → ${name(providerId)} (${service}), ${result.score.toFixed(2)}`,
      `    ${result.sentence}`,
      `    Approval: ${review}. ${reviewReason}`,
      ...alternatives.map((other) => `    or ${name(other.providerId)}, ${other.score.toFixed(2)}: ${other.whyNot}`),
    ],
  )
  const unmatched = plan.unmatched.map(
    ({ participantId, service, why }) => `${name(participantId)}: no ${service}. ${why}`,
  )
  const proof = plan.optimal ? 'proven: no plan has a higher total' : 'not proven to be the best'
  return [
    ...matches,
    ...(unmatched.length > 0 ? ['', `Without a match (${unmatched.length}):`, ...unmatched] : []),
    '',
    `${plan.matched} matches for ${plan.participants} participants and ${plan.providers} providers; total ${plan.total.toFixed(2)} (${proof}).`,
    `Objective ${plan.objective}, week of ${plan.week}, ${plan.ms} ms.`,
  ].join('\n')
}
