import { DomainError } from '../../errors.ts'
import type { NewEvent } from '../../events.ts'
import type { Change, Store } from '../../ports.ts'
import type { Actor, Work } from '../../program/actor.ts'
import { loadOpenProgram, loadProgram } from '../../program/load.ts'
import { whileStale } from '../../program/while-stale.ts'
import type { CredentialRecord, Level } from '../credential.ts'
import { demandAll, type RuleResult } from '../rule-result.ts'
import { demandGuide, mayGuide } from '../supervision/coaches.ts'
import { hoursDelivered } from '../supervision/delivery-record.ts'
import { openDrift } from '../supervision/drift.ts'
import { loadReviews } from '../supervision/load-reviews.ts'
import { demandIndependence } from '../supervision/supervision-conflict.ts'
import { checkLevel, type LevelFacts, levelRules } from './level-rules.ts'
import { loadInternalCoach } from './start-practicum.ts'

/** What a coach has shown, over all programs of the organisation that they take part in. */
const loadLevelFacts = async (store: Store, credential: CredentialRecord, programId: string): Promise<LevelFacts> => {
  const { tenantId, personId } = credential
  const programs = new Set([programId, ...(await store.programsOf(tenantId, personId))])
  const shown = await Promise.all(
    [...programs].map(async (scope) => {
      const [delivery, practicum, reviews] = await Promise.all([
        store.get('delivery', { tenantId, scope }, personId),
        store.get('practicum', { tenantId, scope }, personId),
        loadReviews(store, { tenantId, scope }),
      ])
      return { delivery, practicum, drift: openDrift(reviews.filter((review) => review.personId === personId)) }
    }),
  )
  const deliveries = shown.flatMap(({ delivery }) => (delivery?.service === 'coach' ? [delivery] : []))
  return {
    levelSince: credential.levelSince ?? credential.passedAt,
    coachedHours: hoursDelivered(deliveries),
    evidencedOutcomes: deliveries.reduce((sum, each) => sum + each.evidencedOutcomes, 0),
    ratings: deliveries.flatMap(({ ratings }) => ratings),
    practicumComplete: shown.some(({ practicum }) => practicum?.status === 'completed'),
    openDrift: shown.flatMap(({ drift }) => drift),
  }
}

export type Readiness = { personId: string; level: Level; next?: Level; rules: RuleResult[] }

/**
 * Where an internal coach stands, and each rule of the next level. At the highest level there is no next one.
 * @param of the person's id, or `me`
 * @throws DomainError `NotFound` (also somebody else's when one may not see it), `NotPossibleNow` (no valid credential with a level)
 */
export const readReadiness = async (
  { store, now }: Pick<Work, 'store' | 'now'>,
  actor: Actor,
  programId: string,
  of: string,
): Promise<Readiness> => {
  const personId = of === 'me' ? actor.personId : of
  if (personId !== actor.personId && !mayGuide(actor, 'coach')) {
    throw new DomainError('NotFound', `There is no coach "${of}" whose level you can see.`)
  }
  const { zone } = await loadProgram(store, actor.tenantId, programId)
  const credential = await loadInternalCoach(store, actor.tenantId, personId)
  const rule = levelRules.find(({ from }) => from === credential.level)
  if (!rule) return { personId, level: credential.level, rules: [] }
  const facts = await loadLevelFacts(store, credential, programId)
  return { personId, level: credential.level, next: rule.level, rules: checkLevel(rule, facts, { now, zone }) }
}

type About = { tenantId: string; programId: string; at: string; by: string; personId: string }

/** A credential at its new level, with the event that tells of it. */
export const raised = (
  credential: CredentialRecord,
  level: Level,
  about: About,
): { record: CredentialRecord; change: Change; event: NewEvent } => {
  const record: CredentialRecord = { ...credential, level, levelSince: about.at }
  return {
    record,
    change: { kind: 'credential', record, expect: credential.version },
    event: { type: 'credential.promoted', ...about, level },
  }
}

/**
 * Raises an internal coach to the next level, when every rule of it is met (§4, Levels). Raised again to the same level, nothing
 * changes.
 * @throws DomainError `NotFound`, `NotAllowed`, `NotPossibleNow` naming every rule that is not met, or when a level would be skipped
 */
export const promote = (
  { store, now }: Work,
  actor: Actor,
  programId: string,
  personId: string,
  level: Level,
): Promise<CredentialRecord> =>
  whileStale(async () => {
    demandGuide(actor, 'coach')
    await demandIndependence(store, actor, personId)
    const { zone } = await loadOpenProgram(store, actor.tenantId, programId)
    const credential = await loadInternalCoach(store, actor.tenantId, personId)
    if (credential.level === level) return credential
    const rule = levelRules.find(({ from }) => from === credential.level)
    if (rule?.level !== level) {
      throw new DomainError('NotPossibleNow', `A ${credential.level} cannot become a ${level} in one step.`)
    }
    const facts = await loadLevelFacts(store, credential, programId)
    demandAll(checkLevel(rule, facts, { now, zone }), `Not yet a ${level}.`)
    const about = { tenantId: actor.tenantId, programId, at: now, by: actor.personId, personId }
    const { record, change, event } = raised(credential, level, about)
    await store.commit([change], [event])
    return { ...record, version: credential.version + 1 }
  })
