import { signAgreement } from '@pilotgate/core/engagement/agreement/sign-agreement'
import { kickOff } from '@pilotgate/core/engagement/kickoff/kick-off'
import { planBlocks } from '@pilotgate/core/engagement/kickoff/plan-blocks'
import { readEngagement } from '@pilotgate/core/engagement/read-engagement'
import type { Service } from '@pilotgate/core/intake/intake-record'
import { beforeEach, expect, it } from 'vitest'
import { on, publishedPair } from './published.ts'

let here: Awaited<ReturnType<typeof publishedPair>>
beforeEach(async () => {
  here = await publishedPair({ services: ['coach', 'mentor'] })
  await here.publish()
  await here.open()
})
const signed = async (service: Service = 'coach', providerId = 'vera') => {
  for (const who of ['ana', providerId]) {
    const signature = { number: 1, name: who }
    await signAgreement(here.at(on(1)), here.as(who), here.programId, here.id(service), signature)
  }
}
const blocks = [on(7), on(21), on(35)]
const plan = (who: string, starts = blocks, service: Service = 'coach') =>
  planBlocks(here.at(on(2)), here.as(who), here.programId, here.id(service), starts)
const start = (who = 'vera', starts?: string[], now = on(3)) =>
  kickOff(here.at(now), here.as(who), here.programId, here.id(), starts)
const missing = async () => {
  const { kickoff } = await readEngagement(here.store, here.as('vera'), here.programId, here.id(), on(2))
  return kickoff.filter(({ done }) => !done).map(({ item }) => item)
}

it('shows what is missing, and refuses to start until it is there', async () => {
  expect(await missing()).toEqual(['signed working agreement', 'calendar blocks'])
  await expect(start()).rejects.toMatchObject({
    code: 'NotPossibleNow',
    message: expect.stringMatching(/signed working agreement: Not signed yet by ana and vera\..*calendar blocks/),
  })
  await signed()
  expect(await missing()).toEqual(['calendar blocks'])
  await plan('ana')
  expect(await missing()).toEqual([])
})

it('makes the first three sessions of the blocks, once, with an event each', async () => {
  await signed()
  await plan('ana', blocks.toReversed())
  const [started] = await Promise.all([start(), start('ana')])
  expect(started).toMatchObject({ status: 'active', sessionsMade: 3, blocks })
  expect(started.upcoming.map(({ sessionId }) => sessionId)).toEqual(
    ['S001', 'S002', 'S003'].map((each) => `${here.id()}.${each}`),
  )
  const sessions = (await here.store.list('session', here.scope)).items
  expect(sessions).toMatchObject(blocks.map((startsAt) => ({ startsAt, minutes: 60, status: 'scheduled', version: 1 })))
  expect(await here.told('session.changed')).toMatchObject(
    sessions.map(({ id, version }) => ({ sessionId: id, revision: version, service: 'coach' })),
  )
  expect(await here.told('engagement.changed')).toMatchObject([
    ...Array(2).fill({ what: 'opened' }),
    ...Array(2).fill({ what: 'agreement signed' }),
    { what: 'kicked off', revision: started.version },
  ])
  await expect(plan('ana')).rejects.toMatchObject({ code: 'NotPossibleNow' })
})

it.each([
  ['in the past', [on(1), on(21), on(35)], 'blocks.0', 'past'],
  ['after the last day', [on(7), on(21), on(130)], 'blocks.2', '2027-05-24'],
  ['over one another', [on(7), on(7.02), on(35)], 'blocks.1', 'Overlaps another of the three'],
])('refuses blocks %s', async (_, starts, field, problem) => {
  const problems = [{ field, problem: expect.stringContaining(problem) }]
  await expect(plan('ana', starts)).rejects.toMatchObject({ code: 'InvalidInput', problems })
})

it('refuses blocks over a meeting of either with somebody else, and says no more than that to the other', async () => {
  await plan('mark', [on(7), on(37), on(67)], 'mentor')
  const own = { code: 'InvalidInput', problems: [{ field: 'blocks.0', problem: expect.stringContaining('mentor') }] }
  await expect(plan('ana')).rejects.toMatchObject(own)
  const problems = [{ field: 'blocks.0', problem: expect.stringMatching(/another session of the participant/) }]
  await expect(plan('vera')).rejects.toMatchObject({ problems })
  // Touching is not overlapping; their own blocks may be named anew.
  const hourLater = new Date(Date.parse(on(7)) + 60 * 60 * 1000).toISOString()
  await plan('vera', [hourLater, on(21), on(35)])
  await plan('vera', [on(8), on(21), on(35)])
})

it('does not start when a meeting came in between, or a block has passed', async () => {
  await signed()
  await plan('vera')
  await plan('mark', [on(8), on(38), on(68)], 'mentor')
  await expect(start('vera', undefined, on(10))).rejects.toMatchObject({
    message: expect.stringContaining('An intended start has passed.'),
  })
  await expect(start('vera', [on(8), on(21), on(35)])).rejects.toMatchObject({ problems: [{ field: 'blocks.0' }] })
  expect((await here.store.list('session', here.scope)).items).toEqual([])
})

it('lets two engagements of one person not take the same time at once', async () => {
  await signed()
  await signed('mentor', 'mark')
  const results = await Promise.allSettled([
    kickOff(here.at(on(3)), here.as('vera'), here.programId, here.id(), blocks),
    kickOff(here.at(on(3)), here.as('mark'), here.programId, here.id('mentor'), [on(7), on(40), on(70)]),
  ])
  expect(results.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
})

it('is for the pair alone', async () => {
  await signed()
  for (const who of ['mark', 'olga', 'mia']) {
    await expect(start(who, blocks)).rejects.toMatchObject({ code: 'NotFound' })
    await expect(plan(who)).rejects.toMatchObject({ code: 'NotFound' })
  }
})
