import { plusDays } from '../../program/calendar.ts'
import type { RuleResult } from '../rule-result.ts'
import { type PracticeDay, type PracticumRecord, practicumReviewKinds } from './practicum-record.ts'

/** What a practicum comprises (§4). More hours than planned do no harm; more weeks need a reason. */
const practicumPlan = {
  weeks: { least: 8, most: 12 },
  coachedHours: { least: 20, most: 30 },
  labHours: { least: 10, most: 15 },
} as const

const reviewWords = { midpoint: 'midpoint calibration', final: 'final observed review' }

export const hoursOf = (practice: Pick<PracticeDay, 'kind' | 'minutes'>[], kind: PracticeDay['kind']): number =>
  practice.filter((day) => day.kind === kind).reduce((sum, { minutes }) => sum + minutes, 0) / 60

/** The latest review of a kind: it counts, the ones before were to be repeated. */
export const latestReview = ({ reviews }: Pick<PracticumRecord, 'reviews'>, kind: 'midpoint' | 'final') =>
  reviews.findLast(({ review }) => review === kind)

/**
 * Whether a practicum is complete (§4): binary rules, each with what there is and what is missing. Weeks are counted in local
 * days of the program's zone.
 * @param lateBecause why it took longer than 12 weeks, when it did
 */
export const checkPracticum = (
  practicum: Pick<PracticumRecord, 'startedAt' | 'practice' | 'reviews' | 'capstone'>,
  { now, zone, lateBecause }: { now: string; zone: string; lateBecause?: string | undefined },
): RuleResult[] => [
  weeks(practicum.startedAt, now, zone, lateBecause),
  hours(practicum.practice, 'coached', practicumPlan.coachedHours),
  hours(practicum.practice, 'lab', practicumPlan.labHours),
  ...practicumReviewKinds.flatMap((kind) => reviewed(practicum, kind)),
  capstone(practicum.capstone),
]

const weeks = (startedAt: string, now: string, zone: string, lateBecause: string | undefined): RuleResult => {
  const { least, most } = practicumPlan.weeks
  const rule = 'weeks'
  if (now < plusDays(startedAt, zone, least * 7)) {
    return { rule, met: false, words: `A practicum takes at least ${least} weeks; these are not over.` }
  }
  if (now <= plusDays(startedAt, zone, most * 7)) return { rule, met: true, words: `${least} to ${most} weeks.` }
  return lateBecause
    ? { rule, met: true, words: `Longer than ${most} weeks: ${lateBecause}` }
    : { rule, met: false, words: `It took longer than ${most} weeks. Say in \`lateBecause\` why.` }
}

const hours = (
  practice: PracticeDay[],
  kind: PracticeDay['kind'],
  { least }: { least: number; most: number },
): RuleResult => {
  const logged = hoursOf(practice, kind)
  const words = `${Number(logged.toFixed(2))} of at least ${least} ${kind} hours.`
  return { rule: `${kind} hours`, met: logged >= least, words }
}

const reviewed = (practicum: Pick<PracticumRecord, 'reviews'>, kind: 'midpoint' | 'final'): RuleResult[] => {
  const rule = reviewWords[kind]
  const latest = latestReview(practicum, kind)
  if (!latest) return [{ rule, met: false, words: `The ${rule} was not held.` }]
  const passed = latest.outcome === 'pass'
  const { feedback, supervision } = latest.followUp
  return [
    { rule, met: passed, words: passed ? `The ${rule} was passed.` : `The ${rule} has to be repeated.` },
    {
      rule: `feedback on the ${rule}`,
      met: feedback !== undefined,
      words: `The written feedback on the ${rule} ${feedback ? 'was given' : 'is missing'}.`,
    },
    {
      rule: `supervision after the ${rule}`,
      met: supervision !== undefined,
      words: `The 1:1 supervision after the ${rule} ${supervision ? 'was held' : 'is missing'}.`,
    },
  ]
}

const capstone = (handedIn: PracticumRecord['capstone']): RuleResult => {
  const rule = 'capstone'
  if (!handedIn) return { rule, met: false, words: 'The capstone that is linked to a KPI is missing.' }
  if (!handedIn.acceptedBy) return { rule, met: false, words: 'The capstone is not accepted yet.' }
  return { rule, met: true, words: `The capstone is linked to a KPI: ${handedIn.kpi}.` }
}
