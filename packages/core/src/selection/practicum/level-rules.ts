import { plusMonths } from '../../program/calendar.ts'
import type { Level } from '../credential.ts'
import { median } from '../median.ts'
import type { RuleResult } from '../rule-result.ts'

/** What a level asks for (§4, Levels). All of it is binary. */
export type LevelRule = {
  level: Level
  from: Level
  /** Months in the level before. */
  monthsInRole: number
  /** Hours coached in engagements, since the practicum; its own hours are part of the practicum. */
  coachedHours: number
  /** Behavioural outcomes with evidence. */
  evidencedOutcomes: number
  practicum: boolean
  /** Participants rate at least this in the median. */
  ratingMedian?: number
  /** The last review of each program found no drift. */
  noOpenDrift: boolean
}

/** The shipped numbers. A practicum holds its own time, hours and outcome, so the first step asks for nothing beside it. */
export const levelRules: LevelRule[] = [
  {
    level: 'certified internal coach',
    from: 'coach in training',
    monthsInRole: 0,
    coachedHours: 0,
    evidencedOutcomes: 0,
    practicum: true,
    noOpenDrift: false,
  },
  {
    level: 'senior coach',
    from: 'certified internal coach',
    monthsInRole: 12,
    coachedHours: 100,
    evidencedOutcomes: 3,
    practicum: false,
    ratingMedian: 4,
    noOpenDrift: true,
  },
]

/** What is known of a coach, over all of their programs. */
export type LevelFacts = {
  levelSince: string
  coachedHours: number
  evidencedOutcomes: number
  ratings: number[]
  practicumComplete: boolean
  /** Reviews that found drift and that no later review found gone. */
  openDrift: string[]
}

/** Whether a coach may be raised to a level: each rule in words. Months are local in the program's zone. */
export const checkLevel = (
  rule: LevelRule,
  facts: LevelFacts,
  { now, zone }: { now: string; zone: string },
): RuleResult[] => {
  const results: RuleResult[] = []
  const add = (asked: boolean, name: string, met: boolean, words: string) => {
    if (asked) results.push({ rule: name, met, words })
  }
  const since = plusMonths(facts.levelSince, zone, rule.monthsInRole)
  const long = since <= now
  const months = `${rule.monthsInRole} months as ${rule.from}`
  add(rule.monthsInRole > 0, 'time in role', long, long ? `${months} are over.` : `${months} are needed.`)
  const hours = Number(facts.coachedHours.toFixed(2))
  add(
    rule.coachedHours > 0,
    'coached hours',
    facts.coachedHours >= rule.coachedHours,
    `${hours} of at least ${rule.coachedHours} coached hours.`,
  )
  add(
    rule.evidencedOutcomes > 0,
    'evidenced outcomes',
    facts.evidencedOutcomes >= rule.evidencedOutcomes,
    `${facts.evidencedOutcomes} of at least ${rule.evidencedOutcomes} evidenced outcomes.`,
  )
  add(
    rule.practicum,
    'practicum',
    facts.practicumComplete,
    facts.practicumComplete ? 'The practicum is completed.' : 'The practicum is not completed.',
  )
  const rated = median(facts.ratings)
  add(
    rule.ratingMedian !== undefined,
    'participant ratings',
    rated !== undefined && rated >= rule.ratingMedian!,
    rated === undefined
      ? 'There are no participant ratings yet.'
      : `The median of participant ratings is ${rated}, at least ${rule.ratingMedian} is needed.`,
  )
  const drift = facts.openDrift.length === 0
  add(
    rule.noOpenDrift,
    'no open drift',
    drift,
    drift ? 'No drift is open.' : `Drift is open since the review ${facts.openDrift.join(', ')}.`,
  )
  return results
}
