import type { FieldGroup } from '../intake/consent.ts'
import type { Learner } from './cohort.ts'
import type { MatchRecord } from './match-record.ts'
import { mayRead, readField } from './score/readable.ts'

/** The share of a cohort whose matches the program owner approves (M6). */
const ownersShare = 0.2

type Impact = { impact: number; withoutConsent: FieldGroup[] }

/**
 * How much hangs on a participant's match, 0–100: impact flags 40 (20 each, two or more are full), seniority 30 (level 1 none,
 * 5 all), complexity of the project 20 (1 none, 5 all), a named business KPI 10. Read from fields with consent only; a part
 * without consent is left out and the rest is taken to 100, as with signals (M9). With no part at all: 0.
 */
const impactOf = (learner: Learner): Impact => {
  const flags = readField(learner, 'impactFlags')
  const seniority = readField(learner, 'seniority')
  const project = readField(learner, 'project')
  const parts: { group: FieldGroup; most: number; share: number | undefined }[] = [
    { group: 'impact', most: 40, share: flags && Math.min(1, new Set(flags).size / 2) },
    { group: 'career', most: 30, share: seniority && (seniority - 1) / 4 },
    { group: 'project', most: 20, share: project && (project.complexity - 1) / 4 },
    { group: 'project', most: 10, share: project && (project.businessKpi.trim() ? 1 : 0) },
  ]
  const known = parts.filter(({ share }) => share !== undefined)
  const most = known.reduce((sum, part) => sum + part.most, 0)
  const reached = known.reduce((sum, part) => sum + part.most * part.share!, 0)
  const withoutConsent = [...new Set(parts.map(({ group }) => group))].filter((group) => !mayRead(learner, group))
  return { impact: most > 0 ? Math.round((reached * 100) / most) : 0, withoutConsent }
}

export type Review = Pick<MatchRecord, 'impact' | 'review' | 'reviewReason'>

/**
 * Who must approve each participant's matches (M6): the program owner for the ⌈20 %⌉ of the cohort with the highest impact
 * (equal impact: the lower id); a person one by one for impact flags, whatever the score, and where flags may not be read;
 * otherwise in bulk. Somebody in the top 20 % with flags goes to the program owner, and the reason names both.
 */
export const reviewLevels = (cohort: readonly Learner[]): Map<string, Review> => {
  const all = cohort.map((learner) => ({ learner, ...impactOf(learner) }))
  const ranked = all.toSorted((a, b) => b.impact - a.impact || (a.learner.personId < b.learner.personId ? -1 : 1))
  const owners = Math.ceil(cohort.length * ownersShare)
  return new Map(
    ranked.map(({ learner, impact }, rank) => {
      const flags = readField(learner, 'impactFlags')
      const reasons: string[] = []
      if (rank < owners) reasons.push(`Among the top 20 % of the cohort by impact (${impact} of 100).`)
      if (!flags)
        reasons.push('Impact flags may not be used, there is no consent; somebody has to look at political risk.')
      else if (flags.length > 0) reasons.push(`Impact flags: ${flags.join(', ')}.`)
      const review = rank < owners ? 'program owner' : reasons.length > 0 ? 'manual' : 'bulk'
      const reviewReason = reasons.join(' ') || 'No impact flag and not among the top 20 % by impact.'
      return [learner.personId, { impact, review, reviewReason }]
    }),
  )
}

/**
 * The review of a match with hard rules that could not be looked at: a person has to look at it (M4, M6).
 * @param open what is to be checked, in words; none leaves the review as it is
 */
export const withOpenChecks = <R extends Omit<Review, 'impact'>>(known: R, open: string[]): R => {
  if (open.length === 0) return known
  const reason = `To be checked by a person, because it is not known or there is no consent: ${open.join('; ')}.`
  if (known.reviewReason.includes(reason)) return known
  if (known.review === 'bulk') return { ...known, review: 'manual', reviewReason: reason }
  return { ...known, reviewReason: `${known.reviewReason} ${reason}` }
}
