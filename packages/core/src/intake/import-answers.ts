import { isDomainError } from '../errors.ts'
import type { Work } from '../program/actor.ts'
import { loadProgram } from '../program/load.ts'
import { findByEmail } from '../program/people.ts'
import type { Program } from '../program/program.ts'
import type { RowProblem } from '../program/read-csv.ts'
import { type AnswersRow, parseAnswers } from './answers-file.ts'
import { newIntake } from './invite-cohort.ts'
import { demandUnderWay } from './open-intake.ts'
import { sameAnswers } from './same-answers.ts'
import { withAnswers } from './save-intake.ts'

export type AnswersImport = { saved: number; unchanged: number; problems: RowProblem[] }

/**
 * Saves answers out of a file (I1), as if each person had saved them: they look through them, consent and submit themselves. Good
 * rows are kept, bad rows reported with row, column and remedy; each row is one write, so nothing is half-written. Answers that a
 * row does not have stay as they are; the same file again changes nothing.
 * @param csv the file's text, at most 1 MB; columns in `answers-file.ts`
 * @throws DomainError `InvalidInput` (the file as a whole cannot be read), `NotPossibleNow` (program not started, or over)
 */
export const importAnswers = async (
  work: Pick<Work, 'store' | 'now'>,
  tenantId: string,
  programId: string,
  csv: string,
): Promise<AnswersImport> => {
  const program = await loadProgram(work.store, tenantId, programId)
  demandUnderWay(program)
  const { rows, problems } = parseAnswers(csv)
  const result: AnswersImport = { saved: 0, unchanged: 0, problems }
  for (const row of rows) {
    const outcome = await importRow(work, program, row)
    if (typeof outcome === 'string') result[outcome] += 1
    else result.problems.push({ row: row.row, ...outcome })
  }
  result.problems.sort((a, b) => a.row - b.row)
  return result
}

type Outcome = 'saved' | 'unchanged' | Omit<RowProblem, 'row'>

const importRow = async (
  { store, now }: Pick<Work, 'store' | 'now'>,
  { tenantId, id: programId }: Program,
  { email, trainerEmail, answers }: AnswersRow,
): Promise<Outcome> => {
  const scope = { tenantId, scope: programId }
  const person = await findByEmail(store, tenantId, email)
  const member = person && (await store.get('member', scope, person.id))
  if (!person || member?.status !== 'active' || !member.roles.includes('participant')) {
    return {
      field: 'email',
      problem: `"${email}" is no participant of this program. Import them with the roster first.`,
    }
  }
  const trainer = trainerEmail && (await findByEmail(store, tenantId, trainerEmail))
  if (trainerEmail && !trainer) {
    return { field: 'trainer_email', problem: `Nobody has the address "${trainerEmail}".` }
  }
  const known = await store.get('intake', scope, person.id)
  const intake = known ?? newIntake(scope, person.id, now)
  const merged = { ...intake.answers, ...answers, ...(trainer && { trainerId: trainer.id }) }
  if (known && sameAnswers(known.answers, merged)) return 'unchanged'
  if (intake.status === 'submitted') {
    return { field: 'email', problem: 'Has submitted already; only they, or operations, change it now.' }
  }
  try {
    const record = withAnswers(intake, merged, now)
    await store.commit([{ kind: 'intake', record, expect: intake.version }])
    return 'saved'
  } catch (error) {
    if (!isDomainError(error, 'StaleVersion') && !isDomainError(error, 'AlreadyExists')) throw error
    return { field: 'email', problem: 'Was changed by somebody else just now. Import the file again.' }
  }
}
