import { openCandidacy } from '@pilotgate/core/selection/open-candidacy'
import { listCandidacies, readCandidacy } from '@pilotgate/core/selection/read-candidacy'
import type { PathName } from '@pilotgate/core/selection/selection-path'
import { beforeEach, expect, it } from 'vitest'
import * as form from './forms.ts'
import { start, type World, world } from './world.ts'

let here: World
beforeEach(async () => {
  here = await world()
})
const open = async (who: string, personId: string, path: PathName, why?: string) =>
  openCandidacy(here.at(), await here.as(who), here.programId, { personId, path, why })

it('somebody applies by themselves, and the machine of the path starts once', async () => {
  const candidacy = await open('cora', 'me', 'external-coach')
  expect(candidacy).toMatchObject({
    id: 'cora.01',
    personId: 'cora',
    service: 'coach',
    status: 'open',
    openedAt: start,
  })
  expect(candidacy.nomination).toBeUndefined()
  expect(await here.told()).toEqual(['candidacy.opened'])
  expect(await here.follow()).toEqual(['external-coach cora.01'])
})

it.each([
  ['the manager', 'manny'],
  ['the lead', 'carla'],
  ['the program owner', 'olga'],
])('%s nominates, with a reason', async (_, who) => {
  await expect(open(who, 'cora', 'internal-coach')).rejects.toMatchObject({ problems: [{ field: 'why' }] })
  const { nomination } = await open(who, 'cora', 'internal-coach', ' People come to her. ')
  expect(nomination).toEqual({ by: who, why: 'People come to her.' })
})

it.each([
  ['a peer', 'max', 'mia', 'internal-mentor', 'NotAllowed'],
  ['the lead of the other service', 'carla', 'mia', 'internal-mentor', 'NotAllowed'],
  ['a manager of somebody else', 'manny', 'max', 'internal-mentor', 'NotAllowed'],
  ['a lead, for somebody unknown', 'carla', 'nobody', 'external-coach', 'NotFound'],
  ['a lead, for somebody without the role', 'carla', 'paul', 'external-coach', 'InvalidInput'],
  ['a mentor as a coach', 'max', 'max', 'external-coach', 'InvalidInput'],
] as const)('%s cannot', async (_, who, personId, path, code) => {
  await expect(open(who, personId, path, 'Good.')).rejects.toMatchObject({ code })
})

it('one at a time, and none for who has passed', async () => {
  await open('mia', 'me', 'internal-mentor')
  await expect(open('mia', 'me', 'internal-mentor')).rejects.toMatchObject({
    code: 'NotPossibleNow',
    message: expect.stringContaining('mia.01'),
  })
  await here.writeCredential('max')
  await expect(open('max', 'me', 'internal-mentor')).rejects.toMatchObject({ code: 'NotPossibleNow' })
})

it('opened twice at once, there is one', async () => {
  const outcomes = await Promise.allSettled([1, 2, 3].map(() => open('mia', 'me', 'internal-mentor')))
  expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  expect(await here.told()).toEqual(['candidacy.opened'])
})

it('after one that ended comes the next attempt', async () => {
  await open('mia', 'me', 'internal-mentor')
  const candidacy = await here.candidacy('mia.01')
  await here.write({ kind: 'candidacy', record: { ...candidacy, status: 'rejected' }, expect: candidacy.version })
  expect(await open('mia', 'me', 'internal-mentor')).toMatchObject({ id: 'mia.02' })
})

it('not in a program that is over, nor by who has left', async () => {
  await here.leave('mia')
  await expect(open('mia', 'me', 'internal-mentor')).rejects.toMatchObject({ code: 'NotFound' })
  const program = (await here.store.get('program', { tenantId: here.scope.tenantId, scope: '-' }, here.programId))!
  await here.write({ kind: 'program', record: { ...program, status: 'stopped' }, expect: program.version })
  await expect(open('cora', 'me', 'external-coach')).rejects.toMatchObject({ code: 'NotPossibleNow' })
})

it('is listed for the candidate, the lead of the path and who runs the program', async () => {
  await open('cora', 'me', 'external-coach')
  await open('mia', 'me', 'internal-mentor')
  const seen = async (who: string, query: Parameters<typeof listCandidacies>[3] = { limit: 10 }) =>
    (await listCandidacies(here.store, await here.as(who), here.programId, query)).items.map(({ id }) => id)
  expect(await seen('cora')).toEqual(['cora.01'])
  expect(await seen('carla')).toEqual(['cora.01'])
  expect(await seen('mona')).toEqual(['mia.01'])
  for (const who of ['olga', 'petra', 'sven']) expect(await seen(who)).toEqual(['cora.01', 'mia.01'])
  for (const who of ['max', 'manny', 'spencer']) expect(await seen(who)).toEqual([])
  expect(await seen('olga', { limit: 10, path: 'internal-mentor' })).toEqual(['mia.01'])
  expect(await seen('olga', { limit: 10, status: 'rejected' })).toEqual([])
  await expect(readCandidacy(here.store, await here.as('max'), here.programId, 'mia.01')).rejects.toMatchObject({
    code: 'NotFound',
  })
})

it('tells nobody the tokens of the machine', async () => {
  const { id } = await open('cora', 'me', 'external-coach')
  await here.ask(id, 'application', start, 'secret-token')
  for (const who of ['cora', 'carla', 'olga']) {
    const seen = await readCandidacy(here.store, await here.as(who), here.programId, id)
    expect(JSON.stringify(seen)).not.toContain('secret-token')
    expect(seen.rounds).toHaveLength(1)
  }
})

it('tells whom a candidate does not want to be judged by to the lead, and not to a lead who is named', async () => {
  const { id } = await here.open('cora', 'external-coach')
  await here.ask(id, 'application')
  await here.answer('cora', 'application', form.coachApplication({ conflicts: ['henry', 'olga'] }))
  const conflictsSeenBy = async (who: string) => {
    const { answers } = await readCandidacy(here.store, await here.as(who), here.programId, id)
    return answers.flatMap(({ answer }) => ('conflicts' in answer ? answer.conflicts : []))
  }
  expect(await conflictsSeenBy('cora')).toEqual(['henry', 'olga'])
  expect(await conflictsSeenBy('carla')).toEqual(['henry', 'olga'])
  for (const who of ['olga', 'petra', 'sven']) expect(await conflictsSeenBy(who), who).toEqual([])
})
