import { loadCaseloads } from '@pilotgate/core/matching/review/caseload'
import { proposeMatches } from '@pilotgate/core/matching/review/propose-matches'
import { readProvider } from '@pilotgate/core/matching/review/register-provider'
import { choiceReasons, weighProvider } from '@pilotgate/core/matching/review/weigh-provider'
import { beforeEach, describe, expect, it } from 'vitest'
import { type World, world } from './world.ts'

let here: World
/** Ana wants delegation and facilitation; Vera has both, Wanda one of them, Xenia neither and no language in common. */
beforeEach(async () => {
  here = await world()
  await here.participant('ana')
  await here.provider('vera', { places: 3 })
  await here.provider('wanda', { places: 2 }, { skills: ['delegation'], strengths: ['feedback'] })
  await here.provider('xenia', {}, { languages: ['Finnish'] })
  await proposeMatches(here.at(), here.matcher, here.programId)
})
const matchId = 'ana.R001.coach'
const weigh = (providerId: string) => weighProvider(here.at(), here.matcher, here.programId, matchId, providerId)

describe('another provider for a match', () => {
  it('is weighed like the proposed one, signal by signal, with the free places', async () => {
    const [match] = await here.matches('proposed')
    const { result, free, forbidden } = await weigh('vera')
    expect({ result, free, forbidden }).toEqual({ result: match!.result, free: 3, forbidden: undefined })
    const other = await weigh('wanda')
    expect(other.free).toBe(2)
    expect(other.result!.contributions.map(({ signal, value }) => [signal, value])).toContainEqual(['skills', 0.5])
  })

  it('has no score where a hard rule forbids the pair, but the rule in words', async () => {
    const { result, forbidden } = await weigh('xenia')
    expect(result).toBeUndefined()
    expect(forbidden).toMatch(/language/)
  })

  it('is nobody from elsewhere', async () => {
    await expect(weigh('stranger')).rejects.toMatchObject({ code: 'NotFound' })
    await expect(
      weighProvider(here.at(), here.matcher, here.programId, 'nobody.R001.coach', 'vera'),
    ).rejects.toMatchObject({ code: 'NotFound' })
  })
})

describe('the reasons that a participant reads before they choose', () => {
  const reasonsOf = async (personId: string) =>
    choiceReasons(here.at(), here.as(personId, 'participant'), here.programId, await here.matches('proposed'))

  it('speak of what they asked for, not of the record of others', async () => {
    const reasons = await reasonsOf('ana')
    expect(reasons(matchId, 'vera').join(' ')).toMatch(/delegation/)
    expect(reasons(matchId, 'wanda').join(' ')).toMatch(/1 of the 2 skills/)
    expect([...reasons(matchId, 'vera'), ...reasons(matchId, 'wanda')].join(' ')).not.toMatch(
      /introduction|sponsor|outcome|none of/,
    )
  })

  it('are not told to anybody else, and leave out who has left', async () => {
    expect((await reasonsOf('vera'))(matchId, 'vera')).toEqual([])
    const [match] = await here.matches('proposed')
    const gone = { ...match!, alternatives: [{ providerId: 'gone', score: 1, whyNot: '' }] }
    const reasons = await choiceReasons(here.at(), here.as('ana', 'participant'), here.programId, [gone])
    expect(reasons(matchId, 'gone')).toEqual([])
    expect(reasons(matchId, 'vera')).not.toEqual([])
  })
})

it('gives the places of many, with those of members who took nobody yet', async () => {
  const caseloads = await loadCaseloads(here.store, here.scope, ['vera', 'wanda', 'stranger'])
  expect([...caseloads].map(([id, { places, taken }]) => [id, places, taken]).sort()).toEqual([
    ['vera', 3, 0],
    ['wanda', 2, 0],
  ])
})

it('shows a profile to its owner and to who keeps them; to others it is unknown', async () => {
  const read = (actor: Parameters<typeof readProvider>[1], of: string) =>
    readProvider(here.store, actor, here.programId, of)
  const vera = here.as('vera', 'coach')
  expect((await read(vera, 'me')).id).toBe('vera')
  expect((await read(here.matcher, 'wanda')).id).toBe('wanda')
  const refusals = await Promise.all(
    ['wanda', 'stranger'].map((of) => read(vera, of).catch((error: Error & { code: string }) => error)),
  )
  expect(refusals).toMatchObject([{ code: 'NotFound' }, { code: 'NotFound' }])
})
