import { approveMatch, approveMatches } from '@pilotgate/core/matching/review/approve-match'
import { changeProviderStatus } from '@pilotgate/core/matching/review/change-provider-status'
import { chooseAlternative } from '@pilotgate/core/matching/review/choose-alternative'
import { editMatchingSettings } from '@pilotgate/core/matching/review/edit-settings'
import { overrideMatch } from '@pilotgate/core/matching/review/override-match'
import { proposeMatches } from '@pilotgate/core/matching/review/propose-matches'
import { revokeConsent } from '@pilotgate/core/matching/review/revoke-consent'
import { withdrawMatch } from '@pilotgate/core/matching/review/withdraw-match'
import { beforeEach, describe, expect, it } from 'vitest'
import { type World, world } from './world.ts'

const later = '2027-01-26T08:00:00.000Z'
const evening = '2027-01-26T18:00:00.000Z'
let here: World
/** Ten people: two go to the program owner, `flag` is looked at by itself, the others go in bulk. */
beforeEach(async () => {
  here = await world()
  for (let n = 0; n < 7; n += 1) await here.participant(`p${n}`)
  await here.participant('boss1', { answers: { seniority: 5 } })
  await here.participant('boss2', { answers: { seniority: 5 } })
  await here.participant('flag', { answers: { seniority: 1, impactFlags: ['platform lead'] } })
  await here.provider('vera', { places: 6 })
  await here.provider('wanda', { places: 6 })
  await proposeMatches(here.at(), here.matcher, here.programId)
})
const id = (person: string) => `${person}.R001.coach`
const approve = (person: string, actor = here.matcher, seen?: number) =>
  approveMatch(here.at(later), actor, here.programId, id(person), seen)
const match = async (person: string) => (await here.matches()).find((each) => each.id === id(person))!

describe('approving', () => {
  it('takes a place and tells it', async () => {
    const before = await match('p1')
    const approved = await approve('p1')
    expect(approved).toMatchObject({ status: 'approved', approvedBy: 'mats', approvedAt: later, version: 2 })
    expect((await here.caseload(before.providerId)).taken).toBe(1)
    expect((await here.events()).at(-1)).toMatchObject({ type: 'match.approved', matchId: id('p1'), by: 'mats' })
  })

  it('twice by the same person changes nothing; by another it is decided already', async () => {
    const { version } = await approve('p1')
    expect(await approve('p1')).toMatchObject({ version })
    await expect(approve('p1', here.owner)).rejects.toMatchObject({ code: 'AlreadyDecided' })
    expect((await here.caseload((await match('p1')).providerId)).taken).toBe(1)
  })

  it('of the top 20 % is for the program owner; flags are looked at one by one', async () => {
    const reviews = Object.fromEntries(
      (await here.matches()).map(({ participantId, review }) => [participantId, review]),
    )
    const flagged = Object.keys(reviews)
      .filter((each) => reviews[each] !== 'bulk')
      .toSorted()
    expect(flagged).toHaveLength(3)
    const owners = flagged.filter((each) => reviews[each] === 'program owner')
    const manual = flagged.filter((each) => reviews[each] === 'manual')
    await expect(approve(owners[0]!)).rejects.toMatchObject({ code: 'NotAllowed' })
    expect(await approve(owners[0]!, here.owner)).toMatchObject({ status: 'approved' })
    const all = (await here.matches()).map((each) => each.id)
    const outcomes = await approveMatches(here.at(later), here.matcher, here.programId, [...all, 'nobody.R001.coach'])
    const refused = outcomes.filter(({ outcome }) => outcome === 'refused')
    expect(refused.map(({ matchId }) => matchId).toSorted()).toEqual(
      [...flagged.map(id), 'nobody.R001.coach'].toSorted(),
    )
    expect(refused.find(({ matchId }) => matchId === id(manual[0]!))?.problem).toContain('on its own')
    expect(await here.matches('approved')).toHaveLength(8)
    expect(await approve(manual[0]!)).toMatchObject({ status: 'approved' })
  })

  it('is refused when the provider was suspended meanwhile; nothing is taken', async () => {
    const { providerId } = await match('p1')
    await changeProviderStatus(here.at(later), here.as('lead', 'coach lead'), here.programId, providerId, {
      status: 'suspended',
      reason: 'Complaint',
    })
    await expect(approve('p1')).rejects.toMatchObject({
      code: 'NotPossibleNow',
      message: expect.stringContaining('suspended'),
    })
    expect((await here.caseload(providerId)).taken).toBe(0)
    expect((await match('p1')).status).toBe('proposed')
  })

  it('is refused for a stale proposal: replaced by a run, or changed since it was seen', async () => {
    await expect(approve('p1', here.matcher, 7)).rejects.toMatchObject({ code: 'Conflict' })
    await proposeMatches(here.at(later), here.matcher, here.programId)
    await expect(approve('p1')).rejects.toMatchObject({
      code: 'Conflict',
      message: expect.stringContaining('p1.R002.coach'),
    })
  })

  it('is refused when a hard rule came in between: the manager may not coach', async () => {
    const { providerId } = await match('p1')
    const person = (await here.store.get('person', { tenantId: here.scope.tenantId, scope: '-' }, 'p1'))!
    await here.write({ kind: 'person', record: { ...person, managerId: providerId }, expect: person.version })
    await expect(approve('p1')).rejects.toMatchObject({
      code: 'NotPossibleNow',
      message: expect.stringContaining('manager'),
    })
  })

  it('never goes over the places, and says what to do', async () => {
    const { providerId } = await match('p1')
    const caseload = await here.caseload(providerId)
    await here.write({ kind: 'caseload', record: { ...caseload, taken: caseload.places }, expect: caseload.version })
    await expect(approve('p1')).rejects.toMatchObject({
      code: 'NotPossibleNow',
      message: expect.stringContaining('All 6 places'),
    })
  })
})

describe('revoking consent', () => {
  const revoke = async (person: string, groups: ('skills' | 'goals' | 'impact' | 'languages')[], when = later) => {
    await here.consent(person, groups, false, when)
    return {
      tenantId: here.scope.tenantId,
      programId: here.programId,
      personId: person,
      revoked: groups.map((group) => `${group} matching`),
    }
  }

  it('stops the approval until the proposal is scored again without the field', async () => {
    const before = await match('p1')
    const revoked = await revoke('p1', ['skills'])
    await expect(approve('p1')).rejects.toMatchObject({ code: 'Conflict', message: expect.stringContaining('revoked') })
    await revokeConsent(here.at(later), revoked)
    await revokeConsent(here.at(later), revoked)
    const after = await match('p1')
    expect(after.version).toBe(before.version + 1)
    expect(after.result.withoutConsent).toContain('skillsWanted')
    expect(after.result.contributions.find(({ signal }) => signal === 'skills')?.value).toBeUndefined()
    expect(after.result.confidence).toBeLessThan(before.result.confidence)
    expect(await approve('p1')).toMatchObject({ status: 'approved' })
  })

  it('of the languages or hours takes a match out of the bulk: a person checks what the rules no longer can', async () => {
    expect((await match('p1')).review).toBe('bulk')
    const revoked = await revoke('p1', ['languages'])
    await revokeConsent(here.at(later), revoked)
    const reason = 'To be checked by a person, because it is not known or there is no consent: a common language.'
    expect(await match('p1')).toMatchObject({ review: 'manual', reviewReason: reason })
    await revokeConsent(here.at(evening), revoked)
    expect(await match('p1')).toMatchObject({ review: 'manual', reviewReason: reason })
    const [outcome] = await approveMatches(here.at(evening), here.matcher, here.programId, [id('p1')])
    expect(outcome).toMatchObject({ outcome: 'refused', problem: expect.stringContaining('a common language') })
  })

  it('withdraws the proposal when nothing is left to match on', async () => {
    await revokeConsent(here.at(later), await revoke('p1', ['skills', 'goals']))
    expect(await match('p1')).toMatchObject({ status: 'withdrawn', endedBy: 'pilotgate' })
    await expect(approve('p1')).rejects.toMatchObject({ code: 'AlreadyDecided' })
    expect((await here.events()).at(-1)).toMatchObject({ type: 'match.withdrawn', matchId: id('p1') })
  })

  it('purges what a decided match derived from the field, and leaves the match and its place', async () => {
    const { providerId } = await approve('p1')
    await revokeConsent(here.at(later), await revoke('p1', ['skills']))
    const after = await match('p1')
    expect(after.status).toBe('approved')
    expect(after.result.contributions.map(({ signal }) => signal)).not.toContain('skills')
    expect(after.result.sentence).toContain('removed')
    expect((await here.caseload(providerId)).taken).toBe(1)
  })

  it('of the impact flags keeps a person in the review and tells the flags no longer', async () => {
    await revokeConsent(here.at(later), await revoke('flag', ['impact']))
    const after = await match('flag')
    expect(after.review).not.toBe('bulk')
    expect(JSON.stringify(after)).not.toContain('platform lead')
  })
})

describe('overriding', () => {
  const override = (person: string, providerId: string, actor = here.matcher) =>
    overrideMatch(here.at(later), actor, here.programId, id(person), {
      providerId,
      reason: 'chemistry',
      text: 'They know each other.',
    })
  const other = (providerId: string) => (providerId === 'vera' ? 'wanda' : 'vera')

  it('keeps the old match, approves the new one and takes its place', async () => {
    const old = await match('p1')
    const next = await override('p1', other(old.providerId))
    expect(next).toMatchObject({
      id: 'p1.R001.coach.2',
      status: 'approved',
      providerId: other(old.providerId),
      replaces: old.id,
    })
    expect(await match('p1')).toMatchObject({
      status: 'replaced',
      replacedBy: next.id,
      override: { reason: 'chemistry', instead: other(old.providerId), by: 'mats' },
    })
    expect((await here.caseload(next.providerId)).taken).toBe(1)
    expect((await here.caseload(old.providerId)).taken).toBe(0)
  })

  it('of an approved match gives its place back', async () => {
    const old = await approve('p1')
    await override('p1', other(old.providerId))
    expect((await here.caseload(old.providerId)).taken).toBe(0)
    expect((await here.caseload(other(old.providerId))).taken).toBe(1)
  })

  it('is refused for the same provider, a suspended one, an unknown one and a replaced match', async () => {
    const old = await match('p1')
    await expect(override('p1', old.providerId)).rejects.toMatchObject({ code: 'InvalidInput' })
    await expect(override('p1', 'nobody')).rejects.toMatchObject({ code: 'NotFound' })
    await here.setStatus(other(old.providerId), 'suspended')
    await expect(override('p1', other(old.providerId))).rejects.toMatchObject({ code: 'NotPossibleNow' })
    await here.setStatus(other(old.providerId), 'selected')
    await override('p1', other(old.providerId))
    await expect(override('p1', other(old.providerId))).rejects.toMatchObject({ code: 'Conflict' })
  })
})

it('lets a reviewer withdraw once, and frees the place', async () => {
  const { providerId } = await approve('p1')
  const withdraw = () => withdrawMatch(here.at(later), here.matcher, here.programId, id('p1'), 'They share an office.')
  expect(await withdraw()).toMatchObject({ status: 'withdrawn', endedBy: 'mats' })
  expect(await withdraw()).toMatchObject({ status: 'withdrawn', version: 3 })
  expect((await here.caseload(providerId)).taken).toBe(0)
  await proposeMatches(here.at(later), here.matcher, here.programId)
  const again = (await here.matches('proposed')).find(({ participantId }) => participantId === 'p1')
  expect(again?.providerId).not.toBe(providerId)
})

it('lets the participant pick one of three when the program says so', async () => {
  const before = await match('p1')
  const pick = (providerId: string, who = 'p1') =>
    chooseAlternative(here.at(later), here.as(who, 'participant'), here.programId, id('p1'), providerId)
  const [first] = before.alternatives
  await expect(pick(first!.providerId)).rejects.toMatchObject({ code: 'NotPossibleNow' })
  await editMatchingSettings(here.at(), here.matcher, here.programId, 0, { rankedChoice: true })
  await expect(pick(first!.providerId, 'p2')).rejects.toMatchObject({ code: 'NotFound' })
  await expect(pick('nobody')).rejects.toMatchObject({ code: 'InvalidInput' })
  const chosen = await pick(first!.providerId)
  expect(chosen).toMatchObject({
    status: 'proposed',
    chosenAt: later,
    providerId: first!.providerId,
    replaces: id('p1'),
  })
  await expect(pick(before.providerId)).rejects.toMatchObject({ code: 'NotPossibleNow' })
})
