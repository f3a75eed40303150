import { approveMatch } from '@pilotgate/core/matching/review/approve-match'
import { changeProviderStatus } from '@pilotgate/core/matching/review/change-provider-status'
import { followMatching } from '@pilotgate/core/matching/review/follow-events'
import { proposeMatches } from '@pilotgate/core/matching/review/propose-matches'
import { publishMatches } from '@pilotgate/core/matching/review/publish-matches'
import { registerProvider } from '@pilotgate/core/matching/review/register-provider'
import type { Workflows } from '@pilotgate/core/ports'
import { beforeEach, describe, expect, it } from 'vitest'
import { profileOf, type World, world } from './world.ts'

let here: World
beforeEach(async () => {
  here = await world()
})
const follow = async () => {
  for (const event of await here.events()) {
    await followMatching(here.store, { answer: async () => undefined } as unknown as Workflows, event, async () => {})
  }
}
const change = (id: string, status: 'suspended' | 'selected' | 'not selected') =>
  changeProviderStatus(here.at(), here.owner, here.programId, id, { status, reason: 'A complaint.' })
const register = (id: string, more: Parameters<typeof profileOf>[1] = {}, actor = here.matcher) =>
  registerProvider(here.at(), actor, here.programId, id, profileOf('mentor', more))
const provider = async (id: string) => (await here.store.get('provider', here.scope, id))!
const suspension = { status: 'suspended' as const, because: 'No sponsor action.' }

describe('who has not passed', () => {
  it('is not selected, and cannot be by a lead', async () => {
    await here.person('mia', ['mentor'], 2)
    expect(await register('mia')).toMatchObject({ status: 'not selected' })
    await expect(change('mia', 'selected')).rejects.toMatchObject({
      code: 'NotPossibleNow',
      message: expect.stringContaining('Nobody who has not passed can be matched'),
    })
    await here.credential('mia', { service: 'mentor', ...suspension })
    await expect(change('mia', 'selected')).rejects.toMatchObject({
      message: expect.stringContaining('No sponsor action.'),
    })
  })

  it('for one service is not selected for the other', async () => {
    await here.person('mia', ['mentor', 'coach'], 2)
    await here.credential('mia', { service: 'mentor' })
    expect(await register('mia')).toMatchObject({ status: 'selected' })
    const coach = await registerProvider(here.at(), here.matcher, here.programId, 'mia', profileOf('coach'))
    expect(coach).toMatchObject({ status: 'not selected' })
  })
})

describe('a credential', () => {
  beforeEach(() => here.person('mia', ['mentor'], 2))

  it('selects whoever registers after it, or before', async () => {
    await register('mia')
    await here.credential('mia', { service: 'mentor' })
    await follow()
    await follow()
    expect(await provider('mia')).toMatchObject({ status: 'selected', version: 2 })
    await here.person('max', ['mentor'], 2)
    await here.credential('max', { service: 'mentor' })
    expect(await register('max')).toMatchObject({ status: 'selected' })
  })

  it.each([
    ['suspended', 'suspended', 'Selection: No sponsor action.'],
    ['lapsed', 'not selected', 'Selection: No sponsor action.'],
  ] as const)('that is %s takes the provider out until it is valid again', async (status, expected, statusReason) => {
    await here.credential('mia', { service: 'mentor' })
    await register('mia')
    await here.credential('mia', { service: 'mentor', status, because: 'No sponsor action.' })
    await follow()
    expect(await provider('mia')).toMatchObject({ status: expected, statusReason })
    await here.credential('mia', { service: 'mentor' })
    await follow()
    expect(await provider('mia')).toMatchObject({ status: 'selected' })
  })

  it('does not undo what a lead decided for this program', async () => {
    await here.credential('mia', { service: 'mentor' })
    await register('mia')
    await change('mia', 'suspended')
    await here.credential('mia', { service: 'mentor' })
    await follow()
    expect(await provider('mia')).toMatchObject({ status: 'suspended', statusReason: 'A complaint.' })
    expect(await register('mia')).toMatchObject({ status: 'suspended' })
    expect(await change('mia', 'selected')).toMatchObject({ status: 'selected' })
  })

  it('documents introductions where nothing else does', async () => {
    await here.credential('mia', { service: 'mentor', introductions: 3 })
    expect((await register('mia', { sponsorship: undefined })).sponsorship).toEqual({ introductions: 3, actions: 0 })
    expect((await register('mia')).sponsorship).toEqual({ introductions: 4, actions: 2 })
    await here.person('max', ['mentor'], 2)
    await register('max', { sponsorship: undefined })
    await here.credential('max', { service: 'mentor', introductions: 5 })
    await follow()
    expect((await provider('max')).sponsorship).toEqual({ introductions: 5, actions: 0 })
  })
})

describe('a mentor suspended while matches wait', () => {
  beforeEach(async () => {
    for (const id of ['ana', 'ben']) await here.participant(id, { services: ['mentor'] })
    await here.provider('mia', { service: 'mentor', places: 2 })
    await here.credential('mia', { service: 'mentor' })
    await proposeMatches(here.at(), here.owner, here.programId)
    await approveMatch(here.at(), here.owner, here.programId, 'ana.R001.mentor')
    await here.credential('mia', { service: 'mentor', ...suspension })
    await follow()
  })
  const states = async () => (await here.matches()).map(({ id, status }) => `${id} ${status}`)

  it('loses the open proposals; nobody can approve them', async () => {
    await follow()
    expect(await states()).toEqual(['ana.R001.mentor approved', 'ben.R001.mentor withdrawn'])
    await expect(approveMatch(here.at(), here.owner, here.programId, 'ben.R001.mentor')).rejects.toMatchObject({
      code: 'AlreadyDecided',
    })
  })

  it('an approved match is withdrawn instead of published, with its place', async () => {
    await follow()
    expect(await publishMatches(here.at(), here.owner, here.programId)).toEqual([])
    expect(await publishMatches(here.at(), here.owner, here.programId)).toEqual([])
    expect((await here.matches('withdrawn')).find(({ id }) => id.startsWith('ana'))).toMatchObject({
      endedBecause: 'The mentor may not be matched any more. Selection: No sponsor action.',
      endedBy: 'pilotgate',
    })
    expect((await here.caseload('mia')).taken).toBe(0)
    const types = (await here.events()).map(({ type }) => type)
    expect(types.filter((type) => type === 'match.withdrawn')).toHaveLength(2)
    expect(types).not.toContain('match.published')
  })

  it('what is published stays', async () => {
    await here.credential('mia', { service: 'mentor' })
    await follow()
    await publishMatches(here.at(), here.owner, here.programId)
    await here.credential('mia', { service: 'mentor', ...suspension })
    await follow()
    expect(await here.matches('published')).toHaveLength(1)
  })
})
