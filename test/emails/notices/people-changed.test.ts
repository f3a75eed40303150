import type { NewEvent } from '@pilotgate/core/events'
import { noticesFor } from '@pilotgate/emails/notices/notices'
import { beforeEach, expect, it } from 'vitest'
import { peopleChanges } from '../../engagement/people-changes.ts'
import { runningPilot, site, tenantId } from './world.ts'

const at = '2027-01-05T08:00:00.000Z'
let pilot: Awaited<ReturnType<typeof runningPilot>>
let people: ReturnType<typeof peopleChanges>
const idOf = async (name: string) => (await pilot.actor(name)).personId
const mails = async (type: NewEvent['type']) =>
  (await pilot.events(type)).length === 0
    ? []
    : (await noticesFor(pilot.store, await pilot.last(type), site)).map(({ kind, to, rendered }) => ({
        ...{ kind, to: to.split('@')[0], text: rendered.text, subject: rendered.subject },
      }))
const changed = async (name: string, kind: 'terminated' | 'rehired') => {
  await people.change(await idOf(name), kind, at)
  await people.settle()
}

beforeEach(async () => {
  pilot = await runningPilot()
  people = peopleChanges({ ...pilot, at: (now = at) => pilot.at(now) })
})

it('tells the owner who has left and which tasks others have now, and each of those', async () => {
  const lea = await idOf('lea')
  const task = {
    ...{
      ...pilot.scope,
      id: 'W01.1.do.x',
      version: 0,
      gate: 'W01',
      round: 1,
      kind: 'do' as const,
      title: 'Map the feeds',
    },
    ...{
      why: 'Decided.',
      role: 'data owner' as const,
      personId: lea,
      openedAt: at,
      dueAt: at,
      status: 'open' as const,
    },
    ...{ reminders: 0, escalated: false },
  }
  await pilot.store.commit([{ kind: 'task', record: task, expect: 0 }])
  await changed('lea', 'terminated')
  const [mail, ...more] = await mails('member.left')
  expect(more).toEqual([])
  expect(mail).toMatchObject({ kind: 'person-left', to: 'ada', subject: expect.stringContaining('Lea Legal has left') })
  expect(mail!.text).toContain('Map the feeds')
  expect(mail!.text).toContain('Now with Jonas Weber.')
  expect(await mails('task.reassigned')).toMatchObject([
    { kind: 'task-reassigned', to: 'jonas', text: expect.stringContaining('was with Lea Legal') },
  ])
})

it('tells operations and the sponsor when the only owner has left', async () => {
  await changed('ada', 'terminated')
  const told = await mails('member.left')
  expect(told.map(({ to }) => to).sort()).toEqual(['jonas', 'lena'])
  expect(told[0]!.subject).toContain('The only program owner has left: Ada Stein')
})

it('tells the owner who is back', async () => {
  await changed('paul', 'terminated')
  await changed('paul', 'rehired')
  expect(await mails('member.returned')).toMatchObject([{ kind: 'person-returned', to: 'ada' }])
})

it('reminds of a task that serves a rule and no gate of the program', async () => {
  const task = {
    ...{ ...pilot.scope, id: 'M4.x.line.c', version: 0, gate: 'M4', round: 1, kind: 'do' as const, title: 'Decide it' },
    ...{ why: 'A pair.', role: 'matching owner' as const, personId: await idOf('jonas'), openedAt: at, dueAt: at },
    ...{ status: 'open' as const, reminders: 3, escalated: true },
  }
  const about = { tenantId, programId: pilot.programId, at, by: 'pilotgate', gate: 'M4', taskId: task.id }
  await pilot.store.commit(
    [{ kind: 'task', record: task, expect: 0 }],
    [
      { type: 'task.reminded', ...about, reminder: 3 },
      { type: 'task.escalated', ...about },
    ],
  )
  expect(await mails('task.reminded')).toMatchObject([{ to: 'jonas', kind: 'task-reminder' }])
  expect(await mails('task.escalated')).toMatchObject([{ to: 'ada', kind: 'escalation' }])
})
