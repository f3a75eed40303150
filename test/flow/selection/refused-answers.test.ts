import type { SelectionForm } from '@pilotgate/core/selection/forms/forms'
import { beforeAll, describe, expect, test } from 'vitest'
import type { TaskView } from '../../../packages/local/src/simulate/answers.ts'
import { referenceFrom } from '../../../packages/local/src/simulate/selection-answers.ts'
import { naming, refusal } from '../platform.ts'
import { scanAll } from '../records.ts'
import { staff, startSelection } from './selection.ts'

const flow = await startSelection()
const { platform, path, as } = flow
const sent = async (email: string, task: TaskView, answer: unknown) =>
  (await as(email))('answerTask', { path: { ...path, taskId: task.taskId }, body: { answer: answer as SelectionForm } })

describe('referees and their links', () => {
  const by = staff.coach
  const referee = (email: string) => ({ name: 'A client', email, organisation: 'Birke AG', relation: 'Client' })
  const naming2 = (...emails: string[]) => ({ kind: 'referees', referees: emails.map(referee) })
  let task: TaskView
  let keys: string[]
  const post = (url: string, body: unknown) => platform.send('POST', url, { body })

  beforeAll(async () => {
    const candidacyId = await flow.open(by, 'external-coach')
    await flow.drive(candidacyId, { until: 'references' })
    task = await flow.taskOf(candidacyId, 'referees')
  })

  test.each([
    ['one only', ['a@birke.example'], 'answer.referees', 'at least two'],
    ['no address', ['a@birke.example', 'b at birke'], 'answer.referees.1.email', 'e-mail address'],
    ['the own address', ['Wanda.Weber+friend@nordlicht.example', 'a@birke.example'], 'answer.referees.0.email', 'own'],
    ['an address twice', ['a@birke.example', 'A+2@Birke.example'], 'answer.referees.1.email', 'twice'],
    ['a member of the panel', ['a@birke.example', staff.owner], 'answer.referees.1.email', 'member of your panel'],
  ])('%s is refused', async (_, emails, field, words) => {
    expect(await refusal(sent(by, task, naming2(...emails)))).toEqual(naming(field, words))
  })

  test('a key that is wrong, truncated or of somebody else opens nothing, and tells nothing', async () => {
    await sent(by, task, naming2('a@birke.example', 'b@fjord.example'))
    keys = [...(await flow.referenceKeys()).values()]
    const read = keys.map((key) => Buffer.from(key, 'base64url').toString().split('\n'))
    const [[tenant, program, id, secret], [, , otherId]] = read as [string[], string[]]
    const forged = (...parts: unknown[]) => Buffer.from(parts.join('\n')).toString('base64url')
    const wrong = [
      keys[0]!.slice(0, -1),
      keys[0]!.slice(0, -12),
      `${keys[0]!}A`,
      'x'.repeat(40),
      forged(tenant, program, id, [...secret!].reverse().join('')),
      forged(tenant, program, otherId, secret),
      forged(tenant, program, 'nobody.01.references.1.1', secret),
      forged('suedlicht', program, id, secret),
      forged(tenant, 'a#b', id, secret),
      forged(tenant, program, id),
    ]
    const before = await scanAll()
    const told = new Set<string>()
    for (const key of wrong) {
      for (const answer of [
        await post('/v1/references/read', { key }),
        await post('/v1/references', { key, answer: referenceFrom('x@y.example') }),
      ]) {
        expect(answer.status, key).toBe(404)
        told.add((answer.body as { detail: string }).detail)
      }
    }
    expect([...told]).toEqual([expect.stringContaining('Copy the whole link from the mail')])
    expect(await scanAll()).toEqual(before)
  })

  test('a key of no length, or an answer without its parts, is named field by field', async () => {
    expect((await post('/v1/references/read', { key: 'short' })).body).toEqual(naming('key', ''))
    expect((await post('/v1/references/read', {})).body).toEqual(naming('key', ''))
    const half = { key: keys[0], answer: { kind: 'reference', behaviourChanged: 'yes', recommend: 6 } }
    const { body } = await post('/v1/references', half)
    expect(body).toEqual(naming('answer.behaviourChanged', 'boolean'))
    expect(body).toEqual(naming('answer.recommend', 'from 1 to 5'))
    expect(body).toEqual(naming('answer.whatChanged', ''))
  })
})

describe('a mentor', () => {
  let candidacyId: string
  const by = staff.mentor
  const commitment = (dueOn: string) => ({
    kind: 'commitment',
    action: 'introduction',
    what: 'Introduce my mentee.',
    verifiedBy: 'The head of platform',
    dueOn,
  })

  test('is asked for all questions of the quiz, and peers who are mentors', async () => {
    candidacyId = await flow.open(by, 'internal-mentor')
    await flow.drive(candidacyId, { until: 'quiz' })
    const quiz = await flow.taskOf(candidacyId, 'quiz')
    const some = { kind: 'quiz', answers: { performance: 'z', weather: 'a' } }
    const problem = await refusal(sent(by, quiz, some))
    expect(problem).toEqual(naming('answer.answers.performance', 'Choose one of: a, b, c'))
    expect(problem).toEqual(naming('answer.answers.weather', 'no such question'))
    expect(JSON.stringify(await flow.materialOf(quiz))).not.toMatch(/"right"|"because"/)
    await flow.drive(candidacyId, { until: 'recording' })
    const recording = await flow.taskOf(candidacyId, 'recording')
    const of = (more: object) => ({ kind: 'recording', link: 'https://v.example/1', minutes: 10, peers: [], ...more })
    const refused = async (more: object) => refusal(sent(by, recording, of(more)))
    expect(await refused({ peers: [flow.idOf(by)] })).toEqual(naming('answer.peers.0', 'Is the candidate.'))
    expect(await refused({ peers: [flow.idOf(staff.coach)] })).toEqual(naming('answer.peers.0', 'no mentor'))
    expect(await refused({ link: 'http://v.example/1' })).toEqual(naming('answer.link', 'https'))
    expect(await refused({ minutes: 30 })).toEqual(naming('answer.minutes', 'ten minutes'))
  })

  test('commits to a day that lies ahead, within 60 days', async () => {
    await flow.drive(candidacyId, { until: 'commitment' })
    const task = await flow.taskOf(candidacyId, 'commitment')
    const today = new Date(platform.clock.now())
    const inDays = (days: number) => new Date(today.getTime() + days * 86_400_000).toISOString().slice(0, 10)
    for (const dueOn of [inDays(-1), inDays(0), inDays(61)]) {
      expect(await refusal(sent(by, task, commitment(dueOn)))).toEqual(naming('answer.dueOn', '60 days away at most'))
    }
    expect(await refusal(sent(by, task, commitment('2027-02-30')))).toEqual(naming('answer.dueOn', ''))
    expect(await sent(by, task, commitment(inDays(60)))).toMatchObject({ status: 'done' })
  })
})

test('a public request may carry an Idempotency-Key like any other', async () => {
  const headers = { 'content-type': 'application/json', 'idempotency-key': 'reference-1' }
  const read = () => flow.platform.send('POST', '/v1/references/read', { headers, body: { key: 'x'.repeat(40) } })
  expect((await read()).status).toBe(404)
  expect((await read()).status).toBe(404)
})
