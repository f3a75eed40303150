import type { Notice } from '@pilotgate/core/gates/mail-ledger'
import {
  membersOf,
  namedFor,
  type Round,
  refereeOf,
  referenceOf,
  roundOf,
  scopeOf,
  tasksOf,
  turnTo,
} from './candidacy-ground.ts'
import { type EventOf, type Ground, notices, noticeTo, peopleOf } from './ground.ts'

type Asked = EventOf<'selection.asked'>

/** A step asks: everybody who got a task by this event, in one mail each, and referees. Only for what is still open. */
export const selectionAsked = async (ground: Ground, event: Asked): Promise<Notice[]> => {
  const of = await roundOf(ground, event)
  if (of?.candidacy.status !== 'open' || of.round.status !== 'open') return []
  return [...(await toMembers(ground, event, of)), ...(await toReferees(ground, event, of))]
}

const toMembers = async (ground: Ground, { taskIds }: Asked, { candidacy, step }: Round): Promise<Notice[]> => {
  const tasks = taskIds.length > 0 ? await ground.store.getMany('task', scopeOf(ground), taskIds) : []
  const open = tasks.filter(({ status }) => status === 'open')
  const to = membersOf(ground, ...open.map(({ personId }) => personId))
  const people = await peopleOf(ground, to, [candidacy.personId])
  return to.flatMap((reader) => {
    // A round may ask somebody more than once: their first task tells the mails apart, also when it was done since.
    const [first] = tasks.flatMap(({ id, personId }) => (personId === reader.id ? [id] : [])).toSorted()
    return notices(ground, 'selection-asked', `${first}.selection-asked`, {
      to: [reader],
      people,
      data: () => ({
        ...namedFor(candidacy, people, reader),
        step: step.noun,
        tasks: tasksOf(ground, open, reader),
        turnTo: turnTo(candidacy, reader),
      }),
    })
  })
}

const toReferees = async (
  ground: Ground,
  { referenceIds }: Asked,
  { candidacy, occasion }: Round,
): Promise<Notice[]> => {
  const references =
    referenceIds.length > 0 ? await ground.store.getMany('reference', scopeOf(ground), referenceIds) : []
  const people = await peopleOf(ground, [], [candidacy.personId])
  return references
    .filter(({ answeredAt }) => answeredAt === undefined)
    .map((reference) => {
      const data = referenceOf(ground, candidacy, people, reference)
      return noticeTo(ground, 'reference-asked', `${occasion}.reference-asked`, refereeOf(reference), data)
    })
}
