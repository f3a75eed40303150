import { followEngagements } from '@pilotgate/core/engagement/follow-events'
import type { Event } from '@pilotgate/core/events'
import { followHires } from '@pilotgate/core/intake/follow-hires'
import { followMatching } from '@pilotgate/core/matching/review/follow-events'
import { followRoleChanges } from '@pilotgate/core/measurement/readings/follow-role-changes'
import type { Scope, Store, Workflows } from '@pilotgate/core/ports'
import { followPeople } from '@pilotgate/core/program/hr/effects/follow-people'
import type { ChangeKind } from '@pilotgate/core/program/hr/employees/change-record'
import { allOf, listAll } from '@pilotgate/core/program/load'
import { followSelection } from '@pilotgate/core/selection/follow-events'

const workflows = { answer: async () => {}, stop: async () => {} } as unknown as Workflows
const nothing = async () => {}

type Ground = { store: Store; scope: Scope; at: (now?: string) => Parameters<typeof followEngagements>[0] }

/** Changes of people as HR systems cause them, and everything that follows them in a program; each event comes as often as told. */
export const peopleChanges = ({ store, scope, at }: Ground) => {
  const { tenantId, scope: programId } = scope
  const organisation = { tenantId, scope: '-' }
  let made = 0

  type More = { effectiveOn?: string; before?: string | null; after?: string | null }
  const change = async (personId: string, kind: ChangeKind, now: string, more: More = {}) => {
    const { before = 'Engineer', after = 'Lead' } = kind === 'role_changed' ? more : { before: null, after: null }
    made += 1
    const id = `${personId}.${String(made).padStart(4, '0')}`
    const on = more.effectiveOn ?? now.slice(0, 10)
    await store.commit(
      [
        {
          kind: 'personChange',
          record: {
            ...{ ...organisation, id, version: 0, personId, connectionId: 'hr', employeeId: personId, at: now },
            effectiveOn: on,
            changes: [{ kind, before, after }],
            cause: {
              ...{ specversion: '1.0', id, source: 'urn:hris:standard:hr', subject: `employee/${personId}`, time: now },
              type: `org.pilotgate.hr.employee.${kind}.v1`,
            },
          },
          expect: 0,
        },
      ],
      [
        {
          type: 'person.changed',
          ...{ tenantId, programId: '-', at: now, by: 'pilotgate', personId, changeId: id, kinds: [kind], on },
        },
      ],
    )
    return id
  }
  const follow = async (event: Event) => {
    await followPeople(store, event)
    await followHires(store, event)
    await followSelection(store, workflows, event, nothing)
    await followMatching(store, workflows, event, nothing)
    await followEngagements(at(event.at), workflows, event, nothing)
    await followRoleChanges(store, event)
  }
  /** A change that is followed at once, beside whatever else goes on; what it tells in the program is not followed. */
  const changeNow = async (personId: string, kind: ChangeKind, now: string) => {
    const changeId = await change(personId, kind, now)
    const on = now.slice(0, 10)
    const event = {
      type: 'person.changed' as const,
      tenantId,
      programId: '-',
      at: now,
      by: 'pilotgate',
      personId,
      changeId,
    }
    await follow({ ...event, eventId: changeId, kinds: [kind], on })
  }
  /** Events are followed at last, as from the queue of what has failed; of persons those of one change. */
  const redrive = async (type: Event['type'], changeId?: string, how = follow) => {
    const all = [...(await eventsOf('-')), ...(await eventsOf(programId))].filter((event) => event.type === type)
    const isMeant = (event: Event) => !changeId || ('changeId' in event && event.changeId === changeId)
    for (const event of all.filter(isMeant)) await how(event)
  }
  /** What has been told so far is never followed, until it is driven again. */
  const fail = async () => {
    for (const { eventId } of [...(await eventsOf('-')), ...(await eventsOf(programId))]) delivered.add(eventId)
  }
  const eventsOf = (id: string) =>
    listAll((cursor) => store.events({ tenantId, programId: id }, { cursor, limit: 1000 }))
  const delivered = new Set<string>()
  const settle = async (times = 2) => {
    for (;;) {
      const all = [...(await eventsOf('-')), ...(await eventsOf(programId))]
      const fresh = all.filter(({ eventId }) => !delivered.has(eventId))
      if (fresh.length === 0) return
      for (const event of fresh) {
        for (let time = 0; time < times; time += 1) await follow(event)
        delivered.add(event.eventId)
      }
    }
  }
  /** Everything that was ever told, told once more. */
  const again = async () => {
    delivered.clear()
    await settle(1)
  }
  const effects = async (changeId = '') =>
    (await allOf(store, 'changeEffect', scope, changeId)).map(({ effect, subjectId = '' }) =>
      `${effect} ${subjectId}`.trim(),
    )
  return { change, changeNow, settle, fail, redrive, again, effects }
}
