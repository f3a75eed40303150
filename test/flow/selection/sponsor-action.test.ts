import { consentTextVersion, fieldGroupNames } from '@pilotgate/core/intake/consent'
import { expect, test } from 'vitest'
import { completeAnswers } from '../../intake/answers.ts'
import { profileOf } from '../../matching/review/world.ts'
import { giveCredential } from '../credential.ts'
import { naming, refusal } from '../platform.ts'
import { saying, staff, startSelection } from './selection.ts'

// 9 February at ten in Berlin; 60 days later the clocks have gone forward.
const flow = await startSelection('2027-02-09T09:00:00Z', '2027-02-09')
const { platform, owner, path, as, idOf } = flow
const [mentor, other, matcher] = [await as(staff.mentor), await as(staff.otherMentor), await as(staff.matchingOwner)]
const dueOn = '2027-04-10'
const commitment = {
  kind: 'commitment',
  action: 'introduction',
  what: 'Introduce my mentee to the head of platform.',
  verifiedBy: 'The head of platform',
  dueOn,
} as const
const outcome = { outcome: 'They met; she joins the planning round.', evidence: 'Minutes of the round' }
const log = (client: typeof mentor, candidacyId: string, body = outcome) =>
  client('logSponsorAction', { path: { ...path, candidacyId }, body })
const matches = async (status: string) =>
  (await matcher('listMatches', { path, query: { status: status as never } })).items
const told = async (email: string, kind: string) => (await flow.kindsTo(email)).filter((each) => each === kind).length
let candidacyId: string

test('from application over the course to the appointment as a mentor', async () => {
  for (const email of [staff.mentor, staff.otherMentor]) {
    await matcher('registerProvider', {
      path: { ...path, personId: idOf(email) },
      body: profileOf('mentor', {
        availability: [1, 2, 3, 4, 5].map((day) => ({ day, from: '08:00', to: '18:00' })),
      }),
    })
  }
  candidacyId = await flow.open(staff.mentor, 'internal-mentor')
  expect(await refusal(log(mentor, candidacyId))).toMatchObject({ code: 'NotPossibleNow' })
  await flow.drive(candidacyId, { say: saying('commitment', () => commitment) })
  const { status, steps } = await flow.candidacy(candidacyId)
  expect(status).toBe('appointed')
  expect(steps.map((each) => each.status)).toEqual(Array(9).fill('passed'))
  expect(await flow.providerOf(staff.mentor)).toMatchObject({ status: 'selected' })
  const { items } = await owner('listCredentials', { path })
  expect(items).toMatchObject([{ personId: idOf(staff.mentor), service: 'mentor', status: 'valid' }])
  expect(items[0]!.introductions).toBeGreaterThan(0)
  expect(await told(staff.mentor, 'candidate-appointed')).toBe(1)
})

test('a sponsor action is due at the same time on the wall, after the clocks went forward', async () => {
  const { commitment: committed } = await flow.candidacy(candidacyId)
  expect(committed).toMatchObject({ committedAt: '2027-02-09T09:00:00.000Z', dueAt: '2027-04-10T08:00:00.000Z' })
  await platform.jumpTo('2027-04-03T07:59:00Z')
  expect(await told(staff.mentor, 'sponsor-action-due')).toBe(0)
  await platform.jumpTo('2027-04-03T08:00:00Z')
  expect(await told(staff.mentor, 'sponsor-action-due')).toBe(1)
})

test('before the day, two participants are proposed to the mentor, one of them approved', async () => {
  await owner('inviteToIntake', { path })
  for (const email of [staff.participant, staff.otherParticipant]) {
    const [client, me] = [await as(email), { ...path, personId: 'me' }]
    const choices = fieldGroupNames.map((group) => ({ group, purpose: 'matching' as const, granted: true }))
    await client('changeConsent', { path: me, body: { textVersion: consentTextVersion, choices } })
    const { version } = await client('getIntake', { path: me })
    const headers = { 'if-match': `"${version}"` }
    await client('saveIntake', { path: me, body: completeAnswers(), headers })
    await client('submitIntake', { path: me })
    const services = [
      { service: 'mentor', order: 1, cadence: 'monthly', length: '9 months', provider: 'internal' },
    ] as const
    const body = { services: [...services], reason: 'A mentor.' }
    await owner('overrideServices', { path: { ...path, personId: idOf(email) }, body })
  }
  await giveCredential(flow.programId, idOf(staff.otherMentor), 'mentor')
  const leave = { status: 'suspended', reason: 'On leave.' } as const
  await owner('changeProviderStatus', { path: { ...path, personId: idOf(staff.otherMentor) }, body: leave })
  await platform.jumpTo('2027-04-10T07:00:00Z')
  // Nobody looked after the gates meanwhile, which paused the program: no selection, but its matching.
  await owner('resumeProgram', { path, body: { reason: 'The gates are looked after.' } })
  await matcher('proposeMatches', { path, body: {} })
  await platform.settled()
  const proposed = await matches('proposed')
  expect(proposed.map(({ providerId }) => providerId)).toEqual(Array(2).fill(idOf(staff.mentor)))
  await owner('approveMatch', { path: { ...path, matchId: proposed[0]!.matchId }, body: {} })
  await platform.settled()
  expect(await matches('approved')).toHaveLength(1)
})

test('not logged on the day, the mentor is suspended: no new match, and the mentor lead hears of it', async () => {
  await platform.jumpTo('2027-04-10T07:59:00Z')
  expect(await flow.providerOf(staff.mentor)).toMatchObject({ status: 'selected' })
  await platform.jumpTo('2027-04-10T08:00:00Z')
  expect(await flow.candidacy(candidacyId)).toMatchObject({ commitment: { missedAt: '2027-04-10T08:00:00.000Z' } })
  expect(await flow.providerOf(staff.mentor)).toMatchObject({ status: 'suspended' })
  expect(await flow.providerOf(staff.otherMentor)).toMatchObject({ status: 'suspended', statusReason: 'On leave.' })
  expect(await told(staff.mentorLead, 'sponsor-action-missed')).toBe(1)
  expect(await told(staff.mentor, 'sponsor-action-missed')).toBe(1)
  expect(await told(staff.matchingOwner, 'credential-changed')).toBe(1)
  expect(await told(staff.otherMentor, 'sponsor-action-missed')).toBe(0)
  expect(await matches('proposed')).toEqual([])
  expect(await matches('approved')).toEqual([])
  expect(await matches('published')).toEqual([])
  expect(await matches('withdrawn')).toHaveLength(2)
  expect(new Set(Object.values(await flow.executions('internal-mentor')))).toEqual(new Set(['SUCCEEDED']))
  expect(await matcher('proposeMatches', { path, body: {} })).toMatchObject({ proposed: 0 })
})

test('nobody takes the suspension back but the mentor, by logging it late', async () => {
  const lead = await as(staff.mentorLead)
  const personId = idOf(staff.mentor)
  const body = { status: 'selected', reason: 'Trust him.' } as const
  const select = lead('changeProviderStatus', { path: { ...path, personId }, body })
  expect(await refusal(select)).toMatchObject({ detail: expect.stringContaining('S-M9') })
  const empty = log(mentor, candidacyId, { outcome: '', evidence: 'Minutes' })
  expect(await refusal(empty)).toEqual(naming('outcome', 'Say what came of it'))
  expect(await refusal(log(other, candidacyId))).toMatchObject({ status: 404 })
  for (const _ of ['first', 'again']) {
    expect(await log(mentor, candidacyId)).toMatchObject({ commitment: { outcome: { text: outcome.outcome } } })
  }
  const changed = log(mentor, candidacyId, { ...outcome, evidence: 'Something else' })
  expect(await refusal(changed)).toMatchObject({ code: 'AlreadyDecided' })
  await platform.settled()
  expect(await flow.providerOf(staff.mentor)).toMatchObject({ status: 'selected' })
  const { items } = await owner('listCredentials', { path })
  expect(items.map(({ status, because }) => [status, because])).toEqual(Array(2).fill(['valid', undefined]))
  expect(await told(staff.mentorLead, 'sponsor-action-logged')).toBe(1)
  expect(await matcher('proposeMatches', { path, body: {} })).toMatchObject({ proposed: 2 })
})
