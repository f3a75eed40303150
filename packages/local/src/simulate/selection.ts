import type { PathName } from '@pilotgate/core/selection/selection-path'
import { everyPage } from '../seed/every-page.ts'
import { sampleProviderRows, sampleRows } from '../seed/sample-company.ts'
import { sampleOwner } from '../seed/sample-programs.ts'
import type { News } from './inbox.ts'
import { habitOf } from './people.ts'
import { referenceFrom, selectionAnswer } from './selection-answers.ts'
import { unlessTooLate } from './too-late.ts'
import type { Plan, World } from './world.ts'

const hour = 60 * 60 * 1000
const day = 24 * hour

/** People answer what a selection asks sooner than other mail: a place in the program hangs on it. */
const eager = 0.3
/** Practice under supervision lasts four weeks at least (S-I). */
const practiceTakes = 31 * day

const holding = (role: string): string => sampleRows().find(({ roles }) => roles.some((each) => each === role))!.email

/** What a mail about a selection makes its reader do, and when. */
export const planSelection = (world: World, news: News): Plan[] => {
  const { email, kind, gate, at, taskIds, referenceKey, candidacyId } = news
  const plan = (delay: number, what: string, act: () => Promise<void>): Plan[] => [
    { at: at + delay, what: `${email} ${what}`, act },
  ]
  if (kind === 'week-opened' && gate === 'W02' && email === sampleOwner()) {
    return (['coach', 'mentor'] as const).flatMap((service) =>
      plan(hour, `lets the ${service} lead invite ${service} candidates`, () => invite(world, service)),
    )
  }
  if (kind === 'selection-asked' || kind === 'selection-reminder') {
    return taskIds.flatMap((taskId) => planTask(world, email, taskId, at))
  }
  if (kind === 'reference-asked' && referenceKey) {
    const delay = (4 + world.chance('reference', email) * 30) * hour
    return plan(delay, 'gives a reference', () => giveReference(world, email, referenceKey))
  }
  if (
    kind === 'candidate-held' &&
    candidacyId &&
    (email === holding('coach lead') || email === holding('mentor lead'))
  ) {
    return plan(20 * hour, 'takes a candidacy up again', () => resume(world, email, candidacyId))
  }
  // One mentor never gets round to it, and is suspended.
  if (kind === 'sponsor-action-due' && email !== forgetful()) {
    return plan(30 * hour, 'logs the sponsor action', () => logSponsorAction(world, email))
  }
  return []
}

const forgetful = (): string => sampleProviderRows().findLast(({ service }) => service === 'mentor')!.email

const pathOf = ({ service, internal }: { service: string; internal: boolean }): PathName =>
  service === 'mentor' ? 'internal-mentor' : internal ? 'internal-coach' : 'external-coach'

/** The lead opens a candidacy for everyone on the roster who offered to coach or to mentor. */
const invite = async ({ programId, signIn }: World, service: 'coach' | 'mentor') => {
  const lead = await signIn(holding(`${service} lead`))
  const path = { programId }
  const people = await everyPage((cursor) => lead('listProviders', { path, query: { limit: 100, ...cursor } }))
  const known = await everyPage((cursor) => lead('listCandidacies', { path, query: { limit: 100, ...cursor } }))
  for (const row of sampleProviderRows().filter((each) => each.service === service)) {
    const name = sampleRows().find(({ email }) => email === row.email)!.name
    const personId = people.find((each) => each.name === name)?.personId
    if (personId === undefined || known.some((each) => each.personId === personId)) continue
    const body = { personId, path: pathOf(row), why: `Offered to be a ${service} in this pilot.` }
    await lead('openCandidacy', { path, body })
  }
}

const promptly = ({ chance }: World, email: string, subject: string): number =>
  (2 + chance('candidate', email, subject) * 44) * hour

/** A task's subject without ids, which are new in every run: `S-C3 live-demo scores 1`. */
const planTask = (world: World, email: string, taskId: string, from: number): Plan[] => {
  const [rule, candidate, , step, round, requirement, asked] = taskId.split('.')
  const subject = [rule, step, round, requirement].join(' ')
  const row = sampleRows().find((each) => each.email === email)!
  // A candidate never forgets their own application; others deal with it as with all their mail.
  const own = candidate === asked
  const delay = own ? promptly(world, email, subject) : habitOf(row, world.chance).delay(`${subject} ${from}`)
  if (delay === undefined) {
    world.fate.ignored += 1
    return []
  }
  const at = from + (requirement === 'practice' ? practiceTakes : delay * eager)
  return [{ at, what: `${email} answers ${subject}`, act: () => answer(world, email, taskId) }]
}

const answer = async ({ programId, chance, fate, signIn, platform }: World, email: string, taskId: string) => {
  const person = await signIn(email)
  const path = { programId, taskId }
  const { now } = await platform.clock()
  await unlessTooLate(fate, async () => {
    const material = await person('getTaskMaterial', { path })
    await person('answerTask', { path, body: { answer: selectionAnswer(material, { email, chance, now }) } })
    fate.answered += 1
  })
}

const giveReference = async ({ signIn, fate }: World, email: string, key: string) => {
  // Referees have no sign-in: any client can carry what the key allows.
  const client = await signIn(sampleOwner())
  await unlessTooLate(fate, async () => {
    const { answeredAt } = await client('readReference', { body: { key } })
    if (answeredAt) return
    await client('giveReference', { body: { key, answer: referenceFrom(email) } })
    fate.answered += 1
  })
}

const resume = async ({ programId, signIn, fate }: World, email: string, candidacyId: string) => {
  const lead = await signIn(email)
  const path = { programId, candidacyId }
  await unlessTooLate(fate, async () => {
    const { at } = await lead('getCandidacy', { path })
    for (const { step, status } of at) if (status === 'on hold') await lead('resumeCandidacy', { path, body: { step } })
  })
}

const logSponsorAction = async ({ programId, signIn, fate }: World, email: string) => {
  const mentor = await signIn(email)
  const { items } = await mentor('listCandidacies', { path: { programId }, query: { status: 'appointed' } })
  const body = { outcome: 'They met, and she joins the planning round.', evidence: 'Named in the minutes.' }
  await unlessTooLate(fate, async () => {
    for (const { candidacyId } of items) await mentor('logSponsorAction', { path: { programId, candidacyId }, body })
  })
}
