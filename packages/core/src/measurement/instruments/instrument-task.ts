import { type InstrumentName, instrumentNames } from '../../program/collected.ts'
import type { Task } from '../../program/task.ts'
import type { FormSubject } from './answer-form.ts'

/** A task that asks for an instrument: about whom, with which questions of which version of the bank. */
export type InstrumentTask = Task & {
  kind: 'collect'
  form: InstrumentName
  subjectId: string
  questions: string[]
  bank: number
}

export const isInstrument = (name: string | undefined): name is InstrumentName =>
  (instrumentNames as readonly (string | undefined)[]).includes(name)

/** Whether a task asks for an instrument; the other tasks of kind `collect` ask for closing artifacts. */
export const asksInstrument = (task: Task): task is InstrumentTask => task.kind === 'collect' && isInstrument(task.form)

/** What the form of a task is made for. */
export const formSubjectOf = ({ bank, questions, personId, subjectId }: InstrumentTask): FormSubject => ({
  bank,
  questions,
  self: personId === subjectId,
})
