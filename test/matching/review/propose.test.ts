import { approveMatch } from '@pilotgate/core/matching/review/approve-match'
import { editMatchingSettings } from '@pilotgate/core/matching/review/edit-settings'
import { overrideMatch } from '@pilotgate/core/matching/review/override-match'
import { proposeMatches } from '@pilotgate/core/matching/review/propose-matches'
import { waitList } from '@pilotgate/core/matching/review/read-matches'
import { expect, it } from 'vitest'
import { world } from './world.ts'

const evening = '2027-01-25T18:00:00.000Z'

it('proposes the cohort, tells it once, and replaces what nobody decided', async () => {
  const { at, matcher, owner, programId, participant, provider, matches, events } = await world()
  for (const id of ['ana', 'ben', 'cem']) await participant(id)
  await provider('vera', { places: 1 })
  await provider('wanda', { places: 2 })
  const first = await proposeMatches(at(), matcher, programId)
  expect(first).toMatchObject({ id: 'R001', proposed: 3, unmatched: [], optimal: true })
  expect((await matches()).map(({ id, status }) => `${id} ${status}`)).toEqual(
    ['ana', 'ben', 'cem'].map((id) => `${id}.R001.coach proposed`),
  )
  const [one] = await matches()
  await approveMatch(at(), one!.review === 'program owner' ? owner : matcher, programId, one!.id)
  const second = await proposeMatches(at(evening), matcher, programId)
  expect(second).toMatchObject({ id: 'R002', proposed: 2 })
  expect((await matches()).map(({ id, status, replacedBy }) => `${id} ${status} ${replacedBy ?? ''}`.trim())).toEqual([
    'ana.R001.coach approved',
    'ben.R001.coach replaced ben.R002.coach',
    'ben.R002.coach proposed',
    'cem.R001.coach replaced cem.R002.coach',
    'cem.R002.coach proposed',
  ])
  expect((await events()).filter(({ type }) => type === 'matching.proposed')).toHaveLength(2)
})

it('overwrites a run that broke off before it was whole', async () => {
  const { at, matcher, programId, participant, provider, store, scope, matches } = await world()
  await participant('ana')
  await provider('vera')
  await proposeMatches(at(), matcher, programId)
  const run = (await store.get('matchingRun', scope, 'R001'))!
  await store.commit([{ kind: 'matchingRun', record: run, expect: run.version, remove: true }])
  await expect(
    approveMatch(at(), { ...matcher, roles: ['program owner'] }, programId, 'ana.R001.coach'),
  ).rejects.toMatchObject({ code: 'Conflict', message: expect.stringContaining('not finished') })
  await proposeMatches(at(evening), matcher, programId)
  expect((await matches()).map(({ id, status, version }) => ({ id, status, version }))).toEqual([
    { id: 'ana.R001.coach', status: 'proposed', version: 2 },
  ])
})

it.each([
  ['the pool is empty', async () => {}, 1],
  [
    'no pair is feasible',
    async ({ provider }: Awaited<ReturnType<typeof world>>) => provider('luc', {}, { languages: ['French'] }),
    1,
  ],
  [
    'nobody has passed the gate',
    async ({ provider }: Awaited<ReturnType<typeof world>>) => provider('luc', { status: 'not selected' }),
    1,
  ],
])('puts people on the wait-list with a reason when %s', async (_, prepare, waiting) => {
  const here = await world()
  await here.participant('ana')
  await prepare(here)
  const run = await proposeMatches(here.at(), here.matcher, here.programId)
  expect(run.proposed).toBe(0)
  expect(run.unmatched).toHaveLength(waiting)
  expect(run.unmatched[0]).toMatchObject({ participantId: 'ana', why: expect.stringMatching(/\w{3,}/) })
  expect(await waitList(here.store, here.scope)).toHaveLength(waiting)
})

it('matches as many as one popular mentor has places, and the others wait', async () => {
  const { at, matcher, programId, participant, provider, store, scope } = await world()
  for (const id of ['ana', 'ben', 'cem', 'dea']) await participant(id, { services: ['mentor'] })
  await provider('star', { service: 'mentor', places: 1 })
  const run = await proposeMatches(at(), matcher, programId)
  expect(run).toMatchObject({ proposed: 1 })
  expect(run.unmatched).toHaveLength(3)
  expect(await waitList(store, scope)).toHaveLength(3)
})

it('leaves out who has no intake or no consent, and says so', async () => {
  const { at, matcher, programId, participant, provider } = await world()
  await participant('ana', { consent: [] })
  await participant('ben', { intake: false })
  await provider('vera')
  const { unmatched, proposed } = await proposeMatches(at(), matcher, programId)
  expect(proposed).toBe(0)
  expect(unmatched).toEqual([
    { participantId: 'ana', why: 'There is no consent to matching.' },
    { participantId: 'ben', why: 'The intake form is not submitted yet.' },
  ])
})

it('keeps an override that waits for the program owner, and never proposes the overridden pair again', async () => {
  const { at, matcher, programId, participant, provider, matches } = await world()
  await participant('ana')
  await provider('vera')
  await provider('wanda')
  await proposeMatches(at(), matcher, programId)
  const [old] = await matches()
  expect(old!.review).toBe('program owner')
  const other = old!.providerId === 'vera' ? 'wanda' : 'vera'
  const next = await overrideMatch(at(), matcher, programId, old!.id, {
    providerId: other,
    reason: 'strategic sponsor',
    text: 'Knows the area.',
  })
  expect(next.status).toBe('proposed')
  await proposeMatches(at(evening), matcher, programId)
  const [again] = await matches('proposed')
  expect(again).toMatchObject({ runId: 'R002', providerId: other })
})

it.each([
  [
    { default: { skills: Number.NaN, goals: 25, sponsorship: 20, availability: 10, success: 10 } },
    'profiles.default.skills',
  ],
  [{ default: { skills: -35, goals: 95, sponsorship: 20, availability: 10, success: 10 } }, 'profiles.default.skills'],
  [{ promotion: { skills: 35, goals: 25, sponsorship: 20, availability: 10, success: 9 } }, 'profiles.promotion'],
  [{ promotion: { skills: 100 } }, 'profiles.promotion.goals'],
  [{ mine: {} }, 'profiles.mine'],
])('refuses weights %j and names the field %s', async (profiles, field) => {
  const { at, matcher, programId } = await world()
  await expect(editMatchingSettings(at(), matcher, programId, 0, { profiles })).rejects.toMatchObject({
    code: 'InvalidInput',
    problems: expect.arrayContaining([expect.objectContaining({ field })]),
  })
})

it('changes settings with an event, and not over somebody else', async () => {
  const { at, matcher, programId, events } = await world()
  const weights = { skills: 30, goals: 30, sponsorship: 20, availability: 10, success: 10 }
  const saved = await editMatchingSettings(at(), matcher, programId, 0, {
    profiles: { default: weights },
    rankedChoice: true,
  })
  expect(saved).toMatchObject({ version: 1, rankedChoice: true, profiles: { default: weights } })
  await expect(editMatchingSettings(at(), matcher, programId, 0, { rankedChoice: false })).rejects.toMatchObject({
    code: 'StaleVersion',
  })
  expect((await events()).at(-1)).toMatchObject({
    type: 'matching.settings-changed',
    by: 'mats',
    fields: ['profiles.default', 'rankedChoice'],
  })
})
