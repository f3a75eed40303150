import { consentTextVersion, fieldGroupNames } from '@pilotgate/core/intake/consent'
import type { MatchRecord } from '@pilotgate/core/matching/match-record'
import { expect, test } from 'vitest'
import { completeAnswers } from '../intake/answers.ts'
import { profileOf } from '../matching/review/world.ts'
import { giveCredential } from './credential.ts'
import { people, row, runPilot, saveShortPilot, smallRoster } from './pilot.ts'
import { naming, refusal, startPlatform } from './platform.ts'

const platform = await startPlatform('2027-01-03T18:00:00Z')
await saveShortPilot(platform)
const at = 'nordlicht.example'
const matcherEmail = `hiro.hoffmann@${at}`
const second = `vera.vogel@${at}`
const roster = smallRoster(
  row(matcherEmail, 'matching owner'),
  row(`ines.ivanova@${at}`, 'coach lead'),
  row(second, 'coach', 'Europe/Berlin', ',1,'),
  row(people.coach, 'coach', 'Europe/Berlin', ',1,'),
).replace(/\n.*wanda.*\n/, '\n')
const { owner, path } = await runPilot(platform, '2027-01-04', { roster })
const matcher = await platform.as(matcherEmail)
const lead = await platform.as(`ines.ivanova@${at}`)
const coach = await platform.as(people.coach)
const participant = await platform.as(people.participant)
const other = await platform.as(people.otherParticipant)
const sponsor = await platform.as(people.sponsor)
const idOf = async (email: string) =>
  (await owner('listPeople', { path, query: { limit: 100 } })).items.find((person) => person.email === email)!.personId
const list = async (status?: MatchRecord['status']) =>
  (await matcher('listMatches', { path, query: status ? { status } : {} })).items
const mailsOf = async (email: string) =>
  (await platform.mails()).filter(({ to }) => to[0] === email).map(({ tags }) => tags.kind)
const match = (matchId: string) => ({ ...path, matchId })

test('a coach sets their own profile, but not what others document, and nobody else’s', async () => {
  const mine = await coach('registerProvider', {
    path: { ...path, personId: 'me' },
    body: profileOf('coach', { featured: true }),
  })
  expect(mine).toMatchObject({ status: 'not selected', featured: false })
  expect(mine.sponsorship).toBeUndefined()
  const personId = await idOf(second)
  expect(
    await refusal(coach('registerProvider', { path: { ...path, personId }, body: profileOf('coach') })),
  ).toMatchObject({
    code: 'NotAllowed',
  })
  await matcher('registerProvider', { path: { ...path, personId }, body: profileOf('coach') })
  expect(
    await refusal(matcher('registerProvider', { path: { ...path, personId }, body: profileOf('mentor') })),
  ).toEqual(naming('service', 'is no mentor'))
})

test('an import keeps the good rows and reports the others', async () => {
  const header =
    'email,service,internal,tier,skills,strengths,languages,zone,availability,introductions,actions,reached,engagements,featured,conflicts'
  const good = `${second},coach,no,coaching specialist,delegation,delegation,English,Europe/Berlin,mon 08:00-18:00;tue 08:00-18:00;wed 08:00-18:00;thu 08:00-18:00;fri 08:00-18:00,,,3,4,no,`
  const bad = `nobody@${at},coach,no,coaching specialist,x,delegation,English,Europe/Berlin,mon 9-12,,,,,no,`
  const result = await matcher('importProviders', { path, body: { csv: [header, good, bad].join('\n') } })
  expect(result.saved).toBe(1)
  expect(result.problems).toEqual([
    { row: 3, field: 'availability', problem: expect.stringContaining('mon 09:00-12:00') },
  ])
})

test('weights that do not sum to 100 are refused by name', async () => {
  const { version } = await matcher('getMatchingSettings', { path })
  const headers = { 'if-match': `"${version}"` }
  const profiles = { default: { skills: 35, goals: 25, sponsorship: 20, availability: 10, success: 11 } }
  expect(await refusal(matcher('editMatchingSettings', { path, headers, body: { profiles } }))).toEqual(
    naming('profiles.default', '101'),
  )
  const nothing = { default: { ...profiles.default, skills: null as never } }
  expect(await refusal(matcher('editMatchingSettings', { path, headers, body: { profiles: nothing } }))).toEqual(
    naming('profiles.default.skills', 'number'),
  )
  expect(await matcher('editMatchingSettings', { path, headers, body: { rankedChoice: true } })).toMatchObject({
    version: 1,
  })
})

test('without intake nobody is matched, and the wait-list says why', async () => {
  const personId = await idOf(second)
  const body = { status: 'selected' as const, reason: 'Panel 4.5' }
  expect(await refusal(lead('changeProviderStatus', { path: { ...path, personId }, body }))).toMatchObject({
    code: 'NotPossibleNow',
  })
  await giveCredential(path.programId, personId, 'coach')
  await lead('changeProviderStatus', { path: { ...path, personId }, body })
  const run = await matcher('proposeMatches', { path, body: {} })
  expect(run).toMatchObject({ proposed: 0 })
  const { items } = await matcher('getWaitList', { path })
  expect(items.map(({ why }) => why)).toEqual(Array(2).fill('The intake form is not submitted yet.'))
})

test('from intake to a published match', async () => {
  await owner('inviteToIntake', { path })
  for (const client of [participant, other]) {
    const me = { ...path, personId: 'me' }
    const choices = fieldGroupNames.map((group) => ({ group, purpose: 'matching' as const, granted: true }))
    await client('changeConsent', { path: me, body: { textVersion: consentTextVersion, choices } })
    const { version } = await client('getIntake', { path: me })
    await client('saveIntake', {
      path: me,
      body: completeAnswers(),
      headers: { 'if-match': `"${version}"` },
    })
    await client('submitIntake', { path: me })
  }
  await platform.settled()
  const run = await matcher('proposeMatches', { path, body: { objective: 'most-matched' } })
  expect(run).toMatchObject({ proposed: 1, objective: 'most-matched' })
  await platform.settled()
  const [proposed] = await list('proposed')
  expect(proposed!.review).toBe('program owner')
  expect(await mailsOf(people.owner)).toContain('matches-proposed')
  expect(await refusal(matcher('approveMatch', { path: match(proposed!.matchId), body: {} }))).toMatchObject({
    code: 'NotAllowed',
  })
  expect(await refusal(sponsor('listMatches', { path }))).toMatchObject({ code: 'NotAllowed' })
  const approved = await owner('approveMatch', { path: match(proposed!.matchId), body: { version: proposed!.version } })
  expect(approved.status).toBe('approved')
  await platform.settled()
  const [published] = await list('published')
  expect(published!.matchId).toBe(proposed!.matchId)
  const matched = published!.participantId === (await idOf(people.participant)) ? participant : other
  const provider = await platform.as(second)
  for (const client of [matched, provider]) {
    const { items } = await client('listOwnMatches', { path })
    expect(items).toMatchObject([{ matchId: published!.matchId, status: 'published' }])
    expect(Object.keys(items[0]!)).not.toEqual(expect.arrayContaining(['result']))
  }
  expect(await mailsOf(second)).toContain('match-published-provider')
})

test('the chemistry check comes after a week; a pair that does not fit is reassigned', async () => {
  await platform.jumpTo(platform.clock.now() + 8 * 24 * 60 * 60 * 1000)
  const [published] = await list('published')
  const matched = published!.participantId === (await idOf(people.participant)) ? participant : other
  await matched('checkMatch', {
    path: match(published!.matchId),
    body: { what: 'chemistry', fine: false, note: 'No.' },
  })
  const personId = await idOf(people.coach)
  const body = { providerId: personId, reason: 'chemistry' as const, text: 'They do not get on.' }
  expect(await refusal(owner('reassignMatch', { path: match(published!.matchId), body }))).toMatchObject({
    code: 'NotPossibleNow',
  })
  const coachProfile = profileOf('coach', {
    availability: [1, 2, 3, 4, 5].map((day) => ({ day, from: '08:00', to: '18:00' })),
  })
  await matcher('registerProvider', { path: { ...path, personId }, body: coachProfile })
  await giveCredential(path.programId, personId, 'coach')
  await lead('changeProviderStatus', { path: { ...path, personId }, body: { status: 'selected', reason: 'Panel 4.2' } })
  const next = await owner('reassignMatch', { path: match(published!.matchId), body })
  await platform.settled()
  expect(await matcher('getMatch', { path: match(next.matchId) })).toMatchObject({
    status: 'published',
    replaces: published!.matchId,
    history: [expect.anything(), expect.anything()],
  })
  expect(await matcher('getReassignmentRate', { path })).toEqual({ reassigned: 1, published: 2, rate: 0.5 })
  expect(await mailsOf(second)).toContain('match-ended')
  expect((await matcher('getPoolForecast', { path })).lines).toHaveLength(2)
  expect((await matcher('getOverrideReport', { path })).overrides).toBe(0)
  expect((await matcher('getFairnessReport', { path })).groups).toEqual([])
})
