import { expect, test } from 'vitest'
import { naming, refusal } from '../platform.ts'
import { staff } from '../selection/selection.ts'
import { startPairs } from './pairs.ts'

const { platform, path, participantId, as, idOf, coaching, mentoring } = await startPairs(staff)
const [coach, mentor, participant] = [await as(staff.coach), await as(staff.mentor), await as(staff.participant)]
const [owner, manager, hrHead, sponsor] = [
  await as(staff.owner),
  await as(staff.manager),
  await as(staff.hrHead),
  await as(staff.sponsor),
]
const [stranger, matchingOwner] = [await as(staff.otherCoach), await as(staff.matchingOwner)]
const first = `${coaching}.S001`
const session = { path: { ...path, sessionId: first } }
const inCoaching = { path: { ...path, engagementId: coaching } }
const inMentoring = { path: { ...path, engagementId: mentoring } }
const item = {
  kind: 'action' as const,
  text: 'Delegate one decision',
  ownerId: participantId,
  dueOn: '2027-02-15',
  verification: 'Minutes',
}
const attendance = { topics: ['delegation'], actionItems: [item], guidance: 'answers' as const }
const gone = { status: 404, code: 'NotFound' }
const notNow = (words: string) => ({ status: 409, code: 'NotPossibleNow', detail: expect.stringContaining(words) })

test('a session is scheduled, also by hand of the other one, at a time that is free for both', async () => {
  const made = await coach('scheduleSession', { ...inCoaching, body: { startsAt: '2027-02-01T09:00:00Z' } })
  expect(made).toMatchObject({ sessionId: first, minutes: 60, status: 'scheduled', sequence: 0 })
  const overlapping = { ...inMentoring, body: { startsAt: '2027-02-01T09:30:00Z' } }
  expect(await refusal(participant('scheduleSession', overlapping))).toEqual(
    naming('startsAt', `Overlaps session ${first}, from 2027-02-01 10:00 (Europe/Berlin) to 2027-02-01 11:00`),
  )
  expect(await refusal(mentor('scheduleSession', overlapping))).toEqual(
    naming('startsAt', 'Overlaps another session of the participant, from 2027-02-01 10:00'),
  )
  expect(
    await refusal(coach('scheduleSession', { ...inCoaching, body: { startsAt: '2027-01-01T09:00:00Z' } })),
  ).toEqual(naming('startsAt', 'Lies in the past'))
  expect(await participant('moveSession', { ...session, body: { startsAt: '2027-02-02T09:00:00Z' } })).toMatchObject({
    startsAt: '2027-02-02T09:00:00.000Z',
    sequence: 1,
  })
})

test('who has nothing to do with it meets the answer of an unknown id', async () => {
  const calls = [
    () => stranger('getSession', session),
    () => stranger('moveSession', { ...session, body: { startsAt: '2027-02-03T09:00:00Z' } }),
    () => mentor('recordNoShow', session),
    () => stranger('scheduleSession', { ...inCoaching, body: { startsAt: '2027-02-03T09:00:00Z' } }),
    () => stranger('listActionItems', inCoaching),
    () => coach('getSession', { path: { ...path, sessionId: `${coaching}.S099` } }),
  ]
  for (const call of calls) expect(await refusal(call())).toMatchObject(gone)
})

test('it is attended after its start, with 1 to 3 action items', async () => {
  expect(await refusal(coach('recordAttendance', { ...session, body: attendance }))).toMatchObject(
    notNow('This session starts at 2027-02-02 10:00 (Europe/Berlin)'),
  )
  await platform.jumpTo('2027-02-02T10:00:00Z')
  const attend = (more: object) => coach('recordAttendance', { ...session, body: { ...attendance, ...more } })
  expect(await refusal(attend({ actionItems: [] }))).toEqual(naming('actionItems', 'agree on at least one'))
  expect(await refusal(attend({ actionItems: [item, item, item, item] }))).toEqual(
    naming('actionItems', 'keep the three'),
  )
  expect(await refusal(attend({ actionItems: [item, { ...item, dueOn: '2027-02-01' }] }))).toEqual(
    naming('actionItems.1.dueOn', 'Lies before the session, which was on 2027-02-02'),
  )
  expect(await refusal(attend({ actionItems: [{ ...item, ownerId: idOf(staff.mentor) }] }))).toEqual(
    naming('actionItems.0.ownerId', 'Is neither of the pair'),
  )
  expect(await refusal(attend({ topics: ['He said: "I cannot go on like this"'] }))).toEqual(naming('topics.0', 'tag'))
  const held = await attend({ actionItems: [item, { ...item, ownerId: idOf(staff.coach), ticketId: 'PLAT-1' }] })
  expect(held).toMatchObject({ status: 'attended', actionItems: 2, blueprint: { length: 6 }, grow: { length: 4 } })
  expect(held.actions?.map(({ actionId }) => actionId)).toEqual([`${first}.A1`, `${first}.A2`])
  expect(await refusal(attend({}))).toMatchObject(notNow('was attended'))
  expect(await refusal(coach('moveSession', { ...session, body: { startsAt: '2027-03-01T09:00:00Z' } }))).toMatchObject(
    notNow('only a scheduled one can be moved'),
  )
})

test('the participant rates it from 1 to 5', async () => {
  for (const rating of [0, 6, 4.5]) {
    expect(await refusal(participant('rateSession', { ...session, body: { rating } }))).toEqual(
      naming('rating', 'Must be'),
    )
  }
  expect(await refusal(coach('rateSession', { ...session, body: { rating: 5 } }))).toMatchObject({ status: 403 })
  expect(await participant('rateSession', { ...session, body: { rating: 5 } })).toMatchObject({ rating: 5 })
})

test('action items are done; those who run the program count them, and read none', async () => {
  const action = { path: { ...path, actionId: `${first}.A1` } }
  await coach('addActionItem', { ...session, body: item })
  expect(await refusal(coach('addActionItem', { ...session, body: item }))).toMatchObject(notNow('three action items'))
  expect(await participant('updateActionItem', { ...action, body: { status: 'done' } })).toMatchObject({
    status: 'done',
    doneAt: '2027-02-02T10:00:00.000Z',
  })
  expect(await owner('countActionItems', { path })).toEqual({ all: 3, open: 2, overdue: 0, done: 1, dropped: 0 })
  for (const [reader, more] of [
    [owner, { topics: ['delegation'], rating: 5 }],
    [manager, {}],
  ] as const) {
    const seen = await reader('getSession', session)
    expect(seen).toMatchObject({ status: 'attended', actionItems: 3, ...more })
    expect(seen).not.toHaveProperty('actions')
    expect(JSON.stringify(seen)).not.toContain('Delegate one decision')
  }
  expect(await manager('getSession', session)).not.toHaveProperty('rating')
  expect((await coach('listActionItems', inCoaching)).items).toHaveLength(3)
  expect((await sponsor('listSessions', inCoaching)).items).toMatchObject([{ sessionId: first }])
})

test('a sponsor action is committed, done with evidence, and confirmed by the mentee', async () => {
  const body = { type: 'introduction', text: 'Meet the head of platform', dueOn: '2027-03-15' } as const
  expect(
    await refusal(mentor('commitSponsorAction', { ...inMentoring, body: { ...body, dueOn: '2027-04-04' } })),
  ).toEqual(naming('dueOn', 'Lies 61 days ahead. A sponsor action is due within 60 days'))
  expect(await refusal(coach('commitSponsorAction', { ...inCoaching, body }))).toMatchObject(notNow('what mentors do'))
  const { sponsorActionId } = await mentor('commitSponsorAction', { ...inMentoring, body })
  const action = { path: { ...path, sponsorActionId } }
  expect(await refusal(participant('confirmSponsorAction', action))).toMatchObject(notNow('has not said yet'))
  expect(await refusal(mentor('finishSponsorAction', { ...action, body: { evidence: '' } }))).toEqual(
    naming('evidence', 'Say what shows'),
  )
  await mentor('finishSponsorAction', { ...action, body: { evidence: 'They met on Tuesday.' } })
  expect(await refusal(mentor('confirmSponsorAction', action))).toMatchObject({ status: 403, code: 'NotAllowed' })
  expect(await participant('confirmSponsorAction', action)).toMatchObject({ status: 'confirmed' })
  const [seen] = (await sponsor('listSponsorActions', { path, query: { status: 'confirmed' } })).items
  expect(seen).toMatchObject({ sponsorActionId, type: 'introduction', status: 'confirmed' })
  expect(seen).not.toHaveProperty('text')
  expect(seen).not.toHaveProperty('evidence')
})

test('milestones, blockers and escalations find those who deal with them', async () => {
  const { milestoneId } = await participant('addMilestone', {
    ...inCoaching,
    body: { kind: 'milestone', title: 'Plan without me', dueOn: '2027-04-30' },
  })
  const reach = (body: { status: 'reached'; evidence?: string }) =>
    coach('closeMilestone', { path: { ...path, milestoneId }, body })
  expect(await refusal(reach({ status: 'reached' }))).toEqual(naming('evidence', 'Is missing'))
  expect(await reach({ status: 'reached', evidence: 'Release 4' })).toMatchObject({ status: 'reached' })

  const raised = await participant('raiseBlocker', { path, body: { text: 'No deploys on Fridays', systemic: true } })
  const blocker = { path: { ...path, blockerId: raised.blockerId }, body: { resolution: 'Now there is a slot' } }
  expect(await refusal(participant('resolveBlocker', blocker))).toMatchObject({ status: 403 })
  expect((await sponsor('listBlockers', { path, query: { systemic: true } })).items).toMatchObject([{ status: 'open' }])
  expect((await sponsor('listBlockers', { path, query: { systemic: false } })).items).toEqual([])
  expect(await owner('resolveBlocker', blocker)).toMatchObject({ status: 'resolved', text: 'No deploys on Fridays' })

  const { escalationId, dueAt } = await participant('raiseEscalation', {
    path,
    body: { kind: 'ethical', text: 'Please speak with me', engagementId: coaching },
  })
  expect(dueAt).toBe('2027-02-04T10:00:00.000Z')
  const answer = { path: { ...path, escalationId }, body: { answer: 'We speak tomorrow' } }
  expect(await refusal(owner('answerEscalation', answer))).toMatchObject(gone)
  expect((await matchingOwner('listEscalations', { path })).items).toEqual([])
  expect((await hrHead('listEscalations', { path })).items).toMatchObject([
    { escalationId, late: false, goesTo: ['hr head'] },
  ])
  expect(await hrHead('answerEscalation', answer)).toMatchObject({ status: 'answered' })
})
