import type { z } from 'zod'
import { coachApplication, internalCoachApplication, mentorApplication } from './application.ts'
import { commitment, escalationFlow, peerReview, quiz, recording } from './course.ts'
import { check, endorsement, observation } from './judgement.ts'
import { panel, scores } from './panel.ts'
import { practice } from './practice.ts'
import { referees, reference } from './reference.ts'
import { signature } from './signature.ts'

/** Every form that a task of a selection can have, by its `kind`. */
export const selectionForms = {
  'coach-application': coachApplication,
  'mentor-application': mentorApplication,
  'internal-coach-application': internalCoachApplication,
  check,
  observation,
  endorsement,
  panel,
  scores,
  referees,
  reference,
  signature,
  quiz,
  recording,
  'peer-review': peerReview,
  'escalation-flow': escalationFlow,
  commitment,
  practice,
} as const

export type FormName = keyof typeof selectionForms
export type FormOf<F extends FormName> = z.infer<(typeof selectionForms)[F]>
export type SelectionForm = { [F in FormName]: FormOf<F> }[FormName]
export const formNames = Object.keys(selectionForms) as [FormName, ...FormName[]]
