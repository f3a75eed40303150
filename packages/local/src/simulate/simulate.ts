import { Temporal } from 'temporal-polyfill'
import { type ApiClient, signInAs } from '../seed/client.ts'
import { everyPage } from '../seed/every-page.ts'
import { sampleLeaders, sampleRows } from '../seed/sample-company.ts'
import { type CohortSize, createSamplePilot, type SampleTemplate, sampleOwner } from '../seed/sample-programs.ts'
import { answerTo, type TaskView } from './answers.ts'
import { chanceOf } from './chance.ts'
import { collectedAnswer, isCollected } from './collected-answers.ts'
import { decisionOn, voteOf } from './decisions.ts'
import { planDeliverables, writtenUp } from './deliverables.ts'
import { planEngagement } from './engagement.ts'
import { type News, openInbox } from './inbox.ts'
import { planIntake } from './intake.ts'
import { planMatching } from './matching.ts'
import { habitOf } from './people.ts'
import type { Platform } from './platform.ts'
import { planSelection } from './selection.ts'
import { unlessTooLate } from './too-late.ts'
import type { Fate, Plan, World } from './world.ts'

const hour = 60 * 60 * 1000
const zone = 'Europe/Berlin'

/** First day of the simulated pilot; its 24 weeks cross a clock change. */
const pilotStart = '2027-01-04'
/** The evening before: where the clock of a simulation stands in the beginning. */
export const simulationStart = Date.parse('2027-01-03T18:00:00Z')

/** A program tells by mail where it stands; in case that mail is lost, its owner also looks after so many turns. */
const lookEvery = 50

export type Pilot = { programId: string; owner: ApiClient; fate: Fate }

export type PilotOptions = {
  seed: number
  /** The 24-week pilot unless said otherwise. */
  template?: SampleTemplate
  /** Everybody of the sample company unless said otherwise. */
  size?: CohortSize
  /** Told when the program comes to another gate, for progress. */
  onGate?: (gate: string) => void
}

/**
 * Runs the main job: a pilot of the sample company through the public HTTP API, with simulated people who act on the mails they
 * get. The clock is moved from one due moment to the next, after everything caused by the last one is done.
 */
export const simulatePilot = async (
  platform: Platform,
  { seed, template, size = {}, onGate = () => {} }: PilotOptions,
): Promise<Pilot> => {
  const { insist } = platform
  const { programId, owner } = await insist(() => createSamplePilot(platform.origin, pilotStart, template, size))
  const fate: Fate = { answered: 0, tooLate: 0, ignored: 0, droppedOut: [] }
  const plans: Plan[] = []
  const planned = new Set<string>()
  const plan = (made: Plan) => plans.push({ ...made, at: nextLook(made.at) })
  const world: World = {
    ...{ platform, programId, owner, chance: chanceOf(seed), fate, signIn: signIns(platform.origin) },
    later: (made) => {
      if (!planned.has(made.what)) plan(made)
      planned.add(made.what)
    },
  }
  const inbox = openInbox(platform.origin)
  plans.push(dropOut(world, size))
  let outages = 0
  let gate: string | undefined
  let turn = 0
  for (;;) {
    await platform.settled()
    const news = await insist(inbox.fresh)
    if (platform.outages() > outages) {
      outages = platform.outages()
      news.push(...(await insist(() => inbox.lost(world))))
    }
    const made = news.flatMap((each) => [
      ...plansFor(each, world),
      ...planMatching(world, each),
      ...planSelection(world, each),
      ...planDeliverables(world, each),
      ...planEngagement(world, each),
    ])
    made.forEach(plan)
    turn += 1
    if (news.some(tellsOfTheProgram) || turn % lookEvery === 0) {
      const program = await insist(() => owner('getProgram', { path: { programId } }))
      if (program.currentGate && program.currentGate !== gate) {
        gate = program.currentGate
        onGate(gate)
      }
      if (program.status === 'completed' || program.status === 'stopped') return { programId, owner, fate }
    }
    plans.sort((a, b) => a.at - b.at || (a.what < b.what ? -1 : 1))
    const { now, nextDue = Number.POSITIVE_INFINITY } = await platform.clock()
    const next = Math.min(plans[0]?.at ?? Number.POSITIVE_INFINITY, nextDue)
    if (next === Number.POSITIVE_INFINITY)
      throw new Error('Nothing is due and nobody plans anything: the pilot is stuck.')
    const to = Math.max(next, now)
    await platform.jump(to)
    const due = plans.filter(({ at }) => at <= to)
    plans.splice(0, due.length)
    await sideBySide(due, insist)
  }
}

/** People look at their mail every four hours, so that several act at once. */
const nextLook = (at: number): number => Math.ceil(at / (4 * hour)) * 4 * hour

/** Mails about one person's selection or match say nothing of where the program stands. */
const tellsOfTheProgram = ({ kind }: News): boolean =>
  !/^(selection|reference|candida|match|intake|credential|engagement|pair|review-due)/.test(kind)

const peopleAtOnce = 6

/** Different people act side by side, each of them one thing after another. */
const sideBySide = async (due: Plan[], insist: Platform['insist']) => {
  const byPerson = [...Map.groupBy(due, ({ what }) => what.split(' ', 1)[0]!).values()]
  const actOneByOne = async () => {
    for (let plans = byPerson.shift(); plans; plans = byPerson.shift()) for (const { act } of plans) await insist(act)
  }
  await Promise.all(Array.from({ length: peopleAtOnce }, actOneByOne))
}

/** Signs each person in once. */
const signIns = (origin: string) => {
  const known = new Map<string, ApiClient>()
  return async (email: string): Promise<ApiClient> => {
    const client = known.get(email) ?? (await signInAs(origin, email))
    known.set(email, client)
    return client
  }
}

/** One participant leaves in week 7; the owner takes them out of the program. */
const dropOut = ({ owner, programId, chance, fate }: World, { leaders }: CohortSize): Plan => {
  const participants = sampleLeaders().slice(0, leaders)
  const { email } = participants[Math.floor(chance('drop-out') * participants.length)]!
  const at = Temporal.PlainDate.from(pilotStart)
    .add({ days: 44 })
    .toZonedDateTime({ timeZone: zone, plainTime: '11:00' })
  const act = async () => {
    const path = { programId }
    const people = await everyPage((cursor) => owner('listPeople', { path, query: { limit: 100, ...cursor } }))
    const { personId, status } = people.find((person) => person.email === email)!
    if (status === 'active') {
      await owner('withdrawPerson', { path: { programId, personId }, body: { reason: 'Left the company' } })
    }
    fate.droppedOut = [email]
  }
  return { at: at.epochMilliseconds, what: `${email} drops out`, act }
}

/** What news makes its reader do, and when. */
const plansFor = (news: News, world: World): Plan[] => {
  const { email, kind, gate, taskIds, at } = news
  if (kind === 'intake-invited' || kind === 'intake-reminded' || kind === 'intake-sent-back')
    return planIntake(world, news)
  if (kind === 'week-opened' || kind === 'task-reminder' || kind === 'decision-recorded') {
    const asking = kind === 'week-opened' ? gate : taskIds[0]?.split('.')[0]
    return asking ? planWork(world, news, asking) : []
  }
  if (kind === 'vote-needed' && gate) {
    const delay = (3 + world.chance('vote delay', gate, email) * 40) * hour
    return [
      { at: at + delay, what: `${email} votes on ${gate}`, act: () => castVote(world, email, gate) },
      ...(email === sampleOwner() ? [planRecord(world, gate, at + 50 * hour)] : []),
    ]
  }
  if (kind === 'decision-needed' && gate) return [planRecord(world, gate, at + 20 * hour)]
  return []
}

const planWork = (world: World, { email, taskKeys, at: from }: News, gate: string): Plan[] => {
  const person = sampleRows().find((row) => row.email === email)!
  const delay = habitOf(person, world.chance).delay(gate)
  if (delay === undefined) {
    world.fate.ignored += 1
    return []
  }
  return [
    {
      at: from + delay,
      what: `${email} does what ${gate} asks`,
      act: () => doWhatIsAsked(world, email, gate, taskKeys),
    },
  ]
}

/** Answers every open question of a gate in one sitting, by the link of the mail where it has one. */
const doWhatIsAsked = async (
  { programId, chance, fate, signIn }: World,
  email: string,
  gate: string,
  keys?: Map<string, string>,
) => {
  const person = await signIn(email)
  const query = { mine: true, gate, status: 'open', limit: 100 }
  const tasks = await everyPage((cursor) =>
    person('listTasks', { path: { programId }, query: { ...query, ...cursor } }),
  )
  for (const task of tasks.filter(isForPeople)) {
    const path = { programId, taskId: task.taskId }
    await unlessTooLate(fate, async () => {
      const key = keys?.get(task.taskId)
      const body = bodyOf(task, email, chance)
      if (key === undefined) await person('answerTask', { path, body })
      else await person('answerTaskLink', { body: { key, ...body } })
      fate.answered += 1
    })
  }
}

/** What somebody can just answer: neither the decision on a gate nor what is written up elsewhere. */
const isForPeople = (task: TaskView): boolean =>
  task.kind === 'do' || isCollected(task) || (task.kind === 'attest' && !writtenUp.includes(task.fact!))

const bodyOf = (task: TaskView, email: string, chance: World['chance']) => {
  if (task.kind === 'do') return { note: 'Done and communicated.' }
  return { answer: task.kind === 'collect' ? collectedAnswer(task, email, chance) : answerTo(task, email, chance) }
}

const castVote = async ({ programId, chance, signIn }: World, email: string, gateId: string) => {
  const member = await signIn(email)
  const gate = await member('getGate', { path: { programId, gate: gateId } })
  if (gate.status !== 'awaiting steering') return
  await member('voteOnGate', { path: { programId, gate: gateId }, body: voteOf(gate, email, chance) })
}

const planRecord = ({ programId, owner, platform }: World, gateId: string, at: number): Plan => ({
  at,
  what: `${sampleOwner()} decides ${gateId}`,
  act: async () => {
    const gate = await owner('getGate', { path: { programId, gate: gateId } })
    // The weekly gate check may have found the evidence meanwhile.
    if (gate.status !== 'awaiting owner' && gate.status !== 'awaiting steering') return
    const { now } = await platform.clock()
    const body = decisionOn(gate, new Date(now).toISOString(), zone)
    await owner('decideGate', { path: { programId, gate: gateId }, body })
  },
})
