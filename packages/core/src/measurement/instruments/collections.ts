import type { Task } from '../../program/task.ts'
import { asksInstrument, type InstrumentTask } from './instrument-task.ts'
import type { ResponseRecord } from './response-record.ts'

/** Everything that one gate collected with one instrument, over all rounds. */
export type Collection = {
  gate: string
  instrument: ResponseRecord['instrument']
  /** How many answers were asked for: each person about each subject once. */
  asked: number
  /** Somebody can still answer. As long as this is so no figure is shown: the next answer would be its difference (P7). */
  open: boolean
  responses: ResponseRecord[]
}

/** What a program collected so far, by gate and instrument. */
export const collectionsOf = (tasks: readonly Task[], responses: readonly ResponseRecord[]): Collection[] => {
  const groups = Map.groupBy(tasks.filter(asksInstrument), ({ gate, form }) => `${gate} ${form}`)
  return [...groups.values()].map((own) => collectionOf(own, responses)).toSorted(byGate)
}

const collectionOf = (tasks: InstrumentTask[], responses: readonly ResponseRecord[]): Collection => {
  const { gate, form: instrument } = tasks[0]!
  return {
    gate,
    instrument,
    asked: new Set(tasks.map(({ subjectId, personId }) => `${subjectId} ${personId}`)).size,
    open: tasks.some(({ status }) => status === 'open'),
    responses: responses.filter((each) => each.gate === gate && each.instrument === instrument),
  }
}

const byGate = (one: Collection, other: Collection): number =>
  one.gate === other.gate ? (one.instrument < other.instrument ? -1 : 1) : one.gate < other.gate ? -1 : 1

/** Why a collection shows no figures yet. */
export const stillOpen =
  'Answers still come in. Figures are shown when nobody is asked any more, at the latest with the gate closed.'
