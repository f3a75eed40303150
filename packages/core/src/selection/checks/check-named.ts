import type { FieldProblem } from '../../errors.ts'
import { loadPeople } from '../../program/load.ts'
import type { AnswerToCheck } from '../check-answer.ts'
import { conflictOf } from '../conflict-of-interest.ts'
import { passedOf } from '../find-credential.ts'
import type { FormOf } from '../forms/forms.ts'
import { panelProblems } from '../panel-problems.ts'

/** The members of a panel (S-C3, S-C6, S-M8, S-I). */
export const checkPanel = async (
  { work, ground, rubric }: AnswerToCheck,
  { members: named }: FormOf<'panel'>,
): Promise<FieldProblem[]> => {
  const { candidate, path, ref } = ground
  const [members, declared, people, passed] = await Promise.all([
    ground.members(),
    ground.declared(),
    loadPeople(work.store, ref.tenantId, named),
    passedOf(work.store, ref.tenantId, path.service, named),
  ])
  const byId = new Map(members.map((member) => [member.id, member]))
  return panelProblems(named, {
    rubric: rubric!,
    service: path.service,
    candidate,
    declared,
    members: byId,
    people,
    passed,
  })
}

/** Peers are other mentors of the program, or on their way to be, without a conflict of interest (S-M7). */
export const checkPeers = async (
  { work, ground }: AnswerToCheck,
  { peers }: FormOf<'recording'>,
): Promise<FieldProblem[]> => {
  const { candidate, path, ref } = ground
  const [members, declared, people] = await Promise.all([
    ground.members(),
    ground.declared(),
    loadPeople(work.store, ref.tenantId, peers),
  ])
  return peers.flatMap((personId, index): FieldProblem[] => {
    const field = `answer.peers.${index}`
    if (peers.indexOf(personId) !== index) return [{ field, problem: 'Is named twice.' }]
    const member = members.find(({ id }) => id === personId)
    const person = people.get(personId)
    if (!person || member?.status !== 'active' || !member.roles.includes(path.service)) {
      return [{ field, problem: `Is no ${path.service} of this program.` }]
    }
    const conflict = conflictOf({ candidate, person, declared })
    return conflict ? [{ field, problem: `${conflict} Name somebody else.` }] : []
  })
}
