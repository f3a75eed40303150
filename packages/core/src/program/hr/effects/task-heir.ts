import { holders } from '../../load.ts'
import type { Member } from '../../person.ts'
import type { Task } from '../../task.ts'

/** What becomes of an open task of somebody who leaves: it goes to another, or is no longer needed, and why. */
export type TaskFate = { to: Member } | { cancelled: string }

/** What only the person could say themselves. */
const ownVoice: readonly Task['kind'][] = ['vote', 'engage', 'collect']

/** Whether a task asks the same, of whomever. */
const asksTheSame = (one: Task, other: Task): boolean =>
  (['gate', 'round', 'kind', 'fact', 'form', 'title', 'subjectId', 'engagementId'] as const).every(
    (field) => one[field] === other[field],
  ) && JSON.stringify(one.selection) === JSON.stringify(other.selection)

/**
 * Who takes over a task of somebody who leaves: another active holder of its role, else the program lead, else the program owner.
 * Their own votes, answers and signatures nobody gives for them; what all holders of a role are asked alike is asked of the others
 * already.
 * @param tasks all tasks of the program
 */
export const taskFate = (task: Task, members: Member[], tasks: Task[]): TaskFate => {
  if (ownVoice.includes(task.kind)) return { cancelled: 'Nobody else can answer it in their place.' }
  if (task.selection?.candidacyId.startsWith(`${task.personId}.`)) return { cancelled: 'Their candidacy ends.' }
  const others = (role: Task['role']) =>
    holders(members, role).filter(({ id }) => id !== task.personId && !task.selection?.candidacyId.startsWith(`${id}.`))
  const asked = new Set(
    tasks.flatMap((each) => (each.id !== task.id && asksTheSame(each, task) ? [each.personId] : [])),
  )
  const peers = others(task.role)
  const heir = peers.find(({ id }) => !asked.has(id))
  if (heir) return { to: heir }
  if (peers.length > 0) return { cancelled: 'The others in the same role are asked the same.' }
  const [next] = [...others('program lead'), ...others('program owner')]
  return next ? { to: next } : { cancelled: 'Nobody is left to do it.' }
}

/** The task once somebody else has it: nobody has been reminded yet, and links in old mails open it no more. */
export const handedTo = ({ link: _, remindedAt: __, ...task }: Task, { id }: Member): Task => ({
  ...task,
  ...{ personId: id, reminders: 0, escalated: false },
})
