import { resumeByHand } from '@pilotgate/core/engagement/resume-by-hand'
import { isDomainError } from '@pilotgate/core/errors'
import { approveMatch } from '@pilotgate/core/matching/review/approve-match'
import { holdsPlace } from '@pilotgate/core/matching/review/load-matching'
import { proposeMatches } from '@pilotgate/core/matching/review/propose-matches'
import { publishMatches } from '@pilotgate/core/matching/review/publish-matches'
import { reassignMatch } from '@pilotgate/core/matching/review/reassign-match'
import { releaseMember } from '@pilotgate/core/matching/review/release-member'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { startTable } from '../contract/dynamodb-table.ts'
import { start, world } from '../matching/review/world.ts'
import { peopleChanges } from './people-changes.ts'

let started: Awaited<ReturnType<typeof startTable>>
beforeAll(async () => {
  started = await startTable()
})
afterAll(() => started?.database.stop())

const names = ['p0', 'p1', 'p2', 'p3']

/** Published pairs of one coach, all places taken; a second coach has a few. */
const pairs = async () => {
  const here = await world(started.store)
  await here.person('olga', ['program owner'])
  for (const name of names) await here.participant(name)
  await here.provider('star', { places: names.length })
  await proposeMatches(here.at(), here.owner, here.programId)
  for (const { id } of await here.matches('proposed')) await approveMatch(here.at(), here.owner, here.programId, id)
  await publishMatches(here.at(), here.owner, here.programId)
  await here.provider('other', { places: 2 })
  const people = peopleChanges(here)
  await people.settle(1)
  return { here, people }
}
type Pairs = Awaited<ReturnType<typeof pairs>>

const idOf = (name: string) => `${name}.R001.coach`
const outcome = (call: Promise<unknown>) =>
  call.then(
    () => 'done',
    (error: unknown) => (isDomainError(error) ? error.code : Promise.reject(error)),
  )

/** The count of places is that of the matches which hold one, and never above what there are. */
const expectExact = async ({ here }: Pairs) => {
  const matches = await here.matches()
  for (const [provider, places] of [['star', names.length] as const, ['other', 2] as const]) {
    const { taken } = await here.caseload(provider)
    expect(taken).toBe(matches.filter((match) => holdsPlace(match) && match.providerId === provider).length)
    expect(taken).toBeLessThanOrEqual(places)
  }
}

it('gives a place back once, however often and at once the event comes, and whatever people decide meanwhile', async () => {
  const what = fc.constantFrom('left', 'back', 'resume', 'reassign', 'withdrawn')
  const step = fc.record({ who: fc.constantFrom(...names, 'star'), what })
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 6, maxLength: 14 }), async (steps) => {
      const ground = await pairs()
      const { here, people } = ground
      const act = ({ who, what }: (typeof steps)[number]): Promise<unknown> => {
        const { tenantId } = here.scope
        if (what === 'left') return people.changeNow(who, 'terminated', start)
        if (what === 'back') return people.changeNow(who, 'rehired', start)
        if (what === 'resume') return resumeByHand(here.at(), here.owner, here.programId, idOf(who))
        if (what === 'withdrawn')
          return releaseMember(here.at(), { tenantId, programId: here.programId, personId: who })
        const instead = { providerId: 'other', reason: 'availability' as const, text: 'Gone.' }
        return reassignMatch(here.at(), here.owner, here.programId, idOf(who), instead)
      }
      await Promise.all(steps.map((each) => outcome(act(each))))
      await expectExact(ground)
      await people.settle(2)
      await expectExact(ground)
      await people.again()
      await expectExact(ground)
    }),
    { numRuns: 6 },
  )
})

it('gives the last free place to one of many paused pairs that go on at once (F15)', async () => {
  const ground = await pairs()
  const { here, people } = ground
  await people.change('star', 'terminated', start)
  await people.settle(2)
  expect((await here.caseload('star')).taken).toBe(0)
  await people.change('star', 'rehired', start)
  await people.settle(2)
  const star = (await here.store.get('member', here.scope, 'star'))!
  await here.write({ kind: 'member', record: { ...star, places: 1 }, expect: star.version })
  // Everybody twice: the second click of an impatient owner takes no second place.
  const outcomes = await Promise.all(
    names.flatMap((name) => {
      const resume = () => outcome(resumeByHand(here.at(), here.owner, here.programId, idOf(name)))
      return [resume(), resume()]
    }),
  )
  // In the crowd some may hear that others are changing the same, and not yet that no place is free.
  expect(outcomes).toContain('done')
  expect(outcomes.filter((each) => each !== 'done').length).toBeGreaterThanOrEqual(6)
  expect((await here.caseload('star')).taken).toBe(1)
  expect((await here.matches()).filter(holdsPlace)).toHaveLength(1)
})
