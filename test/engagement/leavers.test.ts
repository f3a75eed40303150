import { remindEngagement } from '@pilotgate/core/engagement/engagement-steps'
import { kickOff } from '@pilotgate/core/engagement/kickoff/kick-off'
import { planBlocks } from '@pilotgate/core/engagement/kickoff/plan-blocks'
import { lookAtPair } from '@pilotgate/core/engagement/looks/look-at-pair'
import { stallsAt } from '@pilotgate/core/engagement/looks/stalled'
import { scheduleSession } from '@pilotgate/core/engagement/sessions/schedule-session'
import { approveMatch } from '@pilotgate/core/matching/review/approve-match'
import { proposeMatches } from '@pilotgate/core/matching/review/propose-matches'
import { publishMatches } from '@pilotgate/core/matching/review/publish-matches'
import { allOf } from '@pilotgate/core/program/load'
import { beforeEach, describe, expect, it } from 'vitest'
import { type ChangedPair, changedPair } from './changed-pair.ts'
import { on } from './published.ts'

let here: ChangedPair['here']
let people: ChangedPair['people']
let ref: ChangedPair['ref']
let own: ChangedPair['own']
let match: ChangedPair['match']
let member: ChangedPair['member']
let taken: ChangedPair['taken']
let rows: ChangedPair['rows']
let begin: ChangedPair['begin']
let ask: ChangedPair['ask']
const prepare = async (options?: Parameters<typeof changedPair>[0]) => {
  ;({ here, people, ref, own, match, member, taken, rows, begin, ask } = await changedPair(options))
}
beforeEach(() => prepare())

describe('somebody leaves the organisation', () => {
  it.each([
    ['the coach', 'vera'],
    ['the participant', 'ana'],
  ])('pauses the pair, frees the place and cancels what lies ahead: %s', async (_, who) => {
    await begin()
    expect(await taken()).toBe(1)
    const changeId = await people.change(who, 'terminated', on(5))
    await people.settle(5)

    expect(await member(who)).toMatchObject({ status: 'left' })
    expect(await match()).toMatchObject({ status: 'published', pausedAt: on(5) })
    expect(await taken()).toBe(0)
    expect(await here.engagement()).toMatchObject({
      ...{ status: 'active', upcoming: [], paused: { at: on(5), personId: who, changeId } },
    })
    const sessions = await allOf(here.store, 'session', here.scope)
    expect(sessions.map(({ status, sequence }) => `${status} ${sequence}`)).toEqual(['cancelled 1', 'cancelled 1'])
    expect(await people.effects(changeId)).toEqual([
      `engagement paused ${here.id()}`,
      'left the program',
      `place freed ${here.id()}`,
      ...sessions.map(({ id }) => `session cancelled ${id}`),
    ])
    for (const type of ['member.left', 'match.paused']) expect(await here.told(type)).toHaveLength(1)
    const before = await rows()
    await people.again()
    expect(await rows()).toBe(before)
  })

  it('calls off what the pair was asked for, and neither asks, reminds nor nudges', async () => {
    await ask()
    expect(await here.openTasks()).toHaveLength(2)
    await people.change('vera', 'terminated', on(2))
    await people.settle()
    expect(await here.openTasks()).toHaveLength(0)
    const before = await here.events()
    expect(await remindEngagement(here.at(on(9)), ref(), 'agreement')).toMatchObject({ outcome: 'again' })
    await ask()
    expect(await here.events()).toEqual(before)
    expect(await here.openTasks()).toHaveLength(0)
  })

  it('is not looked at, does not stall and does not end by itself while it is paused', async () => {
    await begin()
    await people.change('vera', 'terminated', on(5))
    await people.settle()
    const engagement = await here.engagement()
    expect(stallsAt(engagement, { zone: 'UTC', history: [] })).toBeUndefined()
    const before = await rows()
    for (const days of [40, 100, 150]) {
      expect(await lookAtPair(here.at(on(days)), ref(), on(days))).toEqual({ next: 'wait', nextLookAt: on(days + 7) })
    }
    expect(await rows()).toBe(before)
  })

  it.each([
    ['kicked off', () => kickOff(here.at(on(6)), here.as('ana'), here.programId, here.id())],
    ['planned', () => planBlocks(here.at(on(6)), here.as('ana'), here.programId, here.id(), [on(8), on(9), on(10)])],
    [
      'scheduled',
      () => scheduleSession(here.at(on(6)), here.as('ana'), here.programId, here.id(), { startsAt: on(9) }),
    ],
  ])('lets no session be %s', async (_, act) => {
    await people.change('vera', 'terminated', on(5))
    await people.settle()
    await expect(act()).rejects.toMatchObject({ code: 'NotPossibleNow', message: expect.stringContaining('paused') })
  })

  it('withdraws what is not published yet, with the place of an approved match', async () => {
    for (const id of ['ben', 'cem']) await here.participant(id)
    await proposeMatches(here.at(on(3)), here.owner, here.programId)
    await approveMatch(here.at(on(3)), here.owner, here.programId, 'ben.R002.coach')
    expect(await taken()).toBe(2)
    const changeId = await people.change('vera', 'terminated', on(5))
    await people.settle(3)
    expect(await match('ben.R002.coach')).toMatchObject({
      status: 'ended',
      endedBecause: expect.stringContaining('left'),
    })
    expect(await match('cem.R002.coach')).toMatchObject({ status: 'withdrawn' })
    expect(await taken()).toBe(0)
    expect(await people.effects(`${changeId}.proposal`)).toEqual([
      'proposal withdrawn ben.R002.coach',
      'proposal withdrawn cem.R002.coach',
    ])
  })

  it('pauses a pair whose engagement opens only afterwards', async () => {
    await here.participant('ben')
    await proposeMatches(here.at(on(3)), here.owner, here.programId)
    await approveMatch(here.at(on(3)), here.owner, here.programId, 'ben.R002.coach')
    await publishMatches(here.at(on(3)), here.owner, here.programId)
    await people.change('vera', 'terminated', on(3))
    await people.settle()
    expect(await here.store.get('engagement', here.scope, 'ben.R002.coach')).toMatchObject({
      paused: { personId: 'vera' },
    })
  })

  it('frees the place of a pair once when both of them leave', async () => {
    await here.participant('ben')
    await proposeMatches(here.at(on(3)), here.owner, here.programId)
    await approveMatch(here.at(on(3)), here.owner, here.programId, 'ben.R002.coach')
    await publishMatches(here.at(on(3)), here.owner, here.programId)
    await people.change('ana', 'terminated', on(5))
    await people.settle()
    expect(await taken()).toBe(1)
    await people.change('vera', 'terminated', on(6))
    await people.settle()
    expect(await taken()).toBe(0)
  })

  it.each(['running', 'paused', 'draft'] as const)('also in a %s program', async (status) => {
    const program = (await here.store.get('program', own(), here.programId))!
    await here.write({ kind: 'program', record: { ...program, status }, expect: program.version })
    await people.change('vera', 'terminated', on(5))
    await people.settle()
    expect(await member('vera')).toMatchObject({ status: 'left' })
  })

  it.each(['stopped', 'completed'] as const)('not in a %s program', async (status) => {
    const program = (await here.store.get('program', own(), here.programId))!
    await here.write({ kind: 'program', record: { ...program, status }, expect: program.version })
    await people.change('vera', 'terminated', on(5))
    await people.settle()
    expect(await member('vera')).toMatchObject({ status: 'active' })
    expect(await people.effects()).toEqual([])
  })
})
