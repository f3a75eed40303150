import { askEngagement } from '@pilotgate/core/engagement/engagement-steps'
import { scheduleSession } from '@pilotgate/core/engagement/sessions/schedule-session'
import type { Workflows } from '@pilotgate/core/ports'
import { allOf } from '@pilotgate/core/program/load'
import { leadershipPilot24w } from '@pilotgate/core/program/templates/leadership-pilot-24w'
import { peopleChanges } from './people-changes.ts'
import { on, publishedPair } from './published.ts'

const workflows = { answer: async () => {}, stop: async () => {} } as unknown as Workflows

/** A published pair whose engagement has opened, and HR systems that tell of changes of its people. */
export const changedPair = async (options: Parameters<typeof publishedPair>[0] = {}) => {
  const here = await publishedPair(options)
  const people = peopleChanges(here)
  const ref = () => ({ tenantId: here.scope.tenantId, programId: here.programId, engagementId: here.id() })
  const own = () => ({ tenantId: here.scope.tenantId, scope: '-' })
  const match = async (id = here.id()) => (await here.store.get('match', here.scope, id))!
  const member = async (id: string) => (await here.store.get('member', here.scope, id))!
  const taken = async (id = 'vera') => (await here.caseload(id)).taken
  const rows = async () =>
    JSON.stringify(
      await Promise.all(
        (['match', 'engagement', 'session', 'task', 'caseload', 'member', 'changeEffect', 'reading'] as const).map(
          (kind) => allOf(here.store, kind, here.scope),
        ),
      ),
    )
  const manage = async (id: string, managerId: string) => {
    const person = (await here.store.get('person', own(), id))!
    await here.write({ kind: 'person', record: { ...person, managerId }, expect: person.version })
  }
  /** The coaching has begun: signed, kicked off, with two sessions ahead. */
  const begin = async () => {
    const known = await here.engagement()
    const record = { ...known, status: 'active' as const, agreement: 1, kickedOffAt: on(1), asked: undefined }
    await here.write({ kind: 'engagement', record, expect: known.version })
    for (const startsAt of [on(20), on(34)]) {
      await scheduleSession(here.at(on(2)), here.as('ana', 'participant'), here.programId, here.id(), { startsAt })
    }
  }
  const ask = () =>
    askEngagement(here.at(on(1)), workflows, ref(), { asked: 'agreement', taskToken: 't', startedAt: on(0) })

  const program = (await here.store.get('program', own(), here.programId))!
  await here.write(
    {
      kind: 'template',
      record: {
        ...{ ...own(), id: 'pilot@1', version: 0, template: leadershipPilot24w, templateVersion: 1 },
        ...{ createdBy: 'olga', createdAt: on(0) },
      },
      expect: 0,
    },
    { kind: 'program', record: { ...program, thresholds: {} }, expect: program.version },
  )
  await here.publish()
  await people.settle()
  return { here, people, ref, own, match, member, taken, rows, manage, begin, ask }
}
export type ChangedPair = Awaited<ReturnType<typeof changedPair>>
