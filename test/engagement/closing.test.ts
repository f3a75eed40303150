import { signAgreement } from '@pilotgate/core/engagement/agreement/sign-agreement'
import { handOver, readHandedOver } from '@pilotgate/core/engagement/closing/hand-over'
import { submitClosing } from '@pilotgate/core/engagement/closing/submit-closing'
import { endByHand } from '@pilotgate/core/engagement/end-by-hand'
import { endEngagement } from '@pilotgate/core/engagement/end-engagement'
import { kickOff } from '@pilotgate/core/engagement/kickoff/kick-off'
import {
  confirmIndependence,
  recordGuidance,
  reviewEngagement,
} from '@pilotgate/core/engagement/looks/review-engagement'
import { listEngagements, readClosings, readEngagement } from '@pilotgate/core/engagement/read-engagement'
import type { Change } from '@pilotgate/core/ports'
import type { Actor } from '@pilotgate/core/program/actor'
import { organisation } from '@pilotgate/core/program/record'
import { beforeEach, expect, it } from 'vitest'
import { closingNotes, on, publishedPair } from './published.ts'

let here: Awaited<ReturnType<typeof publishedPair>>
/** Ana's coaching has started; the engagement with her mentor is in preparation. */
beforeEach(async () => {
  here = await publishedPair({ services: ['coach', 'mentor'] })
  await here.publish()
  await here.open()
  for (const who of ['ana', 'vera']) {
    await signAgreement(here.at(on(1)), here.as(who), here.programId, here.id(), { number: 1, name: who })
  }
  await kickOff(here.at(on(2)), here.as('vera'), here.programId, here.id(), [on(7), on(21), on(35)])
})
const ref = () => ({ tenantId: here.scope.tenantId, programId: here.programId, engagementId: here.id() })
const submit = (who = 'vera', form: Parameters<typeof submitClosing>[4] = closingNotes, now = on(100)) =>
  submitClosing(here.at(now), here.as(who), here.programId, here.id(), form)
const trajectory = { start: 'A', obstacles: 'B', interventions: 'C', result: 'D', behaviourEvidenced: true }

it('keeps one artifact of a kind; the same again changes nothing, a better one replaces it', async () => {
  expect(await submit()).toMatchObject({ id: `${here.id()}.closing-notes`, version: 1, by: 'vera' })
  expect((await submit('vera', closingNotes, on(101))).at).toBe(on(100))
  expect(await submit('vera', { ...closingNotes, context: 'Leads two teams.' })).toMatchObject({ version: 2 })
  await submit('vera', { kind: 'final-outcome', ...trajectory })
  expect(await here.told('closing.submitted')).toMatchObject([
    { kind: 'closing-notes' },
    { kind: 'closing-notes' },
    { kind: 'final-outcome' },
  ])
})

it('takes them from the provider, of their service, as long as the program goes on', async () => {
  await expect(submit('ana')).rejects.toMatchObject({ code: 'NotAllowed' })
  for (const who of ['olga', 'mark']) await expect(submit(who)).rejects.toMatchObject({ code: 'NotFound' })
  await expect(submit('vera', { kind: 'progress-report', ...trajectory })).rejects.toMatchObject({
    problems: [{ field: 'kind', problem: expect.stringContaining('final-outcome') }],
  })
  const mentoring = submitClosing(here.at(on(9)), here.as('mark'), here.programId, here.id('mentor'), closingNotes)
  await expect(mentoring).rejects.toMatchObject({ code: 'NotPossibleNow' })
  await endEngagement(here.at(on(100)), ref(), 'completed')
  await submit('vera', closingNotes, on(160))
  const program = (await here.store.get('program', { ...here.scope, scope: organisation }, here.programId))!
  const over: Change = { kind: 'program', record: { ...program, status: 'completed' }, expect: program.version }
  await here.store.commit([over])
  await expect(submit('vera', { ...closingNotes, context: 'Late.' }, on(161))).rejects.toMatchObject({
    code: 'NotPossibleNow',
  })
})

it('closes the tasks that ask for it, whoever asked', async () => {
  const about = {
    ...here.scope,
    version: 0,
    gate: 'W14',
    round: 1,
    title: 'Closing notes',
    why: 'W14',
    openedAt: on(80),
  }
  const task = {
    ...about,
    ...{ id: `W14.1.closing-notes.${here.id()}.vera`, kind: 'collect' as const, role: 'coach' as const },
    ...{ personId: 'vera', form: 'closing-notes', engagementId: here.id(), dueAt: on(90), status: 'open' as const },
    ...{ reminders: 0, escalated: false },
  }
  await here.write({ kind: 'task', record: task, expect: 0 })
  await here.answer('vera', closingNotes, on(85))
  expect(await here.tasks()).toMatchObject([{ status: 'done', doneBy: 'vera', doneAt: on(85) }])
  expect(await here.told('task.completed')).toHaveLength(1)
})

it('hands goals and context over to the mentor, as far as consent goes, and never notes', async () => {
  await submit()
  await here.consent('ana', ['project'], false, on(50))
  await endEngagement(here.at(on(100)), ref(), 'completed')
  await handOver(here.at(on(101)), ref())
  await handOver(here.at(on(102)), ref())
  expect((await here.engagement()).handoff).toEqual({
    ...{ to: here.id('mentor'), at: on(101), carries: ['goals', 'transfer items'] },
    withheld: ['session notes', 'context'],
  })
  expect(
    (await here.told('engagement.changed')).filter((each) => 'what' in each && each.what === 'handed over'),
  ).toHaveLength(1)
  const mentoring = () =>
    readEngagement(here.store, here.as('mark', 'mentor'), here.programId, here.id('mentor'), on(103))
  expect((await mentoring()).handedOver).toEqual([
    {
      ...{ from: here.id(), at: on(101), withheld: ['session notes', 'context'] },
      ...{ goals: closingNotes.goals },
      ...{ transfer: closingNotes.transfer },
    },
  ])
  await here.consent('ana', ['goals'], false, on(104))
  expect(await readHandedOver(here.store, await here.engagement('mentor'))).toEqual([
    { from: here.id(), at: on(101), withheld: ['session notes', 'goals', 'context', 'transfer items'] },
  ])
})

it('hands nothing over of a coaching that was broken off', async () => {
  await submit()
  await endEngagement(here.at(on(50)), ref(), 'reassigned')
  await handOver(here.at(on(51)), ref())
  expect((await here.engagement()).handoff).toBeUndefined()
})

it('ends once: sessions ahead are cancelled, open tasks called off, the first reason stays', async () => {
  await endEngagement(here.at(on(8)), ref(), 'withdrawn')
  await endEngagement(here.at(on(9)), ref(), 'program over')
  expect(await here.engagement()).toMatchObject({
    status: 'ended',
    endedAt: on(8),
    endReason: 'withdrawn',
    upcoming: [],
  })
  const sessions = (await here.store.list('session', here.scope)).items
  // The first was yesterday: nobody has said yet what became of it.
  expect(sessions.map(({ status }) => status)).toEqual(['scheduled', 'cancelled', 'cancelled'])
  expect(sessions[1]).toMatchObject({ sequence: 1, cancelledBecause: expect.stringContaining('ended') })
  expect((await here.told('session.changed')).slice(3)).toMatchObject(
    Array(2).fill({ revision: 2, status: 'cancelled' }),
  )
  await expect(endByHand(here.at(on(9)), here.owner, here.programId, here.id(), 'completed')).rejects.toMatchObject({
    code: 'AlreadyDecided',
  })
  const again = () => reviewEngagement(here.at(on(9)), here.as('ana'), here.programId, here.id(), { goOn: true })
  await expect(again()).rejects.toMatchObject({ code: 'NotPossibleNow' })
})

it('ends with more sessions ahead than fit into one transaction', async () => {
  const { record } = { record: await here.engagement() }
  const sessions = await here.store.list('session', here.scope)
  const more = Array.from({ length: 57 }, (_, index) => ({
    ...sessions.items[0]!,
    ...{ id: `${here.id()}.S${String(index + 4).padStart(3, '0')}`, version: 0, startsAt: on(40 + index) },
  }))
  for (const session of more) await here.write({ kind: 'session', record: session, expect: 0 })
  const ahead = more.map(({ id: sessionId, startsAt, minutes }) => ({ sessionId, startsAt, minutes }))
  const full = { ...record, upcoming: [...record.upcoming, ...ahead] }
  await here.write({ kind: 'engagement', record: full, expect: record.version })
  await endEngagement(here.at(on(3)), ref(), 'withdrawn')
  const left = (await here.store.list('session', here.scope, { limit: 100 })).items
  expect(left.map(({ status }) => status)).toEqual(Array(60).fill('cancelled'))
  expect((await here.told('session.changed')).slice(3)).toHaveLength(60)
})

it('a review that says no tells operations, once, and ends nothing', async () => {
  const review = (who: string, goOn: boolean) =>
    reviewEngagement(here.at(on(35)), here.as(who), here.programId, here.id(), { goOn })
  await review('ana', false)
  await review('ana', false)
  await review('vera', true)
  expect((await here.engagement()).reviews).toMatchObject([
    { by: 'ana', goOn: false },
    { by: 'vera', goOn: true },
  ])
  expect((await here.store.list('escalation', here.scope)).items).toMatchObject([
    { kind: 'operational', raisedBy: 'ana', status: 'open', dueAt: on(38) },
  ])
  expect((await here.engagement()).status).toBe('active')
})

it('keeps how much the provider guides, and since when the participant needs no guidance (E10)', async () => {
  const guide = (level: 'answers' | 'questions' | 'debrief', who = 'vera') =>
    recordGuidance(here.at(on(9)), here.as(who), here.programId, here.id(), { level })
  await guide('answers')
  await guide('answers')
  await guide('questions')
  await expect(guide('debrief', 'ana')).rejects.toMatchObject({ code: 'NotAllowed' })
  for (const days of [60, 70]) await confirmIndependence(here.at(on(days)), here.as('vera'), here.programId, here.id())
  expect(await here.engagement()).toMatchObject({
    guidance: [{ level: 'answers' }, { level: 'questions' }],
    independentSince: on(60),
  })
})

it('is seen whole by the pair, without their texts by overseers, in outline by the manager, by nobody else', async () => {
  await submit()
  const who: [Actor, string | undefined][] = [
    [here.as('ana', 'participant'), 'pair'],
    [here.as('vera', 'coach'), 'pair'],
    [here.as('olga', 'program owner'), 'overseer'],
    [here.as('lea', 'coach lead'), 'overseer'],
    [here.as('mia', 'manager'), 'manager'],
    [here.as('max', 'manager'), undefined],
    [here.as('mark', 'mentor'), undefined],
    [{ ...here.as('ana', 'participant'), tenantId: 'other' }, undefined],
  ]
  for (const [actor, sight] of who) {
    const read = readEngagement(here.store, actor, here.programId, here.id(), on(50))
    const listed = await listEngagements(here.store, actor, here.programId, { service: 'coach', limit: 100 })
    expect(listed.items.map((each) => each.sight)).toEqual(sight ? [sight] : [])
    if (!sight) {
      await expect(read).rejects.toMatchObject({ code: 'NotFound' })
      continue
    }
    expect((await read).sight).toBe(sight)
    expect((await readClosings(here.store, actor, here.programId, here.id())).sight).toBe(sight)
  }
})
