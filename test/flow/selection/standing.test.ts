import { describe, expect, test } from 'vitest'
import { profileOf } from '../../matching/review/world.ts'
import { giveCredential } from '../credential.ts'
import { naming, refusal } from '../platform.ts'
import { staff, startSelection } from './selection.ts'

const flow = await startSelection('2028-06-20T05:00:00Z', '2028-06-20')
const { platform, owner, path, programId, as, idOf } = flow
const [lead, supervisor] = [await as(staff.coachLead), await as(staff.supervisor)]
const [coach, mentor] = [await as(staff.coach), await as(staff.mentor)]
const due = (recertifyFrom: string, recertifyBy: string) => ({ recertifyFrom, recertifyBy })
// Appointed 18 months ago less some days; one in the middle of it; and one who may not recertify yet.
const soon = due('2027-12-23T05:00:00.000Z', '2028-06-23T05:00:00.000Z')
await giveCredential(programId, idOf(staff.coach), 'coach', soon)
await giveCredential(programId, idOf(staff.otherCoach), 'coach', soon)
const internal = { path: 'internal-coach', level: 'certified internal coach' } as const
await giveCredential(programId, idOf(staff.internalCoach), 'coach', {
  ...internal,
  ...due('2029-01-04T08:00:00.000Z', '2029-07-04T07:00:00.000Z'),
  briefDueAt: '2028-06-22T05:00:00.000Z',
})
await coach('registerProvider', { path: { ...path, personId: 'me' }, body: profileOf('coach') })
await (await as(staff.otherCoach))('registerProvider', { path: { ...path, personId: 'me' }, body: profileOf('coach') })
const told = async (email: string, kind: string) => (await flow.kindsTo(email)).filter((each) => each === kind).length
const of = (email: string) => ({ ...path, service: 'coach', personId: idOf(email) })
const credentialOf = async (email: string) =>
  (await owner('listCredentials', { path })).items.find(({ personId }) => personId === idOf(email))
const ratings = {
  challengeSkill: 4,
  behaviouralTools: 4,
  confidentialityPractice: 5,
  contextFluency: 4,
  measurableOutcomes: 4,
}
const observed = { part: 'observed session', heldOn: '2028-06-19', minutes: 60, ratings, note: 'Holds the stance.' }
const peer = { part: 'peer review', heldOn: '2028-06-19', peerId: idOf(staff.internalCoach), note: 'Asks openly.' }
const brief = {
  service: 'coach' as const,
  summary: 'Six engagements.',
  outcomes: [{ behaviour: 'Delegates', evidence: '4 of 5 decisions, from 1.' }],
}

describe('recertification', () => {
  const record = (part: object, email: string = staff.coach, client = supervisor) =>
    client('recordRecertification', { path: of(email), body: part as never })

  test('reminds holder and lead when it is due, and of an outcomes brief', async () => {
    await platform.jumpTo('2028-06-20T06:00:00Z')
    expect(await told(staff.coach, 'credential-due')).toBe(2)
    expect(await told(staff.internalCoach, 'credential-due')).toBe(1)
    await platform.jumpTo('2028-06-21T06:00:00Z')
    expect(await told(staff.coach, 'credential-due')).toBe(2)
  })

  test('refuses parts that cannot be, by field', async () => {
    expect(await refusal(record({ ...observed, heldOn: '2028-07-01' }))).toEqual(naming('heldOn', 'in the future'))
    expect(await refusal(record({ ...observed, heldOn: '2027-06-01' }))).toEqual(naming('heldOn', '12 months old'))
    expect(await refusal(record({ ...peer, peerId: idOf(staff.coach) }))).toEqual(naming('peerId', 'themselves'))
    expect(await refusal(record({ ...peer, peerId: idOf(staff.mentor) }))).toEqual(
      naming('peerId', 'no valid credential'),
    )
    const action = { part: 'sponsor action', heldOn: '2028-06-19', what: 'Introduced.', evidence: 'Minutes' }
    expect(await refusal(record(action))).toEqual(naming('part', 'observed session, outcomes brief, peer review'))
    expect(await refusal(record(observed, staff.coach, coach))).toMatchObject({ status: 403 })
    expect(await refusal(record(observed, staff.internalCoach))).toMatchObject({
      code: 'NotPossibleNow',
      detail: expect.stringContaining('2029-01-04'),
    })
    expect(await refusal(record(observed, staff.mentor))).toMatchObject({ status: 404 })
    const dancer = supervisor('getRecertification', { path: { ...path, service: 'dancer', personId: 'me' } })
    expect(await refusal(dancer)).toMatchObject({ status: 404 })
  })

  test('is done part by part, and renews the credential with the last', async () => {
    expect((await record(observed)).rules.map(({ met }) => met)).toEqual([true, false, false])
    await coach('saveOutcomesBrief', { path, body: { ...brief, personId: 'me' } })
    expect((await coach('listOutcomesBriefs', { path })).items).toMatchObject([
      { on: '2028-06-21', summary: 'Six engagements.' },
    ])
    const done = await record(peer)
    expect(done).toMatchObject({ status: 'valid', recertifyFrom: '2029-06-21T06:00:00.000Z' })
    expect(done.recertifyBy).toBe('2029-12-21T07:00:00.000Z')
  })
})

describe('18 months without recertification', () => {
  test('the credential lapses the next morning, and matching follows', async () => {
    expect(await flow.providerOf(staff.otherCoach)).toMatchObject({ status: 'selected' })
    await platform.jumpTo('2028-06-23T05:59:00Z')
    expect(await credentialOf(staff.otherCoach)).toMatchObject({ status: 'valid' })
    await platform.jumpTo('2028-06-23T06:00:00Z')
    expect(await credentialOf(staff.otherCoach)).toMatchObject({
      status: 'lapsed',
      because: expect.stringContaining('2028-06-23'),
    })
    expect(await credentialOf(staff.coach)).toMatchObject({ status: 'valid' })
    expect(await flow.providerOf(staff.otherCoach)).toMatchObject({ status: 'not selected' })
    expect(await flow.providerOf(staff.coach)).toMatchObject({ status: 'selected' })
    for (const email of [staff.otherCoach, staff.coachLead, staff.matchingOwner]) {
      expect(await told(email, 'credential-changed'), email).toBe(1)
    }
  })

  test('no lead makes it valid again, neither everywhere nor in one program', async () => {
    const body = { status: 'valid', reason: 'Trust her.' } as const
    const everywhere = lead('changeCredentialStatus', { path: of(staff.otherCoach), body })
    expect(await refusal(everywhere)).toMatchObject({ detail: expect.stringContaining('by recertification') })
    const here = lead('changeProviderStatus', { path: of(staff.otherCoach), body: { ...body, status: 'selected' } })
    expect(await refusal(here)).toMatchObject({ detail: expect.stringContaining('credential is lapsed') })
  })
})

describe('a credential is suspended', () => {
  const change = (status: 'valid' | 'suspended', client = lead, reason = 'A complaint.') =>
    client('changeCredentialStatus', { path: of(staff.coach), body: { status, reason } })

  test('by the lead with a reason, not by the holder, and made valid again', async () => {
    expect(await refusal(change('suspended', coach))).toMatchObject({ status: 403 })
    expect(await refusal(change('suspended', await as(staff.mentorLead)))).toMatchObject({ status: 403 })
    expect(await refusal(change('suspended', lead, ''))).toEqual(naming('reason', 'Say why'))
    expect(await change('suspended')).toMatchObject({ status: 'suspended' })
    await platform.settled()
    expect(await flow.providerOf(staff.coach)).toMatchObject({ status: 'suspended' })
    await change('valid', lead, 'It was unfounded.')
    await platform.settled()
    expect(await flow.providerOf(staff.coach)).toMatchObject({ status: 'selected' })
  })
})

describe('what was delivered', () => {
  const delivered = {
    service: 'coach',
    sessionsPlanned: 10,
    sessionsHeld: 8,
    coachedMinutes: 480,
    ratings: [5, 4, 3],
    evidencedOutcomes: 1,
  } as const
  const save = (more: object = {}, email: string = staff.coach, client = lead) =>
    client('saveDelivery', { path: of(email), body: { ...delivered, ...more } as never })

  test('is recorded by leads and operations, and answers whether somebody may go on', async () => {
    expect(await save()).toMatchObject({ assignment: { continue: 'yes' } })
    const low = await save({ sessionsHeld: 7, ratings: [3.5, 4], evidencedOutcomes: 0 })
    expect(low.assignment).toMatchObject({ continue: 'no', rules: Array(3).fill({ met: 'no' }) })
    expect((await save({ ratings: [] })).assignment).toMatchObject({ continue: 'no data' })
    expect(await owner('getDelivery', { path: of(staff.coach) })).toMatchObject({ sessionsHeld: 8, ratings: [] })
  })

  test('and refuses what cannot be', async () => {
    expect(await refusal(save({ sessionsHeld: 11 }))).toEqual(naming('sessionsHeld', 'not be more than'))
    expect(await refusal(save({ ratings: [0] }))).toEqual(naming('ratings.0', '1'))
    expect(await refusal(save({}, staff.mentor))).toMatchObject({ status: 404 })
    expect(await refusal(save({}, staff.coach, coach))).toMatchObject({ status: 403 })
    expect(await refusal(coach('getDelivery', { path: of(staff.coach) }))).toMatchObject({ status: 403 })
    expect(await refusal(mentor('listOutcomesBriefs', { path, query: { personId: idOf(staff.coach) } }))).toMatchObject(
      {
        status: 403,
      },
    )
  })
})
