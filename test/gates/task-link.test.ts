import { ulids } from '@pilotgate/aws/ids'
import { answerTaskLink, readTaskLink } from '@pilotgate/core/gates/answer-task-link'
import { completeTask } from '@pilotgate/core/gates/complete-task'
import { decideGate } from '@pilotgate/core/gates/decide-gate'
import { renewTaskLink } from '@pilotgate/core/gates/renew-task-link'
import { opensByLink, withLink } from '@pilotgate/core/gates/task-link'
import { asksInstrument, type InstrumentTask } from '@pilotgate/core/measurement/instruments/instrument-task'
import { closingNames, instrumentNames } from '@pilotgate/core/program/collected'
import { linkKey } from '@pilotgate/core/program/link-key'
import { stopProgram } from '@pilotgate/core/program/steer-program'
import { type Task, task as taskSchema } from '@pilotgate/core/program/task'
import { withdrawMember } from '@pilotgate/core/program/withdraw-member'
import { beforeEach, describe, expect, it } from 'vitest'
import { type Pilot, runningPilot, tenantId } from '../emails/notices/world.ts'
import { fill } from '../measurement/instruments/world.ts'

/** The rating of week 7 is due on Friday 19 February 2027, 16:00 in Berlin. */
const opened = '2027-02-15T08:00:00.000Z'
const due = '2027-02-19T15:00:00.000Z'
const minute = 60_000
const past = (minutes: number, from = due) => new Date(Date.parse(from) + minutes * minute).toISOString()
const day = 24 * 60

let pilot: Pilot
let rating: InstrumentTask
beforeEach(async () => {
  pilot = await runningPilot()
  await pilot.open('W07', opened)
  rating = (await tasks()).find(asksInstrument)!
})

const tasks = async () => (await pilot.store.list('task', pilot.scope, { limit: 1000 })).items
const taskOf = async (id: string) => (await pilot.store.get('task', pilot.scope, id))!
const keyOf = async ({ id }: Task) => {
  const task = await taskOf(id)
  return linkKey(task, task.link!.secret)
}
const read = (key: string, now = opened) => readTaskLink(pilot.store, key, now)
const answer = (key: string, input: object, now = opened) => answerTaskLink(pilot.at(now), key, input)
const renew = (key: string, now: string) => renewTaskLink(pilot.at(now), key)
const rated = (value = 4) => ({ answer: fill(rating, value) })
/** The plan that a decision of the owner gives the lead to carry out, due in a week. */
const planned = async (): Promise<Task> => {
  await pilot.ask('W06')
  const decision = {
    choice: 'pivot',
    reason: 'Sessions were missed.',
    plan: 'Book them',
    recheckOn: undefined,
  } as const
  await decideGate(pilot.at('2027-02-13T15:00:00.000Z'), await pilot.actor('ada'), pilot.programId, 'W06', decision)
  return (await tasks()).find(({ kind }) => kind === 'do')!
}

describe('which tasks a link opens', () => {
  const made = (kind: Task['kind'], form?: string) =>
    withLink({ ...rating, kind, form, dueAt: due, link: undefined }, ulids(), 'Europe/Berlin')

  it.each([
    ...instrumentNames.map((form) => ['collect', form, true] as const),
    ...closingNames.map((form) => ['collect', form, false] as const),
    ...taskSchema.shape.kind.options
      .filter((kind) => kind !== 'collect')
      .map((kind) => [kind, undefined, kind === 'do'] as const),
  ])('%s %s: %s', (kind, form, opens) => {
    const task = made(kind, form)
    expect(task.link !== undefined).toBe(opens)
    expect(opensByLink(task)).toBe(opens)
    // Whatever a record holds, the rule is asked again when the link is used.
    expect(opensByLink({ ...task, link: rating.link })).toBe(opens)
  })

  it('is good for 14 days on the clocks of the program after the task is due', () => {
    const task = withLink({ ...rating, dueAt: '2027-03-19T15:00:00.000Z' }, ulids(), 'Europe/Berlin')
    expect(task.link!.expiresAt).toBe('2027-04-02T14:00:00.000Z')
  })

  it('gives each task a secret of its own when a week opens, and none to questions about facts', async () => {
    const all = await tasks()
    const links = all.flatMap(({ link }) => (link ? [link.secret] : []))
    expect(links).toHaveLength(2)
    expect(new Set(links).size).toBe(2)
    await pilot.open('W06')
    const asked = (await tasks()).filter(({ kind }) => kind === 'attest')
    expect(asked.map(({ fact, link }) => [fact, link])).toEqual([
      ['session-attendance', undefined],
      ['session-attendance', undefined],
      ['open-systemic-blockers', undefined],
    ])
  })
})

describe('a link', () => {
  it('says who asks whom for what', async () => {
    expect(await read(await keyOf(rating))).toMatchObject({
      state: 'open',
      replaced: false,
      askedBy: 'Ada Stein',
      askedOf: expect.stringMatching(/^(Paul|Pia) Part$/),
      task: { title: 'Say how useful the program is to you' },
    })
    await pilot.open('W11', '2027-03-15T08:00:00.000Z')
    const attestation = (await tasks()).find(({ form }) => form === 'manager-attestation')!
    expect(await read(await keyOf(attestation))).toMatchObject({
      askedOf: 'Mia Manager',
      subjectName: expect.stringMatching(/^(Paul|Pia) Part$/),
    })
  })

  it('answers in the name of its person, once', async () => {
    const key = await keyOf(rating)
    await expect(answer(key, {})).rejects.toMatchObject({ code: 'InvalidInput' })
    expect(await answer(key, rated())).toMatchObject({ state: 'used', task: { doneBy: rating.personId } })
    const { items } = await pilot.store.list('response', pilot.scope)
    expect(items).toMatchObject([{ id: rating.id, respondentId: rating.personId, ratings: rated().answer.ratings }])
    expect(await read(key)).toMatchObject({ state: 'used', task: { doneAt: opened } })
    expect(await answer(key, rated(), past(1, opened))).toMatchObject({ task: { doneAt: opened } })
    await expect(answer(key, rated(5))).rejects.toMatchObject({
      code: 'AlreadyDecided',
      message: 'This task was done on 2027-02-15 09:00 (Europe/Berlin); its answer cannot be changed.',
    })
    await expect(renew(key, opened)).rejects.toMatchObject({ code: 'AlreadyDecided' })
    expect((await pilot.store.list('response', pilot.scope)).items).toEqual(items)
  })

  it('says that something decided is done, with a note that is not changed after', async () => {
    const key = await keyOf(await planned())
    expect(await answer(key, { note: 'Booked.' })).toMatchObject({ state: 'used', task: { note: 'Booked.' } })
    expect(await answer(key, { note: 'Booked.' })).toMatchObject({ state: 'used' })
    await expect(answer(key, { note: 'Not quite.' })).rejects.toMatchObject({ code: 'AlreadyDecided' })
  })

  it('is used up by an answer given with a sign-in', async () => {
    const key = await keyOf(rating)
    const actor = { tenantId, personId: rating.personId, roles: ['participant' as const] }
    await completeTask(pilot.at(opened), actor, pilot.programId, rating.id, rated())
    expect(await read(key)).toMatchObject({ state: 'used' })
    await expect(answer(key, rated(1))).rejects.toMatchObject({ code: 'AlreadyDecided' })
  })

  it('opens until the instant it expires', async () => {
    const key = await keyOf(rating)
    expect(await read(key, past(14 * day - 1))).toMatchObject({ state: 'open' })
    expect(await read(key, past(14 * day))).toMatchObject({ state: 'expired', replaced: false })
    await expect(answer(key, rated(), past(14 * day))).rejects.toMatchObject({
      code: 'NotPossibleNow',
      message: expect.stringContaining('A new link can be sent to you by mail.'),
    })
    expect((await taskOf(rating.id)).status).toBe('open')
    expect(await answer(key, rated(), past(14 * day - 1))).toMatchObject({ state: 'used' })
  })

  it.each([
    [
      'the task is called off',
      async () =>
        pilot.store.commit([
          { kind: 'task', record: { ...rating, status: 'cancelled' }, expect: (await taskOf(rating.id)).version },
        ]),
    ],
    [
      'the program is stopped',
      async () => stopProgram(pilot.at(opened), await pilot.actor('ada'), pilot.programId, 'Budget.'),
    ],
    [
      'its person has left',
      async () =>
        withdrawMember(pilot.at(opened), await pilot.actor('ada'), pilot.programId, rating.personId, 'New job'),
    ],
  ])('opens nothing once %s, and no new one is sent', async (_, end) => {
    const key = await keyOf(rating)
    await end()
    expect(await read(key)).toMatchObject({ state: 'closed' })
    await expect(answer(key, rated())).rejects.toMatchObject({ code: 'NotPossibleNow' })
    await expect(renew(key, opened)).rejects.toMatchObject({ code: 'NotPossibleNow' })
    expect(await pilot.events('task.link-asked')).toEqual([])
  })

  it('about somebody opens nothing once they have left', async () => {
    await pilot.open('W11', '2027-03-15T08:00:00.000Z')
    const attestation = (await tasks()).find(({ form }) => form === 'manager-attestation')!
    const key = await keyOf(attestation)
    expect(await read(key)).toMatchObject({ state: 'open' })
    await withdrawMember(pilot.at(opened), await pilot.actor('ada'), pilot.programId, attestation.subjectId!, 'New job')
    expect(await read(key)).toMatchObject({ state: 'closed' })
  })
})

describe('a new link', () => {
  const late = past(20 * day)

  it('takes the place of the old one, which is still known as such', async () => {
    const old = await keyOf(rating)
    expect(await renew(old, late)).toEqual({ sentTo: 'p…@northwind.test' })
    const key = await keyOf(rating)
    expect(key).not.toBe(old)
    expect(await read(old, late)).toMatchObject({ state: 'expired', replaced: true })
    await expect(answer(old, rated(), late)).rejects.toMatchObject({ code: 'NotPossibleNow' })
    expect(await read(key, past(34 * day - 1))).toMatchObject({ state: 'open', replaced: false })
    expect(await read(key, past(34 * day))).toMatchObject({ state: 'expired', replaced: false })
    await answer(key, rated(), late)
    expect(await read(old, late)).toMatchObject({ state: 'used' })
    // Who has an old link only must not find out by trying what was answered.
    await expect(answer(old, rated(), late)).rejects.toMatchObject({ code: 'AlreadyDecided' })
  })

  it('keeps the time of the task where that is longer', async () => {
    await renew(await keyOf(rating), opened)
    expect((await taskOf(rating.id)).link!.expiresAt).toBe(past(14 * day))
  })

  it('is mailed once an hour at most, whichever link asks', async () => {
    const first = await keyOf(rating)
    await renew(first, late)
    const second = await keyOf(rating)
    for (const key of [first, second]) {
      await expect(renew(key, past(59, late))).rejects.toMatchObject({
        code: 'NotPossibleNow',
        message:
          'A new link was sent on 2027-03-11 16:00 (Europe/Berlin); the next can be sent from 2027-03-11 17:00 (Europe/Berlin) on.',
      })
    }
    expect(await pilot.events('task.link-asked')).toHaveLength(1)
    await renew(first, past(60, late))
    expect(await pilot.events('task.link-asked')).toHaveLength(2)
    expect(await read(second, past(60, late))).toMatchObject({ state: 'expired', replaced: true })
  })

  it('asked for ten times in the same moment is one', async () => {
    const key = await keyOf(rating)
    const asked = await Promise.allSettled(Array.from({ length: 10 }, () => renew(key, late)))
    expect(asked.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    expect(await pilot.events('task.link-asked')).toHaveLength(1)
  })

  it('leaves no more old secrets behind than ten', async () => {
    const first = await keyOf(rating)
    for (let hour = 0; hour <= 10; hour += 1) {
      if (hour === 10) expect(await read(first, late)).toMatchObject({ replaced: true })
      await renew(await keyOf(rating), past(hour * 60, late))
    }
    expect((await taskOf(rating.id)).link!.former).toHaveLength(10)
    await expect(read(first, late)).rejects.toMatchObject({ code: 'NotFound' })
  })
})

it('every other key answers alike, and tells nothing of what there is', async () => {
  const { secret } = rating.link!
  const [other] = (await tasks()).filter(({ id, link }) => link && id !== rating.id)
  await pilot.ask('W12')
  const vote = (await tasks()).find(({ kind }) => kind === 'vote')!
  await pilot.store.commit([{ kind: 'task', record: { ...vote, link: rating.link }, expect: vote.version }])
  const keys = [
    'not-a-key-at-all-but-long-enough',
    linkKey(rating, `${secret}x`),
    linkKey(rating, other!.link!.secret),
    linkKey({ ...rating, tenantId: 'southwind' }, secret),
    linkKey({ ...rating, scope: 'nowhere' }, secret),
    linkKey({ ...rating, scope: 'a#b' }, secret),
    linkKey({ ...rating, id: 'W07.9.rating' }, secret),
    linkKey(vote, secret),
  ]
  const answers = []
  for (const key of keys) {
    for (const call of [() => read(key), () => answer(key, rated()), () => renew(key, opened)]) {
      answers.push(await call().catch(({ code, message }) => ({ code, message })))
    }
  }
  expect(answers).toEqual(answers.map(() => ({ code: 'NotFound', message: expect.stringContaining('opens no task') })))
  expect(new Set(answers.map((each) => JSON.stringify(each))).size).toBe(1)
})
