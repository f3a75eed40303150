import { Temporal } from 'temporal-polyfill'
import type { FieldProblem } from '../errors.ts'
import { localDate } from '../program/calendar.ts'
import type { Program } from '../program/program.ts'
import {
  baseForms,
  measureWords,
  nounMarkers,
  numberWords,
  observableVerbs,
  occasions,
  others,
  times,
  vagueQualities,
  vagueSituations,
  vagueVerbs,
  wordsOf,
} from './goal-words.ts'
import type { Goal } from './intake-form.ts'

/** The dates a goal may have: after `today`, up to `latest` (both `YYYY-MM-DD`). */
export type GoalWindow = { today: string; latest: string }

/** Months after the end of the program in which a goal may still come true. */
const monthsAfterEnd = 6

export const goalWindow = (
  { startDate, slippedWeeks, zone }: Pick<Program, 'startDate' | 'slippedWeeks' | 'zone'>,
  weeks: number,
  now: string,
): GoalWindow => ({
  today: localDate(now, zone),
  latest: Temporal.PlainDate.from(startDate)
    .add({ weeks: weeks + slippedWeeks })
    .add({ months: monthsAfterEnd })
    .toString(),
})

/**
 * What a goal lacks to be specific and measurable (I2), by field, with an example of what would do: an observable behaviour, a
 * situation, a measure, a date within reach and today's value. Fixed rules over English words; empty when nothing is missing.
 */
export const checkGoal = (goal: Goal, window: GoalWindow): FieldProblem[] =>
  [
    { field: 'behaviour', problem: behaviourProblem(goal.behaviour) },
    { field: 'situation', problem: situationProblem(goal.situation) },
    { field: 'measure', problem: measureProblem(goal.measure) },
    { field: 'date', problem: dateProblem(goal.date, window) },
    { field: 'baseline', problem: baselineProblem(goal.baseline) },
  ].flatMap(({ field, problem }) => (problem === undefined ? [] : [{ field, problem }]))

/**
 * All goals of an intake; fields read `goals.0.behaviour`. Of goals that a person accepted as they stand only the date is checked:
 * the words may be of another language, a day is a day in each.
 */
export const checkGoals = (goals: Goal[], window: GoalWindow, accepted: Goal[] = []): FieldProblem[] =>
  goals.flatMap((goal, index) =>
    checkGoal(goal, window)
      .filter(({ field }) => field === 'date' || !accepted.some((each) => sameGoal(each, goal)))
      .map(({ field, problem }) => ({ field: `goals.${index}.${field}`, problem })),
  )

const sameGoal = (one: Goal, other: Goal): boolean =>
  (Object.keys(one) as (keyof Goal)[]).every((part) => one[part] === other[part])

const behaviourExample = 'for example "Ask two open questions before I give my own view"'

const behaviourProblem = (text: string): string | undefined => {
  const words = wordsOf(text)
  if (actionIn(words)) {
    const quality = words.find((word) => vagueQualities.has(word))
    if (words.length > 4 || !quality) {
      return words.length > 1 ? undefined : `Says too little. Say what exactly you will do, ${behaviourExample}.`
    }
    return `"${quality}" leaves open what you will do differently. Say it, ${behaviourExample}.`
  }
  const vague = words.find((word) => baseForms(word).some((form) => vagueVerbs.has(form)))
  const why = vague
    ? `"${vague}" says what to become, not what one will see you do`
    : 'Names nothing that others can see you do'
  return `${why}. Start with an action, ${behaviourExample}.`
}

/** Whether the words name an action that others can watch. "In reviews" and "better at asking" do not. */
const actionIn = (words: string[]): boolean =>
  words.some((word, index) => {
    if (nounMarkers.has(words[index - 1] ?? '')) return false
    const forms = baseForms(word)
    if (forms.some((form) => observableVerbs.has(form))) return true
    // One can see somebody lead a meeting, but not lead as such.
    return forms.includes('lead') && words.slice(index + 1, index + 6).some((next) => occasions.has(next))
  })

const prepositions =
  /^(?:in|at|on|with|to|for|between|towards?|within|among|across|from|if|until|by|under|inside|outside)$/

const situationProblem = (text: string): string | undefined => {
  const vague = text.toLowerCase().match(vagueSituations)?.[0]
  const words = wordsOf(text.toLowerCase().replace(vagueSituations, ' '))
  const anchored = words.some(
    (word, index) =>
      occasions.has(word) ||
      others.has(word) ||
      (times.has(word) && words.length > 1) ||
      (prepositions.test(word) && words.slice(index + 1).some((next) => next.length > 3 && !vagueQualities.has(next))),
  )
  if (anchored) return undefined
  const why = vague ? `"${vague}" can be anywhere` : 'Does not say when, where or with whom'
  return `${why}. Name the occasion, for example "In the weekly planning meeting with my five team leads".`
}

/** A digit in any script, a number in words or a percent sign; "no one" is nobody, not a number. */
const hasNumber = (text: string): boolean =>
  /[\p{Nd}%]/u.test(text) || wordsOf(text.replace(/\bno one\b/gi, ' ')).some((word) => numberWords.has(word))

const measureProblem = (text: string): string | undefined => {
  const words = wordsOf(text)
  const counts = words.some((word) => baseForms(word).some((form) => measureWords.has(form)))
  // "Every meeting" is a share that one can count.
  const every = words.some((word, index) => /^(?:every|each|all)$/.test(word) && occasions.has(words[index + 1] ?? ''))
  if (hasNumber(text) || counts || every) return undefined
  return 'Has no number, frequency, rating or named survey, so nobody can tell whether it is reached. For example "At least 3 of 4 meetings a month, counted by my team" or "From 3.1 to 4.0 in the 360".'
}

const dateProblem = (date: string, { today, latest }: GoalWindow): string | undefined => {
  if (!isDate(date)) return `Is no date. Write it like "${latest}".`
  if (date <= today) return `Lies in the past or is today (${today}). Choose a day after it.`
  if (date > latest) return `Is too far away to be followed in this program. Choose a day up to ${latest}.`
  return undefined
}

const isDate = (text: string): boolean => {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false
  try {
    return Temporal.PlainDate.from(text, { overflow: 'reject' }).toString() === text
  } catch {
    return false
  }
}

const baselineProblem = (text: string): string | undefined =>
  hasNumber(text)
    ? undefined
    : 'Does not give today\'s value. Say how it is now in the terms of your measure, for example "1 of 4 meetings", "2.8 in the last 360" or "never".'
