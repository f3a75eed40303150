import { deliveryOf } from '@pilotgate/core/engagement/delivery-of'
import { rateSession } from '@pilotgate/core/engagement/sessions/rate-session'
import { recordAttendance } from '@pilotgate/core/engagement/sessions/record-attendance'
import { recordNoShow } from '@pilotgate/core/engagement/sessions/record-no-show'
import { scheduleSession } from '@pilotgate/core/engagement/sessions/schedule-session'
import { writeDeliveries } from '@pilotgate/core/engagement/write-deliveries'
import { saveDelivery } from '@pilotgate/core/selection/supervision/delivery'
import { beforeEach, expect, it } from 'vitest'
import { attendance, day, type Pairs, pairs } from '../pair.ts'

let here: Pairs
beforeEach(async () => {
  here = await pairs()
})
const schedule = async (at: number, id = here.coaching, actor = here.cora) =>
  (await scheduleSession(here.at(), actor, here.programId, id, { startsAt: day(at) })).id
const deliveries = (now: string) => writeDeliveries(here.at(now), here.scope.tenantId, here.programId)
const delivered = (personId: string) => here.store.get('delivery', here.scope, personId)
const session = (at: number, status: 'scheduled' | 'attended' | 'no-show' | 'cancelled', rating?: number) => ({
  ...{ startsAt: day(at), minutes: 60, status },
  ...(rating && { rating }),
})

it('counts what was due, what was held, and each engagement with an evidenced behaviour once', () => {
  const closing = (engagementId: string, behaviourEvidenced: boolean) => ({
    ...here.scope,
    ...{ id: engagementId, version: 1, engagementId, by: 'cora', at: day(0) },
    form: {
      kind: 'final-outcome' as const,
      start: 'a',
      obstacles: 'b',
      interventions: 'c',
      result: 'd',
      behaviourEvidenced,
    },
  })
  const sessions = [
    session(1, 'attended', 5),
    session(2, 'attended'),
    session(3, 'no-show'),
    session(4, 'cancelled'),
    session(5, 'scheduled'),
    session(9, 'scheduled'),
  ]
  const closings = [closing('one', true), closing('one', true), closing('two', false), closing('three', true)]
  expect(deliveryOf({ service: 'coach', sessions, closings }, day(5))).toEqual({
    ...{
      service: 'coach',
      sessionsPlanned: 4,
      sessionsHeld: 2,
      coachedMinutes: 120,
      ratings: [5],
      evidencedOutcomes: 2,
    },
  })
})

it('writes what each coach and mentor delivered, from the first session that was due, and only what changed', async () => {
  const first = await schedule(1)
  const second = await schedule(2, here.other, here.tim)
  await schedule(40, here.mentoring, here.max)
  await deliveries(day(0))
  expect(await delivered('cora')).toBeUndefined()
  await recordAttendance(here.at(day(1)), here.cora, here.programId, first, attendance)
  await rateSession(here.at(day(1, 1)), here.lena, here.programId, first, 4)
  await recordNoShow(here.at(day(2)), here.cora, here.programId, second)
  await deliveries(day(3))
  await deliveries(day(4))
  expect(await delivered('cora')).toMatchObject({
    ...{ service: 'coach', sessionsPlanned: 2, sessionsHeld: 1, coachedMinutes: 60, ratings: [4], by: 'pilotgate' },
    ...{ at: day(3), version: 1 },
  })
  expect(await delivered('max')).toBeUndefined()
})

it('takes the place of what a lead counted, who then counts no more', async () => {
  const known = (await here.store.get('member', here.scope, 'cora'))!
  await here.write({ kind: 'member', record: { ...known, roles: ['coach'] }, expect: known.version })
  const input = {
    service: 'coach' as const,
    sessionsPlanned: 9,
    sessionsHeld: 9,
    coachedMinutes: 540,
    ratings: [],
    evidencedOutcomes: 1,
  }
  const save = () => saveDelivery(here.at(day(3)), here.olga, here.programId, 'cora', input)
  await save()
  await schedule(1)
  await deliveries(day(2))
  expect(await delivered('cora')).toMatchObject({ sessionsPlanned: 1, sessionsHeld: 0, version: 2 })
  await expect(save()).rejects.toMatchObject({ code: 'NotPossibleNow' })
})
