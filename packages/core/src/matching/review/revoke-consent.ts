import type { NewEvent } from '../../events.ts'
import type { FieldGroup } from '../../intake/consent.ts'
import type { Change, Scope, Store } from '../../ports.ts'
import { platform, type Work } from '../../program/actor.ts'
import { allOf, loadProgram } from '../../program/load.ts'
import type { Program } from '../../program/program.ts'
import { whileStale } from '../../program/while-stale.ts'
import { withOpenChecks } from '../impact.ts'
import type { MatchRecord } from '../match-record.ts'
import type { Signal } from '../weights.ts'
import { loadLearner, loadProviders, loadSettings, solverSettings } from './load-matching.ts'
import { dayOf, judgePair, type Verdict } from './pair.ts'

/** Which signals rest on a group of fields. The other groups leave no contribution: hard rules, profile, impact. */
const restsOn: Record<FieldGroup, Signal[]> = {
  goals: ['goals'],
  skills: ['skills'],
  career: [],
  project: [],
  availability: ['availability'],
  languages: [],
  needs: [],
  impact: [],
}

/** Matches of one transaction: each has a change and an event. */
const batch = 40

type Revoked = { tenantId: string; programId: string; personId: string; revoked: string[] }

/**
 * A participant has revoked consent to matching for some fields (I3): open proposals are scored again without them, or withdrawn
 * when they no longer keep the hard rules (M4); of decided matches the contributions that used the fields are removed, the match
 * itself stays. Repeatable.
 */
export const revokeConsent = async (
  { store, now }: Pick<Work, 'store' | 'now'>,
  { tenantId, programId, personId, revoked }: Revoked,
): Promise<void> => {
  const groups = revoked.flatMap((each) => (each.endsWith(' matching') ? [each.split(' ')[0] as FieldGroup] : []))
  if (groups.length === 0) return
  const program = await loadProgram(store, tenantId, programId)
  const scope = { tenantId, scope: programId }
  const about = { tenantId, programId, at: now, by: platform }
  await whileStale(async () => {
    const matches = await allOf(store, 'match', scope, `${personId}.`)
    const rescore = await rescorer(store, scope, program, personId, now)
    const written = matches.flatMap((match): { change: Change; event: NewEvent }[] => {
      const cleared = withoutGroups(match, groups)
      if (match.status !== 'proposed') {
        if (cleared === match) return []
        const event: NewEvent = { type: 'match.rescored', ...about, matchId: match.id }
        return [{ change: { kind: 'match', record: cleared, expect: match.version }, event }]
      }
      if (match.scoredAt === now) return []
      const record = rescore(cleared)
      const event: NewEvent =
        record.status === 'withdrawn'
          ? { type: 'match.withdrawn', ...about, matchId: match.id, because: record.endedBecause! }
          : { type: 'match.rescored', ...about, matchId: match.id }
      return [{ change: { kind: 'match', record, expect: match.version }, event }]
    })
    while (written.length > 0) {
      const some = written.splice(0, batch)
      await store.commit(
        some.map(({ change }) => change),
        some.map(({ event }) => event),
      )
    }
  })
}

const removed = 'Parts of this explanation were removed: the participant has revoked consent.'

/** The match without what was derived from the groups; the very same object when nothing was. */
const withoutGroups = (match: MatchRecord, groups: FieldGroup[]): MatchRecord => {
  const signals = new Set(groups.flatMap((group) => restsOn[group]))
  const used = match.result.contributions.some(({ signal, value }) => signals.has(signal) && value !== undefined)
  const weighed = groups.some((group) => restsOnImpact.includes(group)) && match.reviewReason !== withoutImpact
  if (!used && !weighed) return match
  return {
    ...match,
    ...(weighed && {
      reviewReason: withoutImpact,
      impact: 0,
      review: match.review === 'bulk' ? 'manual' : match.review,
    }),
    ...(used && {
      result: {
        ...match.result,
        contributions: match.result.contributions.filter(({ signal }) => !signals.has(signal)),
        sentence: removed,
      },
      alternatives: match.alternatives.map((each) => ({ ...each, whyNot: removed })),
    }),
  }
}

/** Impact is worked out from these (M6). Where they may not be read somebody has to look; who had to look still has to. */
const restsOnImpact: FieldGroup[] = ['impact', 'career', 'project']
const withoutImpact = 'What speaks of impact may not be used any more; a person looks at this match.'

/** Scores a proposal anew on what the participant still consents to; `withdrawn` when the pair may no longer be matched. */
const rescorer = async (store: Store, scope: Scope, program: Program, personId: string, now: string) => {
  const [learner, providers, settings] = await Promise.all([
    loadLearner(store, scope, personId),
    loadProviders(store, scope),
    loadSettings(store, scope),
  ])
  const withdrawn = (match: MatchRecord, because: string): MatchRecord => ({
    ...match,
    status: 'withdrawn',
    endedBecause: because,
    endedBy: platform,
    endedAt: now,
  })
  const week = dayOf(program, now)
  return (match: MatchRecord): MatchRecord => {
    if (typeof learner === 'string') return withdrawn(match, learner)
    const judge = (providerId: string): Verdict => {
      const provider = providers.find(({ personId: id }) => id === providerId)
      if (!provider) return { forbidden: 'The provider has left.' }
      return judgePair(solverSettings(settings), { learner, provider, service: match.service, week })
    }
    const verdict = judge(match.providerId)
    if ('forbidden' in verdict) return withdrawn(match, verdict.forbidden)
    const alternatives = match.alternatives.flatMap(({ providerId }) => {
      const other = judge(providerId)
      if ('forbidden' in other) return []
      return [{ providerId, score: other.result.score, whyNot: `Scores ${other.result.score} of 100.` }]
    })
    return { ...withOpenChecks(match, verdict.open), result: verdict.result, alternatives, scoredAt: now }
  }
}
