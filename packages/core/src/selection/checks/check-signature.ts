import type { FieldProblem } from '../../errors.ts'
import { loadPeople } from '../../program/load.ts'
import type { AnswerToCheck } from '../check-answer.ts'
import { findDocument } from '../documents.ts'
import type { FormOf } from '../forms/forms.ts'

/** Under the present version, with one's own name; the manager of an internal coach names the protected share of time (S-I). */
export const checkSignature = async (
  { work, ground, requirement, personId }: AnswerToCheck,
  { version, name, protectedPercent }: FormOf<'signature'>,
): Promise<FieldProblem[]> => {
  const { document, title, version: current } = findDocument(requirement.document!)
  const signer = (await loadPeople(work.store, ground.ref.tenantId, [personId])).get(personId)!
  const problems: FieldProblem[] = []
  if (version !== current) {
    const problem = `"${title}" is at version ${current}. Read it, then sign that version.`
    problems.push({ field: 'answer.version', problem })
  }
  if (plain(name) !== plain(signer.name)) {
    problems.push({ field: 'answer.name', problem: `Write your own name as the roster has it: "${signer.name}".` })
  }
  if (document === 'time-allocation' && requirement.asks === 'manager' && protectedPercent === undefined) {
    const problem = 'Is missing. Name the protected share of working time, from 10 to 20 per cent.'
    problems.push({ field: 'answer.protectedPercent', problem })
  }
  return problems
}

const plain = (name: string): string => name.normalize('NFC').trim().replace(/\s+/g, ' ').toLowerCase()
