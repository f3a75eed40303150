import type { FieldProblem } from '../../errors.ts'
import { allOf, loadPeople } from '../../program/load.ts'
import type { AnswerToCheck } from '../check-answer.ts'
import type { FormOf } from '../forms/forms.ts'

/**
 * Whom a candidate may name as a referee (S-C4): neither themselves nor the same person twice, nobody who judges them in a panel,
 * and nobody who gave a reference before, which counts on.
 */
export const checkReferees = async (
  { work, ground, round }: AnswerToCheck,
  { referees }: FormOf<'referees'>,
): Promise<FieldProblem[]> => {
  const { candidacy, candidate, ref, scope } = ground
  const judges = candidacy.rounds.flatMap(({ panel }) => panel?.members ?? [])
  const people = await loadPeople(work.store, ref.tenantId, judges)
  const judging = new Set([...people.values()].map(({ email }) => mailbox(email)))
  const prefix = `${ref.candidacyId}.${round.step}.`
  const known = await allOf(work.store, 'reference', scope, prefix)
  const answered = new Set(known.filter(({ answeredAt }) => answeredAt).map(({ email }) => mailbox(email)))
  const named = referees.map(({ email }) => mailbox(email))
  return referees.flatMap((_, index): FieldProblem[] => {
    const problem = problemWith(named[index]!, named.indexOf(named[index]!) !== index)
    return problem ? [{ field: `answer.referees.${index}.email`, problem }] : []
  })

  function problemWith(address: string, twice: boolean): string | undefined {
    if (address === mailbox(candidate.email)) return 'Is your own address. Name somebody you coached for.'
    if (twice) return 'Is named twice. Two references come from two people.'
    if (judging.has(address)) return 'Belongs to a member of your panel. Name somebody else.'
    if (answered.has(address)) return 'Has given a reference already, which counts. Name further referees.'
    return undefined
  }
}

/** The mailbox behind an address: in small letters, without what follows a plus. */
const mailbox = (address: string): string =>
  address
    .trim()
    .toLowerCase()
    .replace(/\+[^@]*@/, '@')
