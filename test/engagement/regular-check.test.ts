import { newEscalation } from '@pilotgate/core/engagement/ledgers/new-escalation'
import type { SponsorActionRecord } from '@pilotgate/core/engagement/ledgers/sponsor-action'
import { checkEngagements } from '@pilotgate/core/engagement/regular-check'
import { expect, it } from 'vitest'
import { on, publishedPair } from './published.ts'

it('tells once of each escalation whose time is over, and of none that was answered', async () => {
  const here = await publishedPair()
  const of = { ...here.scope, id: here.id() }
  for (const [id, kind] of [
    ['1', 'operational'],
    ['2', 'performance'],
    ['3', 'operational'],
  ] as const) {
    const { change } = newEscalation(of, id, { kind, text: 'Help', zone: 'UTC', now: on(0), by: 'ana' })
    await here.write(change)
  }
  const third = (await here.store.get('escalation', here.scope, 'E.3'))!
  await here.write({ kind: 'escalation', record: { ...third, status: 'answered' }, expect: third.version })
  const check = (days: number) => checkEngagements(here.at(on(days)), here.scope.tenantId, here.programId)
  await check(3)
  expect(await here.told('escalation.changed')).toEqual([])
  await check(3.1)
  await check(4)
  expect(await here.told('escalation.changed')).toMatchObject([{ escalationId: 'E.1', what: 'overdue' }])
  await check(6)
  expect(await here.told('escalation.changed')).toMatchObject([{ escalationId: 'E.1' }, { escalationId: 'E.2' }])
})

it('counts a sponsor action as missed the day after it was due, on the clock of the program; more than a transaction holds', async () => {
  const here = await publishedPair()
  const action = (number: number, status: SponsorActionRecord['status'], dueOn: string): SponsorActionRecord => ({
    ...here.scope,
    ...{ id: `${here.id('mentor')}.P${String(number).padStart(3, '0')}`, version: 0, engagementId: here.id('mentor') },
    ...{ type: 'introduction', text: 'Meets the board', committedOn: '2027-01-25', dueOn, status, loggedAt: on(0) },
  })
  const rows = [
    ...Array.from({ length: 60 }, (_, index) => action(index, 'committed', '2027-02-01')),
    action(60, 'done', '2027-02-01'),
    action(61, 'committed', '2027-02-02'),
  ]
  for (const record of rows) await here.write({ kind: 'sponsorAction', record, expect: 0 })
  const statuses = async () =>
    (await here.store.list('sponsorAction', here.scope, { limit: 100 })).items.map(({ status }) => status)
  const check = (now: string) => checkEngagements(here.at(now), here.scope.tenantId, here.programId)
  await check('2027-02-01T22:30:00.000Z')
  expect(await statuses()).not.toContain('missed')
  // Half past midnight in Berlin.
  await check('2027-02-01T23:30:00.000Z')
  await check('2027-02-02T08:00:00.000Z')
  expect(await statuses()).toEqual([...Array(60).fill('missed'), 'done', 'committed'])
  const told = await here.told('sponsor-action.changed')
  expect(told).toMatchObject(Array(60).fill({ status: 'missed', revision: 2 }))
})
