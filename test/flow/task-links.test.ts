import { container } from '@pilotgate/aws/container'
import { linkKey, readLinkKey } from '@pilotgate/core/program/link-key'
import { expect, test } from 'vitest'
import { captureOutput } from './captured-output.ts'
import { people, provideW01, runPilot, saveShortPilot, shortPilot } from './pilot.ts'
import { everything, startPlatform } from './platform.ts'
import { scanAll } from './records.ts'

const output = captureOutput()
const platform = await startPlatform('2027-01-03T18:00:00Z')
const addGates = shortPilot.addGates!.map((each) =>
  each.gate === 'W01' ? { ...each, collects: ['rating' as const] } : each,
)
await saveShortPilot(platform, 'short-pilot', { addGates })
const { owner, path, programId } = await runPilot(platform, '2027-01-04', { name: 'By link' })
const passing = await runPilot(platform, '2027-01-04', { name: 'Passes week 1' })
await provideW01(passing)
await platform.jumpTo('2027-01-04T09:00:00Z')
const { store } = container()

const mailsTo = async (email: string, program = programId) =>
  (await platform.mails()).filter(({ to, tags }) => to[0] === email && tags.program === program)
const keysIn = (text = '') => [...text.matchAll(/\/task#([\w-]+)/g)].map((found) => found[1]!)
/** The key in the latest mail of a kind. */
const keyOf = async (email: string, kind: string, program = programId) =>
  keysIn((await mailsTo(email, program)).findLast(({ tags }) => tags.kind === kind)!.text)[0]!
const call = (what: 'read' | 'answer' | 'renew', body: object, headers = {}) =>
  platform.send('POST', `/v1/task-links/${what}`, { body, headers })

type Form = { properties: Record<string, { properties: Record<string, object> }> }
const rated = async (key: string, rating: number) => {
  const { form } = (await call('read', { key })).body as { form: Form }
  const of = <T>(part: 'ratings' | 'yes', value: T) =>
    Object.fromEntries(Object.keys(form.properties[part]!.properties).map((id) => [id, value]))
  return { kind: 'rating', ratings: of('ratings', rating), yes: of('yes', true) }
}
const participants = [people.participant, people.otherParticipant] as const
const keys = new Map<string, string>()
for (const email of participants) keys.set(email, await keyOf(email, 'week-opened'))
const mine = keys.get(people.participant)!
const theirs = keys.get(people.otherParticipant)!
const everyone = await everything((query) => owner('listPeople', { path, query }))
const nameOf = (email: string) => everyone.find((each) => each.email === email)!.name

test('the mail of the week has a link to the own rating, and the page with the sign-in for the rest', async () => {
  const [mail] = (await mailsTo(people.participant)).filter(({ tags }) => tags.kind === 'week-opened')
  expect(keysIn(mail!.text)).toEqual([mine])
  expect(mail!.text).toContain(`/programs/${programId}/tasks/W01.1.baseline-captured.`)
  expect(mine).not.toBe(theirs)
  expect(await call('read', { key: mine })).toMatchObject({
    status: 200,
    body: {
      state: 'open',
      replaced: false,
      programName: 'By link',
      organisation: 'nordlicht',
      zone: 'Europe/Berlin',
      askedOf: nameOf(people.participant),
      askedBy: nameOf(people.owner),
      gate: 'W01',
      kind: 'collect',
      title: 'Say how useful the program is to you',
      dueAt: '2027-01-08T15:00:00.000Z',
      overdue: false,
      form: { required: ['kind', 'yes', 'ratings'] },
    },
  })
  const { id: taskId } = readLinkKey(mine)!
  const signedIn = await platform.as(people.participant)
  expect(await signedIn('getTask', { path: { ...path, taskId } })).toMatchObject({ askedBy: nameOf(people.owner) })
})

test('a scanner that opens, fetches or reads changes nothing', async () => {
  const before = await scanAll()
  for (const what of ['read', 'answer', 'renew']) {
    for (const method of ['GET', 'HEAD']) {
      for (const url of [`/v1/task-links/${what}`, `/v1/task-links/${what}?key=${mine}`]) {
        expect((await platform.send(method, url)).status, `${method} ${url}`).toBe(404)
      }
    }
    expect((await call(what as 'read', {})).status).toBe(400)
  }
  await platform.send('GET', `/task#${mine}`)
  await call('read', { key: mine })
  await platform.settled()
  expect(await scanAll()).toEqual(before)
})

test('an answer by the link counts as the person’s own, once', async () => {
  const answer = await rated(mine, 4)
  const wrong = await call('answer', { key: mine, answer: { kind: 'rating', ratings: {} } })
  expect(wrong).toMatchObject({ status: 400, body: { code: 'InvalidInput' } })
  const { id: taskId } = readLinkKey(mine)!
  const given = await call('answer', { key: mine, answer }, { 'idempotency-key': 'by-link-1' })
  expect(given).toMatchObject({ status: 200, body: { state: 'used', doneAt: '2027-01-04T09:00:00.000Z' } })
  expect(given.text).not.toContain('"form"')
  await platform.settled()
  const { personId } = everyone.find(({ email }) => email === people.participant)!
  expect(await owner('getTask', { path: { ...path, taskId } })).toMatchObject({ status: 'done', doneBy: personId })
  expect(await store.get('response', { tenantId: 'nordlicht', scope: programId }, taskId)).toMatchObject({
    respondentId: personId,
    ratings: answer.ratings,
  })
  const rows = await scanAll()
  expect(await call('answer', { key: mine, answer })).toMatchObject({ status: 200, body: { state: 'used' } })
  expect(await call('answer', { key: mine, answer: await rated(theirs, 1) })).toMatchObject({
    status: 409,
    body: { code: 'AlreadyDecided', detail: expect.stringContaining('2027-01-04 10:00 (Europe/Berlin)') },
  })
  expect(await call('renew', { key: mine })).toMatchObject({ status: 409, body: { code: 'AlreadyDecided' } })
  expect(await scanAll()).toEqual(rows)
})

test('mails that ask for votes and decisions have no key, and a link closes with its gate', async () => {
  const key = await keyOf(people.participant, 'week-opened', passing.programId)
  await platform.jumpTo('2027-01-15T15:00:00Z')
  const mails = (await platform.mails()).filter(({ tags }) => tags.kind === 'vote-needed')
  expect(mails.map(({ to }) => to[0])).toContain(people.sponsor)
  for (const { text } of mails) expect(keysIn(text)).toEqual([])
  const votes = (await everything((query) => owner('listTasks', { path: passing.path, query }))).filter(
    ({ kind }) => kind === 'vote',
  )
  expect(votes.length).toBeGreaterThan(0)
  for (const { taskId } of votes) {
    const task = (await store.get('task', { tenantId: 'nordlicht', scope: passing.programId }, taskId))!
    expect(task.link).toBeUndefined()
    const made = linkKey(task, readLinkKey(key)!.secret)
    expect(await call('read', { key: made })).toMatchObject({ status: 404, body: { code: 'NotFound' } })
  }
  const { body, text } = await call('read', { key })
  expect(body).toMatchObject({ state: 'closed' })
  expect(text).not.toContain('"form"')
})

test('an expired link says so, has a new one mailed to its person, and is then replaced', async () => {
  const answer = await rated(theirs, 2)
  await platform.jumpTo('2027-01-22T14:59:00Z')
  expect((await call('read', { key: theirs })).body).toMatchObject({ state: 'open', overdue: true })
  await platform.jumpTo('2027-01-22T15:00:00Z')
  expect((await call('read', { key: theirs })).body).toMatchObject({ state: 'expired', replaced: false })
  expect(await call('answer', { key: theirs, answer })).toMatchObject({
    status: 409,
    body: { code: 'NotPossibleNow', detail: expect.stringContaining('A new link can be sent to you by mail.') },
  })
  expect(await call('renew', { key: theirs })).toMatchObject({
    status: 200,
    body: { sentTo: `${people.otherParticipant[0]}…@nordlicht.example` },
  })
  const key = await keyOf(people.otherParticipant, 'task-link')
  expect(key).not.toBe(theirs)
  expect(await call('renew', { key })).toMatchObject({
    status: 409,
    body: { code: 'NotPossibleNow', detail: expect.stringContaining('from 2027-01-22 17:00 (Europe/Berlin) on.') },
  })
  expect((await call('read', { key: theirs })).body).toMatchObject({ state: 'expired', replaced: true })
  expect((await call('answer', { key: theirs, answer })).status).toBe(409)
  expect((await call('read', { key })).body).toMatchObject({ state: 'open', replaced: false })
  expect(await call('answer', { key, answer })).toMatchObject({ status: 200, body: { state: 'used' } })
  const mails = (await platform.mails()).filter(({ tags }) => tags.kind === 'task-link')
  expect(mails.map(({ to }) => to)).toEqual([[people.otherParticipant]])
  keys.set('new', key)
})

test('a secret is in the record of its task and in mails to its person, and nowhere else', async () => {
  const secrets = [...keys.values()].flatMap((key) => [key, readLinkKey(key)!.secret])
  const holds = (what: unknown) => secrets.filter((secret) => JSON.stringify(what).includes(secret))
  const rows = (await scanAll()).filter((row) => holds(row).length > 0) as { __edb_e__?: string }[]
  expect(rows.map(({ __edb_e__: kind }) => kind)).toEqual(['task', 'task'])
  expect(holds((await store.events({ tenantId: 'nordlicht', programId }, { limit: 1000 })).items)).toEqual([])
  const others = (await platform.mails()).filter(({ to }) => !participants.some((email) => email === to[0]))
  expect(holds(others)).toEqual([])
  expect(holds((await platform.mails()).map(({ text: _, ...mail }) => ({ ...mail, html: undefined })))).toEqual([])
  const token = await platform.tokenOf(people.owner)
  const { id } = readLinkKey(mine)!
  const base = `/v1/programs/${programId}`
  for (const url of ['/tasks?limit=100', `/tasks/${id}`, '/mails?limit=100', '/gates', '/gates/W01', '']) {
    const { status, text } = await platform.send('GET', `${base}${url}`, { token })
    expect(status, url).toBe(200)
    expect(holds(text), url).toEqual([])
    expect(text, url).not.toMatch(/"(link|secret|former)"/)
  }
  expect(output.length).toBeGreaterThan(0)
  expect(holds(output)).toEqual([])
})
