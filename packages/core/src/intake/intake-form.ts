import { z } from 'zod'

/** The version of the form below; every stored intake says which version it was filled in with (I1). */
export const intakeFormVersion = 1

/** What brings a participant to the program (domain §2, D1–D5). */
export const triggers = [
  'performance gap',
  'career transition',
  'behaviour shift',
  'retention risk',
  'behaviour and sponsorship',
] as const

/** The behaviours that goals aim at and that coaches and mentors are strong in: one vocabulary for both sides of a match. */
export const behaviours = [
  'decision making',
  'delegation',
  'feedback',
  'stakeholder management',
  'conflict',
  'executive presence',
  'change leadership',
  'strategic thinking',
  'coaching others',
  'prioritisation',
  'communication',
  'resilience',
] as const

/** What makes a participant's match politically sensitive (I1, M6). */
export const impactFlags = ['platform lead', 'c-suite adjacent', 'direct budget authority'] as const

const text = (longest: number) =>
  z.string().trim().min(1, 'Is empty.').max(longest, `Is longer than ${longest} characters.`)
const clock = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$|^24:00$/, 'Must be a time like "09:30".')

/** A development goal (I2): who does what differently, where, how one will see it, by when, and how it is today. */
export const goal = z.strictObject({
  behaviour: text(300),
  situation: text(300),
  measure: text(300),
  date: z.iso.date(),
  baseline: text(300),
})
export type Goal = z.infer<typeof goal>

/** Hours in which somebody can meet every week, in their own zone; `day` 1 is Monday. */
export const availability = z
  .strictObject({ day: z.number().int().min(1).max(7), from: clock, to: clock })
  .refine(({ from, to }) => from < to, { path: ['to'], error: 'Must be later than "from".' })
export type Availability = z.infer<typeof availability>

/** Everything the intake form asks (I1), by field. An agent (I6) has neither availability nor a manager, but a failure log and a trainer. */
export const intakeAnswers = z.strictObject({
  triggers: z.array(z.enum(triggers)).min(1, 'Choose at least one.'),
  goals: z.array(goal).min(1, 'Name at least one goal.').max(3, 'Name three goals at most.'),
  targetBehaviours: z.array(z.enum(behaviours)).min(1, 'Choose at least one.').max(3, 'Choose three at most.'),
  project: z.strictObject({ name: text(200), businessKpi: text(200), complexity: z.number().int().min(1).max(5) }),
  role: text(120),
  /** 1 first-line lead … 5 executive. */
  seniority: z.number().int().min(1).max(5),
  tenureYears: z.number().min(0).max(60),
  skillsHeld: z.array(text(60)).max(30),
  skillsWanted: z.array(text(60)).max(15),
  languages: z.array(text(30)).min(1, 'Name at least one language.').max(8),
  zone: z.string(),
  availability: z.array(availability).max(50),
  careerGoal: z.strictObject({ words: text(500), promotion: z.boolean() }),
  /** D6: neutral challenge in confidence speaks for an external coach; context and network for an internal mentor. */
  needs: z.strictObject({ confidentiality: z.boolean(), context: z.boolean() }),
  impactFlags: z.array(z.enum(impactFlags)),
  /** Agents only. */
  failureModes: z.array(text(300)).max(50).optional(),
  trainerId: z.string().optional(),
})
export type IntakeAnswers = z.infer<typeof intakeAnswers>
export type IntakeField = keyof IntakeAnswers

const { project, careerGoal, needs } = intakeAnswers.shape

/** Answers as far as they go: any of them may be missing, and so may parts of a goal, the project, the career goal and the needs. */
export const draftAnswers = intakeAnswers
  .extend({
    goals: z.array(goal.partial()).max(3, 'Name three goals at most.'),
    project: project.partial(),
    careerGoal: careerGoal.partial(),
    needs: needs.partial(),
  })
  .partial()
export type DraftAnswers = z.infer<typeof draftAnswers>
