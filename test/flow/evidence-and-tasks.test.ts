import { container } from '@pilotgate/aws/container'
import { expect, test } from 'vitest'
import { draftPilot, people, runPilot, saveShortPilot } from './pilot.ts'
import { everything, naming, refusal, startPlatform } from './platform.ts'

const platform = await startPlatform('2027-01-03T18:00:00Z')
await saveShortPilot(platform)
const owner = await platform.as(people.owner)
const lead = await platform.as(people.lead)
const participant = await platform.as(people.participant)
const { store } = container()

const pilot = await runPilot(platform, '2027-01-04')
const other = await runPilot(platform, '2027-01-04', { name: 'Another' })
await platform.jumpTo('2027-01-04T09:00:00Z')
const { path, programId } = pilot

const ratio = (part: number, whole: number) => ({ kind: 'ratio', part, whole }) as const
const statement = { fact: 'kpi-owners-named', gate: 'W01', value: ratio(5, 6), source: 'Read off the KPI map' }
const attest = (body: object, client = owner, at = path) =>
  client('attestFact', { path: at, body: { ...statement, ...body } as never })
const stated = (at = path) => everything((query) => owner('listEvidence', { path: at, query }))
const answer = (client: typeof owner, taskId: string, body: object, at = path) =>
  client('answerTask', { path: { ...at, taskId }, body: body as never })
const tasksOf = (client: typeof owner, query = {}, at = path) =>
  everything((page) => client('listTasks', { path: at, query: { ...query, ...page } }))
const taskOf = async (client: typeof owner, fact: string, at = path) =>
  (await tasksOf(client, { mine: true }, at)).find((task) => task.fact === fact)!
/** How many events of a kind the program has told of. */
const events = async (type: string, id = programId) => {
  const { items } = await store.events({ tenantId: 'nordlicht', programId: id }, { limit: 1000 })
  return items.filter((event) => event.type === type).length
}

test('evidence that says nothing or cannot be is refused by field, and none is kept', async () => {
  const cases: [body: object, field: string, words: string][] = [
    [{ fact: 'no-such' }, 'fact', 'There is no fact "no-such".'],
    [{ fact: 'cohort-size', value: { kind: 'count', count: 30 } }, 'fact', 'computed by the platform'],
    [{ fact: 'pivots-done' }, 'fact', 'computed by the platform'],
    [{ value: { kind: 'yes-no', yes: true } }, 'value.kind', 'is of kind "ratio", not "yes-no"'],
    [{ value: ratio(7, 6) }, 'value.part', 'must not be more than "whole"'],
    [{ value: ratio(-1, 6) }, 'value.part', '0'],
    [{ value: { kind: 'ratio', part: 1 } }, 'value.whole', ''],
    [{ value: { kind: 'guess' } }, 'value.kind', ''],
    [{ value: { ...ratio(1, 2), sure: true } }, 'value.sure', 'Leave it out'],
    [{ fact: 'participant-rating', value: { kind: 'rating', median: 6, answers: 2 } }, 'value.median', '5'],
    [{ gate: 'W99' }, 'gate', 'There is no gate "W99".'],
    [{ source: ' ' }, 'source', 'Say where the value comes from.'],
    [{ by: 'me' }, 'by', 'Leave it out'],
  ]
  for (const [body, field, words] of cases) {
    expect(await refusal(attest(body)), JSON.stringify(body)).toEqual(naming(field, words))
  }
  expect(await stated()).toEqual([])
  expect(await events('fact.attested')).toBe(0)
})

test('only those who oversee the program state facts, and only legal signs off for legal', async () => {
  expect(await refusal(attest({}, participant))).toMatchObject({ status: 403, code: 'NotAllowed' })
  const coach = await platform.as(people.coach)
  expect((await refusal(attest({}, coach))).detail).toContain('Someone with one of these roles can: program owner')
  const sign = { fact: 'legal-sign-off', value: { kind: 'yes-no', yes: true } }
  expect(await refusal(attest(sign))).toMatchObject({
    status: 403,
    code: 'NotAllowed',
    detail: 'Only someone with the role "legal" states "legal-sign-off".',
  })
  expect(await stated()).toEqual([])
  expect(await attest(sign, await platform.as(people.legal))).toMatchObject({ fact: 'legal-sign-off' })
})

test('the owner may answer for others, but not for legal', async () => {
  await owner('copyTemplate', {
    path: { templateId: 'short-pilot' },
    body: {
      templateId: 'legal-pilot',
      edit: {
        gates: {
          W13: {
            asks: [{ fact: 'legal-sign-off', of: 'legal', from: 'one', question: 'Do you sign off?' }],
          },
        },
      },
    },
  })
  const at = (await runPilot(platform, '2027-01-04', { templateId: 'legal-pilot' })).path
  const tenantId = 'nordlicht'
  const scope = at.programId
  const task = (await store.list('task', { tenantId, scope })).items.find(({ fact }) => fact === 'kpi-owners-named')!
  const legal = await platform.as(people.legal)
  const me = (await everything((query) => owner('listPeople', { path: at, query }))).find(
    ({ email }) => email === people.legal,
  )!
  const asked = { ...task, id: 'W13.1.legal-sign-off.x', fact: 'legal-sign-off', answerKind: 'yes-no' as const }
  await store.commit([{ kind: 'task', record: { ...asked, personId: me.personId, version: 0 }, expect: 0 }])
  const yes = { answer: { kind: 'yes-no', yes: true } }
  expect(await refusal(answer(owner, asked.id, yes, at))).toMatchObject({ status: 403, code: 'NotAllowed' })
  expect(await answer(legal, asked.id, yes, at)).toMatchObject({ status: 'done' })
  const others = await answer(owner, task.id, { answer: ratio(6, 6) }, at)
  expect(others).toMatchObject({ status: 'done', doneBy: expect.not.stringMatching(task.personId) })
})

test('everyone sees what they are asked, those who oversee see all, and nobody else sees a task of somebody else', async () => {
  const all = await tasksOf(owner)
  expect(all.map(({ fact }) => fact).toSorted()).toEqual(['baseline-captured', 'baseline-captured', 'kpi-owners-named'])
  const own = await tasksOf(participant)
  expect(own).toHaveLength(1)
  expect(own[0]).toMatchObject({
    kind: 'attest',
    fact: 'baseline-captured',
    answerKind: 'yes-no',
    dueAt: '2027-01-08T15:00:00.000Z',
    overdue: false,
    form: { type: 'object', required: ['kind', 'yes'] },
  })
  const others = all.find(({ fact, personId }) => fact === 'baseline-captured' && personId !== own[0]!.personId)!
  const about = (taskId: string, problem: { detail: string; requestId: string; status: number }) => ({
    ...problem,
    detail: problem.detail.replace(taskId, 'ID'),
    requestId: '',
  })
  const unknown = 'W01.1.baseline-captured.00000000000000000000000000'
  for (const look of [
    (taskId: string) => participant('getTask', { path: { ...path, taskId } }),
    (taskId: string) => answer(participant, taskId, { answer: { kind: 'yes-no', yes: true } }),
  ]) {
    const hidden = await refusal(look(others.taskId))
    expect(hidden).toMatchObject({ status: 404, code: 'NotFound' })
    expect(about(others.taskId, hidden)).toEqual(about(unknown, await refusal(look(unknown))))
  }
  const overseer = await refusal(answer(lead, others.taskId, { answer: { kind: 'yes-no', yes: true } }))
  expect(overseer).toMatchObject({ status: 403, detail: 'This task belongs to somebody else.' })
  expect((await tasksOf(owner)).every(({ status }) => status === 'open')).toBe(true)
})

test('an answer of the wrong kind, or none, is refused; the right one is kept once', async () => {
  const { taskId } = await taskOf(lead, 'kpi-owners-named')
  const cases: [body: object, field: string, words: string][] = [
    [{}, 'answer', 'Needs an answer of kind "ratio".'],
    [{ note: 'Soon' }, 'answer', 'Needs an answer of kind "ratio".'],
    [{ answer: { kind: 'yes-no', yes: true } }, 'answer', 'Needs an answer of kind "ratio".'],
    [{ answer: ratio(7, 6) }, 'answer.part', 'must not be more than "whole"'],
    [{ answer: ratio(1.5, 6) }, 'answer.part', 'int'],
    [{ answer: { kind: 'ratio' } }, 'answer.part', ''],
    [{ answer: ratio(1, 2), done: true }, 'done', 'Leave it out'],
  ]
  for (const [body, field, words] of cases) {
    expect(await refusal(answer(lead, taskId, body)), JSON.stringify(body)).toEqual(naming(field, words))
  }
  expect(await taskOf(lead, 'kpi-owners-named')).toMatchObject({ status: 'open' })

  const body = { answer: ratio(4, 6), note: 'Two are vacant' }
  const first = await answer(lead, taskId, body)
  expect(first).toMatchObject({ status: 'done', ...body, doneAt: '2027-01-04T09:00:00.000Z' })
  expect(await answer(lead, taskId, body)).toEqual(first)
  expect(await events('task.completed')).toBe(1)
  expect(await refusal(answer(lead, taskId, { answer: ratio(6, 6) }))).toMatchObject({
    status: 409,
    code: 'AlreadyDecided',
    detail: 'This task was done on 2027-01-04T09:00:00.000Z with another answer.',
  })
  expect(await taskOf(lead, 'kpi-owners-named')).toMatchObject(body)
  expect(await events('task.completed')).toBe(1)
})

test('ten answers at the same moment are one', async () => {
  const { taskId } = await taskOf(lead, 'kpi-owners-named', other.path)
  const answers = Array.from({ length: 10 }, (_, part) =>
    answer(lead, taskId, { answer: ratio(part % 2, 6) }, other.path),
  )
  const results = await Promise.allSettled(answers)
  const done = results.flatMap((result) => (result.status === 'fulfilled' ? [JSON.stringify(result.value.answer)] : []))
  expect(new Set(done).size).toBe(1)
  expect(await events('task.completed', other.programId)).toBe(1)
  for (const result of results) {
    if (result.status === 'rejected')
      expect(result.reason.problem).toMatchObject({ status: 409, code: 'AlreadyDecided' })
  }
})

test('a drop-out keeps nothing to do: their tasks are cancelled and they are out', async () => {
  const dropOut = await platform.as(people.otherParticipant)
  const { taskId, personId } = await taskOf(dropOut, 'baseline-captured')
  await owner('withdrawPerson', { path: { ...path, personId }, body: { reason: 'Left the company' } })
  expect(await owner('getTask', { path: { ...path, taskId } })).toMatchObject({ status: 'cancelled' })
  const yes = { answer: { kind: 'yes-no', yes: true } }
  expect(await refusal(answer(dropOut, taskId, yes))).toMatchObject({ status: 404, code: 'NotFound' })
  expect(await refusal(answer(owner, taskId, yes))).toMatchObject({
    status: 409,
    code: 'NotPossibleNow',
    detail: expect.stringContaining('The answer is no longer needed'),
  })
  const left = (await everything((query) => owner('listPeople', { path, query }))).find(
    (one) => one.personId === personId,
  )
  expect(left).toMatchObject({ status: 'withdrawn', withdrawnReason: 'Left the company' })
})

test('the latest statement counts, over what people answered, and the gate shows where it comes from', async () => {
  await attest({ value: ratio(2, 6), source: 'First look' })
  await attest({ value: ratio(6, 6), source: 'Second look', note: 'All named now' })
  const { taskId } = await taskOf(participant, 'baseline-captured')
  await answer(participant, taskId, { answer: { kind: 'yes-no', yes: true } })
  await platform.jumpTo('2027-01-08T15:00:00Z')
  const gate = await owner('getGate', { path: { ...path, gate: 'W01' } })
  expect(gate).toMatchObject({ status: 'closed' })
  const [owners, baseline] = gate.evaluations[0]!.conditions
  expect(owners).toMatchObject({
    result: 'pass',
    value: ratio(6, 6),
    source: { how: 'attested', note: 'Second look: All named now' },
  })
  // The drop-out is asked no more: one of one.
  expect(baseline).toMatchObject({ result: 'pass', value: ratio(1, 1) })
  const list = (await stated()).filter(({ fact }) => fact === 'kpi-owners-named')
  expect(list.map(({ source }) => source)).toEqual(['First look', 'Second look'])
  const one = await everything((query) => owner('listEvidence', { path, query: { ...query, fact: 'legal-sign-off' } }))
  expect(one.map(({ fact }) => fact)).toEqual(['legal-sign-off'])
})

test('after its gate is closed a task takes no answer', async () => {
  const gate = await owner('getGate', { path: { ...other.path, gate: 'W01' } })
  expect(gate.status).toBe('awaiting owner')
  const { taskId } = await taskOf(participant, 'baseline-captured', other.path)
  await owner('decideGate', {
    path: { ...other.path, gate: 'W01' },
    body: { choice: 'waive', reason: 'Good enough' },
  })
  expect(
    await refusal(answer(participant, taskId, { answer: { kind: 'yes-no', yes: true } }, other.path)),
  ).toMatchObject({
    status: 409,
    code: 'NotPossibleNow',
    detail: 'The answer is no longer needed: gate W01 is closed, or you left the program.',
  })
  expect(await owner('getTask', { path: { ...other.path, taskId } })).toMatchObject({ status: 'cancelled' })
})

test('what was stated for an earlier gate gives way to newer answers for a later one', async () => {
  await attest({ fact: 'session-attendance', gate: 'W01', value: ratio(1, 10), source: 'Before it began' })
  await platform.jumpTo('2027-01-11T09:00:00Z')
  const coach = await platform.as(people.coach)
  const { taskId } = await taskOf(coach, 'session-attendance')
  await answer(coach, taskId, { answer: ratio(9, 10) })
  await platform.jumpTo('2027-01-15T15:00:00Z')
  const gate = await owner('getGate', { path: { ...path, gate: 'W12' } })
  expect(gate.evaluations).toMatchObject([{ outcome: 'pass', value: '90 % (9 of 10)' }])
})

test('once the program is over no evidence is taken; before it starts, it is', async () => {
  await owner('stopProgram', { path, body: { reason: 'Only a trial' } })
  const before = await stated()
  expect(await refusal(attest({}))).toMatchObject({
    status: 409,
    code: 'NotPossibleNow',
    detail: 'The program is stopped; no more evidence is taken.',
  })
  expect(await stated()).toEqual(before)
  const draft = await draftPilot(platform, '2027-06-07')
  expect(await attest({}, owner, draft.path)).toMatchObject({ gate: 'W01' })
})
