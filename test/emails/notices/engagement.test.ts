import { endEngagement } from '@pilotgate/core/engagement/end-engagement'
import { askEngagement, remindEngagement } from '@pilotgate/core/engagement/engagement-steps'
import { followEngagements } from '@pilotgate/core/engagement/follow-events'
import { newEscalation } from '@pilotgate/core/engagement/ledgers/new-escalation'
import { escalationChanged } from '@pilotgate/core/engagement/tell'
import type { Event, NewEvent } from '@pilotgate/core/events'
import type { Workflows } from '@pilotgate/core/ports'
import { leadershipPilot24w } from '@pilotgate/core/program/templates/leadership-pilot-24w'
import { noticesFor } from '@pilotgate/emails/notices/notices'
import { beforeEach, expect, it } from 'vitest'
import { on, publishedPair } from '../../engagement/published.ts'

const workflows = { answer: async () => {}, stop: async () => {} } as unknown as Workflows
const site = { publicUrl: 'https://pilotgate.example', organisationName: () => 'Northwind' }
let here: Awaited<ReturnType<typeof publishedPair>>

beforeEach(async () => {
  here = await publishedPair()
  const record = {
    ...{ tenantId: here.scope.tenantId, scope: '-', id: 'pilot@1', version: 0, template: leadershipPilot24w },
    ...{ templateVersion: 1, createdBy: 'olga', createdAt: on(0) },
  }
  const scope = { tenantId: here.scope.tenantId, scope: '-' }
  const program = (await here.store.get('program', scope, here.programId))!
  await here.write({ kind: 'template', record, expect: 0 })
  await here.write({ kind: 'program', record: { ...program, thresholds: {} }, expect: program.version })
  await here.publish()
  await here.open()
})
const ref = () => ({ tenantId: here.scope.tenantId, programId: here.programId, engagementId: here.id() })
const mails = async (event: Event | NewEvent) => {
  const notices = await noticesFor(here.store, { eventId: '1', ...event } as Event, site)
  return notices.map(({ kind, personId, mailId, rendered }) => ({ kind, personId, mailId, text: rendered.text }))
}
const last = async (type: string) => (await here.told(type)).at(-1)!
const ask = () =>
  askEngagement(here.at(on(0)), workflows, ref(), { asked: 'agreement', taskToken: 't', startedAt: on(0) })

it('asks each of the pair for their own signature, with the link of their task, and nobody who has signed', async () => {
  await ask()
  const asked = await last('engagement.asked')
  const both = await mails(asked)
  expect(both.map(({ kind, personId }) => `${kind} ${personId}`)).toEqual([
    'engagement-asked ana',
    'engagement-asked vera',
  ])
  expect(both[0]!.text).toContain(`/tasks/E2.${here.id()}.agreement.1.ana`)
  expect(both[0]!.text).not.toContain('agreement.1.vera')
  await here.answer('ana', { kind: 'agreement', number: 1, name: 'ana' }, on(1))
  expect((await mails(asked)).map(({ personId }) => personId)).toEqual(['vera'])
})

it('reminds who is late, from the third time on with word to the owner', async () => {
  await ask()
  await here.answer('ana', { kind: 'agreement', number: 1, name: 'ana' }, on(1))
  const told: string[][] = []
  for (const days of [5, 8, 11]) {
    await remindEngagement(here.at(on(days)), ref(), 'agreement')
    told.push((await mails(await last('engagement.reminded'))).map(({ kind, personId }) => `${kind} ${personId}`))
  }
  expect(told).toEqual([
    ['engagement-asked vera'],
    ['engagement-asked vera'],
    ['engagement-asked vera', 'engagement-escalation olga'],
  ])
})

it('nudges both of a pair that does not meet, and says nothing of it after the end', async () => {
  const about = { tenantId: here.scope.tenantId, programId: here.programId, at: on(30), by: 'pilotgate' }
  const stalled = { type: 'engagement.stalled' as const, ...about, engagementId: here.id() }
  expect((await mails({ ...stalled, step: 'nudged' })).map(({ personId }) => personId)).toEqual(['ana', 'vera'])
  expect(await mails({ ...stalled, step: 'escalated' })).toEqual([])
  const due = { type: 'engagement.review-due' as const, ...about, engagementId: here.id() }
  expect((await mails(due)).map(({ kind }) => kind)).toEqual(['review-due', 'review-due'])
  await endEngagement(here.at(on(31)), ref(), 'withdrawn')
  expect(await mails({ ...stalled, step: 'nudged' })).toEqual([])
})

it('tells an escalation to whom it goes, without what it says, and again when it is overdue', async () => {
  await here.person('hana', ['hr head'])
  const raised = newEscalation({ ...here.scope, id: here.id() }, '1', {
    ...{ kind: 'ethical', text: 'He asks for gifts.', zone: 'UTC', now: on(0), by: 'ana' },
  })
  await here.write(raised.change)
  const [mail, ...more] = await mails(raised.event)
  expect(more).toEqual([])
  expect(mail).toMatchObject({ kind: 'escalation-raised', personId: 'hana' })
  expect(mail!.text).not.toContain('gifts')
  const overdue = escalationChanged(raised.record, 'overdue', { now: on(3), by: 'pilotgate' })
  const again = await mails(overdue)
  expect(again.map(({ personId }) => personId)).toEqual(['hana'])
  expect(again[0]!.mailId).not.toBe(mail!.mailId)
  expect(await mails(escalationChanged(raised.record, 'answered', { now: on(3), by: 'hana' }))).toEqual([])
})

it.each([
  ['its planned end', 'completed', 'pilotgate', 2],
  ['operations', 'withdrawn', 'olga', 2],
  ['the end of its match, which is told otherwise', 'reassigned', 'pilotgate', 0],
  ['the end of the program, which is told otherwise', 'program over', 'pilotgate', 0],
] as const)('tells both of an end by %s', async (_, reason, by, many) => {
  await endEngagement(here.at(on(50)), ref(), reason, by)
  expect(await mails(await last('engagement.changed'))).toHaveLength(many)
})

it('tells both that their engagement is paused and that it goes on, and nothing of a pause that is over', async () => {
  const known = await here.engagement()
  const paused = { at: on(5), personId: 'vera', changeId: 'c' }
  await here.write({ kind: 'engagement', record: { ...known, paused }, expect: known.version })
  const event = { ...(await last('engagement.changed')), at: on(5), what: 'paused' } as Event
  const told = await mails(event)
  expect(told.map(({ kind, personId }) => `${kind} ${personId}`)).toEqual([
    'engagement-paused ana',
    'engagement-paused vera',
  ])
  expect(told[0]!.text).not.toMatch(/left|organisation has/)
  const goesOn = { ...event, at: on(9), what: 'resumed' } as Event
  expect(await mails(goesOn)).toEqual([])
  await here.write({ kind: 'engagement', record: { ...known, paused: undefined }, expect: known.version + 1 })
  expect(await mails(event)).toEqual([])
  expect((await mails(goesOn)).map(({ kind, personId }) => `${kind} ${personId}`)).toEqual([
    'engagement-resumed ana',
    'engagement-resumed vera',
  ])
})

it('follows a published match only once, whatever else happens', async () => {
  const event = (await here.told('match.published'))[0]!
  const started: string[] = []
  const begin = async ({ engagementId }: { engagementId: string }) => started.push(engagementId)
  for (const each of [event, event, await last('engagement.changed')]) {
    await followEngagements(here.at(on(0)), workflows, each, begin)
  }
  expect(started).toEqual([here.id()])
})
