import { DomainError } from '../errors.ts'
import type { Scope, Store } from '../ports.ts'
import { platform, type Work } from '../program/actor.ts'
import { daysBetween, localDate, plusMonths } from '../program/calendar.ts'
import { loadProgram } from '../program/load.ts'
import type { Program } from '../program/program.ts'
import { organisation } from '../program/record.ts'
import { whileStale } from '../program/while-stale.ts'
import { rubricOf } from './advance-round.ts'
import type { CandidacyRecord } from './candidacy.ts'
import { closing } from './close-candidacy.ts'
import { remindAt } from './commitment.ts'
import { type CredentialRecord, credentialId } from './credential.ts'
import { findCredential } from './find-credential.ts'
import { type CandidacyRef, demandOpen, loadAnswers, loadCandidacy, scopeOf } from './load-candidacy.ts'
import { panelResult } from './panel-result.ts'
import { scoresIn } from './panel-scores.ts'
import { findStep, selectionPaths } from './paths/paths.ts'
import { stepsOf } from './selection-path.ts'
import { lastRound } from './step-rounds.ts'
import { briefMonths, recertificationWindow } from './supervision/recertification-rule.ts'

/** When the outcome of a mentor's sponsor action is due, and when to remind of it (S-M9). */
export type Appointed = { commitmentDueAt?: string; remindAt?: string }

/** Introductions count for so long (S-M2). */
const introductionMonths = 18

/**
 * The machine's step after all others passed: the person gets a credential and can be matched in every program of the organisation.
 * Repeatable.
 * @throws DomainError `CandidacyOver`, `NotPossibleNow` (a step has not passed)
 */
export const appointCandidate = (work: Work, ref: CandidacyRef): Promise<Appointed> =>
  whileStale(async () => {
    const { store, now } = work
    const candidacy = await loadCandidacy(store, ref)
    const program = await loadProgram(store, ref.tenantId, ref.programId)
    if (candidacy.status !== 'appointed') {
      demandOpen(candidacy)
      demandAllPassed(candidacy)
      const before = await findCredential(store, ref.tenantId, candidacy.service, candidacy.personId)
      const credential = await credentialFor(store, candidacy, program, now)
      const { changes, events } = await closing(store, candidacy, { status: 'appointed', by: platform, now })
      const about = { tenantId: ref.tenantId, programId: ref.programId, at: now, by: platform }
      const { personId, service, status } = credential
      await store.commit(
        [...changes, { kind: 'credential', record: credential, expect: before?.version ?? 0 }],
        [...events, { type: 'credential.changed', ...about, personId, service, status }],
      )
    }
    const commitment = await store.get('commitment', scopeOf(ref), ref.candidacyId)
    return commitment ? { commitmentDueAt: commitment.dueAt, remindAt: remindAt(commitment, program.zone, now) } : {}
  })

/** Nobody who has not passed can be matched (§4): the machine asks for nothing less, and neither does this. */
const demandAllPassed = (candidacy: CandidacyRecord): void => {
  const open = stepsOf(selectionPaths[candidacy.path]).filter(
    ({ step }) => lastRound(candidacy, step)?.status !== 'passed',
  )
  if (open.length === 0) return
  const steps = open.map(({ noun }) => noun).join(', ')
  throw new DomainError('NotPossibleNow', `The candidate has not passed yet: ${steps}.`)
}

const credentialFor = async (
  store: Store,
  candidacy: CandidacyRecord,
  { zone }: Program,
  now: string,
): Promise<CredentialRecord> => {
  const { tenantId, scope: programId, id: candidacyId, personId, path, service } = candidacy
  const scope = { tenantId, scope: programId }
  return {
    tenantId,
    scope: organisation,
    id: credentialId(service, personId),
    version: 0,
    personId,
    service,
    path,
    programId,
    candidacyId,
    passedAt: now,
    calibration: await calibrationOf(store, scope, candidacy),
    introductions: await introductionsOf(store, scope, candidacyId, zone),
    ...(path === 'internal-coach' && { level: 'coach in training' as const, levelSince: now }),
    status: 'valid',
    ...recertificationWindow(service, now, zone),
    briefDueAt: plusMonths(now, zone, briefMonths),
  }
}

const calibrationOf = async (store: Store, scope: Scope, candidacy: CandidacyRecord) => {
  const round = lastRound(candidacy, 'calibration')!
  const rubric = (await rubricOf(store, scope, findStep(candidacy.path, 'calibration'), round))!
  const scores = scoresIn(await loadAnswers(store, scope, candidacy.id, 'calibration'), round)
  const { overall, members } = panelResult(rubric, scores)
  return { median: overall, members }
}

/** Documented introductions of the 18 months before the application (S-M2); none of who does not say. */
const introductionsOf = async (store: Store, scope: Scope, candidacyId: string, zone: string): Promise<number> => {
  const application = (await loadAnswers(store, scope, candidacyId, 'application')).findLast(
    ({ answer }) => answer.kind === 'mentor-application',
  )
  if (application?.answer.kind !== 'mentor-application') return 0
  const since = localDate(plusMonths(application.at, zone, -introductionMonths), zone)
  return application.answer.introductions.filter(({ on }) => daysBetween(since, on) >= 0).length
}
