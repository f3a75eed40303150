import { container } from '@pilotgate/aws/container'
import type { Route } from '@pilotgate/contracts/route'
import { routes } from '@pilotgate/contracts/routes'
import { type Role, roles } from '@pilotgate/core/program/roles'
import { expect, test } from 'vitest'
import { captureOutput } from '../captured-output.ts'
import { draftPilot } from '../pilot.ts'
import { naming, refusal } from '../platform.ts'
import { scanAll } from '../records.ts'
import { staff } from '../selection/selection.ts'

const output = captureOutput()
const { startPairs } = await import('./pairs.ts')
const { platform, path, programId, participantId, scope, as, idOf, coaching, mentoring } = await startPairs(staff)
const [coach, participant, stranger] = [await as(staff.coach), await as(staff.participant), await as(staff.otherCoach)]

/** A word that is nowhere else in the world. */
const canary = 'Quittenbaumorakel'
const sentence = `She is afraid of the ${canary} and says so.`
const notes = { goal: sentence, reality: sentence, options: sentence, will: sentence, notes: sentence }
const sessionId = `${coaching}.S001`
const session = { path: { ...path, sessionId } }
const at = `/v1/programs/${programId}/sessions/${sessionId}/notes`

/** The word as it is, and as it would look in Base64 at any place of a text. */
const disguises = [
  canary,
  canary.toLowerCase(),
  ...[0, 1, 2].map((offset) =>
    Buffer.from(' '.repeat(offset) + canary)
      .toString('base64')
      .slice(4, -4),
  ),
]
const betrays = (text: string): string[] => disguises.filter((each) => text.includes(each))

/** Who holds each role here; roles that nobody has are given to somebody who has nothing to do with the pair. */
const holders = new Map<Role, string>()
const giveRoles = async () => {
  const { store } = container()
  const owner = await as(staff.owner)
  const known = (await owner('listPeople', { path, query: { limit: 100 } })).items
  for (const { email, roles: held } of known) {
    for (const role of held) holders.set(role, holders.get(role) ?? email)
  }
  const missing = roles.filter((role) => !holders.has(role))
  const spare = (await store.get('member', scope, idOf(staff.otherMentor)))!
  const record = { ...spare, roles: [...spare.roles, ...missing] }
  await store.commit([{ kind: 'member', record, expect: spare.version }])
  for (const role of missing) holders.set(role, staff.otherMentor)
}

const everyGet = Object.entries(routes as Record<string, Route>).filter(
  ([, { method, action }]) => method === 'GET' && action !== 'public',
)
const filled = ({ path: template }: Route) => {
  const known: Record<string, string> = {
    ...{ programId, engagementId: coaching, sessionId, personId: participantId, matchId: coaching },
    ...{ gate: 'W01', templateId: 'short-pilot', day: '60', number: '1', service: 'coach', taskId: `E2.${coaching}` },
  }
  return template.replaceAll(/\{(\w+)\}/g, (_, name: string) => known[name] ?? 'nothing-there')
}

test('the pair writes and reads notes', async () => {
  await coach('scheduleSession', {
    path: { ...path, engagementId: coaching },
    body: { startsAt: '2027-02-02T09:00:00Z' },
  })
  expect(await participant('readNotes', session)).toMatchObject({ version: 0, goal: '' })
  const written = await coach('writeNotes', {
    ...session,
    body: notes,
    headers: { 'if-match': '"0"', 'idempotency-key': 'once' },
  })
  expect(written).toMatchObject({ ...notes, version: 1 })
  expect(await participant('readNotes', session)).toMatchObject({ ...notes, by: idOf(staff.coach) })
})

test('what is refused on the way tells nothing either', async () => {
  const [token, otherToken] = [await platform.tokenOf(staff.coach), await platform.tokenOf(staff.otherCoach)]
  const put = (body: object | string, { version = '"1"', by = token } = {}) =>
    platform.send('PUT', at, {
      ...{ token: by, headers: { 'if-match': version } },
      ...(typeof body === 'string' ? { text: body } : { body }),
    })
  const answers = [
    await put(notes, { version: '"0"' }),
    await put(notes, { version: 'nonsense' }),
    await put({ ...notes, goal: sentence.repeat(100) }),
    await put({ ...notes, goal: [sentence] }),
    await put(`{"goal": ${sentence}`),
    await put(sentence),
    await put(notes, { by: otherToken }),
    await put(notes, { by: await platform.tokenOf(staff.owner) }),
    await put(notes, { by: await platform.tokenOf(staff.coach, { tenant: 'other' }) }),
  ]
  expect(answers.map(({ status }) => status)).toEqual([412, 400, 400, 400, 400, 400, 404, 403, 404])
  expect(answers.flatMap(({ text }) => betrays(text))).toEqual([])
})

test('nobody else reads them: not by any role, nor from another engagement, program or organisation', async () => {
  await giveRoles()
  expect([...holders.keys()].sort()).toEqual([...roles].sort())
  for (const [role, email] of holders) {
    if (email === staff.coach || email === staff.participant) continue
    const answer = await platform.send('GET', at, { token: await platform.tokenOf(email, { roles: [role] }) })
    expect([403, 404], `${role} ${answer.text}`).toContain(answer.status)
  }
  const unknown = { path: { ...path, sessionId: `${mentoring}.S001` } }
  expect(await refusal(stranger('readNotes', session))).toMatchObject({ status: 404, code: 'NotFound' })
  expect(await refusal(participant('readNotes', unknown))).toMatchObject({ status: 404, code: 'NotFound' })
  // The coach reads them in their program only; another program with the same people knows nothing of the session.
  const second = await draftPilot(platform, '2027-02-08', { name: 'Second' })
  expect(await refusal(coach('readNotes', { path: { programId: second.programId, sessionId } }))).toMatchObject({
    status: 404,
    code: 'NotFound',
  })
  const abroad = await platform.send('GET', at, { token: await platform.tokenOf(staff.coach, { tenant: 'other' }) })
  expect(abroad.status).toBe(404)
})

test('no view of anybody has a word of them', async () => {
  await platform.jumpTo('2027-02-02T10:00:00Z')
  await coach('recordAttendance', {
    ...session,
    body: {
      topics: ['courage'],
      guidance: 'questions',
      actionItems: [
        { kind: 'action', text: 'Ask twice', ownerId: participantId, dueOn: '2027-02-20', verification: 'She told me' },
      ],
    },
  })
  await platform.jumpTo('2027-02-09T10:00:00Z')
  let read = 0
  for (const email of new Set(holders.values())) {
    const token = await platform.tokenOf(email, { roles: email === staff.owner ? ['program owner'] : [] })
    const views = everyGet.filter(([name]) => name !== 'readNotes')
    const look = async ([name, route]: (typeof views)[number]) => {
      const answer = await platform.send('GET', filled(route), { token })
      if (answer.status === 200) read += 1
      expect(betrays(answer.text), `${email}: ${name}`).toEqual([])
      expect(answer.status, `${email}: ${name} ${answer.text}`).toBeLessThan(500)
    }
    await Promise.all(views.map(look))
  }
  expect(read).toBeGreaterThan(200)
})

test('nor has any row, event, mail or line of a log', async () => {
  expect(await participant('readNotes', session)).toMatchObject(notes)
  const rows = (await scanAll()).map((each) => JSON.stringify(each))
  expect(rows.length).toBeGreaterThan(50)
  expect(rows.filter((each) => betrays(each).length > 0)).toEqual([])
  // The look does find what is there: the sealed text lies in a row, and that it was read in another.
  expect(rows.filter((each) => each.includes('AES-256-GCM'))).toHaveLength(1)
  expect(rows.filter((each) => each.includes('notes.read')).length).toBeGreaterThanOrEqual(2)
  const mails = await platform.mails()
  expect(mails.length).toBeGreaterThan(5)
  expect(mails.flatMap((each) => betrays(JSON.stringify(each)))).toEqual([])
  expect(betrays(output.join('\n'))).toEqual([])
  console.error('the capture works')
  expect(output).toContain('the capture works')
})

test('and once the participant’s texts are erased, the pair reads them no more', async () => {
  await container().vault.erase({ tenantId: scope.tenantId, personId: participantId })
  for (const client of [coach, participant]) {
    expect(await refusal(client('readNotes', session))).toMatchObject({ status: 404, code: 'NotFound' })
  }
  expect(await refusal(coach('rateSession', { ...session, body: { rating: 9 } }))).toEqual(
    naming('rating', 'at most 5'),
  )
})
