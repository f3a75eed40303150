import type { Actor, Work } from '../../program/actor.ts'
import { withOpenChecks } from '../impact.ts'
import type { MatchRecord } from '../match-record.ts'
import type { Verdict } from './pair.ts'

/** `P.R001.coach` → `P.R001.coach.2` → `P.R001.coach.3`: who is next in line for the same place in a run. */
const nextMatchId = (id: string): string => {
  const [participant, run, service, number = '1'] = id.split('.')
  return `${participant}.${run}.${service}.${Number(number) + 1}`
}

/** The proposal that takes the place of another: other provider, own score, the same review or one more careful; both name each other (M7). */
export const replacement = (
  old: MatchRecord,
  providerId: string,
  { result, open }: Extract<Verdict, { result: unknown }>,
  now: string,
  whyNotTheOld: string,
): { replaced: MatchRecord; proposal: MatchRecord } => {
  const id = nextMatchId(old.id)
  const { tenantId, scope, participantId, service, order, runId, review, reviewReason, impact } = old
  const before = { providerId: old.providerId, score: old.result.score, whyNot: whyNotTheOld }
  const alternatives = [before, ...old.alternatives.filter((each) => each.providerId !== providerId)]
  const kept = { tenantId, scope, participantId, service, order, runId, review, reviewReason, impact }
  return {
    replaced: { ...old, status: 'replaced', replacedBy: id },
    proposal: {
      ...withOpenChecks(kept, open),
      id,
      version: 0,
      providerId,
      status: 'proposed',
      result,
      scoredAt: now,
      alternatives,
      replaces: old.id,
    },
  }
}

export const approvedBy = (match: MatchRecord, { personId }: Actor, { now }: Pick<Work, 'now'>): MatchRecord => ({
  ...match,
  status: 'approved',
  approvedBy: personId,
  approvedAt: now,
})
