import { addActionItem } from '@pilotgate/core/engagement/sessions/add-action-item'
import { cancelSession } from '@pilotgate/core/engagement/sessions/cancel-session'
import { moveSession } from '@pilotgate/core/engagement/sessions/move-session'
import { rateSession } from '@pilotgate/core/engagement/sessions/rate-session'
import {
  countActionItems,
  listActionItems,
  listSessions,
  readSession,
} from '@pilotgate/core/engagement/sessions/read-sessions'
import { attendanceInput, recordAttendance } from '@pilotgate/core/engagement/sessions/record-attendance'
import { recordNoShow } from '@pilotgate/core/engagement/sessions/record-no-show'
import { scheduleSession } from '@pilotgate/core/engagement/sessions/schedule-session'
import { updateActionItem } from '@pilotgate/core/engagement/sessions/update-action-item'
import type { Store } from '@pilotgate/core/ports'
import type { Actor } from '@pilotgate/core/program/actor'
import { beforeEach, describe, expect, it } from 'vitest'
import { attendance, day, item, type Pairs, pairs } from '../pair.ts'

let here: Pairs
beforeEach(async () => {
  here = await pairs()
})
const schedule = (
  startsAt: string,
  { actor = here.cora, id = here.coaching, minutes = undefined as number | undefined } = {},
) => scheduleSession(here.at(), actor, here.programId, id, { startsAt, ...(minutes && { minutes }) })
const attend = (id: string, more = {}, now = day(1, 2), actor = here.cora) =>
  recordAttendance(here.at(now), actor, here.programId, id, { ...attendance, ...more })
const rate = (id: string, rating: number, actor = here.lena) =>
  rateSession(here.at(day(2)), actor, here.programId, id, rating)
const move = (id: string, startsAt: string, now?: string) =>
  moveSession(here.at(now), here.lena, here.programId, id, { startsAt })
const cancel = (id: string) => cancelSession(here.at(), here.lena, here.programId, id, 'Both travel')
const noShow = (id: string, now = day(1, 2)) => recordNoShow(here.at(now), here.lena, here.programId, id)
const update = (id: string, status: 'done' | 'dropped' | 'open', actor = here.lena, now = day(3)) =>
  updateActionItem(here.at(now), actor, here.programId, id, status)

describe('a session', () => {
  it('is scheduled, moved, attended and rated, and each step tells its whole state with the next revision', async () => {
    const { id } = await schedule(day(1))
    await move(id, day(1, 1))
    await attend(id, { actionItems: [item, { ...item, ownerId: 'cora' }] })
    await rate(id, 3)
    const rated = await rate(id, 5)
    expect(rated).toMatchObject({
      id: 'lena.R001.coach.S001',
      status: 'attended',
      sequence: 1,
      rating: 5,
      actionItems: 2,
    })
    const events = await here.told()
    const sessions = events.filter(({ type }) => type === 'session.changed')
    expect(sessions).toMatchObject([
      { revision: 1, status: 'scheduled', sequence: 0, startsAt: day(1), service: 'coach', participantId: 'lena' },
      { revision: 2, status: 'scheduled', sequence: 1, startsAt: day(1, 1) },
      { revision: 3, status: 'attended', topics: ['delegation'], actionItems: 2, at: day(1, 2), by: 'cora' },
      { revision: 4, rating: 3, by: 'lena' },
      { revision: 5, rating: 5 },
    ])
    expect(rated.version).toBe(5)
    expect(events.filter(({ type }) => type === 'action.changed')).toMatchObject([
      { actionId: `${id}.A1`, revision: 1, status: 'open', dueOn: '2027-03-01', loggedAt: day(1, 2), kind: 'action' },
      { actionId: `${id}.A2`, revision: 1 },
    ])
    expect(JSON.stringify(events)).not.toContain('Delegate one decision')
  })

  it('stands with its engagement while it lies ahead, and ends a stall once held', async () => {
    await here.change(here.coaching, { stalledSince: day(-1), nudgedAt: day(-1), escalatedAt: day(-1) })
    const { id } = await schedule(day(1), { minutes: 45 })
    await schedule(day(15))
    expect(await here.counted(here.coaching)).toMatchObject({
      sessionsMade: 2,
      upcoming: [
        { sessionId: id, startsAt: day(1), minutes: 45 },
        { startsAt: day(15), minutes: 60 },
      ],
    })
    await move(id, day(2))
    expect((await here.counted(here.coaching)).upcoming).toContainEqual({
      sessionId: id,
      startsAt: day(2),
      minutes: 45,
    })
    await attend(id, {}, day(2))
    const after = await here.counted(here.coaching)
    expect(after.upcoming).toMatchObject([{ startsAt: day(15) }])
    expect(after).toMatchObject({ lastHeldAt: day(2), guidance: [{ level: 'questions', at: day(2), by: 'cora' }] })
    expect([after.stalledSince, after.nudgedAt, after.escalatedAt]).toEqual([undefined, undefined, undefined])
  })

  it('that was missed or cancelled does not lie ahead; a cancelled one gets the next SEQUENCE (E9)', async () => {
    const [missed, off] = [await schedule(day(1)), await schedule(day(3))]
    expect(await noShow(missed.id)).toMatchObject({ status: 'no-show', sequence: 0 })
    expect(await cancel(off.id)).toMatchObject({ status: 'cancelled', sequence: 1, cancelledBecause: 'Both travel' })
    expect((await here.counted(here.coaching)).upcoming).toEqual([])
    const before = (await here.told()).length
    await noShow(missed.id)
    await cancel(off.id)
    expect((await here.told()).length).toBe(before)
    // The time is free again.
    await schedule(day(3))
  })

  it('moved to where it is changes nothing', async () => {
    const { id } = await schedule(day(1))
    expect(await move(id, '2027-02-02T08:00:00Z')).toMatchObject({ version: 1, sequence: 0 })
    // It is not in its own way.
    expect(await move(id, day(1, 0.5))).toMatchObject({ version: 2, sequence: 1 })
  })
})

describe('times that overlap', () => {
  const refused = (startsAt: string, words: string, more = {}) =>
    expect(schedule(startsAt, more)).rejects.toMatchObject({
      code: 'InvalidInput',
      problems: [{ field: 'startsAt', problem: expect.stringContaining(words) }],
    })

  it('are refused for either of the two, in the zone of who asks, and name only what is theirs to know', async () => {
    await schedule(day(1))
    const own = 'Overlaps session lena.R001.coach.S001, from 2027-02-02 09:00 (Europe/Berlin) to 2027-02-02 10:00'
    await refused(day(1, 0.5), own)
    const theirs = { actor: here.lena, id: here.mentoring }
    await refused(day(1, 0.5), 'lena.R001.coach.S001, from 2027-02-02 03:00 (America/New_York)', theirs)
    await refused(day(1, -0.5), 'Overlaps another session of the participant', { actor: here.max, id: here.mentoring })
    // Tim learns that his coach is busy, not with whom.
    await refused(day(1), 'Overlaps another session of the coach', { actor: here.tim, id: here.other })
    await expect(schedule(day(1), { actor: here.tim, id: here.other })).rejects.not.toMatchObject({
      problems: [{ problem: expect.stringContaining('lena') }],
    })
    await schedule(day(1, 1), { actor: here.tim, id: here.other })
  })

  it('are refused across programs, and against blocks that are not sessions yet', async () => {
    const elsewhere = { ...here.scope, scope: `${here.programId}x` }
    const known = await here.counted(here.other)
    await here.write({
      kind: 'engagement',
      record: {
        ...known,
        ...elsewhere,
        upcoming: [{ sessionId: 'tim.R001.coach.S009', startsAt: day(4), minutes: 60 }],
      },
      expect: 0,
    })
    await here.write({
      kind: 'member',
      record: {
        ...elsewhere,
        id: 'cora',
        version: 0,
        roles: ['coach'],
        learnerKind: 'person',
        places: 1,
        status: 'active',
        joinedAt: day(0),
      },
      expect: 0,
    })
    await refused(day(4), 'S009')
    await here.change(here.other, { status: 'preparing', blocks: [day(5), day(6), day(7)] })
    await refused(day(6, 0.9), 'Overlaps the block for a first session of tim.R001.coach')
    await here.change(here.other, {
      status: 'ended',
      endedAt: day(0),
      upcoming: [{ sessionId: 'x', startsAt: day(8), minutes: 60 }],
    })
    await schedule(day(8))
  })

  it('taken at the same moment in two engagements are given to one of them only', async () => {
    const waiting: (() => void)[] = []
    // Both read before either writes.
    const together: Store = {
      ...here.store,
      commit: async (...given) => {
        if (waiting.length < 2) {
          await new Promise<void>((go) => {
            waiting.push(go)
            if (waiting.length === 2) for (const each of waiting) each()
          })
        }
        return here.store.commit(...given)
      },
    }
    const book = (actor: Actor, id: string) =>
      scheduleSession({ ...here.at(), store: together }, actor, here.programId, id, { startsAt: day(1) })
    const results = await Promise.allSettled([book(here.lena, here.coaching), book(here.tim, here.other)])
    expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    expect(results.find(({ status }) => status === 'rejected')).toMatchObject({ reason: { code: 'InvalidInput' } })
  })
})

describe('what cannot be', () => {
  const cases: [what: string, run: (id: string) => Promise<unknown>, code: string, words: string][] = [
    ['a time in the past', () => schedule(day(-1)), 'InvalidInput', 'Lies in the past'],
    ['after the last day', () => schedule('2027-06-02T08:00:00Z'), 'InvalidInput', 'after 2027-06-01, the last day'],
    ['of strangers', () => schedule(day(3), { actor: here.tim }), 'NotFound', 'There is no engagement'],
    ['by the owner', () => schedule(day(3), { actor: here.olga }), 'NotFound', 'There is no engagement'],
    [
      'attended before its start',
      (id) => attend(id, {}, day(0)),
      'NotPossibleNow',
      'starts at 2027-02-02 09:00 (Europe/Berlin)',
    ],
    ['missed before its start', (id) => noShow(id, day(0)), 'NotPossibleNow', 'starts at'],
    ['rated before it was held', (id) => rate(id, 4), 'NotPossibleNow', 'Only a session that was attended'],
    ['rated by the coach', (id) => rate(id, 4, here.cora), 'NotAllowed', 'Only the participant'],
    ['more action items before it was held', (id) => add(id), 'NotPossibleNow', 'Record the attendance first'],
    [
      'an owner from outside',
      (id) => attend(id, { actionItems: [{ ...item, ownerId: 'max' }] }),
      'InvalidInput',
      'Is neither of the pair. Name the participant (lena) or the coach (cora).',
    ],
    [
      'due before the session',
      (id) => attend(id, { actionItems: [item, { ...item, dueOn: '2027-02-01' }] }),
      'InvalidInput',
      'before the session, which was on 2027-02-02',
    ],
    [
      'due in the past',
      (id) => attend(id, { actionItems: [{ ...item, dueOn: '2027-02-03' }] }, day(4)),
      'InvalidInput',
      'today is 2027-02-05 (Europe/Berlin)',
    ],
    ['an unknown session', () => rate('lena.R001.coach.S099', 4), 'NotFound', 'There is no session'],
    ['no id of a session', () => rate('nonsense', 4), 'NotFound', 'There is no session'],
    ['an unknown action item', () => update('lena.R001.coach.S001.A9', 'done'), 'NotFound', 'There is no action item'],
  ]
  const add = (id: string, now = day(1, 3)) => addActionItem(here.at(now), here.cora, here.programId, id, item)

  it.each(cases)('%s', async (_, run, code, words) => {
    const { id } = await schedule(day(1))
    const before = [await here.told(), await here.counted(here.coaching)]
    await expect(run(id)).rejects.toMatchObject({ code, message: expect.stringContaining(words) })
    expect([await here.told(), await here.counted(here.coaching)]).toEqual(before)
  })

  it('held, missed and cancelled sessions are neither moved, cancelled nor recorded otherwise', async () => {
    const held = await schedule(day(1))
    const missed = await schedule(day(1, 1))
    const off = await schedule(day(9))
    await attend(held.id)
    await noShow(missed.id)
    await cancel(off.id)
    const late = day(10)
    for (const { id } of [held, missed, off]) {
      await expect(move(id, day(11), late)).rejects.toMatchObject({ code: 'NotPossibleNow' })
      await expect(attend(id, {}, late)).rejects.toMatchObject({ code: 'NotPossibleNow' })
    }
    for (const { id } of [held, missed]) await expect(cancel(id)).rejects.toMatchObject({ code: 'NotPossibleNow' })
    for (const { id } of [held, off]) await expect(noShow(id, late)).rejects.toMatchObject({ code: 'NotPossibleNow' })
  })

  it('before the kickoff, naming what is missing; and nothing of an engagement that ended', async () => {
    const { id } = await schedule(day(1))
    await attend(id)
    await here.change(here.coaching, { status: 'preparing' })
    await expect(schedule(day(5))).rejects.toMatchObject({
      code: 'NotPossibleNow',
      message: expect.stringMatching(/intake with measurable goals.+calendar blocks.+data consent/s),
    })
    await here.change(here.coaching, { status: 'closing' })
    await expect(schedule(day(5))).rejects.toMatchObject({ message: expect.stringContaining('Renew it first') })
    await here.change(here.coaching, { status: 'ended', endedAt: day(3) })
    const closed = { code: 'NotPossibleNow', message: expect.stringContaining('ended on') }
    for (const run of [() => schedule(day(5)), () => rate(id, 4), () => update(`${id}.A1`, 'done'), () => add(id)]) {
      await expect(run()).rejects.toMatchObject(closed)
    }
  })

  it('0 or 4 action items, no topic, or a sentence for one', () => {
    const problems = (more: object) =>
      attendanceInput
        .safeParse({ ...attendance, ...more })
        .error?.issues.map(({ path, message }) => [path.join('.'), message])
    expect(problems({})).toBeUndefined()
    expect(problems({ actionItems: [] })).toEqual([['actionItems', expect.stringContaining('at least one')]])
    expect(problems({ actionItems: [item, item, item, item] })).toEqual([
      ['actionItems', expect.stringContaining('three')],
    ])
    expect(problems({ topics: [] })).toEqual([['topics', 'Name at least one topic.']])
    expect(problems({ topics: ['She said: "my boss shouts at me" and cried.'] })).toHaveLength(1)
    expect(problems({ actionItems: [{ ...item, verification: ' ' }] })?.[0]?.[0]).toBe('actionItems.0.verification')
  })
})

describe('action items', () => {
  it('are done, dropped and opened again by either of the two, and by nobody else', async () => {
    const { id } = await schedule(day(1))
    await attend(id)
    const action = `${id}.A1`
    expect(await update(action, 'done', here.cora)).toMatchObject({ status: 'done', doneAt: day(3) })
    expect(await update(action, 'done', here.lena, day(4))).toMatchObject({ doneAt: day(3), version: 2 })
    expect((await update(action, 'open')).doneAt).toBeUndefined()
    expect(await update(action, 'dropped')).toMatchObject({ status: 'dropped', version: 4 })
    for (const actor of [here.tim, here.max, here.olga]) {
      await expect(update(action, 'done', actor)).rejects.toMatchObject({ code: 'NotFound' })
    }
    const changed = (await here.told()).filter(({ type }) => type === 'action.changed')
    expect(changed).toMatchObject([
      { revision: 1 },
      { revision: 2, doneAt: day(3) },
      { revision: 3, status: 'open' },
      { revision: 4 },
    ])
    expect(changed[2]).not.toHaveProperty('doneAt')
  })

  it('are added up to three, and counted for those who see no text', async () => {
    const { id } = await schedule(day(1))
    await attend(id)
    const add = () => addActionItem(here.at(day(2)), here.lena, here.programId, id, { ...item, dueOn: '2027-02-04' })
    await add()
    expect(await add()).toMatchObject({ actionItems: 3 })
    await expect(add()).rejects.toMatchObject({ code: 'NotPossibleNow' })
    await update(`${id}.A1`, 'done')
    const counts = await countActionItems(here.store, here.olga, here.programId, '2027-02-05')
    expect(counts).toEqual({ all: 3, open: 2, overdue: 2, done: 1, dropped: 0 })
    expect(await listActionItems(here.store, here.lena, here.programId, here.coaching)).toHaveLength(3)
    await expect(listActionItems(here.store, here.olga, here.programId, here.coaching)).rejects.toMatchObject({
      code: 'NotFound',
    })
  })

  it('come with a session to the pair alone', async () => {
    const { id } = await schedule(day(1))
    await attend(id)
    const read = (actor: Actor) => readSession(here.store, actor, here.programId, id)
    expect((await read(here.lena)).actions).toHaveLength(1)
    for (const [actor, sight] of [
      [here.olga, 'overseer'],
      [here.mia, 'manager'],
    ] as const) {
      expect(await read(actor)).toMatchObject({ actions: [], sight })
    }
    for (const actor of [here.tim, here.max]) await expect(read(actor)).rejects.toMatchObject({ code: 'NotFound' })
    const list = await listSessions(here.store, here.mia, here.programId, here.coaching, { limit: 10 })
    expect(list.items).toMatchObject([{ id }])
  })
})
