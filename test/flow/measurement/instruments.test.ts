import { container } from '@pilotgate/aws/container'
import type { Route } from '@pilotgate/contracts/route'
import { routes } from '@pilotgate/contracts/routes'
import type { TemplateEdit } from '@pilotgate/core/program/edit-template'
import { leadershipPilot24w } from '@pilotgate/core/program/templates/leadership-pilot-24w'
import { expect, test } from 'vitest'
import { sampleRows } from '../../../packages/local/src/seed/sample-company.ts'
import { completeAnswers } from '../../intake/answers.ts'
import { people, row, runPilot, saveShortPilot, smallRoster } from '../pilot.ts'
import { everything, naming, refusal, startPlatform } from '../platform.ts'

const gate = (
  id: string,
  week: number,
  collects: 'baseline-360' | 'rating' | 'follow-up-360',
  ...more: 'rating'[]
) => ({
  gate: id,
  week,
  title: `Week ${week}`,
  work: ['Collect'],
  responsible: ['program lead' as const],
  asks: [
    { fact: 'issues-logged', of: 'program lead' as const, from: 'one' as const, question: 'Is every issue logged?' },
  ],
  collects: [collects, ...more],
  criterion: { words: 'Every issue is logged', all: [{ rule: 'is-yes' as const, fact: 'issues-logged' }] },
  decides: 'rule' as const,
  choices: [],
  scaleDecision: false,
})
const edit: TemplateEdit = {
  weeks: 2,
  minimumCohort: 1,
  removeGates: leadershipPilot24w.gates.map((each) => each.gate),
  addGates: [gate('W05', 1, 'baseline-360', 'rating'), gate('W17', 2, 'follow-up-360')],
}

const sample = (role: 'participant' | 'manager') =>
  sampleRows().flatMap(({ email, roles }) => (roles.includes(role) && roles.length === 1 ? [email] : []))
/** Four people of one manager. The first shares their goals with the manager, the second does not. */
const [first, second, third, fourth] = sample('participant') as [string, string, string, string]
const manager = sample('manager')[0]!
const platform = await startPlatform('2027-01-03T18:00:00Z')
await saveShortPilot(platform, 'short-pilot', edit)
const team = [first, second, third, fourth].map((email) => row(email, 'participant', 'Europe/Berlin', `${manager},,`))
const { owner, path, programId } = await runPilot(platform, '2027-01-04', {
  roster: smallRoster(row(manager, 'manager'), row(`lea@nordlicht.example`, 'hr analytics'), ...team),
})
const idOf = async (email: string) =>
  (await everything((query) => owner('listPeople', { path, query }))).find((person) => person.email === email)!.personId
const { store } = container()
const scope = { tenantId: 'nordlicht', scope: programId }
const firstId = await idOf(first)
const secondId = await idOf(second)
const coachId = await idOf(people.coach)

const at = '2027-01-03T18:00:00.000Z'
for (const participantId of [firstId, secondId]) {
  await store.commit([
    {
      kind: 'intake',
      record: {
        ...scope,
        id: participantId,
        version: 0,
        formVersion: 1,
        status: 'submitted',
        answers: completeAnswers({ targetBehaviours: ['delegation', 'feedback'] }),
        problems: [],
        invitedAt: at,
        reminders: 0,
      },
      expect: 0,
    },
    {
      kind: 'engagement',
      record: {
        ...scope,
        id: `${participantId}.R001.coach`,
        version: 0,
        participantId,
        providerId: coachId,
        service: 'coach',
        mentorCoach: false,
        status: 'active',
        cadence: { everyDays: 14, minutes: 60, sessions: 10, endsOn: '2027-06-01', reviewEveryDays: 35 },
        publishedAt: at,
        kickedOffAt: at,
        blocks: [],
        upcoming: [],
        sessionsMade: 0,
        reviews: [],
        guidance: [],
        reminders: 0,
      },
      expect: 0,
    },
  ])
}
const sharing = { personId: firstId, group: 'goals', purpose: 'manager', granted: true, textVersion: 1, at } as const
await store.commit([{ kind: 'consent', record: { ...scope, id: `${firstId}.1`, version: 0, ...sharing }, expect: 0 }])
await platform.jumpTo('2027-01-04T09:00:00Z')

type Client = typeof owner
const openOf = (client: Client) =>
  everything((page) => client('listTasks', { path, query: { ...page, mine: true, status: 'open' } }))
type Task = Awaited<ReturnType<typeof openOf>>[number]
const answer = (client: Client, { taskId }: Pick<Task, 'taskId'>, body: object) =>
  client('answerTask', { path: { ...path, taskId }, body: body as never })

type Form = {
  properties: Record<string, { const?: string; properties?: Record<string, { title: string; type: string }> }>
}
/** Fills in the form as the page shows it. */
const filled = ({ form }: Task, rating: number) => {
  const { kind, ratings, yes } = (form as Form).properties
  const of = <T>(part: typeof ratings, value: T) =>
    part?.properties && Object.fromEntries(Object.keys(part.properties).map((id) => [id, value]))
  return { kind: kind!.const, ...(ratings && { ratings: of(ratings, rating) }), ...(yes && { yes: of(yes, true) }) }
}
const collected = (tasks: Task[], kind: string) =>
  tasks.filter(({ form }) => (form as Form | undefined)?.properties.kind?.const === kind)
const everybody = [first, second, third, fourth, people.participant, people.otherParticipant, manager, people.coach]
/** Everyone of those named answers what they are asked of one instrument. */
const answerAll = async (kind: string, emails: string[], rating: (subjectId: string | undefined) => number) => {
  for (const email of emails) {
    const client = await platform.as(email)
    for (const task of collected(await openOf(client), kind)) {
      await answer(client, task, { answer: filled(task, rating(task.subjectId)) })
    }
  }
}
const baselineId = (subject: string, rater: string) => ({ taskId: `W05.1.baseline-360.${subject}.${rater}` })

test('the form of a task holds the questions on the target behaviours, worded for who answers', async () => {
  const [self] = collected(await openOf(await platform.as(first)), 'baseline-360').filter(
    ({ subjectId }) => subjectId === firstId,
  )
  const titles = (task: Task) =>
    Object.values((task.form as Form).properties.ratings!.properties!).map(({ title }) => title)
  expect(titles(self!)).toHaveLength(6)
  expect(titles(self!)[0]).toBe('I hand over whole results, not single steps.')
  const [other] = collected(await openOf(await platform.as(manager)), 'baseline-360')
  expect(titles(other!)[0]).toBe('They hand over whole results, not single steps.')
  expect(other!.title).toContain('360 at the start')
})

test('the mail of the week names who is to be rated, several in one line', async () => {
  const mail = (await platform.mails()).find(({ to, tags }) => to[0] === people.coach && tags.kind === 'week-opened')
  expect(mail!.text).toMatch(/Rate .+: 360 at the start, and the same for 1 other/)
})

test('nobody answers for somebody else, and what is wrong is named', async () => {
  const coach = await platform.as(people.coach)
  const task = baselineId(firstId, coachId)
  const tasks = collected(await openOf(coach), 'baseline-360')
  const body = { answer: filled(tasks.find(({ subjectId }) => subjectId === firstId)!, 3) }
  const stranger = await platform.as(people.participant)
  expect(await refusal(answer(stranger, task, body))).toMatchObject({ status: 404, code: 'NotFound' })
  expect(await refusal(answer(owner, task, body))).toMatchObject({ status: 403, code: 'NotAllowed' })
  const wrong = (ratings: object) => ({ answer: { ...body.answer, ratings: { ...body.answer.ratings, ...ratings } } })
  expect(await refusal(answer(coach, task, wrong({ 'delegation-1': 6 })))).toEqual(
    naming('answer.ratings.delegation-1', '5'),
  )
  expect(await refusal(answer(coach, task, wrong({ 'conflict-1': 3 })))).toEqual(
    naming('answer.ratings.conflict-1', 'Is not asked here'),
  )
  expect(await refusal(answer(coach, task, { answer: { kind: 'rating', rating: 4 } }))).toMatchObject({ status: 400 })
  expect((await store.list('response', scope)).items).toEqual([])
})

test('raters: the participant sees and names their own, others do not', async () => {
  const client = await platform.as(first)
  const me = { ...path, personId: 'me' }
  const { raters, named, version } = await client('getRaters', { path: me })
  expect(named).toBe(false)
  expect(raters.map(({ relation }) => relation)).toEqual(['manager', 'coach', 'peer', 'peer', 'peer'])
  const headers = { 'if-match': `"${version}"` }
  expect(
    await refusal(client('nameRaters', { path: me, headers, body: { personIds: [firstId, 'nobody'] } })),
  ).toMatchObject({
    problems: [{ field: 'personIds.0' }, { field: 'personIds.1' }],
  })
  const other = await platform.as(second)
  expect(await refusal(other('getRaters', { path: { ...path, personId: firstId } }))).toMatchObject({ status: 404 })
  const personIds = raters.map(({ personId }) => personId).toReversed()
  expect(await client('nameRaters', { path: me, headers, body: { personIds } })).toMatchObject({
    named: true,
    version: 1,
  })
  expect(await refusal(client('nameRaters', { path: me, headers, body: { personIds } }))).toMatchObject({ status: 412 })
})

test('five others show in the own report, four do not', async () => {
  await answerAll('baseline-360', everybody.slice(0, -1), (subjectId) => (subjectId === firstId ? 3 : 2))
  const coach = await platform.as(people.coach)
  const [about] = collected(await openOf(coach), 'baseline-360').filter(({ subjectId }) => subjectId === firstId)
  const reports = async (email: string) => (await platform.as(email))('getOwnReport', { path })
  expect((await reports(first)).rounds[0]!.items[0]!.others.withheld).toContain('Answers still come in')
  await answer(coach, about!, { answer: filled(about!, 5) })
  expect(await answer(coach, about!, { answer: filled(about!, 5) })).toMatchObject({ status: 'done' })
  expect(await refusal(answer(coach, about!, { answer: filled(about!, 1) }))).toMatchObject({ code: 'AlreadyDecided' })
  expect((await reports(first)).rounds[0]).toMatchObject({ gate: 'W05', asked: 6, answered: 6 })
  expect((await reports(first)).rounds[0]!.items[0]).toEqual({
    behaviour: 'delegation',
    question: 'I hand over whole results, not single steps.',
    self: 3,
    others: { people: 5, mean: 3.4 },
  })
  // The coach of the second has not answered yet; three peers have.
  expect((await reports(second)).rounds[0]!.items[0]).toMatchObject({ self: 2, others: { people: 3 } })
  const stranger = await platform.as(people.participant)
  expect(await stranger('getOwnReport', { path })).toEqual({ rounds: [], movement: [] })
  expect(await refusal(coach('getOwnReport', { path }))).toMatchObject({ status: 403 })
})

test('results come with the last answer, and hold no single one', async () => {
  const rating = async () => (await owner('getInstrumentResults', { path, query: { instrument: 'rating' } })).items[0]!
  await answerAll('rating', [first, second, third, fourth, people.participant], () => 4)
  expect(await rating()).toMatchObject({ asked: 6, answered: 5, lines: [], withheld: expect.stringContaining('still') })
  const last = await platform.as(people.otherParticipant)
  const [task] = collected(await openOf(last), 'rating')
  await answer(last, task!, { answer: { ...filled(task!, 1), comment: 'canary-7316' } })
  const result = await rating()
  expect(result).toMatchObject({ responseRate: 1, comments: [] })
  expect(result.lines).toMatchObject([
    { what: 'How useful is the program to you?', respondents: 6, mean: 3.5, median: 4 },
    { yes: { part: 6, whole: 6 } },
  ])
  const of360 = await owner('getInstrumentResults', { path, query: { instrument: 'baseline-360' } })
  expect(of360.items[0]).toMatchObject({ asked: 11, answered: 10, lines: [] })
})

test('no route shows what somebody else answered', async () => {
  const readable = Object.values<Route>(routes).filter(
    (route) => route.method === 'GET' && route.path.replaceAll('{programId}', '').match(/[{}]/) === null,
  )
  const taskPath = baselineId(firstId, await idOf(manager))
  for (const email of [people.owner, people.lead, people.sponsor, first, people.coach]) {
    const token = await platform.tokenOf(email)
    for (const route of readable) {
      const { text } = await platform.send('GET', route.path.replace('{programId}', programId), { token })
      expect(text, `${email} ${route.path}`).not.toContain('canary-7316')
    }
    const seen = await platform.send('GET', `/v1/programs/${programId}/tasks/${taskPath.taskId}`, { token })
    expect(seen.body).not.toHaveProperty('answer')
    expect(seen.body).not.toHaveProperty('note')
  }
  expect((await store.list('response', scope)).items.some(({ comment }) => comment === 'canary-7316')).toBe(true)
})

test('the follow-up asks those who answered the baseline, whoever is named since', async () => {
  const lead = await platform.as(people.lead)
  const [asked] = (await openOf(lead)).filter(({ fact }) => fact === 'issues-logged')
  await answer(lead, asked!, { answer: { kind: 'yes-no', yes: true } })
  const headers = { 'if-match': '"0"' }
  await owner('nameRaters', {
    path: { ...path, personId: secondId },
    headers,
    body: { personIds: [await idOf(manager)] },
  })
  await platform.jumpTo('2027-01-11T09:00:00Z')
  expect((await store.get('task', scope, baselineId(secondId, coachId).taskId))!.status).toBe('cancelled')
  const tasks = await everything((query) =>
    owner('listTasks', { path, query: { ...query, gate: 'W17', status: 'open' } }),
  )
  const asks = (subjectId: string) =>
    tasks.flatMap((task) => (task.subjectId === subjectId ? [task.personId] : [])).toSorted()
  const ids = async (...emails: string[]) => (await Promise.all(emails.map(idOf))).toSorted()
  expect(asks(firstId)).toEqual(await ids(first, second, third, fourth, manager, people.coach))
  expect(asks(secondId)).toEqual(await ids(first, second, third, fourth))
  const client = await platform.as(people.coach)
  expect(
    await refusal(answer(client, baselineId(secondId, coachId), { answer: { kind: 'baseline-360' } })),
  ).toMatchObject({
    code: 'NotPossibleNow',
  })
})

test('movement: the own one for the participant, nothing of two people for those who oversee', async () => {
  await answerAll('follow-up-360', everybody, () => 4)
  const report = await (await platform.as(first))('getOwnReport', { path })
  expect(report.movement).toEqual([
    { behaviour: 'delegation', self: 1, others: { people: 5, mean: 0.6 } },
    { behaviour: 'feedback', self: 1, others: { people: 5, mean: 0.6 } },
  ])
  const movement = await (await platform.as(people.sponsor))('getMovement', { path })
  expect(movement.all.others).toEqual({
    participants: 2,
    raters: 6,
    withheld: 'Withheld: it rests on 2 people, fewer than 5.',
  })
  expect(await refusal((await platform.as(people.coach))('getMovement', { path }))).toMatchObject({ status: 403 })
})

test('the question bank shows its version and both wordings', async () => {
  const bank = await (await platform.as(people.participant))('getQuestionBank', { path })
  expect(bank.bank).toBe(1)
  const baseline = bank.instruments.find(({ instrument }) => instrument === 'baseline-360')!
  expect(baseline.questions).toHaveLength(36)
  expect(baseline).toMatchObject({ low: 'hardly ever', high: 'nearly always' })
})
