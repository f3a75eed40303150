import { proposeMatches } from '@pilotgate/core/matching/review/propose-matches'
import { allOf } from '@pilotgate/core/program/load'
import { noticesFor } from '@pilotgate/emails/notices/notices'
import { beforeEach, describe, expect, it } from 'vitest'
import { type ChangedPair, changedPair } from './changed-pair.ts'
import { on } from './published.ts'

let here: ChangedPair['here']
let people: ChangedPair['people']
let match: ChangedPair['match']
let member: ChangedPair['member']
let rows: ChangedPair['rows']
let manage: ChangedPair['manage']
let begin: ChangedPair['begin']
const prepare = async (options?: Parameters<typeof changedPair>[0]) => {
  ;({ here, people, match, member, rows, manage, begin } = await changedPair(options))
}
beforeEach(() => prepare())

describe('somebody has another manager', () => {
  it.each([
    ['the coach manages the participant', 'ana', 'vera'],
    ['the participant manages the coach', 'vera', 'ana'],
  ])('asks who decides on a published pair, until the conflict is gone: %s', async (_, who, managerId) => {
    await manage(who, managerId)
    const changeId = await people.change(who, 'manager_changed', on(5))
    await people.settle(3)
    expect(await here.openTasks()).toMatchObject([
      { kind: 'do', gate: 'M4', personId: 'olga', engagementId: here.id() },
    ])
    expect(await here.told('match.conflict')).toMatchObject([{ matchId: here.id(), changeId }])
    expect(await people.effects(changeId)).toEqual([`reporting line in conflict ${here.id()}`])
    expect(await match()).toMatchObject({ status: 'published' })

    await manage(who, 'mia')
    await people.change(who, 'manager_changed', on(6))
    await people.settle()
    expect(await here.openTasks()).toEqual([])
    await people.again()
    expect(await here.openTasks()).toEqual([])
  })

  it('asks the matching owner where there is one, but nobody about themselves', async () => {
    await here.person('mats', ['matching owner'])
    const vera = await member('vera')
    await here.write({ kind: 'member', record: { ...vera, roles: ['coach', 'matching owner'] }, expect: vera.version })
    await manage('ana', 'vera')
    await people.change('ana', 'manager_changed', on(5))
    await people.settle()
    expect((await here.openTasks()).map(({ personId }) => personId)).toEqual(['mats'])
  })

  it('withdraws a proposal with the reason, and leaves others alone', async () => {
    for (const id of ['ben', 'cem']) await here.participant(id)
    await proposeMatches(here.at(on(3)), here.owner, here.programId)
    await manage('ben', 'vera')
    await people.change('ben', 'manager_changed', on(5))
    await people.settle()
    expect(await match('ben.R002.coach')).toMatchObject({
      ...{ status: 'withdrawn', endedBecause: "The coach is the participant's manager." },
    })
    expect(await match('cem.R002.coach')).toMatchObject({ status: 'proposed' })
  })

  it('does nothing where nobody manages the other', async () => {
    await manage('ana', 'olga')
    await people.change('ana', 'manager_changed', on(5))
    await people.settle()
    expect(await people.effects()).toEqual([])
  })
})

describe('somebody has a new role', () => {
  it('counts for K3 once, and suggests a mentor after the coaching', async () => {
    await begin()
    const changeId = await people.change('ana', 'role_changed', on(30), { effectiveOn: '2027-02-20' })
    await people.settle(5)
    expect(await allOf(here.store, 'reading', here.scope)).toMatchObject([
      // Joined on 25 January, after the program began.
      {
        kpi: 'K3',
        group: 'cohort',
        part: 26,
        whole: 1,
        on: '2027-02-20',
        source: 'HR events',
        reference: changeId,
        version: 1,
      },
    ])
    expect(await here.told('reading.recorded')).toHaveLength(1)
    expect(await here.openTasks()).toMatchObject([
      { kind: 'do', gate: 'E6', personId: 'olga', engagementId: here.id() },
    ])
    const told = await here.told('handoff.suggested')
    expect(told).toHaveLength(1)
    const site = { publicUrl: 'https://pilotgate.example', organisationName: () => 'Northwind' }
    expect(await noticesFor(here.store, told[0]!, site)).toMatchObject([
      { kind: 'handoff-suggested', personId: 'olga' },
    ])
  })

  it('suggests no mentor before the coaching has begun, and none to who has one', async () => {
    await people.change('ana', 'role_changed', on(30))
    await people.settle()
    expect(await here.told('handoff.suggested')).toEqual([])
    await prepare({ services: ['coach', 'mentor'] })
    await begin()
    await people.change('ana', 'role_changed', on(30))
    await people.settle()
    expect(await here.told('handoff.suggested')).toEqual([])
  })

  it.each([
    ['taken away', 'Engineer', null],
    ['given for the first time', null, 'Engineer'],
  ])('which is none when a title was %s', async (_, before, after) => {
    await begin()
    await people.change('ana', 'role_changed', on(30), { before, after })
    await people.settle()
    expect(await people.effects()).toEqual([])
    expect(await here.openTasks()).toEqual([])
  })

  it('counts nothing for who is no participant', async () => {
    await people.change('vera', 'role_changed', on(30))
    await people.settle()
    expect(await people.effects()).toEqual([])
  })
})

it('changes nothing but the history when somebody has another department', async () => {
  const before = await rows()
  await people.change('ana', 'department_changed', on(5))
  await people.settle()
  expect(await rows()).toBe(before)
})
