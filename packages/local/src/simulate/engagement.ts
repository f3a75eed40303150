import type { EngagementForm } from '@pilotgate/core/engagement/forms'
import { Temporal } from 'temporal-polyfill'
import { type ApiClient, Refused } from '../seed/client.ts'
import { everyPage } from '../seed/every-page.ts'
import { sampleRows } from '../seed/sample-company.ts'
import type { TaskView } from './answers.ts'
import type { News } from './inbox.ts'
import { habitOf } from './people.ts'
import { planSessions } from './sessions.ts'
import type { Plan, World } from './world.ts'

const hour = 60 * 60 * 1000
/** Whoever would never get round to it signs when asked in person. */
const askedInPerson = 100 * hour

/** What a mail about an engagement makes its reader do, and when: sign, start, close. */
export const planEngagement = (world: World, { email, kind, taskIds, at }: News): Plan[] => {
  if (kind !== 'engagement-asked') return []
  const row = sampleRows().find((each) => each.email === email)!
  return taskIds.map((taskId) => {
    const what = subjectOf(taskId)
    const delay = habitOf(row, world.chance).delay(what) ?? askedInPerson
    return { at: at + delay, what: `${email} answers ${what}`, act: () => answer(world, row, taskId) }
  })
}

/** `E2 coach agreement 1`: without ids, which are new in every run. */
const subjectOf = (taskId: string): string => {
  const [gate, , , ...rest] = taskId.split('.')
  return [gate, ...rest.slice(0, -1)].join(' ')
}

type Row = { email: string; name: string; zone: string }

const answer = async (world: World, { email, name, zone }: Row, taskId: string) => {
  const { programId, signIn, fate, platform } = world
  const person = await signIn(email)
  const path = { programId, taskId }
  const { now } = await platform.clock()
  try {
    const task = await person('getTask', { path })
    if (task.status === 'done' && task.gate === 'E1') return await planSessions(world, email, task.engagementId!)
    if (task.status !== 'open') return
    const tries = task.gate === 'E1' ? await startsFor(person, programId, task, zone, now) : [formFor(task, name)]
    await firstTaken(tries, (form) => person('answerTask', { path, body: { answer: form } }))
    fate.answered += 1
    if (task.gate === 'E1') await planSessions(world, email, task.engagementId!)
  } catch (error) {
    if (!(error instanceof Refused) || !['NotPossibleNow', 'NotFound'].includes(error.problem.code)) throw error
    fate.tooLate += 1
  }
}

/** Tries one answer after the other until one is not refused for what it says: a start may be taken. */
const firstTaken = async (forms: EngagementForm[], send: (form: EngagementForm) => Promise<unknown>) => {
  for (const [index, form] of forms.entries()) {
    try {
      return await send(form)
    } catch (error) {
      const taken = error instanceof Refused && error.problem.code === 'InvalidInput'
      if (!taken || index === forms.length - 1) throw error
    }
  }
}

const formFor = ({ gate, round, taskId }: TaskView, name: string): EngagementForm => {
  if (gate === 'E6') return closingNotes
  if (taskId.includes('.charter.')) return { kind: 'charter', roleCharter: 1, dataAccess: 1, name }
  return { kind: 'agreement', number: round, name }
}

const closingNotes: EngagementForm = {
  kind: 'closing-notes',
  goals: [{ goal: 'Hands decisions to the team', reached: 'yes', evidence: 'The weekly plan of the team shows it.' }],
  context: 'Leads the same team, which grows in autumn.',
  transfer: [{ item: 'Names somebody to think with', done: true, who: 'The participant' }],
}

/** A weekday of their own for each engagement of a provider, at ten on their clock or, when that is taken, later. */
const startsFor = async (
  person: ApiClient,
  programId: string,
  { engagementId, personId }: TaskView,
  zone: string,
  now: number,
): Promise<EngagementForm[]> => {
  const all = await everyPage((cursor) =>
    person('listEngagements', { path: { programId }, query: { providerId: personId, limit: 100, ...cursor } }),
  )
  const own = all
    .filter(({ status }) => status !== 'ended')
    .toSorted((a, b) => (a.participantName + a.service < b.participantName + b.service ? -1 : 1))
  const place = own.findIndex((each) => each.engagementId === engagementId)
  const everyWeeks = Math.max(1, Math.round((own[place]?.cadence?.everyDays ?? 14) / 7))
  const today = Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO(zone).toPlainDate()
  const monday = today.add({ days: 8 - today.dayOfWeek })
  return [10, 11, 12, 13, 14, 15, 16].map((hours) => ({
    kind: 'kickoff',
    blocks: [0, 1, 2].map((index) =>
      monday
        .add({ days: place % 5, weeks: index * everyWeeks })
        .toZonedDateTime({ timeZone: zone, plainTime: Temporal.PlainTime.from({ hour: hours }) })
        .toInstant()
        .toString(),
    ),
  }))
}
