import { median } from '../../selection/median.ts'
import { mean } from './mean.ts'
import { bankOf, behaviourOf, inBankOrder } from './question-bank/question-bank.ts'
import type { ResponseRecord } from './response-record.ts'
import { type Group, shownGroups, withheldBecause } from './suppress.ts'
import { theProgram } from './who-is-asked.ts'

/** A figure of an instrument: of a question, or of all questions on a behaviour. */
export type ResultLine = {
  /** The question in words, or the behaviour. */
  what: string
  behaviour?: string
  /** In a 360: what people say of themselves, or what the others say. */
  from?: 'self' | 'others'
  /** How many people answered, and how many it is about (none for the program). */
  respondents: number
  subjects: number
  /** Of ratings 1–5; an answer to several questions counts with its mean. */
  mean?: number
  median?: number
  /** Of a question of yes or no: who said yes, of how many answers. */
  yes?: { part: number; whole: number }
  withheld?: string
}

type Point = { respondentId: string; subjectId: string; value: number }
type Cell = Pick<ResultLine, 'what' | 'behaviour' | 'from'> & { yesNo: boolean; points: Point[] }

/** The figures of one collection; those of fewer than five people, or that would tell of fewer, are withheld (P7). */
export const resultLines = (responses: readonly ResponseRecord[]): ResultLine[] => {
  const cells = cellsOf(responses)
  const shown = new Set(
    [...Map.groupBy(cells, ({ from }) => from).values()].flatMap((beside) => [...shownGroups(beside.map(groupOf))]),
  )
  return cells.map((cell) => lineOf(cell, shown.has(nameOf(cell))))
}

const nameOf = ({ what, from, yesNo }: Cell): string => `${what} ${from} ${yesNo}`

const groupOf = (cell: Cell): Group => ({
  name: nameOf(cell),
  people: [
    new Set(cell.points.map(({ respondentId }) => respondentId)),
    // What is about the program tells only of those who answered.
    new Set(cell.points.map(({ respondentId, subjectId }) => (subjectId === theProgram ? respondentId : subjectId))),
  ],
})

/** What each response says, by question or behaviour, in the order in which it first comes up. */
const cellsOf = (responses: readonly ResponseRecord[]): Cell[] => {
  const cells = new Map<string, Cell>()
  const add = (cell: Omit<Cell, 'points'>, point: Point) => {
    const name = nameOf({ ...cell, points: [] })
    const known = cells.get(name) ?? { ...cell, points: [] }
    known.points.push(point)
    cells.set(name, known)
  }
  for (const response of responses) {
    const { respondentId, subjectId, instrument, relation } = response
    const is360 = instrument === 'baseline-360' || instrument === 'follow-up-360'
    const from = is360 ? { from: relation === 'self' ? ('self' as const) : ('others' as const) } : {}
    const about = { respondentId, subjectId }
    for (const [what, behaviour, value] of valuesOf(response, response.ratings, Number)) {
      add({ what, ...(behaviour !== undefined && { behaviour }), ...from, yesNo: false }, { ...about, value })
    }
    for (const [what, behaviour, value] of valuesOf(response, response.yes, Number)) {
      add({ what, ...(behaviour !== undefined && { behaviour }), ...from, yesNo: true }, { ...about, value })
    }
  }
  return [...cells.values()]
}

/** One value for each question, or the mean of the questions on a behaviour. */
const valuesOf = <T extends number | boolean>(
  { bank }: ResponseRecord,
  answers: Record<string, T>,
  number: (answer: T) => number,
): [what: string, behaviour: string | undefined, value: number][] => {
  const { questions } = bankOf(bank)
  const what = (id: string) => behaviourOf(id) ?? questions.find((question) => question.id === id)?.others ?? id
  const groups = Map.groupBy(inBankOrder(Object.keys(answers)), what)
  return [...groups].map(([words, ids]) => [words, behaviourOf(ids[0]!), mean(ids.map((id) => number(answers[id]!)))!])
}

const lineOf = ({ what, behaviour, from, yesNo, points }: Cell, shown: boolean): ResultLine => {
  const respondents = new Set(points.map(({ respondentId }) => respondentId)).size
  const about = new Set(points.map(({ subjectId }) => subjectId).filter((id) => id !== theProgram))
  const values = points.map(({ value }) => value)
  const line = {
    what,
    ...(behaviour !== undefined && { behaviour }),
    ...(from && { from }),
    respondents,
    subjects: about.size,
  }
  if (!shown) return { ...line, withheld: withheldBecause(Math.min(respondents, about.size || respondents)) }
  if (yesNo) return { ...line, yes: { part: values.filter((value) => value === 1).length, whole: values.length } }
  return { ...line, mean: mean(values)!, median: median(values)! }
}
