import type { Learner, Provider } from '../cohort.ts'
import type { Contribution, MatchScore } from '../match-record.ts'
import { type ProfileName, type Signal, signals, type Weights } from '../weights.ts'
import { readAvailability } from './availability.ts'
import { readGoals } from './goals.ts'
import { checkWeights, confidenceOf, shareOut } from './points.ts'
import { fieldsWithoutConsent } from './readable.ts'
import type { Reading } from './reading.ts'
import { type ReferenceWeek, referenceWeek } from './reference-week.ts'
import { sentenceOf } from './sentence.ts'
import { readSkills } from './skills.ts'
import { readSponsorship } from './sponsorship.ts'
import { readSuccess } from './success.ts'

export type Scoring = {
  profile: ProfileName
  weights: Weights
  /** A date in the week on which hours in different zones are compared (`YYYY-MM-DD`), or the week itself. */
  week: string | ReferenceWeek
}

const readers: Record<Signal, (learner: Learner, provider: Provider, week: ReferenceWeek) => Reading> = {
  skills: readSkills,
  goals: readGoals,
  sponsorship: (_, provider) => readSponsorship(provider),
  availability: readAvailability,
  success: (_, provider) => readSuccess(provider),
}

/**
 * The score of one pair, 0–100 in hundredths, taken apart (M5): what each signal adds, in points that sum to the score, and a
 * sentence. A signal without data or consent shares its weight out among the others and lowers `confidence` (M9); with none
 * at all the score and the confidence are 0. Hard rules are not looked at here (`hard-rules.ts`).
 * @throws DomainError `InvalidInput` when the weights are not numbers, negative or do not add up to 100
 */
export const scorePair = (learner: Learner, provider: Provider, { profile, weights, week }: Scoring): MatchScore => {
  checkWeights(weights)
  const reference = typeof week === 'string' ? referenceWeek(week) : week
  const readings = signals.map((signal) => readers[signal](learner, provider, reference))
  const { score, present, shares } = shareOut(
    weights,
    readings.map(({ value }) => value),
  )
  const contributions: Contribution[] = signals.map((signal, index) => ({
    signal,
    ...(readings[index]!.value !== undefined && { value: readings[index]!.value }),
    ...shares[index]!,
    words: readings[index]!.words,
  }))
  const confidence = confidenceOf(present)
  const withoutConsent = fieldsWithoutConsent(learner)
  const sentence = sentenceOf({ score, confidence, profile, contributions })
  return { score, confidence, profile, contributions, sentence, withoutConsent }
}
