import type { Change } from '../../ports.ts'
import { platform, type Work } from '../../program/actor.ts'
import { loadPeople } from '../../program/load.ts'
import type { Member } from '../../program/person.ts'
import type { Program } from '../../program/program.ts'
import type { CredentialRecord } from '../credential.ts'
import { chooseReviewer } from './choose-reviewer.ts'
import { isValid } from './coaches.ts'
import { loadRoster } from './edit-roster.ts'
import { endOfQuarter, quarterAt } from './quarter.ts'
import type { ReviewRecord, ReviewSampleRecord } from './review-record.ts'
import { placesOf } from './roster.ts'
import { reviewShare, sampleReviews } from './sample-reviews.ts'

/** Reviews assigned in one transaction. */
const batch = 90

/**
 * Draws the reviews of a quarter and assigns their reviewers (Q2), once the program has active coaches: members with the role and
 * a valid credential. Cut off and run again, it goes on where it was.
 * @param credentials of the coaches among `members`
 * @param reviews all reviews of the program so far
 * @returns the sample, or `undefined` without active coaches
 */
export const sampleQuarter = async (
  { store, now }: Pick<Work, 'store' | 'now'>,
  program: Program,
  quarter: string,
  members: Member[],
  credentials: CredentialRecord[],
  reviews: ReviewRecord[],
): Promise<ReviewSampleRecord | undefined> => {
  const scope = { tenantId: program.tenantId, scope: program.id }
  const joined = new Map(members.map(({ id, joinedAt }) => [id, joinedAt]))
  const valid = credentials.filter((each) => each.service === 'coach' && isValid(each))
  if (valid.length === 0) return undefined
  const drawnIn = new Map<string, string>()
  for (const review of reviews) {
    if (review.quarter < quarter && review.quarter > (drawnIn.get(review.personId) ?? '')) {
      drawnIn.set(review.personId, review.quarter)
    }
  }
  const seed = `${program.id} ${quarter}`
  const candidates = sampleReviews({
    quarter,
    seed,
    activeQuarter: (since) => quarterAt(since, program.zone),
    coaches: valid.map(({ personId, passedAt }) => ({
      personId,
      // Both are needed to coach here, so the later of the two counts.
      activeSince: [passedAt, joined.get(personId)!].sort().at(-1)!,
      lastSampled: drawnIn.get(personId),
    })),
  })
  const chosen = candidates.filter(({ chosen }) => chosen).map(({ personId }) => personId)
  const assigned = await assign({ store, now }, program, quarter, members, chosen, reviews)
  while (assigned.length > batch) await store.commit(assigned.splice(0, batch))
  const sample: ReviewSampleRecord = {
    ...scope,
    id: quarter,
    version: 0,
    share: reviewShare,
    seed,
    candidates,
    at: now,
  }
  const about = { tenantId: program.tenantId, programId: program.id, at: now, by: platform }
  await store.commit(
    [{ kind: 'reviewSample', record: sample, expect: 0 }, ...assigned],
    [{ type: 'supervision.sampled', ...about, quarter }],
  )
  return { ...sample, version: 1 }
}

/** The reviews that are not there yet, each with a reviewer. */
const assign = async (
  { store, now }: Pick<Work, 'store' | 'now'>,
  program: Program,
  quarter: string,
  members: Member[],
  chosen: string[],
  reviews: ReviewRecord[],
): Promise<Change[]> => {
  const scope = { tenantId: program.tenantId, scope: program.id }
  const roster = await loadRoster(store, scope)
  const supervising = placesOf(roster).map(({ personId }) => personId)
  const reviewers = members.filter(({ roles }) => roles.some((role) => role === 'supervisor' || role === 'coach lead'))
  const named = [...chosen, ...supervising, ...reviewers.map(({ id }) => id)]
  const people = await loadPeople(store, program.tenantId, named)
  const known = new Set(reviews.map(({ id }) => id))
  const load = new Map<string, number>()
  return chosen.flatMap((personId): Change[] => {
    const id = `${quarter}.${personId}`
    if (known.has(id)) return []
    const reviewerId = chooseReviewer(personId, roster, members, people, load)
    if (reviewerId) load.set(reviewerId, (load.get(reviewerId) ?? 0) + 1)
    const record: ReviewRecord = {
      ...scope,
      id,
      version: 0,
      personId,
      quarter,
      ...(reviewerId && { reviewerId }),
      assignedAt: now,
      dueAt: endOfQuarter(quarter, program.zone),
    }
    return [{ kind: 'review', record, expect: 0 }]
  })
}
