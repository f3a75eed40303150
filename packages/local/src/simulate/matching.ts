import type { matchView } from '@pilotgate/contracts/matching/views'
import type { z } from 'zod'
import { type ApiClient, Refused } from '../seed/client.ts'
import { everyPage } from '../seed/every-page.ts'
import { sampleRows } from '../seed/sample-company.ts'
import { sampleOwner } from '../seed/sample-programs.ts'
import type { News } from './inbox.ts'
import { habitOf } from './people.ts'
import type { Plan, World } from './world.ts'

type Match = z.output<typeof matchView>

const hour = 60 * 60 * 1000

const holding = (role: string): string => sampleRows().find(({ roles }) => roles.some((each) => each === role))!.email

/** What a mail about matching makes its reader do, and when. */
export const planMatching = (world: World, news: News): Plan[] => {
  const { email, kind, gate, at } = news
  const matcher = email === holding('matching owner')
  const plan = (delay: number, what: string, act: () => Promise<void>): Plan[] => [
    { at: at + delay, what: `${email} ${what}`, act },
  ]
  if (kind === 'week-opened' && gate === 'W04' && matcher) return plan(hour, 'proposes matches', () => propose(world))
  if (kind === 'week-opened' && gate === 'W09' && matcher)
    return plan(20 * hour, 'reassigns a pair', () => reassign(world))
  if (kind === 'matches-proposed' && matcher) return plan(8 * hour, 'reviews matches', () => review(world))
  if (kind === 'matches-proposed' && email === sampleOwner()) {
    return plan(12 * hour, 'approves matches of high impact', () => approveHighImpact(world))
  }
  if (kind !== 'chemistry-check' && kind !== 'reassessment') return []
  const delay = habitOf(sampleRows().find((row) => row.email === email)!, world.chance).delay(kind)
  if (delay !== undefined) return plan(delay, `answers the ${kind}`, () => check(world, email, kind))
  world.fate.ignored += 1
  return []
}

const matchesOf = async (
  { programId }: World,
  client: ApiClient,
  status: 'proposed' | 'published',
): Promise<Match[]> => {
  const found = await everyPage((cursor) =>
    client('listMatches', { path: { programId }, query: { status, limit: 100, ...cursor } }),
  )
  // By name: ids are new in every run.
  return found.toSorted((a, b) => (a.participantName + a.service < b.participantName + b.service ? -1 : 1))
}

/** Proposes the cohort, and, when the week is checked again, those for whom there was nobody, or no intake, the first time. */
const propose = async ({ programId, signIn }: World) => {
  const matcher = await signIn(holding('matching owner'))
  const path = { programId }
  const { items: runs } = await matcher('listRuns', { path })
  const { items: waiting } = await matcher('getWaitList', { path })
  if (runs.length === 0 || waiting.length > 0) await matcher('proposeMatches', { path, body: {} })
}

/** One override, what must be looked at one by one, and the rest in bulk. */
const review = async (world: World) => {
  const { programId, signIn } = world
  const matcher = await signIn(holding('matching owner'))
  const path = { programId }
  const report = await matcher('getOverrideReport', { path })
  const open = await matchesOf(world, matcher, 'proposed')
  if (report.overrides === 0) {
    const body = { reason: 'strategic sponsor' as const, text: 'Works in the area of the next role.' }
    await withAnother(
      open.filter(({ review: level }) => level === 'bulk'),
      (match, providerId) =>
        matcher('overrideMatch', { path: { ...path, matchId: match.matchId }, body: { ...body, providerId } }),
    )
  }
  const left = await matchesOf(world, matcher, 'proposed')
  for (const { matchId } of left.filter((match) => match.review === 'manual')) {
    await unlessRefused(matcher('approveMatch', { path: { ...path, matchId }, body: {} }))
  }
  const matchIds = left.filter((match) => match.review === 'bulk').map(({ matchId }) => matchId)
  if (matchIds.length === 0) return
  const { items } = await matcher('approveMatches', { path, body: { matchIds } })
  // The override took a place that somebody else was to have: they get one of their alternatives.
  const refused = new Set(items.filter(({ outcome }) => outcome === 'refused').map(({ matchId }) => matchId))
  const body = { reason: 'capacity' as const, text: 'The place went to somebody else.' }
  for (const match of left.filter(({ matchId }) => refused.has(matchId))) {
    await withAnother([match], ({ matchId }, providerId) =>
      matcher('overrideMatch', { path: { ...path, matchId }, body: { ...body, providerId } }),
    )
  }
}

const approveHighImpact = async (world: World) => {
  const { programId, owner } = world
  for (const { matchId, review: level } of await matchesOf(world, owner, 'proposed')) {
    if (level === 'program owner')
      await unlessRefused(owner('approveMatch', { path: { programId, matchId }, body: {} }))
  }
}

/** One pair does not fit; the participant gets one of the alternatives of then. */
const reassign = async (world: World) => {
  const { programId, signIn } = world
  const matcher = await signIn(holding('matching owner'))
  const { reassigned } = await matcher('getReassignmentRate', { path: { programId } })
  if (reassigned > 0) return
  const published = (await matchesOf(world, matcher, 'published')).filter((match) => match.review !== 'program owner')
  const body = { reason: 'chemistry' as const, text: 'Both say that another pair would do better.' }
  await withAnother(published, (match, providerId) =>
    matcher('reassignMatch', { path: { programId, matchId: match.matchId }, body: { ...body, providerId } }),
  )
}

/** Does it for the first match that has an alternative with a free place. */
const withAnother = async (matches: Match[], act: (match: Match, providerId: string) => Promise<unknown>) => {
  for (const match of matches) {
    for (const { providerId } of match.alternatives) if (await unlessRefused(act(match, providerId))) return
  }
}

const check = async ({ programId, signIn, chance }: World, email: string, kind: 'chemistry-check' | 'reassessment') => {
  const person = await signIn(email)
  const path = { programId }
  const what = kind === 'reassessment' ? kind : 'chemistry'
  await unlessRefused(
    (async () => {
      const { items } = await person('listOwnMatches', { path })
      for (const { matchId, status, service } of items) {
        if (status !== 'published') continue
        const fine = chance(kind, email, service) < 0.95
        const body = { what, fine, note: fine ? '' : 'We find it hard to get to the point.' } as const
        await unlessRefused(person('checkMatch', { path: { ...path, matchId }, body }))
      }
    })(),
  )
}

/** `false` when it is not possible (any more): decided otherwise, no place, the person has left. */
const unlessRefused = async (call: Promise<unknown>): Promise<boolean> => {
  try {
    await call
    return true
  } catch (error) {
    const refused = error instanceof Refused && [
      'NotPossibleNow',
      'NotFound',
      'AlreadyDecided',
      'Conflict',
      'InvalidInput',
    ]
    if (!refused || refused.every((code) => code !== error.problem.code)) throw error
    return false
  }
}
