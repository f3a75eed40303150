import { addMilestone } from '@pilotgate/core/engagement/ledgers/add-milestone'
import { closeMilestone } from '@pilotgate/core/engagement/ledgers/close-milestone'
import { listBlockers } from '@pilotgate/core/engagement/ledgers/list-blockers'
import { raiseBlocker } from '@pilotgate/core/engagement/ledgers/raise-blocker'
import { resolveBlocker } from '@pilotgate/core/engagement/ledgers/resolve-blocker'
import type { Actor } from '@pilotgate/core/program/actor'
import { beforeEach, describe, expect, it } from 'vitest'
import { day, type Pairs, pairs } from '../pair.ts'

let here: Pairs
beforeEach(async () => {
  here = await pairs()
})

describe('milestones', () => {
  const add = (dueOn = '2027-04-30', actor: Actor = here.lena) =>
    addMilestone(here.at(), actor, here.programId, here.coaching, {
      kind: 'milestone',
      title: 'Plan without me',
      dueOn,
    })
  const close = (id: string, status: 'reached' | 'dropped', evidence?: string, actor: Actor = here.cora) =>
    closeMilestone(here.at(day(5)), actor, here.programId, id, { status, evidence })

  it('are added, reached with evidence or dropped, and told', async () => {
    const [first, second] = [await add(), await add()]
    expect([first.id, second.id]).toEqual(['lena.R001.coach.M001', 'lena.R001.coach.M002'])
    expect(await close(first.id, 'reached', 'Release 4')).toMatchObject({
      status: 'reached',
      reachedAt: day(5),
      evidence: 'Release 4',
    })
    await close(first.id, 'reached', 'Release 4')
    expect(await close(second.id, 'dropped')).toMatchObject({ status: 'dropped', version: 2 })
    const told = (await here.told()).filter(({ type }) => type === 'milestone.changed')
    expect(told).toMatchObject([
      { status: 'open' },
      { status: 'open' },
      { milestoneId: first.id, status: 'reached' },
      { status: 'dropped' },
    ])
  })

  it('are refused without evidence, after a decision, in the past, and to strangers', async () => {
    const { id } = await add()
    await expect(close(id, 'reached')).rejects.toMatchObject({ problems: [{ field: 'evidence' }] })
    await expect(close(id, 'dropped', undefined, here.tim)).rejects.toMatchObject({ code: 'NotFound' })
    await expect(close(`${here.coaching}.M009`, 'dropped')).rejects.toMatchObject({ code: 'NotFound' })
    await expect(add('2027-01-31')).rejects.toMatchObject({ problems: [{ field: 'dueOn' }] })
    await expect(add('2027-03-01', here.olga)).rejects.toMatchObject({ code: 'NotFound' })
    await close(id, 'dropped')
    await expect(close(id, 'reached', 'Yet')).rejects.toMatchObject({ code: 'AlreadyDecided' })
    await here.change(here.coaching, { status: 'ended', endedAt: day(1) })
    await expect(add()).rejects.toMatchObject({ code: 'NotPossibleNow' })
  })
})

describe('blockers', () => {
  const raise = (actor: Actor, more = {}) =>
    raiseBlocker(here.at(), actor, here.programId, { text: 'No deploys on Fridays', systemic: false, ...more })
  const resolve = (id: string, actor: Actor, resolution = 'A slot on Fridays') =>
    resolveBlocker(here.at(day(3)), actor, here.programId, id, resolution)
  const seen = async (actor: Actor, more = {}) =>
    (await listBlockers(here.store, actor, here.programId, { limit: 100, ...more })).items.map(({ sight }) => sight)

  it('are raised and resolved, and told without their words', async () => {
    const { id } = await raise(here.lena, { systemic: true })
    expect(await resolve(id, here.olga)).toMatchObject({ status: 'resolved', resolvedBy: 'olga', resolvedAt: day(3) })
    await resolve(id, here.olga)
    await expect(resolve(id, here.olga, 'Otherwise')).rejects.toMatchObject({ code: 'AlreadyDecided' })
    const told = (await here.told()).filter(({ type }) => type === 'blocker.changed')
    expect(told).toMatchObject([
      { revision: 1, systemic: true, status: 'open' },
      { revision: 2, status: 'resolved', resolvedAt: day(3) },
    ])
    expect(JSON.stringify(told)).not.toContain('Fridays')
  })

  it('of an engagement are read by its pair, the manager and operations; others see at most that they are there', async () => {
    await raise(here.cora, { engagementId: here.coaching })
    for (const actor of [here.lena, here.cora, here.mia, here.olga]) expect(await seen(actor)).toEqual(['words'])
    expect(await seen(here.hana)).toEqual(['status'])
    for (const actor of [here.tim, here.max]) expect(await seen(actor)).toEqual([])
    expect(await seen(here.olga, { systemic: true })).toEqual([])
    expect(await seen(here.olga, { engagementId: here.coaching, status: 'open', systemic: false })).toEqual(['words'])
  })

  it('of others are unknown to raise for and to resolve', async () => {
    await expect(raise(here.tim, { engagementId: here.coaching })).rejects.toMatchObject({ code: 'NotFound' })
    const { id } = await raise(here.cora, { engagementId: here.coaching })
    const other = here.as('otto', 'manager')
    await expect(resolve(id, other)).rejects.toMatchObject({ code: 'NotFound' })
    await expect(resolve('B.nothing', here.olga)).rejects.toMatchObject({ code: 'NotFound' })
    await expect(resolve(id, here.olga, ' ')).rejects.toMatchObject({ problems: [{ field: 'resolution' }] })
    expect(await resolve(id, here.mia)).toMatchObject({ resolvedBy: 'mia' })
  })
})
