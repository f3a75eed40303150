import { answerEscalation, listEscalations } from '@pilotgate/core/engagement/ledgers/answer-escalation'
import type { EscalationKind } from '@pilotgate/core/engagement/ledgers/escalation'
import { raiseEscalation } from '@pilotgate/core/engagement/ledgers/raise-escalation'
import type { Actor } from '@pilotgate/core/program/actor'
import { beforeEach, expect, it } from 'vitest'
import { day, type Pairs, pairs } from '../pair.ts'

let here: Pairs
beforeEach(async () => {
  here = await pairs()
})
const raise = (kind: EscalationKind, actor: Actor = here.lena, more = {}, now?: string) =>
  raiseEscalation(here.at(now), actor, here.programId, { kind, text: 'Please look at this', ...more })
const answer = (id: string, actor: Actor, words = 'We spoke with both') =>
  answerEscalation(here.at(day(1)), actor, here.programId, id, words)
const listed = async (actor: Actor, more = {}) =>
  (await listEscalations(here.store, actor, here.programId, { limit: 100, ...more })).items.map(({ kind }) => kind)

it.each([
  ['operational', '2027-02-04T08:00:00.000Z'],
  ['ethical', '2027-02-03T08:00:00.000Z'],
  ['performance', '2027-02-06T08:00:00.000Z'],
  ['strategic', '2027-02-08T08:00:00.000Z'],
] as const)('%s: the clock runs until %s (E8)', async (kind, dueAt) => {
  expect(await raise(kind)).toMatchObject({ kind, dueAt, status: 'open', raisedBy: 'lena' })
})

it('has its clock in days of the program’s calendar, also over a clock change', async () => {
  // The last Sunday of March: Berlin moves from +1 to +2.
  expect(await raise('ethical', here.lena, {}, '2027-03-27T08:00:00.000Z')).toMatchObject({
    dueAt: '2027-03-29T07:00:00.000Z',
  })
})

it('is read by who raised it and those it goes to by its kind, and by nobody else', async () => {
  const steering = [
    here.as('sue', 'sponsor'),
    here.as('dan', 'learning director'),
    here.as('ada', 'transformation lead'),
  ]
  const readers: Record<EscalationKind, Actor[]> = {
    operational: [here.olga, here.as('lou', 'program lead'), here.as('kim', 'learning operations')],
    ethical: [here.hana],
    performance: [here.hana],
    strategic: steering,
  }
  const everybody = [
    here.cora,
    here.tim,
    here.mia,
    here.olga,
    here.hana,
    ...readers.operational,
    ...steering,
    here.as('fin', 'finance'),
  ]
  for (const [kind, may] of Object.entries(readers) as [EscalationKind, Actor[]][]) {
    const { id } = await raise(kind)
    for (const actor of everybody) {
      const reads = may.some(({ personId }) => personId === actor.personId)
      expect(await listed(actor, { kind }), `${actor.personId} ${kind}`).toEqual(reads ? [kind] : [])
      if (!reads) await expect(answer(id, actor)).rejects.toMatchObject({ code: 'NotFound' })
    }
    expect(await listed(here.lena, { kind, status: 'open' })).toEqual([kind])
    await expect(answer(id, here.lena)).rejects.toMatchObject({ code: 'NotAllowed' })
    expect(await answer(id, may[0]!)).toMatchObject({ status: 'answered', answeredBy: may[0]!.personId })
  }
})

it('is answered once, with words, and told without them', async () => {
  const { id } = await raise('operational', here.lena, { engagementId: here.coaching })
  await expect(answer(id, here.olga, '  ')).rejects.toMatchObject({ problems: [{ field: 'answer' }] })
  await answer(id, here.olga)
  await answer(id, here.olga)
  await expect(answer(id, here.olga, 'Something else')).rejects.toMatchObject({ code: 'AlreadyDecided' })
  const told = (await here.told()).filter(({ type }) => type === 'escalation.changed')
  expect(told).toMatchObject([
    { what: 'raised', escalationId: id, by: 'lena' },
    { what: 'answered', by: 'olga' },
  ])
  expect(JSON.stringify(told)).not.toMatch(/look at|spoke/)
})

it('is about an engagement that one sees, or about none', async () => {
  await expect(raise('ethical', here.tim, { engagementId: here.coaching })).rejects.toMatchObject({ code: 'NotFound' })
  expect((await raise('ethical', here.mia, { engagementId: here.coaching })).engagementId).toBe(here.coaching)
  expect(await raise('ethical', here.tim)).not.toHaveProperty('engagementId')
})
