import { holders } from '../program/load.ts'
import type { Member } from '../program/person.ts'
import type { Gate } from '../program/template.ts'
import type { IntakeRecord } from './intake-record.ts'

/** How many of a cohort have submitted their intake (I4): active participants only, whether invited yet or not. */
export type Completion = { submitted: number; participants: number }

export const completionOf = (members: Member[], intakes: IntakeRecord[]): Completion => {
  const submitted = new Set(intakes.filter(({ status }) => status === 'submitted').map(({ id }) => id))
  const participants = holders(members, 'participant')
  return { submitted: participants.filter(({ id }) => submitted.has(id)).length, participants: participants.length }
}

/** Whether a gate looks at the intake: when its week opens, people are invited. */
export const needsIntake = ({ criterion }: Pick<Gate, 'criterion'>): boolean =>
  criterion.all.some(({ fact }) => fact === 'intake-completion')
