import { Temporal } from 'temporal-polyfill'
import type { Runtime } from '../runtime.ts'
import { type ApiClient, Refused, signInAs } from '../seed/client.ts'
import { sampleRows } from '../seed/sample-company.ts'
import { createSamplePilot, sampleOwner } from '../seed/sample-programs.ts'
import type { Message } from '../ses/mail-store.ts'
import { answerTo } from './answers.ts'
import { type Chance, chanceOf } from './chance.ts'
import { decisionOn, voteOf } from './decisions.ts'
import { gateIn, openInbox, tasksIn } from './inbox.ts'
import { habitOf } from './people.ts'

const hour = 60 * 60 * 1000
const zone = 'Europe/Berlin'

/** First day of the simulated pilot; its 24 weeks cross a clock change. */
export const pilotStart = '2027-01-04'
/** The evening before: where the clock of a simulation stands in the beginning. */
export const simulationStart = Date.parse('2027-01-03T18:00:00Z')

type Plan = { at: number; what: string; act: () => Promise<void> }

/** How people fared: answers that came too late, and mails nobody answered. */
export type Fate = { answered: number; tooLate: number; ignored: number; droppedOut: string[] }

export type Pilot = { programId: string; owner: ApiClient; fate: Fate }

/**
 * Runs the main job: a 24-week pilot of the sample company through the public HTTP API, with simulated people who act on the mails
 * they get. The clock is moved from one due moment to the next, after everything caused by the last one is done.
 * @param onGate told when the program comes to another gate, for progress
 */
export const simulatePilot = async (
  runtime: Runtime,
  { seed, onGate = () => {} }: { seed: number; onGate?: (gate: string) => void },
): Promise<Pilot> => {
  const { origin, clock } = runtime
  const chance = chanceOf(seed)
  const { programId, owner } = await createSamplePilot(origin, pilotStart)
  const fate: Fate = { answered: 0, tooLate: 0, ignored: 0, droppedOut: [] }
  const world = { origin, programId, owner, chance, fate, now: clock.now, signIn: signIns(origin) }
  const plans: Plan[] = [await dropOut(world)]
  const newMails = openInbox(origin)
  let gate: string | undefined
  for (;;) {
    await runtime.settled()
    for (const mail of await newMails()) plans.push(...plansFor(mail, world))
    const program = await owner('getProgram', { path: { programId } })
    if (program.currentGate && program.currentGate !== gate) {
      gate = program.currentGate
      onGate(gate)
    }
    if (program.status === 'completed' || program.status === 'stopped') return { programId, owner, fate }
    plans.sort((a, b) => a.at - b.at)
    const next = Math.min(plans[0]?.at ?? Number.POSITIVE_INFINITY, clock.nextDue() ?? Number.POSITIVE_INFINITY)
    if (next === Number.POSITIVE_INFINITY)
      throw new Error('Nothing is due and nobody plans anything: the pilot is stuck.')
    clock.jump(Math.max(next, clock.now()))
    await runtime.settled()
    const due = plans.filter(({ at }) => at <= clock.now())
    plans.splice(0, due.length)
    for (const { act } of due) await act()
  }
}

type World = {
  origin: string
  programId: string
  owner: ApiClient
  chance: Chance
  fate: Fate
  now: () => number
  signIn: (email: string) => Promise<ApiClient>
}

/** Signs each person in once. */
const signIns = (origin: string) => {
  const known = new Map<string, Promise<ApiClient>>()
  return (email: string): Promise<ApiClient> => {
    const client = known.get(email) ?? signInAs(origin, email)
    known.set(email, client)
    return client
  }
}

/** One participant leaves in week 7; the owner takes them out of the program. */
const dropOut = async ({ owner, programId, chance, fate }: World): Promise<Plan> => {
  const participants = sampleRows().filter(({ roles }) => roles.includes('participant'))
  const { email } = participants[Math.floor(chance('drop-out') * participants.length)]!
  const at = Temporal.PlainDate.from(pilotStart)
    .add({ days: 44 })
    .toZonedDateTime({ timeZone: zone, plainTime: '11:00' })
  const act = async () => {
    const { personId } = await findPerson(owner, programId, email)
    await owner('withdrawPerson', { path: { programId, personId }, body: { reason: 'Left the company' } })
    fate.droppedOut.push(email)
  }
  return { at: at.epochMilliseconds, what: `${email} drops out`, act }
}

const findPerson = async (owner: ApiClient, programId: string, email: string) => {
  let cursor: string | undefined
  do {
    const page = await owner('listPeople', { path: { programId }, query: { limit: 100, ...(cursor && { cursor }) } })
    const found = page.items.find((person) => person.email === email)
    if (found) return found
    cursor = page.cursor
  } while (cursor)
  throw new Error(`${email} is not in the program.`)
}

/** What a mail makes its reader do, and when. */
const plansFor = (mail: Message, world: World): Plan[] => {
  const email = mail.to[0]!
  const kind = mail.tags.kind
  const gate = gateIn(mail)
  if (kind === 'week-opened' || kind === 'task-reminder' || kind === 'decision-recorded') {
    return tasksIn(mail).flatMap((taskId) => planTask(world, email, taskId, mail.at))
  }
  if (kind === 'vote-needed' && gate) {
    const delay = (3 + world.chance('vote delay', gate, email) * 40) * hour
    return [
      { at: mail.at + delay, what: `${email} votes on ${gate}`, act: () => castVote(world, email, gate) },
      ...(email === sampleOwner() ? [planRecord(world, gate, mail.at + 50 * hour)] : []),
    ]
  }
  if (kind === 'decision-needed' && gate) return [planRecord(world, gate, mail.at + 20 * hour)]
  return []
}

const planTask = (world: World, email: string, taskId: string, from: number): Plan[] => {
  const person = sampleRows().find((row) => row.email === email)!
  const delay = habitOf(person, world.chance).delay(taskId)
  if (delay === undefined) {
    world.fate.ignored += 1
    return []
  }
  return [{ at: from + delay, what: `${email} answers ${taskId}`, act: () => answer(world, email, taskId) }]
}

const answer = async ({ programId, chance, fate, signIn }: World, email: string, taskId: string) => {
  const person = await signIn(email)
  try {
    const task = await person('getTask', { path: { programId, taskId } })
    if (task.status !== 'open') return
    const body = task.kind === 'do' ? { note: 'Done and communicated.' } : { answer: answerTo(task, chance) }
    await person('answerTask', { path: { programId, taskId }, body })
    fate.answered += 1
  } catch (error) {
    // Too late: the gate was closed in the meantime, or the person has left.
    if (!(error instanceof Refused) || !['NotPossibleNow', 'NotFound'].includes(error.problem.code)) throw error
    fate.tooLate += 1
  }
}

const castVote = async ({ programId, chance, signIn }: World, email: string, gateId: string) => {
  const member = await signIn(email)
  const gate = await member('getGate', { path: { programId, gate: gateId } })
  await member('voteOnGate', { path: { programId, gate: gateId }, body: voteOf(gate, email, chance) })
}

const planRecord = ({ programId, owner, now }: World, gateId: string, at: number): Plan => ({
  at,
  what: `The owner decides ${gateId}`,
  act: async () => {
    const gate = await owner('getGate', { path: { programId, gate: gateId } })
    // The weekly gate check may have found the evidence meanwhile.
    if (gate.status === 'closed') return
    const body = decisionOn(gate, new Date(now()).toISOString(), zone)
    await owner('decideGate', { path: { programId, gate: gateId }, body })
  },
})
