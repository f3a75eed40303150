import { commitSponsorAction } from '@pilotgate/core/engagement/ledgers/commit-sponsor-action'
import { confirmSponsorAction } from '@pilotgate/core/engagement/ledgers/confirm-sponsor-action'
import { listLedger } from '@pilotgate/core/engagement/ledgers/list-ledger'
import { logSponsorAction } from '@pilotgate/core/engagement/ledgers/log-sponsor-action'
import type { Actor } from '@pilotgate/core/program/actor'
import { beforeEach, expect, it } from 'vitest'
import { day, type Pairs, pairs } from '../pair.ts'

let here: Pairs
beforeEach(async () => {
  here = await pairs()
})
const commit = (dueOn = '2027-03-01', actor: Actor = here.max, id = here.mentoring) =>
  commitSponsorAction(here.at(), actor, here.programId, id, {
    type: 'introduction',
    text: 'Meet the head of platform',
    dueOn,
  })
const log = (id: string, evidence = 'They met on Monday', actor: Actor = here.max) =>
  logSponsorAction(here.at(day(9)), actor, here.programId, id, evidence)
const confirm = (id: string, actor: Actor = here.lena) =>
  confirmSponsorAction(here.at(day(10)), actor, here.programId, id)

it('are committed, done with evidence and confirmed by the mentee, each step told (E4)', async () => {
  const { id } = await commit()
  await log(id)
  await log(id)
  expect(await confirm(id)).toMatchObject({
    id: 'lena.R001.mentor.P001',
    status: 'confirmed',
    confirmedAt: day(10),
    version: 3,
  })
  await confirm(id)
  const told = (await here.told()).filter(({ type }) => type === 'sponsor-action.changed')
  expect(told).toMatchObject([
    { revision: 1, status: 'committed', dueOn: '2027-03-01', by: 'max' },
    { revision: 2, status: 'done', doneAt: day(9) },
    { revision: 3, status: 'confirmed', doneAt: day(9), confirmedAt: day(10), by: 'lena' },
  ])
  expect(JSON.stringify(told)).not.toMatch(/platform|Monday/)
  expect((await commit()).id).toBe('lena.R001.mentor.P002')
})

it('are numbered apart when two are committed at once', async () => {
  const made = await Promise.all([commit(), commit(), commit()])
  expect(made.map(({ id }) => id.slice(-4)).sort()).toEqual(['P001', 'P002', 'P003'])
})

it.each([
  ['2027-02-01', true],
  ['2027-04-02', true],
  ['2027-04-03', false],
  ['2027-01-31', false],
])('due on %s, committed on 1 February: %s (at most 60 days)', async (dueOn, fine) => {
  const made = commit(dueOn)
  if (fine) expect(await made).toMatchObject({ dueOn, committedOn: '2027-02-01' })
  else await expect(made).rejects.toMatchObject({ code: 'InvalidInput', problems: [{ field: 'dueOn' }] })
})

it('missed ones can still be done', async () => {
  const { id } = await commit()
  const known = (await here.store.get('sponsorAction', here.scope, id))!
  await here.write({ kind: 'sponsorAction', record: { ...known, status: 'missed' }, expect: 1 })
  expect(await log(id)).toMatchObject({ status: 'done' })
})

const refused: [what: string, run: (id: string) => Promise<unknown>, code: string][] = [
  ['committed by the mentee', () => commit('2027-03-01', here.lena), 'NotAllowed'],
  ['committed by a coach', () => commit('2027-03-01', here.cora, here.coaching), 'NotPossibleNow'],
  ['committed by a stranger', () => commit('2027-03-01', here.cora), 'NotFound'],
  ['without evidence', (id) => log(id, '  '), 'InvalidInput'],
  ['evidence by the mentee', (id) => log(id, 'Done', here.lena), 'NotAllowed'],
  ['confirmed before it is done', (id) => confirm(id), 'NotPossibleNow'],
  ['confirmed by the mentor', (id) => confirm(id, here.max), 'NotAllowed'],
  ['confirmed by the owner', (id) => confirm(id, here.olga), 'NotFound'],
  ['unknown', () => confirm('lena.R001.mentor.P009'), 'NotFound'],
  ['no id of one', () => confirm('nonsense'), 'NotFound'],
]
it.each(refused)('refused: %s', async (_, run, code) => {
  const { id } = await commit()
  await expect(run(id)).rejects.toMatchObject({ code })
  expect(await here.store.get('sponsorAction', here.scope, id)).toMatchObject({ version: 1, status: 'committed' })
})

it('cannot be changed once confirmed, nor when the engagement has ended', async () => {
  const { id } = await commit()
  await log(id)
  await confirm(id)
  await expect(log(id, 'Something else')).rejects.toMatchObject({ code: 'AlreadyDecided' })
  await here.change(here.mentoring, { status: 'ended', endedAt: day(11) })
  for (const run of [commit, () => log(id), () => confirm(id)]) {
    await expect(run()).rejects.toMatchObject({ code: 'NotPossibleNow' })
  }
})

it('are seen by the pair with their text, by overseers and the manager without, and by nobody else', async () => {
  await commit()
  const sights = async (actor: Actor, query = {}) =>
    (await listLedger(here.store, actor, here.programId, 'sponsorAction', { limit: 100, ...query })).items.map(
      ({ sight }) => sight,
    )
  expect(await sights(here.lena)).toEqual(['pair'])
  expect(await sights(here.max, { engagementId: here.mentoring, status: 'committed' })).toEqual(['pair'])
  expect(await sights(here.olga)).toEqual(['overseer'])
  expect(await sights(here.olga, { status: 'done' })).toEqual([])
  expect(await sights(here.mia)).toEqual(['manager'])
  expect(await sights(here.cora)).toEqual([])
  await expect(sights(here.cora, { engagementId: here.mentoring })).rejects.toMatchObject({ code: 'NotFound' })
})
