import { chooseAlternative } from '@pilotgate/core/matching/review/choose-alternative'
import { editMatchingSettings } from '@pilotgate/core/matching/review/edit-settings'
import { overrideMatch } from '@pilotgate/core/matching/review/override-match'
import { proposeMatches } from '@pilotgate/core/matching/review/propose-matches'
import { withdrawMatch } from '@pilotgate/core/matching/review/withdraw-match'
import { beforeEach, describe, expect, it } from 'vitest'
import { start, type World, world } from './world.ts'

let here: World
/** Ana is proposed one of three coaches; the matching owner wants another, which waits for the program owner. */
beforeEach(async () => {
  here = await world()
  await here.participant('ana')
  for (const id of ['vera', 'wanda', 'xenia']) await here.provider(id, { places: 1 })
  await propose()
})
const propose = (input = {}) => proposeMatches(here.at(), here.matcher, here.programId, input)
const open = async () => (await here.matches('proposed'))[0]!
const others = async () => {
  const { providerId } = await open()
  return ['vera', 'wanda', 'xenia'].filter((id) => id !== providerId) as [string, string]
}
const override = async (providerId: string) =>
  overrideMatch(here.at(), here.matcher, here.programId, (await open()).id, {
    providerId,
    reason: 'strategic sponsor',
    text: 'Knows the area.',
  })

describe('what a person chose and nobody has approved', () => {
  it('is proposed in every later run', async () => {
    const [, chosen] = await others()
    await override(chosen)
    for (const runId of ['R002', 'R003', 'R004']) {
      expect(await propose()).toMatchObject({ id: runId, notKept: [] })
      expect(await open()).toMatchObject({ runId, providerId: chosen })
    }
  })

  it('counts although the pair was overridden before: the last decision does', async () => {
    const { providerId: first } = await open()
    await override((await others())[0])
    await override(first)
    await propose()
    expect(await open()).toMatchObject({ runId: 'R002', providerId: first })
  })

  it('includes the first of three, chosen by the participant', async () => {
    const match = await open()
    await editMatchingSettings(here.at(), here.matcher, here.programId, 0, { rankedChoice: true })
    await chooseAlternative(here.at(), here.as('ana', 'participant'), here.programId, match.id, match.providerId)
    // Somebody else would be worth more with the same coach.
    await here.participant('ben', { answers: { skillsWanted: ['delegation'] } })
    await propose({ forbidden: (await others()).map((id) => ['ben', id]) })
    expect(
      (await here.matches('proposed')).map(({ participantId, providerId }) => [participantId, providerId]),
    ).toEqual([['ana', match.providerId]])
    expect((await open()).chosenAt).toBe(start)
  })

  it.each<[string, (chosen: string) => Promise<unknown>, string]>([
    ['was suspended', (chosen) => here.setStatus(chosen, 'suspended'), 'The coach is suspended from new matches.'],
    [
      'has no place left',
      async (chosen) => {
        const caseload = await here.caseload(chosen)
        await here.write({ kind: 'caseload', record: { ...caseload, taken: 1 }, expect: caseload.version })
      },
      'No place is free with this coach.',
    ],
  ])('holds up no run when the provider %s: the run says so, and proposes another', async (_, happen, why) => {
    const [other, chosen] = await others()
    await override(chosen)
    await happen(chosen)
    const run = await propose()
    expect(run).toMatchObject({ proposed: 1, notKept: [{ participantId: 'ana', providerId: chosen, why }] })
    // The one that was overridden is not proposed again.
    expect((await open()).providerId).toBe(other)
  })

  it('gives way to what the run is asked for', async () => {
    const [other, chosen] = await others()
    await override(chosen)
    const left = await propose({ forbidden: [['ana', chosen]] })
    expect(left.notKept).toMatchObject([{ providerId: chosen, why: expect.stringContaining('leave the pair out') }])
    expect((await open()).providerId).toBe(other)
    await override(chosen)
    const reserved = await propose({ reserved: [['ana', other]] })
    expect(reserved.notKept).toMatchObject([{ providerId: chosen, why: expect.stringContaining('another pair') }])
    expect((await open()).providerId).toBe(other)
  })

  it('is not ready any more when the intake is opened again', async () => {
    const [, chosen] = await others()
    await override(chosen)
    const intake = (await here.store.get('intake', here.scope, 'ana'))!
    await here.write({ kind: 'intake', record: { ...intake, status: 'started' }, expect: intake.version })
    expect(await propose()).toMatchObject({
      proposed: 0,
      notKept: [{ providerId: chosen, why: 'The intake form is not submitted yet.' }],
    })
  })
})

it('a pair that was turned down may be reserved again, by asking for it', async () => {
  const { id, providerId } = await open()
  await withdrawMatch(here.at(), here.matcher, here.programId, id, 'Too close.')
  await propose()
  expect((await open()).providerId).not.toBe(providerId)
  await propose({ reserved: [['ana', providerId]] })
  expect((await open()).providerId).toBe(providerId)
})

it('a pair asked for that breaks a hard rule is refused by name, and nothing changes', async () => {
  const [other] = await others()
  await here.setStatus(other, 'suspended')
  const before = await here.matches()
  await expect(propose({ reserved: [['ana', other]] })).rejects.toMatchObject({
    code: 'InvalidInput',
    problems: [{ field: 'reserved.0', problem: 'The coach is suspended from new matches.' }],
  })
  expect(await here.matches()).toEqual(before)
})
