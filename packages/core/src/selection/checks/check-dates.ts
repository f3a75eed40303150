import type { FieldProblem } from '../../errors.ts'
import { daysUntil, localDate } from '../../program/calendar.ts'
import type { AnswerToCheck } from '../check-answer.ts'
import type { SelectionForm } from '../forms/forms.ts'
import type { Ground } from '../load-candidacy.ts'

/** A sponsor action is due within so many days (S-M9). */
const commitmentDays = 60
const longestHoldDays = 180
const furthestPanelDays = 60

/** Days that lie where they cannot: things that happened do not lie in the future, things that are to come do. */
export const checkDates = ({ work, ground, step }: AnswerToCheck, answer: SelectionForm): FieldProblem[] => {
  const away = ([, date]: Dated) => daysUntil(date, ground.program.zone, work.now)
  const future = happened(answer)
    .filter((each) => away(each) > 0)
    .map(([field]) => ({ field: `answer.${field}`, problem: 'Lies in the future.' }))
  const misplaced = planned(answer).flatMap((each): FieldProblem[] => {
    const [field, , from, to] = each
    if (away(each) >= from && away(each) <= to) return []
    const earliest = from > 0 ? 'after today' : 'today or later'
    return [{ field: `answer.${field}`, problem: `Must lie ${earliest}, ${to} days away at most.` }]
  })
  return [...future, ...misplaced, ...tooEarly(ground, step.step, answer)]
}

/** Practice under supervision begins when it is asked for: earlier sessions had no supervision (S-I). */
const tooEarly = ({ candidacy, program }: Ground, step: string, answer: SelectionForm): FieldProblem[] => {
  const first = candidacy.rounds.find((each) => each.step === step)
  if (answer.kind !== 'practice' || !first) return []
  const began = localDate(first.openedAt, program.zone)
  return answer.sessions.flatMap(({ on }, index) =>
    on < began
      ? [{ field: `answer.sessions.${index}.on`, problem: `Lies before ${began}, when the practice began.` }]
      : [],
  )
}

/** A field and the date in it; of planned things also how many days away it may lie, from and to. */
type Dated = readonly [field: string, date: string, ...unknown[]]
type Planned = readonly [field: string, date: string, from: number, to: number]

const happened = (answer: SelectionForm): Dated[] => {
  switch (answer.kind) {
    case 'coach-application':
      return years(answer.outcomes)
    case 'mentor-application':
      return [
        ...years(answer.outcomes),
        ...answer.introductions.map(({ on }, index): Dated => [`introductions.${index}.on`, on]),
        ...(answer.biasTraining ? [['biasTraining.completedOn', answer.biasTraining.completedOn] as const] : []),
      ]
    case 'practice':
      return answer.sessions.map(({ on }, index): Dated => [`sessions.${index}.on`, on])
    case 'observation':
      return [['heldOn', answer.heldOn]]
    default:
      return []
  }
}

const years = (outcomes: { year: number }[]): Dated[] =>
  outcomes.map(({ year }, index): Dated => [`outcomes.${index}.year`, `${year}-01-01`])

const planned = (answer: SelectionForm): Planned[] => {
  switch (answer.kind) {
    case 'check':
    case 'observation':
      return answer.holdUntil ? [['holdUntil', answer.holdUntil, 1, longestHoldDays]] : []
    case 'panel':
      return answer.meetsOn ? [['meetsOn', answer.meetsOn, 0, furthestPanelDays]] : []
    case 'commitment':
      return [['dueOn', answer.dueOn, 1, commitmentDays]]
    default:
      return []
  }
}
