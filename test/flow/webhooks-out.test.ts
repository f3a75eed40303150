import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Webhook } from 'standardwebhooks'
import { afterAll, beforeEach, expect, test } from 'vitest'
import { draftPilot, people, runPilot, saveShortPilot } from './pilot.ts'
import { type Answer, naming, refusal, startPlatform } from './platform.ts'

const platform = await startPlatform('2027-01-03T18:00:00Z')
await saveShortPilot(platform)
const { owner, path } = await runPilot(platform, '2027-01-04')
const other = await draftPilot(platform, '2027-01-04', { name: 'Another pilot' })

type Request = { path: string; headers: Record<string, string>; body: string }
const requests: Request[] = []
let answer: { status: number; headers?: Record<string, string> } = { status: 200 }

/** A receiver as others run it: a server of its own, that is told what to answer. */
const server = createServer((request, response) => {
  const parts: Buffer[] = []
  request.on('data', (part: Buffer) => parts.push(part))
  request.on('end', () => {
    const headers = request.headers as Record<string, string>
    requests.push({ path: request.url!, headers, body: Buffer.concat(parts).toString() })
    response.writeHead(answer.status, answer.headers).end('words that nobody keeps')
  })
})
await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
afterAll(() => new Promise((resolve) => server.close(resolve)))
const receiver = `http://127.0.0.1:${(server.address() as AddressInfo).port}`

beforeEach(() => {
  requests.length = 0
  answer = { status: 200 }
})

/** Something happens that the webhooks of these tests want to hear of. */
const happens = async () => {
  await owner('pauseProgram', { path, body: { reason: 'A reason that stays here' } })
  await owner('resumeProgram', { path, body: { reason: 'A reason that stays here' } })
  await platform.settled()
}
const paused = { events: ['program.paused'], description: '', programIds: [] }
/** A webhook for the time of one test. */
const webhook = async (wish: { url: string; events?: string[]; programIds?: string[] }) => {
  const made = await owner('createWebhook', { body: { ...paused, ...wish } })
  const at = { webhookId: made.webhookId }
  return {
    made,
    at,
    secret: made.newSecret!,
    read: () => owner('getWebhook', { path: at }),
    log: async () => (await owner('listWebhookDeliveries', { path: at })).items,
    remove: () => owner('removeWebhook', { path: at }),
  }
}

test('what happens comes to the receiver, signed so that the library of Standard Webhooks takes it', async () => {
  const hook = await webhook({ url: `${receiver}/in`, programIds: [path.programId] })
  await happens()
  expect(requests).toHaveLength(1)
  const [{ headers, body }] = requests as [Request]
  expect(new Webhook(hook.secret).verify(body, headers)).toEqual({
    type: 'program.paused',
    timestamp: expect.stringMatching(/^2027-01-03T18:/),
    data: { programId: path.programId, by: expect.stringMatching(/^[0-9A-Z]{26}$/) },
  })
  expect(body).not.toContain('A reason')
  const [row] = await hook.log()
  expect(row).not.toHaveProperty('body')
  const delivery = await owner('getWebhookDelivery', { path: { ...hook.at, deliveryId: row!.deliveryId } })
  expect(delivery).toEqual({ ...row, body })
  expect(delivery).toMatchObject({
    ...{ messageId: headers['webhook-id'], type: 'program.paused', status: 'delivered' },
    attempts: [{ at: expect.stringMatching(/^2027-01-03T18:/), status: 200 }],
  })
  expect(JSON.stringify(delivery)).not.toContain('words that nobody keeps')
  await hook.remove()
  await happens()
  expect(requests).toHaveLength(1)
})

test('what fails is tried again at its times, and given up after three days', async () => {
  const hook = await webhook({ url: `${receiver}/in` })
  answer = { status: 500 }
  await happens()
  expect(requests).toHaveLength(1)
  const began = Date.parse((await hook.log())[0]!.attempts[0]!.at)
  await platform.jumpTo(began + 5_000)
  expect(requests).toHaveLength(2)
  await platform.jumpTo(began + 304_000)
  expect(requests).toHaveLength(2)
  await platform.jumpTo(began + 305_000)
  expect(requests).toHaveLength(3)
  // The pause of 20 hours is longer than a queue holds a message.
  await platform.jumpTo(began + 257_700_000)
  expect(requests).toHaveLength(9)
  expect(await hook.read()).toMatchObject({ status: 'on' })
  await platform.jumpTo(began + 80 * 3_600_000)
  expect(requests).toHaveLength(10)
  const after = (await hook.log())[0]!
  expect(after.status).toBe('failed')
  expect(after.attempts.map(({ at }) => (Date.parse(at) - began) / 1000)).toEqual([
    0, 5, 305, 2105, 9305, 27305, 63305, 113705, 185705, 257705,
  ])
  expect(new Set(requests.map(({ headers }) => headers['webhook-id'])).size).toBe(1)
  expect(new Set(requests.map(({ body }) => body)).size).toBe(1)
  expect(await hook.read()).toMatchObject({ status: 'off', offBecause: expect.stringContaining('three days') })

  await owner('editWebhook', { path: hook.at, body: { status: 'on' }, headers: { 'if-match': await etag(hook.at) } })
  answer = { status: 200 }
  const again = { ...hook.at, deliveryId: after.deliveryId }
  expect(await owner('redeliverWebhook', { path: again })).toMatchObject({ status: 'waiting' })
  await platform.settled()
  expect(requests).toHaveLength(11)
  expect(requests[10]!.headers['webhook-id']).toBe(requests[0]!.headers['webhook-id'])
  expect(new Webhook(hook.secret).verify(requests[10]!.body, requests[10]!.headers)).toBeTruthy()
  expect((await hook.log())[0]).toMatchObject({ deliveryId: after.deliveryId, status: 'delivered' })
  await hook.remove()
})

test('what is sent again ten times while the receiver is down is tried as often as once', async () => {
  const hook = await webhook({ url: `${receiver}/in` })
  answer = { status: 500 }
  await happens()
  const { deliveryId, attempts } = (await hook.log())[0]!
  const again = () => owner('redeliverWebhook', { path: { ...hook.at, deliveryId } })
  const asked = await Promise.all(Array.from({ length: 10 }, again))
  const began = asked.map(({ startedAt }) => Date.parse(startedAt)).toSorted()[9]!
  await platform.jumpTo(Date.parse(attempts[0]!.at) + 257_700_000)
  expect(await hook.read()).toMatchObject({ status: 'on' })
  await platform.jumpTo(began + 80 * 3_600_000)
  const times = (await hook.log())[0]!.attempts.map(({ at }) => Date.parse(at)).filter((at) => at >= began)
  expect(times).toHaveLength(10)
  expect((times[9]! - times[0]!) / 3_600_000).toBeCloseTo(71.58, 2)
  expect(await hook.read()).toMatchObject({ status: 'off', offBecause: expect.stringContaining('three days') })
  await hook.remove()
})

const etag = async (at: { webhookId: string }) => `"${(await owner('getWebhook', { path: at })).version}"`

test('410 turns the webhook off at once, also when the text that follows it breaks off', async () => {
  const hook = await webhook({ url: `${receiver}/in` })
  answer = { status: 410, headers: { 'content-length': '1000', connection: 'close' } }
  await happens()
  expect(requests).toHaveLength(1)
  expect(await hook.read()).toMatchObject({ status: 'off', offBecause: expect.stringContaining('410') })
  await happens()
  expect(requests).toHaveLength(1)
  expect((await hook.log()).map(({ status }) => status)).toEqual(['failed'])
  await hook.remove()
})

test('a redirect is not followed, wherever it leads', async () => {
  const hook = await webhook({ url: `${receiver}/in` })
  answer = { status: 307, headers: { location: `${receiver}/elsewhere` } }
  const tested = await owner('testWebhook', { path: hook.at })
  expect(tested).toMatchObject({
    ...{ type: 'pilotgate.test', status: 'failed' },
    attempts: [{ status: 307, problem: expect.stringContaining('redirect, which is not followed') }],
  })
  expect(requests.map((request) => request.path)).toEqual(['/in'])
  await hook.remove()
})

test.each(['https://192.168.7.7/in', 'https://169.254.169.254/latest/meta-data', 'https://[::1]/in'])(
  'nothing is sent to the private address %s',
  async (url) => {
    const hook = await webhook({ url })
    const [attempt] = (await owner('testWebhook', { path: hook.at })).attempts
    expect(attempt).toMatchObject({ problem: expect.stringContaining('leads to a private address') })
    expect(attempt).not.toHaveProperty('status')
    await hook.remove()
  },
)

test('the test button tells that it went through', async () => {
  const hook = await webhook({ url: `${receiver}/in` })
  const tested = await owner('testWebhook', { path: hook.at })
  expect(tested).toMatchObject({ status: 'delivered', attempts: [{ status: 200 }] })
  expect(new Webhook(hook.secret).verify(requests[0]!.body, requests[0]!.headers)).toMatchObject({
    type: 'pilotgate.test',
  })
  expect((await hook.log())[0]!.deliveryId).toBe(tested.deliveryId)
  await hook.remove()
})

test('while a secret replaces another, both sign; afterwards only the new one', async () => {
  const hook = await webhook({ url: `${receiver}/in` })
  const { newSecret, secrets } = await owner('addWebhookSecret', { path: hook.at })
  await happens()
  const both = requests[0]!
  expect(both.headers['webhook-signature']!.split(' ')).toHaveLength(2)
  for (const secret of [hook.secret, newSecret!]) {
    expect(new Webhook(secret).verify(both.body, both.headers)).toMatchObject({ type: 'program.paused' })
  }
  await owner('removeWebhookSecret', { path: { ...hook.at, secretId: secrets[0]!.secretId } })
  await happens()
  const one = requests[1]!
  expect(new Webhook(newSecret!).verify(one.body, one.headers)).toMatchObject({ type: 'program.paused' })
  expect(() => new Webhook(hook.secret).verify(one.body, one.headers)).toThrow('No matching signature')
  const shown = JSON.stringify([await hook.read(), await hook.log(), await owner('listWebhooks')])
  for (const secret of [hook.secret, newSecret!]) expect(shown).not.toContain(secret)
  expect(shown).not.toContain('sealed')
  await hook.remove()
})

test('the catalogue can be read, and what is not in it or not known is named', async () => {
  const { items } = await owner('listWebhookEvents')
  expect(items).toContainEqual({ type: 'gate.decided', words: expect.any(String) })
  expect(items.map(({ type }) => type)).not.toContain('notes.read')
  const body = { ...paused, url: 'http://example.com/in', events: ['notes.read'], programIds: ['nobody'] }
  const refused = await refusal(owner('createWebhook', { body }))
  for (const [field, words] of [
    ['url', 'https://'],
    ['events.0', 'catalogue'],
    ['programIds.0', 'no program'],
  ]) {
    expect(refused).toEqual(naming(field!, words!))
  }
})

test('a webhook of another organisation, or of somebody who may not, is not there', async () => {
  const hook = await webhook({ url: `${receiver}/in`, programIds: [other.path.programId] })
  const token = await platform.tokenOf('owner@elsewhere.example', { tenant: 'elsewhere', roles: ['program owner'] })
  const ask = (id: string) => platform.send('GET', `/v1/webhooks/${id}`, { token })
  const [theirs, unknown] = [await ask(hook.at.webhookId), await ask('nothing')]
  expect(theirs.status).toBe(404)
  const told = ({ text }: Answer, id: string) => ({ ...JSON.parse(text.replaceAll(id, 'ID')), requestId: '' })
  expect(told(theirs, hook.at.webhookId)).toEqual(told(unknown, 'nothing'))
  const lead = await platform.as(people.lead)
  expect(await refusal(lead('listWebhooks'))).toMatchObject({ status: 403 })
  await happens()
  expect(requests).toEqual([])
  await hook.remove()
})
