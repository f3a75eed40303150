import { z } from 'zod'
import { type InstrumentName, instrumentNames } from '../../program/collected.ts'
import { scaleInWords } from './instrument-words.ts'
import type { Question } from './question-bank/question.ts'
import { bankOf } from './question-bank/question-bank.ts'

/** What a form is made for: the questions asked, from which version of the bank, and whether about oneself. */
export type FormSubject = { bank: number; questions: readonly string[]; self: boolean }

/** Instruments that leave room for a word in addition; in the others it would tell who wrote it. */
const commented: readonly InstrumentName[] = ['pulse', 'rating', 'sponsor-rating']

const comment = z.string().trim().min(1).max(2000)

/** Any filled-in instrument, before it is known which questions were asked. */
export const instrumentAnswer = z.strictObject({
  kind: z.enum(instrumentNames),
  ratings: z.record(z.string(), z.number().int().min(1).max(5)).optional(),
  yes: z.record(z.string(), z.boolean()).optional(),
  comment: comment.optional(),
})
export type InstrumentAnswer = z.infer<typeof instrumentAnswer>

/**
 * The form of an instrument with exactly the questions that a task asks, each titled with its words: `ratings` 1–5 and `yes` by
 * question id. All questions are to be answered; only the comment may be left out.
 */
export const formFor = (instrument: InstrumentName, { bank: version, questions, self }: FormSubject) => {
  const bank = bankOf(version)
  const asked = questions.map((id) => bank.questions.find((question) => question.id === id)!)
  const words = (question: Question) => (self ? question.self : question.others)
  const ratings = asked.filter(({ scale }) => scale === 'rating')
  const yes = asked.filter(({ scale }) => scale === 'yes-no')
  const rating = z.number().int().min(1).max(5)
  const titled = (some: Question[], schema: z.ZodType) =>
    z.strictObject(Object.fromEntries(some.map((each) => [each.id, schema.meta({ title: words(each) })])))
  const scale = scaleInWords(bank.scales[instrument])
  return z.strictObject({
    kind: z.literal(instrument),
    ...(yes.length > 0 && { yes: titled(yes, z.boolean()).meta({ title: 'Yes or no' }) }),
    ...(ratings.length > 0 && { ratings: titled(ratings, rating).meta({ title: scale }) }),
    ...(commented.includes(instrument) && {
      comment: comment.optional().meta({
        title: 'A word in addition, read without your name by those who run the program once five people have written',
      }),
    }),
  })
}

/** The answer with all questions of the task, or what is wrong with it by field. */
export const checkedAnswer = (
  instrument: InstrumentName,
  subject: FormSubject,
  answer: unknown,
): { answer: Required<Pick<InstrumentAnswer, 'ratings' | 'yes'>> & { comment?: string } } | { problems: Problem[] } => {
  const parsed = formFor(instrument, subject).safeParse(answer, { error: plainWords })
  if (!parsed.success) return { problems: parsed.error.issues.flatMap(problemsOf) }
  const { ratings = {}, yes = {}, comment: said } = parsed.data as InstrumentAnswer
  return { answer: { ratings, yes, ...(said !== undefined && { comment: said }) } }
}

type Problem = { field: string; problem: string }

const problemsOf = (issue: z.core.$ZodIssue): Problem[] => {
  const names = issue.code === 'unrecognized_keys' ? issue.keys : [undefined]
  return names.map((name) => ({
    field: ['answer', ...issue.path, ...(name === undefined ? [] : [name])].join('.'),
    problem: issue.message,
  }))
}

const plainWords = (issue: z.core.$ZodRawIssue): string | undefined => {
  if (issue.code === 'unrecognized_keys') return 'Is not asked here. Leave it out.'
  if (issue.input === undefined) return 'Is not answered yet.'
  if (issue.code === 'too_small' || issue.code === 'too_big' || issue.code === 'invalid_type') {
    if (issue.path?.[0] === 'ratings' && issue.path.length > 1) return 'Must be a whole number from 1 to 5.'
  }
  return undefined
}
