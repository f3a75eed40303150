import { closingsOf, owesClosing } from '../../engagement/closing/owes-closing.ts'
import type { Store } from '../../ports.ts'
import { allOf, loadPeople } from '../../program/load.ts'
import type { Member } from '../../program/person.ts'
import type { Task } from '../../program/task.ts'
import { type CollectBase, collectTask } from './collect-task.ts'

const closingTitles = {
  'closing-notes': (name: string) => `Write closing notes and transfer items for ${name}`,
  'final-outcome': (name: string) => `Write the final outcome of your coaching of ${name}`,
  'progress-report': (name: string) => `Write the progress report on ${name}`,
} as const

/** One task for each engagement that owes an artifact and has not handed it in, to its coach or mentor. */
export const closingTasks = async (store: Store, base: CollectBase, members: Member[]): Promise<Task[]> => {
  const wanted = (base.gate.collects ?? []).filter((name) => name in closingTitles) as (keyof typeof closingTitles)[]
  if (wanted.length === 0) return []
  const [engagements, closings] = await Promise.all([allOf(store, 'engagement', base), allOf(store, 'closing', base)])
  const active = new Set(members.filter(({ status }) => status === 'active').map(({ id }) => id))
  const done = new Set(closings.map(({ engagementId, form }) => `${engagementId}.${form.kind}`))
  const owing = engagements.filter((each) => owesClosing(each) && active.has(each.providerId))
  const people = await loadPeople(
    store,
    base.tenantId,
    owing.map(({ participantId }) => participantId),
  )
  return owing.flatMap(({ id, service, providerId, participantId }) =>
    wanted
      .filter((kind) => (closingsOf[service] as readonly string[]).includes(kind) && !done.has(`${id}.${kind}`))
      .map((kind) =>
        collectTask(base, id, {
          title: closingTitles[kind](people.get(participantId)?.name ?? 'a participant'),
          why: `Gate ${base.gate.gate}, ${base.gate.title}: ${base.gate.criterion.words}`,
          role: service,
          personId: providerId,
          form: kind,
          engagementId: id,
        }),
      ),
  )
}
