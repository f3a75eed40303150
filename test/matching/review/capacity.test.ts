import { isDomainError } from '@pilotgate/core/errors'
import { approveMatch } from '@pilotgate/core/matching/review/approve-match'
import { overrideMatch } from '@pilotgate/core/matching/review/override-match'
import { proposeMatches } from '@pilotgate/core/matching/review/propose-matches'
import { withdrawMatch } from '@pilotgate/core/matching/review/withdraw-match'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { startTable } from '../../contract/dynamodb-table.ts'
import { world } from './world.ts'

let started: Awaited<ReturnType<typeof startTable>>
beforeAll(async () => {
  started = await startTable()
})
afterAll(() => started?.database.stop())

/**
 * Many proposals for one coach with few places. Proposals never exceed the places by themselves, so each participant's match is
 * overridden to the star's by hand, or proposed while there were more places than there are now.
 */
const contest = async (participants: number, places: number) => {
  const here = await world(started.store)
  for (let n = 0; n < participants; n += 1) await here.participant(`p${n}`)
  await here.provider('star', { places: participants })
  await proposeMatches(here.at(), here.owner, here.programId)
  const member = (await here.store.get('member', here.scope, 'star'))!
  await here.write({ kind: 'member', record: { ...member, places }, expect: member.version })
  return here
}

const outcome = (call: Promise<unknown>) =>
  call.then(
    () => 'done',
    (error: unknown) => (isDomainError(error) ? error.code : Promise.reject(error)),
  )

it('never takes more places than there are, however many approve at once, and fills all of them (F15)', async () => {
  const input = fc.record({ participants: fc.integer({ min: 2, max: 12 }), places: fc.integer({ min: 0, max: 6 }) })
  await fc.assert(
    fc.asyncProperty(input, async ({ participants, places }) => {
      const here = await contest(participants, places)
      const proposed = await here.matches('proposed')
      expect(proposed).toHaveLength(participants)
      const approve = (id: string) => outcome(approveMatch(here.at(), here.owner, here.programId, id))
      // Everybody twice: the second click of an impatient reviewer must not take a second place.
      const outcomes = await Promise.all(proposed.flatMap(({ id }) => [approve(id), approve(id)]))
      const approved = await here.matches('approved')
      const caseload = await here.caseload('star')
      expect(new Set(outcomes)).toEqual(
        new Set(outcomes.filter((each) => each === 'done' || each === 'NotPossibleNow')),
      )
      expect(caseload.taken).toBe(Math.min(places, participants))
      expect(approved).toHaveLength(Math.min(places, participants))
    }),
    { numRuns: 8 },
  )
})

it('keeps the count of places equal to the matches that hold one, whatever people do at once', async () => {
  const step = fc.record({ who: fc.nat(5), what: fc.constantFrom('approve', 'withdraw', 'override') })
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 6, maxLength: 14 }), async (steps) => {
      const here = await contest(6, 3)
      await here.provider('other', { places: 2 })
      await Promise.all(
        steps.map(({ who, what }) => {
          const id = `p${who}.R001.coach`
          if (what === 'approve') return outcome(approveMatch(here.at(), here.owner, here.programId, id))
          if (what === 'withdraw')
            return outcome(withdrawMatch(here.at(), here.owner, here.programId, id, 'Not this one'))
          const instead = { providerId: 'other', reason: 'other' as const, text: 'Rather this one' }
          return outcome(overrideMatch(here.at(), here.owner, here.programId, id, instead))
        }),
      )
      const approved = await here.matches('approved')
      for (const [provider, places] of [
        ['star', 3],
        ['other', 2],
      ] as const) {
        const { taken } = await here.caseload(provider)
        expect(taken).toBe(approved.filter(({ providerId }) => providerId === provider).length)
        expect(taken).toBeLessThanOrEqual(places)
      }
      const all = await here.matches()
      for (const { replacedBy } of all) if (replacedBy) expect(all.map(({ id }) => id)).toContain(replacedBy)
    }),
    { numRuns: 8 },
  )
})
