import { endByHand } from '@pilotgate/core/engagement/end-by-hand'
import { stallsAt } from '@pilotgate/core/engagement/looks/stalled'
import { resumeByHand } from '@pilotgate/core/engagement/resume-by-hand'
import { approveMatch } from '@pilotgate/core/matching/review/approve-match'
import { proposeMatches } from '@pilotgate/core/matching/review/propose-matches'
import { publishMatches } from '@pilotgate/core/matching/review/publish-matches'
import { reassignMatch } from '@pilotgate/core/matching/review/reassign-match'
import { followPeople } from '@pilotgate/core/program/hr/effects/follow-people'
import { beforeEach, describe, expect, it } from 'vitest'
import { type ChangedPair, changedPair } from './changed-pair.ts'
import { on } from './published.ts'

let here: ChangedPair['here']
let people: ChangedPair['people']
let match: ChangedPair['match']
let member: ChangedPair['member']
let taken: ChangedPair['taken']
let rows: ChangedPair['rows']
let manage: ChangedPair['manage']
let begin: ChangedPair['begin']
let ask: ChangedPair['ask']
const prepare = async (options?: Parameters<typeof changedPair>[0]) => {
  ;({ here, people, match, member, taken, rows, manage, begin, ask } = await changedPair(options))
}
beforeEach(() => prepare())

describe('somebody comes back', () => {
  const away = async () => {
    await people.change('vera', 'terminated', on(5))
    await people.settle()
  }
  const back = async () => {
    await people.change('vera', 'rehired', on(10))
    await people.settle()
  }
  const resume = (now = on(11)) => resumeByHand(here.at(now), here.owner, here.programId, here.id())

  it('has their part again; the pair waits for the owner, who is asked once', async () => {
    await begin()
    await away()
    await back()
    expect(await member('vera')).toMatchObject({ status: 'active' })
    expect(await match()).toMatchObject({ pausedAt: on(5) })
    expect(await taken()).toBe(0)
    expect(await here.openTasks()).toMatchObject([{ kind: 'do', gate: 'M8', personId: 'olga' }])
    expect(await here.told('member.returned')).toHaveLength(1)
  })

  it('asks nobody when no pair waits', async () => {
    await people.change('mark', 'terminated', on(5))
    await people.settle()
    await people.change('mark', 'rehired', on(6))
    await people.settle()
    expect(await here.openTasks()).toEqual([])
  })

  it('asks about a pair of which both had left, whoever left first', async () => {
    await begin()
    await away()
    await people.change('ana', 'terminated', on(6))
    await people.settle()
    const changeId = await people.change('ana', 'rehired', on(10))
    await people.settle()
    expect(await here.openTasks()).toMatchObject([{ id: `M8.returned.${changeId}`, gate: 'M8', personId: 'olga' }])
  })

  const ownOnly = async () => {
    const vera = await member('vera')
    await here.write({ kind: 'member', record: { ...vera, roles: ['coach', 'program owner'] }, expect: vera.version })
    const olga = await member('olga')
    await here.write({ kind: 'member', record: { ...olga, status: 'withdrawn' }, expect: olga.version })
  }

  it('has kept their part as the only program owner, who is asked about their pairs all the same', async () => {
    await ownOnly()
    await begin()
    await away()
    expect(await member('vera')).toMatchObject({ status: 'active' })
    expect(await match()).toMatchObject({ pausedAt: on(5) })
    await back()
    expect(await here.told('member.returned')).toHaveLength(1)
    expect(await here.openTasks()).toMatchObject([{ kind: 'do', gate: 'M8', personId: 'vera' }])
    expect(await resume()).toMatchObject({ paused: undefined })
    const before = await rows()
    await people.again()
    expect(await rows()).toBe(before)
    // Nothing to come back from.
    await people.change('vera', 'rehired', on(20))
    await people.settle()
    expect(await here.told('member.returned')).toHaveLength(1)
  })

  it('and as the only program owner has pairs that go on, when those would be paused only after the return', async () => {
    await ownOnly()
    const left = await people.change('vera', 'terminated', on(5))
    await people.redrive('person.changed', left, (event) => followPeople(here.store, event))
    await people.fail()
    await back()
    await people.redrive('person.changed', left)
    expect(await match()).not.toHaveProperty('pausedAt')
  })

  it('stays out of a program that they were taken out of', async () => {
    const vera = await member('vera')
    await here.write({ kind: 'member', record: { ...vera, status: 'withdrawn' }, expect: vera.version })
    await back()
    expect(await member('vera')).toMatchObject({ status: 'withdrawn' })
  })

  it('goes on once the owner says so: with a place, what was asked asked again, however often events come again', async () => {
    await ask()
    await away()
    await back()
    expect(await resume()).toMatchObject({ paused: undefined, resumedAt: on(11) })
    expect(await match()).not.toHaveProperty('pausedAt')
    expect(await taken()).toBe(1)
    const forms = (await here.openTasks()).filter(({ kind }) => kind === 'engage')
    expect(forms.map(({ personId, dueAt }) => `${personId} ${dueAt}`)).toEqual([`ana ${on(16)}`, `vera ${on(16)}`])
    for (const type of ['match.resumed']) expect(await here.told(type)).toHaveLength(1)
    expect((await here.told('engagement.asked')).length).toBe(2)
    await people.settle()
    const before = await rows()
    await resume(on(12))
    await people.again()
    expect(await rows()).toBe(before)
  })

  it('counts the time without a session from then on', async () => {
    await begin()
    await away()
    await back()
    await resume()
    expect(stallsAt(await here.engagement(), { zone: 'UTC', history: [] })).toBe(on(11 + 28))
  })

  it('leaves and comes back again', async () => {
    await away()
    await back()
    await resume()
    await people.change('vera', 'terminated', on(20))
    await people.settle()
    expect(await taken()).toBe(0)
    expect(await here.engagement()).toMatchObject({ paused: { at: on(20) } })
    await people.again()
    expect(await member('vera')).toMatchObject({ status: 'left' })
    await people.change('vera', 'rehired', on(25))
    await people.settle()
    await resume(on(26))
    expect(await taken()).toBe(1)
  })

  it('stays when their leaving is followed only after their return, and away the other way round', async () => {
    const left = await people.change('vera', 'terminated', on(5))
    await people.fail()
    await back()
    await people.redrive('person.changed', left)
    expect(await member('vera')).toMatchObject({ status: 'active' })
    expect(await match()).not.toHaveProperty('pausedAt')

    await people.change('vera', 'terminated', on(20))
    await people.settle()
    const returned = await people.change('vera', 'rehired', on(21))
    await people.fail()
    await people.change('vera', 'terminated', on(22))
    await people.settle()
    await people.redrive('person.changed', returned)
    expect(await member('vera')).toMatchObject({ status: 'left' })
  })

  it('can go on, also when the engagement opened only while the match was paused', async () => {
    await here.participant('ben')
    await proposeMatches(here.at(on(3)), here.owner, here.programId)
    await approveMatch(here.at(on(3)), here.owner, here.programId, 'ben.R002.coach')
    await publishMatches(here.at(on(3)), here.owner, here.programId)
    await people.fail()
    const changeId = await people.change('vera', 'terminated', on(5))
    await people.settle()
    await people.redrive('match.published')
    await people.redrive('match.published')
    const opened = () => here.store.get('engagement', here.scope, 'ben.R002.coach')
    expect(await opened()).toMatchObject({ paused: { at: on(5), personId: 'vera', changeId } })
    await back()
    await resumeByHand(here.at(on(11)), here.owner, here.programId, 'ben.R002.coach')
    expect(await opened()).not.toHaveProperty('paused')
    expect(await match('ben.R002.coach')).not.toHaveProperty('pausedAt')
    expect(await taken()).toBe(1)
  })

  it('goes on, also when only the match was paused', async () => {
    await away()
    await back()
    const { paused: _, ...going } = await here.engagement()
    await here.write({ kind: 'engagement', record: going, expect: going.version })
    await resume()
    expect(await match()).not.toHaveProperty('pausedAt')
    expect(await taken()).toBe(1)
  })

  it('does not go on while the other is gone', async () => {
    await away()
    await expect(resume()).rejects.toMatchObject({
      code: 'NotPossibleNow',
      message: expect.stringMatching(/coach has no part/),
    })
  })

  it('does not go on without a free place', async () => {
    await away()
    await back()
    const caseload = await here.caseload('vera')
    const vera = await member('vera')
    await here.write(
      { kind: 'caseload', record: { ...caseload, taken: caseload.places }, expect: caseload.version },
      { kind: 'member', record: { ...vera, places: caseload.places }, expect: vera.version },
    )
    await expect(resume()).rejects.toMatchObject({ code: 'NotPossibleNow', message: expect.stringContaining('places') })
    expect(await match()).toMatchObject({ pausedAt: on(5) })
  })

  it('does not go on once the participant has somebody else', async () => {
    await here.provider('cora', { places: 1 })
    await away()
    await proposeMatches(here.at(on(7)), here.owner, here.programId)
    for (const { id } of await here.matches('proposed'))
      await approveMatch(here.at(on(7)), here.owner, here.programId, id)
    await publishMatches(here.at(on(7)), here.owner, here.programId)
    expect(await taken('cora')).toBe(1)
    await back()
    await expect(resume()).rejects.toMatchObject({
      ...{ code: 'NotPossibleNow', message: expect.stringContaining('another coach') },
    })
  })

  it('does not go on in one reporting line', async () => {
    await away()
    await back()
    await manage('ana', 'vera')
    await expect(resume()).rejects.toMatchObject({
      code: 'NotPossibleNow',
      message: expect.stringContaining('manager'),
    })
  })

  it('can be ended or reassigned while it waits, and frees its place once', async () => {
    await here.participant('ben')
    await here.provider('cora', { places: 1 })
    await proposeMatches(here.at(on(3)), here.owner, here.programId, { reserved: [['ben', 'vera']] })
    for (const { id } of await here.matches('proposed'))
      await approveMatch(here.at(on(3)), here.owner, here.programId, id)
    await publishMatches(here.at(on(3)), here.owner, here.programId)
    await people.settle()
    expect(await taken()).toBe(2)
    await people.change('ana', 'terminated', on(5))
    await people.settle()
    expect(await taken()).toBe(1)
    await endByHand(here.at(on(6)), here.owner, here.programId, here.id(), 'withdrawn')
    await people.settle()
    expect(await taken()).toBe(1)
    await expect(resume()).rejects.toMatchObject({ code: 'NotPossibleNow' })
  })

  it('frees no second place when one pair was resumed and another is reassigned', async () => {
    await here.participant('ben')
    await here.provider('cora', { places: 1 })
    await proposeMatches(here.at(on(3)), here.owner, here.programId, { reserved: [['ben', 'vera']] })
    for (const { id } of await here.matches('proposed'))
      await approveMatch(here.at(on(3)), here.owner, here.programId, id)
    await publishMatches(here.at(on(3)), here.owner, here.programId)
    await people.settle()
    await away()
    await back()
    await resume()
    expect(await taken()).toBe(1)
    const instead = { providerId: 'cora', reason: 'availability' as const, text: 'The coach was away.' }
    await reassignMatch(here.at(on(12)), here.owner, here.programId, 'ben.R002.coach', instead)
    await people.settle()
    expect(await match('ben.R002.coach')).toMatchObject({ status: 'ended' })
    expect(await here.store.get('engagement', here.scope, 'ben.R002.coach')).toMatchObject({ endReason: 'reassigned' })
    expect([await taken(), await taken('cora')]).toEqual([1, 1])
  })
})
