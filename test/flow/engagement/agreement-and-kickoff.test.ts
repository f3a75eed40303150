import { consentTextVersion, fieldGroupNames } from '@pilotgate/core/intake/consent'
import { expect, test } from 'vitest'
import { completeAnswers } from '../../intake/answers.ts'
import { profileOf } from '../../matching/review/world.ts'
import { giveCredential } from '../credential.ts'
import { people, row, runPilot, saveShortPilot, smallRoster } from '../pilot.ts'
import { naming, refusal, startPlatform } from '../platform.ts'

const platform = await startPlatform('2027-01-03T18:00:00Z')
await saveShortPilot(platform)
const at = 'nordlicht.example'
const second = `vera.vogel@${at}`
const managerEmail = `ines.ivanova@${at}`
/** The usual people with one participant, who has a manager, and two coaches. */
const roster = [
  ...smallRoster()
    .trimEnd()
    .split('\n')
    .filter(
      (line) => ![people.coach, people.participant, people.otherParticipant].some((each) => line.startsWith(each)),
    ),
  row(people.participant, 'participant', 'Europe/Berlin', `${managerEmail},,`),
  row(managerEmail, 'manager'),
  row(`jonas.jensen@${at}`, 'coach lead'),
  row(second, 'coach', 'Europe/Berlin', ',2,'),
  row(people.coach, 'coach', 'Europe/Berlin', ',2,'),
  '',
].join('\n')
const { owner, path } = await runPilot(platform, '2027-01-04', { roster })
const participant = await platform.as(people.participant)
const lead = await platform.as(`jonas.jensen@${at}`)
const sponsor = await platform.as(people.sponsor)
const manager = await platform.as(managerEmail)
const idOf = async (email: string) =>
  (await owner('listPeople', { path, query: { limit: 100 } })).items.find((person) => person.email === email)!.personId
const nameOf = async (email: string) =>
  (await owner('listPeople', { path, query: { limit: 100 } })).items.find((person) => person.email === email)!.name
const mailsOf = async (email: string) => (await platform.mails()).filter(({ to }) => to[0] === email)
const availability = [1, 2, 3, 4, 5].map((day) => ({ day, from: '08:00', to: '18:00' }))

/** One participant with one of two coaches, whichever the engine finds first. */
const publish = async () => {
  for (const email of [second, people.coach]) {
    const personId = await idOf(email)
    await owner('registerProvider', { path: { ...path, personId }, body: profileOf('coach', { availability }) })
    await giveCredential(path.programId, personId, 'coach')
    const body = { status: 'selected' as const, reason: 'Panel 4.5' }
    await lead('changeProviderStatus', { path: { ...path, personId }, body })
  }
  await owner('inviteToIntake', { path })
  const me = { ...path, personId: 'me' }
  const choices = fieldGroupNames.map((group) => ({ group, purpose: 'matching' as const, granted: true }))
  await participant('changeConsent', { path: me, body: { textVersion: consentTextVersion, choices } })
  const { version } = await participant('getIntake', { path: me })
  await participant('saveIntake', { path: me, body: completeAnswers(), headers: { 'if-match': `"${version}"` } })
  await participant('submitIntake', { path: me })
  await platform.settled()
  await owner('proposeMatches', { path, body: {} })
  await platform.settled()
  const [proposed] = (await owner('listMatches', { path, query: { status: 'proposed' } })).items
  await owner('approveMatch', { path: { ...path, matchId: proposed!.matchId }, body: {} })
  await platform.settled()
  return proposed!.matchId
}

const engagementId = await publish()
const engagement = { ...path, engagementId }
const { providerId } = (await owner('listEngagements', { path })).items[0]!
const coachEmail = providerId === (await idOf(second)) ? second : people.coach
const otherEmail = coachEmail === second ? people.coach : second
const coach = await platform.as(coachEmail)
const other = await platform.as(otherEmail)
const openTask = async (client: typeof coach, form: string) => {
  const { items } = await client('listTasks', { path, query: { mine: true, status: 'open', limit: 100 } })
  return items.find((task) => task.kind === 'engage' && task.taskId.includes(`.${form}.`))!
}
const inDays = (days: number) => new Date(platform.clock.now() + days * 24 * 60 * 60 * 1000).toISOString()

test('a published match is an engagement with an agreement that both are asked to sign', async () => {
  expect(await participant('getEngagement', { path: engagement })).toMatchObject({
    status: 'preparing',
    service: 'coach',
    owners: [await nameOf(people.owner)],
    kickoff: [
      { item: 'intake with measurable goals', done: true },
      { item: 'signed working agreement', done: false, missing: expect.stringContaining('Not signed yet by') },
      { item: 'baseline', done: true },
      { item: 'calendar blocks', done: false },
      { item: 'program owner contact', done: true },
      { item: 'data consent', done: true },
    ],
  })
  const { items } = await coach('listAgreements', { path: engagement })
  expect(items).toMatchObject([{ number: 1, signedByBoth: false, signatures: [] }])
  expect(Object.keys(items[0]!.clauses)).toHaveLength(7)
  for (const email of [people.participant, coachEmail]) {
    const [mail] = (await mailsOf(email)).filter(({ tags }) => tags.kind === 'engagement-asked')
    expect(mail!.text).toContain('Read and sign the working agreement')
    expect(mail!.text).toContain(`/tasks/E2.${engagementId}.agreement.1.`)
  }
})

test('others do not see what is between the two', async () => {
  for (const client of [owner, sponsor, manager, other]) {
    expect(await refusal(client('listAgreements', { path: engagement }))).toMatchObject({
      code: expect.stringMatching(/NotFound|NotAllowed/),
    })
  }
  expect(await refusal(other('getEngagement', { path: engagement }))).toMatchObject({ code: 'NotFound' })
  expect(await refusal(other('getEngagement', { path: { ...path, engagementId: 'nobody.R001.coach' } }))).toMatchObject(
    {
      code: 'NotFound',
    },
  )
  const seen = await manager('getEngagement', { path: engagement })
  expect(seen).toMatchObject({ status: 'preparing', kickoff: [], owners: [] })
  expect(seen).not.toHaveProperty('cadence')
  expect(await owner('getEngagement', { path: engagement })).not.toHaveProperty('blocks')
})

test('no session before the kickoff; both sign, by task or by route, with their own name', async () => {
  const body = { startsAt: inDays(7) }
  expect(await refusal(coach('scheduleSession', { path: engagement, body }))).toMatchObject({
    code: 'NotPossibleNow',
    detail: expect.stringMatching(/signed working agreement.*calendar blocks/),
  })
  const { taskId } = await openTask(participant, 'agreement')
  const sign = (name: string) =>
    participant('answerTask', { path: { ...path, taskId }, body: { answer: { kind: 'agreement', number: 1, name } } })
  expect(await refusal(sign('Somebody Else'))).toEqual(naming('name', await nameOf(people.participant)))
  expect(await sign(await nameOf(people.participant))).toMatchObject({ status: 'done', kind: 'engage' })
  expect(await sign(await nameOf(people.participant))).toMatchObject({ status: 'done' })
  const signed = await coach('signAgreement', {
    path: { ...engagement, number: 1 },
    body: { name: await nameOf(coachEmail) },
  })
  expect(signed.signedByBoth).toBe(true)
  await platform.settled()
  expect(await openTask(coach, 'kickoff')).toMatchObject({ form: expect.objectContaining({ type: 'object' }) })
})

test('three blocks in the future start the engagement and become its first sessions', async () => {
  const { taskId } = await openTask(coach, 'kickoff')
  const start = (blocks: string[]) =>
    coach('answerTask', { path: { ...path, taskId }, body: { answer: { kind: 'kickoff', blocks } } })
  expect(await refusal(start([inDays(-1), inDays(7), inDays(21)]))).toEqual(naming('blocks.0', 'past'))
  expect(await start([inDays(7), inDays(21), inDays(35)])).toMatchObject({ status: 'done' })
  await platform.settled()
  expect(await participant('getEngagement', { path: engagement })).toMatchObject({ status: 'active', sessionsMade: 3 })
  expect((await participant('listSessions', { path: engagement })).items).toHaveLength(3)
  const overlapping = coach('scheduleSession', { path: engagement, body: { startsAt: inDays(7) } })
  expect(await refusal(overlapping)).toEqual(naming('startsAt', 'Overlaps'))
  const more = await coach('scheduleSession', { path: engagement, body: { startsAt: inDays(9) } })
  expect(more).toMatchObject({ status: 'scheduled' })
})

test('a reassignment ends it: sessions ahead are cancelled, and the next match has an engagement of its own', async () => {
  const body = { providerId: await idOf(otherEmail), reason: 'chemistry' as const, text: 'They do not get on.' }
  const next = await owner('reassignMatch', { path: { ...path, matchId: engagementId }, body })
  await platform.settled()
  expect(await coach('getEngagement', { path: engagement })).toMatchObject({
    status: 'ended',
    endReason: 'reassigned',
  })
  const sessions = (await participant('listSessions', { path: engagement })).items
  expect(sessions.map(({ status }) => status)).toEqual(Array(4).fill('cancelled'))
  const late = coach('scheduleSession', { path: engagement, body: { startsAt: inDays(12) } })
  expect(await refusal(late)).toMatchObject({ code: 'NotPossibleNow' })
  expect(await other('getEngagement', { path: { ...path, engagementId: next.matchId } })).toMatchObject({
    status: 'preparing',
  })
  const kinds = (await mailsOf(coachEmail)).map(({ tags }) => tags.kind)
  expect(kinds).toContain('match-ended')
  expect(kinds).not.toContain('engagement-ended')
})
