import type { TaskAnswer } from '@pilotgate/core/gates/complete-task'
import { closingNames, instrumentNames } from '@pilotgate/core/program/collected'
import type { TaskView } from './answers.ts'
import type { Chance } from './chance.ts'

type Schema = { const?: string; properties?: Record<string, Schema> }

/** The name of the form that a task collects, out of its schema. */
const formOf = ({ form }: TaskView): string | undefined => (form as Schema | undefined)?.properties?.kind?.const

export const isCollected = (task: TaskView): boolean =>
  task.kind === 'collect' && [...instrumentNames, ...closingNames].some((name) => name === formOf(task))

const questionsIn = (task: TaskView, part: 'ratings' | 'yes'): string[] =>
  Object.keys((task.form as Schema).properties?.[part]?.properties ?? {})

/** Instruments of later weeks find most people better than the baseline did. */
const lift: Record<string, number> = { 'baseline-360': 0, pulse: 0.45, 'follow-up-360': 0.7 }

const clamp = (rating: number): number => Math.max(1, Math.min(5, rating))

/** What somebody fills in: a baseline in the middle of the scale, growth for most, and no two people alike. */
export const collectedAnswer = (task: TaskView, email: string, chance: Chance): TaskAnswer['answer'] => {
  const kind = formOf(task)!
  // Titles name whom it is about; ids are new in every run.
  const subject = /^Rate (?!yourself)(.+): 360| in (.+)$/.exec(task.title)?.slice(1).find(Boolean) ?? email
  const luck = (...what: string[]) => chance('fills in', subject, email, ...what)
  const before = (question: string) =>
    2 + Math.floor(chance('stands at', subject, question.replace(/^pulse-/, '').replace(/-\d$/, '')) * 2)
  const rate = (question: string): number => {
    if (kind === 'rating' || kind === 'sponsor-rating') return luck(question) < 0.7 ? 4 : 5
    if (question.startsWith('pulse-1-1') || question.startsWith('strength-')) return luck(question) < 0.6 ? 4 : 5
    return clamp(before(question) + (luck(kind, question) < (lift[kind] ?? 0) ? 1 : 0))
  }
  switch (kind) {
    case 'closing-notes':
      return {
        kind,
        goals: [
          {
            goal: 'Delegates decisions on releases.',
            reached: luck('goal') < 0.6 ? 'yes' : 'partly',
            evidence: 'Minutes of the planning.',
          },
        ],
        context: 'Leads a release train; the next step is a larger area.',
        transfer: [{ item: 'Keep the weekly planning with the written brief.', done: true, who: 'participant' }],
      }
    case 'final-outcome':
    case 'progress-report':
      return {
        kind,
        ...{
          start: 'Decided everything alone.',
          obstacles: 'A full calendar.',
          interventions: 'Written briefs, practice in two meetings.',
        },
        ...{ result: 'The team decides on most releases.', behaviourEvidenced: luck('evidenced') < 0.7 },
      }
    default:
      return {
        kind: kind as (typeof instrumentNames)[number],
        ...fill(questionsIn(task, 'ratings'), 'ratings', rate),
        ...fill(questionsIn(task, 'yes'), 'yes', (question) => luck(question) < 0.85),
      } as TaskAnswer['answer']
  }
}

const fill = <T>(questions: string[], part: string, answer: (question: string) => T) =>
  questions.length === 0 ? {} : { [part]: Object.fromEntries(questions.map((id) => [id, answer(id)])) }
