import { changeCredentialStatus } from '@pilotgate/core/selection/supervision/change-credential-status'
import { credentialDue } from '@pilotgate/core/selection/supervision/credential-due'
import { checkSupervision } from '@pilotgate/core/selection/supervision/daily-check'
import { listOutcomesBriefs, saveOutcomesBrief } from '@pilotgate/core/selection/supervision/outcomes-brief'
import type { RecertificationPart } from '@pilotgate/core/selection/supervision/recertification-record'
import { recertificationWindow } from '@pilotgate/core/selection/supervision/recertification-rule'
import { readRecertification, recordRecertification } from '@pilotgate/core/selection/supervision/recertify'
import { beforeEach, describe, expect, it } from 'vitest'
import { ratings, type World, world } from './world.ts'

let here: World
/** Ida coaches, certified; Max mentors. Both passed on 4 January 2027, at nine in Berlin. */
beforeEach(async () => {
  here = await world()
  await here.provider('ida', { level: 'certified internal coach' })
  await here.provider('pia')
  await here.provider('max', {
    service: 'mentor',
    recertifyFrom: '2027-11-04T08:00:00.000Z',
    recertifyBy: '2028-01-04T08:00:00.000Z',
  })
  await here.provider('moe', { service: 'mentor' })
})
const check = (now: string) => checkSupervision(here.at(now), here.scope.tenantId, here.programId)
const dues = async (personId: string) =>
  (await here.told('credential.due')).flatMap((event) =>
    event.type === 'credential.due' && event.personId === personId ? [`${event.at.slice(0, 10)} ${event.what}`] : [],
  )

it('the window is 12 to 18 months for coaches and ends after a year for mentors, on the wall calendar', () => {
  expect(recertificationWindow('coach', '2027-01-04T08:00:00.000Z', 'Europe/Berlin')).toEqual({
    recertifyFrom: '2028-01-04T08:00:00.000Z',
    recertifyBy: '2028-07-04T07:00:00.000Z',
  })
  expect(recertificationWindow('mentor', '2027-01-04T08:00:00.000Z', 'Europe/Berlin').recertifyBy).toBe(
    '2028-01-04T08:00:00.000Z',
  )
})

describe('what is due', () => {
  it('is told when the window opens, 30 days before its end, and never twice', async () => {
    for (const date of [
      '2027-12-05',
      '2028-01-03',
      '2028-01-04',
      '2028-01-05',
      '2028-06-03',
      '2028-06-04',
      '2028-06-05',
    ]) {
      await check(`${date}T12:00:00.000Z`)
    }
    expect(await dues('ida')).toEqual([
      '2027-12-05 outcomes brief',
      '2028-01-04 recertification',
      '2028-01-04 outcomes brief',
      '2028-06-04 recertification',
    ])
    // Pia is still in training: no brief yet.
    expect(await dues('pia')).toEqual(['2028-01-04 recertification', '2028-06-04 recertification'])
  })

  it('is told to a mentor once: the window is hardly longer than 30 days', async () => {
    await here.edit('max', { service: 'mentor', recertifyFrom: '2027-12-04T08:00:00.000Z' })
    for (const date of ['2027-12-03', '2027-12-04', '2027-12-05', '2027-12-20']) await check(`${date}T12:00:00.000Z`)
    expect(await dues('max')).toEqual(['2027-12-04 recertification'])
  })

  it('is told once, however late, and once over all programs', async () => {
    const valid = await here.credential('ida')
    const due = credentialDue(valid, { now: '2028-06-20T12:00:00.000Z', zone: 'Europe/Berlin' })
    expect(due!.tell).toEqual(['recertification', 'outcomes brief'])
    const later = { now: '2028-06-21T12:00:00.000Z', zone: 'America/New_York' }
    expect(credentialDue(due!.record, later)).toBeUndefined()
    expect(credentialDue({ ...valid, status: 'suspended' }, later)).toBeUndefined()
  })

  it('lapses when its time has passed, not an instant before', async () => {
    const valid = await here.credential('ida')
    const before = { now: '2028-07-04T06:59:59.999Z', zone: 'Europe/Berlin' }
    expect(credentialDue(valid, before)!.tell).not.toContain('lapsed')
    await check('2028-07-04T07:00:00.000Z')
    await check('2028-07-05T07:00:00.000Z')
    expect(await here.credential('ida')).toMatchObject({
      status: 'lapsed',
      because: 'Recertification was due by 2028-07-04 and did not take place (Q3).',
    })
    const ofIda = (await here.told('credential.changed')).filter(
      (event) => 'personId' in event && event.personId === 'ida',
    )
    expect(ofIda).toMatchObject([{ service: 'coach', status: 'lapsed', by: 'pilotgate' }])
    expect(await here.store.get('reviewSample', here.scope, '2028-Q3')).toBeUndefined()
  })
})

describe('recertification', () => {
  const observed: RecertificationPart = {
    part: 'observed session',
    heldOn: '2028-02-01',
    minutes: 60,
    ratings,
    note: 'Holds the contract.',
  }
  const peer: RecertificationPart = { part: 'peer review', heldOn: '2028-02-01', peerId: 'pia', note: 'Asks openly.' }
  const outcomes = [{ behaviour: 'Delegates', evidence: '4 of 5 decisions.' }]
  const now = '2028-02-10T09:00:00.000Z'
  const record = (input: RecertificationPart, when = now, personId = 'ida', actor = here.supervisor) =>
    recordRecertification(
      here.at(when),
      actor,
      here.programId,
      personId === 'ida' ? 'coach' : 'mentor',
      personId,
      input,
    )
  const brief = (when: string, of = 'ida', service: 'coach' | 'mentor' = 'coach') =>
    saveOutcomesBrief(here.at(when), here.as(of, service), here.programId, 'me', { service, summary: 'Six.', outcomes })
  const missing = ({ rules }: Awaited<ReturnType<typeof record>>) =>
    rules.filter(({ met }) => !met).map(({ rule }) => rule)

  it('takes an observed session, a brief and a peer review; then the window moves on', async () => {
    expect(missing(await record(observed))).toEqual(['outcomes brief', 'peer review'])
    expect(missing(await record(peer))).toEqual(['outcomes brief'])
    expect((await here.credential('ida')).recertifyBy).toBe('2028-07-04T07:00:00.000Z')
    const { version } = await brief(now)
    expect(await here.credential('ida')).toMatchObject({
      status: 'valid',
      recertifyFrom: '2029-02-10T09:00:00.000Z',
      recertifyBy: '2029-08-10T08:00:00.000Z',
      briefDueAt: '2029-02-10T09:00:00.000Z',
    })
    expect(await here.told('credential.changed')).toEqual([])
    expect((await brief(now)).version).toBe(version)
    // Said again, although the credential is at its next recertification already.
    expect(missing(await record(peer))).toEqual(['observed session', 'peer review'])
    await expect(record({ ...peer, note: 'Other.' })).rejects.toMatchObject({ code: 'NotPossibleNow' })
  })

  it('counts a brief of the last 12 months, and none that is older', async () => {
    await brief('2027-06-01T09:00:00.000Z')
    expect((await here.credential('ida')).briefDueAt).toBe('2028-06-01T09:00:00.000Z')
    await record(observed)
    expect(missing(await record(peer, '2028-02-10T09:00:00.000Z'))).toEqual([])
    await brief('2027-12-01T09:00:00.000Z', 'max', 'mentor')
    const late = await readRecertification(
      here.at('2028-12-02T09:00:00.000Z'),
      here.mentorLead,
      here.programId,
      'mentor',
      'max',
    )
    expect(missing(late)).toContain('outcomes brief')
  })

  it('makes a lapsed credential valid again, and no suspended one', async () => {
    const late = '2028-08-01T09:00:00.000Z'
    await check(late)
    await record({ ...observed, heldOn: '2028-07-30' }, late)
    await brief(late)
    await here.edit('pia', { status: 'valid' })
    await record({ ...peer, heldOn: '2028-07-30' }, late)
    const credential = await here.credential('ida')
    expect(credential).toMatchObject({ status: 'valid', recertifyBy: '2030-02-01T10:00:00.000Z' })
    expect(credential.because).toBeUndefined()
    expect((await here.told('credential.changed')).at(-1)).toMatchObject({ personId: 'ida', status: 'valid' })

    await here.edit('ida', { recertifyFrom: late, status: 'suspended', because: 'Drift.' })
    await record({ ...observed, heldOn: '2028-07-29' }, late)
    await record({ ...peer, heldOn: '2028-07-29' }, late)
    expect(await here.credential('ida')).toMatchObject({
      status: 'suspended',
      recertifyFrom: '2029-08-01T09:00:00.000Z',
    })
  })

  it.each<[string, RecertificationPart, string?]>([
    ['part', { part: 'sponsor action', heldOn: '2028-02-01', what: 'Introduced.', evidence: 'Mail.' }],
    ['heldOn', { ...observed, heldOn: '2028-02-11' }],
    ['heldOn', { ...observed, heldOn: '2027-02-09' }],
    ['peerId', { ...peer, peerId: 'ida' }],
    ['peerId', { ...peer, peerId: 'max' }],
  ])('is refused with a wrong %s', async (field, input) => {
    await expect(record(input)).rejects.toMatchObject({ code: 'InvalidInput', problems: [{ field }] })
  })

  it('opens with its window, and is not changed or recorded by the coach', async () => {
    await expect(record(observed, '2028-01-04T07:59:59.000Z')).rejects.toThrow('Recertification opens on 2028-01-04')
    await record(observed)
    await expect(record({ ...observed, minutes: 30 })).rejects.toMatchObject({ code: 'AlreadyDecided' })
    await expect(record(peer, now, 'ida', here.as('ida', 'supervisor'))).rejects.toMatchObject({ code: 'NotAllowed' })
    await expect(record(peer, now, 'ida', here.mentorLead)).rejects.toMatchObject({ code: 'NotAllowed' })
  })

  it('of a mentor takes a brief, a peer review and a sponsor action, which may be the one of the selection', async () => {
    const when = '2027-11-20T09:00:00.000Z'
    const status = () => readRecertification(here.at(when), here.as('max', 'mentor'), here.programId, 'mentor', 'me')
    expect(missing(await status())).toEqual(['outcomes brief', 'peer review', 'sponsor action'])
    await here.write({
      kind: 'commitment',
      record: {
        ...here.scope,
        id: 'max.01',
        version: 0,
        personId: 'max',
        action: 'introduction',
        what: 'Introduce the mentee.',
        verifiedBy: 'mia',
        committedAt: '2027-01-04T08:00:00.000Z',
        dueAt: '2027-03-05T08:00:00.000Z',
        outcome: { text: 'Done.', evidence: 'Mail.', at: '2027-02-04T08:00:00.000Z', by: 'max' },
      },
      expect: 0,
    })
    expect(missing(await status())).toEqual(['outcomes brief', 'peer review'])
    await brief(when, 'max', 'mentor')
    const reviewed = { ...peer, heldOn: '2027-11-10', peerId: 'moe' }
    expect(missing(await record(reviewed, when, 'max', here.mentorLead))).toEqual([])
    expect((await here.credential('max', 'mentor')).recertifyBy).toBe('2028-11-20T09:00:00.000Z')
  })

  it('and briefs are nobody else’s to read or hand in', async () => {
    const other = here.as('pia', 'coach')
    const read = readRecertification(here.at(), other, here.programId, 'coach', 'ida')
    await expect(read).rejects.toMatchObject({ code: 'NotAllowed' })
    const input = { service: 'coach' as const, summary: 'Six.', outcomes }
    await expect(saveOutcomesBrief(here.at(), other, here.programId, 'ida', input)).rejects.toMatchObject({
      code: 'NotAllowed',
    })
    await expect(listOutcomesBriefs(here.store, other, 'ida')).rejects.toMatchObject({ code: 'NotAllowed' })
    await brief(now)
    expect((await listOutcomesBriefs(here.store, here.owner, 'ida')).map(({ on }) => on)).toEqual(['2028-02-10'])
    expect(await listOutcomesBriefs(here.store, here.owner, 'ida', 'mentor')).toEqual([])
    const none = saveOutcomesBrief(here.at(), here.lead, here.programId, 'nobody', input)
    await expect(none).rejects.toMatchObject({ code: 'NotFound' })
  })
})

describe('the status', () => {
  const change = (status: 'valid' | 'suspended', actor = here.lead) =>
    changeCredentialStatus(here.at(), actor, here.programId, 'coach', 'ida', { status, reason: 'As agreed.' })

  it('is changed by the lead, once each, and matching is told', async () => {
    expect(await change('suspended')).toMatchObject({ status: 'suspended', because: 'As agreed.', version: 2 })
    expect((await change('suspended')).version).toBe(2)
    await change('valid')
    expect((await here.told('credential.changed')).map((event) => 'status' in event && event.status)).toEqual([
      'suspended',
      'valid',
    ])
  })

  it('is nobody’s own to change, not the other lead’s, and not after it lapsed', async () => {
    await expect(change('suspended', here.mentorLead)).rejects.toMatchObject({ code: 'NotAllowed' })
    await expect(change('suspended', here.as('ida', 'coach lead'))).rejects.toMatchObject({ code: 'NotAllowed' })
    await here.edit('ida', { status: 'lapsed' })
    await expect(change('valid')).rejects.toMatchObject({ code: 'NotPossibleNow' })
  })
})
