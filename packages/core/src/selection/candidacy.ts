import { z } from 'zod'
import { service } from '../intake/intake-record.ts'
import { scoped, timestamp } from '../program/record.ts'
import { formNames, selectionForms } from './forms/forms.ts'
import { pathNames } from './selection-path.ts'

/** One round of a step. Held and opened again, it is a further round. */
export const stepRound = z.strictObject({
  step: z.string(),
  round: z.number().int().min(1),
  status: z.enum(['open', 'passed', 'on hold', 'rejected']),
  openedAt: timestamp,
  dueAt: timestamp,
  /** The requirements whose tasks are open or done. */
  asked: z.array(z.string()),
  /** The steps of the machine that wait for the answers, and for the end of the hold. They stay on the server. */
  taskToken: z.string().optional(),
  holdToken: z.string().optional(),
  reminders: z.number().int().min(0),
  remindedAt: timestamp.optional(),
  /** Which version of the rubric its panel scores by, and who is in it. */
  panel: z.strictObject({ rubricVersion: z.number().int().min(1), members: z.array(z.string()) }).optional(),
  decidedAt: timestamp.optional(),
  missing: z.array(z.string()).optional(),
  /** Until when what is missing may come; then the step is asked again. */
  until: timestamp.optional(),
  reasons: z.array(z.string()).optional(),
})
export type StepRound = z.infer<typeof stepRound>

/**
 * Somebody on their way to become a coach or mentor (§4). `id` is `PERSON.ATTEMPT`; a person has one open candidacy at a time.
 */
export const candidacyRecord = scoped.extend({
  personId: z.string(),
  path: z.enum(pathNames),
  service,
  /** Who nominated them and why; absent when they applied by themselves. */
  nomination: z.strictObject({ by: z.string(), why: z.string() }).optional(),
  status: z.enum(['open', 'appointed', 'rejected', 'withdrawn']),
  rounds: z.array(stepRound),
  openedAt: timestamp,
  closedAt: timestamp.optional(),
  /** Why it was rejected or withdrawn. */
  reasons: z.array(z.string()).optional(),
  executionArn: z.string().optional(),
})
export type CandidacyRecord = z.infer<typeof candidacyRecord>

/**
 * What one person answered to one requirement. `id` is `CANDIDACY.STEP.ROUND.REQUIREMENT.PERSON` (of a referee: the id of the
 * reference). Scores of a panel are seen by nobody but their author before the panel is complete.
 */
export const selectionAnswerRecord = scoped.extend({
  candidacyId: z.string(),
  step: z.string(),
  round: z.number().int().min(1),
  requirement: z.string(),
  by: z.string(),
  at: timestamp,
  form: z.enum(formNames),
  answer: z.discriminatedUnion('kind', [
    selectionForms['coach-application'],
    selectionForms['mentor-application'],
    selectionForms['internal-coach-application'],
    selectionForms.check,
    selectionForms.observation,
    selectionForms.endorsement,
    selectionForms.panel,
    selectionForms.scores,
    selectionForms.referees,
    selectionForms.reference,
    selectionForms.signature,
    selectionForms.quiz,
    selectionForms.recording,
    selectionForms['peer-review'],
    selectionForms['escalation-flow'],
    selectionForms.commitment,
    selectionForms.practice,
  ]),
})
export type SelectionAnswerRecord = z.infer<typeof selectionAnswerRecord>

/**
 * A referee who was asked (S-C4). `secret` is the part of the link that lets them answer without a sign-in; it leaves the
 * server in their mail only.
 */
export const referenceRecord = scoped.extend({
  candidacyId: z.string(),
  step: z.string(),
  round: z.number().int().min(1),
  name: z.string(),
  email: z.email(),
  organisation: z.string(),
  relation: z.string(),
  secret: z.string(),
  askedAt: timestamp,
  dueAt: timestamp,
  answeredAt: timestamp.optional(),
})
export type ReferenceRecord = z.infer<typeof referenceRecord>

/** A mentor's verifiable sponsor action (S-M9); `id` is the candidacy's. */
export const commitmentRecord = scoped.extend({
  personId: z.string(),
  action: selectionForms.commitment.shape.action,
  what: z.string(),
  verifiedBy: z.string(),
  committedAt: timestamp,
  /** 60 days after the commitment at the latest, at the same local time in the program's zone. */
  dueAt: timestamp,
  remindedAt: timestamp.optional(),
  outcome: z.strictObject({ text: z.string(), evidence: z.string(), at: timestamp, by: z.string() }).optional(),
  /** When it was found missing, and the mentor suspended from new matches. */
  missedAt: timestamp.optional(),
})
export type CommitmentRecord = z.infer<typeof commitmentRecord>
