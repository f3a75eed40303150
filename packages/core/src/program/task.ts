import { z } from 'zod'
import { answer } from './fact.ts'
import { scoped, timestamp } from './record.ts'
import { role } from './roles.ts'

/** `former` secrets open nothing: they tell whoever uses them that there is a newer one. `renewedAt`: when that was asked for last. */
const taskLink = z.strictObject({
  secret: z.string(),
  expiresAt: timestamp,
  former: z.array(z.string()),
  renewedAt: timestamp.optional(),
})

/**
 * Something a person is asked to do, with a due date. `id` starts with the gate it serves (`W06.…`).
 * - `attest`: answer for a fact; `answer` holds what was said
 * - `decide`: decide a gate that did not pass; `vote`: vote on a steering gate; `record`: record the committee's decision
 * - `do`: carry out something decided (a remediation or a pivot) and say when it is done
 * - `select`: answer a requirement of a candidacy; `gate` is then the rule it serves (`S-C3`), `form` the form to fill in
 * - `engage`: a step of an engagement (charter, agreement, kickoff, closing); `gate` is then the rule it serves (`E1`)
 * - `collect`: fill in an instrument or a closing artifact that a gate collects
 */
export const task = scoped.extend({
  gate: z.string(),
  round: z.number().int().min(1),
  kind: z.enum(['attest', 'decide', 'vote', 'record', 'do', 'select', 'engage', 'collect']),
  title: z.string(),
  why: z.string(),
  role,
  personId: z.string(),
  fact: z.string().optional(),
  form: z.string().optional(),
  /** What a task of a selection answers. */
  selection: z.strictObject({ candidacyId: z.string(), step: z.string(), requirement: z.string() }).optional(),
  /** The engagement that a task of kind `engage` or `collect` is about, and the person an instrument asks about. */
  engagementId: z.string().optional(),
  subjectId: z.string().optional(),
  /** The questions an instrument asks, by id, and the version of the question bank they are from. */
  questions: z.array(z.string()).optional(),
  bank: z.number().int().min(1).optional(),
  answerKind: z.enum(['yes-no', 'count', 'ratio', 'rating', 'change']).optional(),
  openedAt: timestamp,
  dueAt: timestamp,
  status: z.enum(['open', 'done', 'cancelled']),
  answer: answer.optional(),
  note: z.string().optional(),
  doneBy: z.string().optional(),
  doneAt: timestamp.optional(),
  /** The link of the person's mails that opens this task without a sign-in (F3), and until when; never shown, told or logged. */
  link: taskLink.optional(),
  /** How often the person was reminded, when last, and whether the program owner was told. */
  reminders: z.number().int().min(0),
  remindedAt: timestamp.optional(),
  escalated: z.boolean(),
})
export type Task = z.infer<typeof task>
