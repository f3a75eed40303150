import { DomainError } from '../../errors.ts'
import type { Store } from '../../ports.ts'
import { localDate } from '../../program/calendar.ts'
import type { Program } from '../../program/program.ts'
import type { Learner, MatchingSettings, Provider } from '../cohort.ts'
import { notChecked, violations } from '../hard-rules.ts'
import type { MatchRecord, MatchScore } from '../match-record.ts'
import { profileFor } from '../score/profile-for.ts'
import { referenceWeek } from '../score/reference-week.ts'
import { scorePair } from '../score/score-pair.ts'
import { loadLearner, loadProvider, loadSettings, solverSettings } from './load-matching.ts'

/** Proposals shown beside the first choice (M5). */
export const alternativesShown = 3

/** The day whose week availability is compared in: offsets of time zones differ over the year. */
export const dayOf = (program: Program, now: string): string => localDate(now, program.zone)

type Pair = { learner: Learner; provider: Provider; service: MatchRecord['service']; week: string }
/** `open` is what of the hard rules a person has to check, in words. */
export type Verdict = { result: MatchScore; open: string[] } | { forbidden: string }

/**
 * One pair on its own: its score, or which hard rules forbid it (M4). Capacity is left to the conditional write that takes the
 * place, so the pair is looked at as if one were free.
 */
export const judgePair = (settings: MatchingSettings, { learner, provider, service, week }: Pair): Verdict => {
  if (provider.record.service !== service) return { forbidden: `The provider offers no ${service}ing.` }
  if (!learner.services.some((each) => each.service === service)) {
    return { forbidden: `The participant is no longer to have a ${service}.` }
  }
  const broken = violations(learner, { ...provider, free: 1 }, week)
  if (broken.length > 0) return { forbidden: broken.map(({ words }) => words).join(' ') }
  const profile = profileFor(learner, service)
  const result = scorePair(learner, provider, { profile, weights: settings.profiles[profile], week })
  return { result, open: notChecked(learner, provider, referenceWeek(week)) }
}

/**
 * A pair read afresh and judged (M4): intake and consent of the participant, selection and suspension of the provider, hard
 * rules.
 * @throws DomainError `NotFound`, `NotPossibleNow` (the provider has left)
 */
export const lookAtPair = async (
  store: Store,
  program: Program,
  { participantId, providerId, service }: Pick<MatchRecord, 'participantId' | 'providerId' | 'service'>,
  now: string,
) => {
  const scope = { tenantId: program.tenantId, scope: program.id }
  const [learner, { provider, caseload }, settings] = await Promise.all([
    loadLearner(store, scope, participantId),
    loadProvider(store, scope, providerId),
    loadSettings(store, scope),
  ])
  const week = dayOf(program, now)
  const verdict: Verdict =
    typeof learner === 'string'
      ? { forbidden: learner }
      : judgePair(solverSettings(settings), { learner, provider, service, week })
  return { verdict, caseload }
}

/** The same pair, in place of another. @throws DomainError also `NotPossibleNow` (a hard rule forbids it) */
export const demandPair = async (...pair: Parameters<typeof lookAtPair>) => {
  const { verdict, caseload } = await lookAtPair(...pair)
  if ('result' in verdict) return { verdict, caseload }
  throw new DomainError('NotPossibleNow', `This provider cannot be matched with the participant. ${verdict.forbidden}`)
}
