import { approveMatch } from '@pilotgate/core/matching/review/approve-match'
import { changeProviderStatus } from '@pilotgate/core/matching/review/change-provider-status'
import { followMatching } from '@pilotgate/core/matching/review/follow-events'
import { proposeMatches } from '@pilotgate/core/matching/review/propose-matches'
import { waitList } from '@pilotgate/core/matching/review/read-matches'
import type { Workflows } from '@pilotgate/core/ports'
import { beforeEach, expect, it } from 'vitest'
import { type World, world } from './world.ts'

let here: World
/** Vera coaches both: Ana’s match is approved, Ben’s is proposed. */
beforeEach(async () => {
  here = await world()
  for (const id of ['ana', 'ben']) await here.participant(id)
  await here.provider('vera', { places: 2 })
  await here.credential('vera')
  await proposeMatches(here.at(), here.matcher, here.programId)
  await approveMatch(here.at(), here.owner, here.programId, 'ana.R001.coach')
})
const change = (status: 'suspended' | 'selected' | 'not selected') =>
  changeProviderStatus(here.at(), here.owner, here.programId, 'vera', { status, reason: 'No sponsor action.' })
const follow = async () =>
  followMatching(here.store, {} as Workflows, (await here.events()).at(-1)!, async () => undefined)
const states = async () => (await here.matches()).map(({ id, status }) => `${id} ${status}`)

it('a suspension withdraws the open proposals of the provider, once; decided matches and places stay', async () => {
  await change('suspended')
  const suspension = (await here.events()).at(-1)!
  await follow()
  await followMatching(here.store, {} as Workflows, suspension, async () => undefined)
  expect(await states()).toEqual(['ana.R001.coach approved', 'ben.R001.coach withdrawn'])
  expect((await here.matches('withdrawn'))[0]).toMatchObject({
    endedBy: 'pilotgate',
    endedBecause: 'The coach is suspended from new matches.',
  })
  expect((await here.events()).filter(({ type }) => type === 'match.withdrawn')).toHaveLength(1)
  expect((await here.caseload('vera')).taken).toBe(1)
  expect(await waitList(here.store, here.scope)).toEqual([
    { participantId: 'ben', service: 'coach', why: 'The coach is suspended from new matches.' },
  ])
})

it('who was reinstated may be proposed again: the pair itself was not turned down', async () => {
  await change('suspended')
  await follow()
  await change('selected')
  await follow()
  await proposeMatches(here.at(), here.matcher, here.programId)
  expect((await states()).at(-1)).toBe('ben.R002.coach proposed')
  expect(await waitList(here.store, here.scope)).toEqual([])
})

it('an event that comes late looks at the status there is now', async () => {
  await change('suspended')
  const late = (await here.events()).at(-1)!
  await change('selected')
  await followMatching(here.store, {} as Workflows, late, async () => undefined)
  expect(await states()).toEqual(['ana.R001.coach approved', 'ben.R001.coach proposed'])
})
