import { DomainError } from '../errors.ts'
import type { Page, Store } from '../ports.ts'
import type { Actor } from '../program/actor.ts'
import { allOf } from '../program/load.ts'
import { rubricOf } from './advance-round.ts'
import type {
  CandidacyRecord,
  CommitmentRecord,
  ReferenceRecord,
  SelectionAnswerRecord,
  StepRound,
} from './candidacy.ts'
import { loadCandidacy, scopeOf } from './load-candidacy.ts'
import { leads } from './may-steer.ts'
import { type PanelResult, panelResult } from './panel-result.ts'
import { scoresIn } from './panel-scores.ts'
import { findStep } from './paths/paths.ts'
import type { PathName } from './selection-path.ts'
import { withoutConflicts } from './without-conflicts.ts'

/** A round without what stays on the server; with the result of its panel once that is closed, for those who may see it. */
export type RoundReading = Omit<StepRound, 'taskToken' | 'holdToken'> & { result?: PanelResult }

export type CandidacyReading = {
  candidacy: Omit<CandidacyRecord, 'rounds' | 'executionArn'>
  /** `own`: the candidate, who sees outcomes and their own answers. `all`: who runs or oversees the selection. */
  sees: 'own' | 'all'
  rounds: RoundReading[]
  answers: SelectionAnswerRecord[]
  references: Omit<ReferenceRecord, 'secret'>[]
  commitment: CommitmentRecord | undefined
}

/** Who sees a candidacy: the candidate; the lead of the path; whoever runs the program; supervisors. Nobody else. */
const seenBy = (actor: Actor, candidacy: CandidacyRecord): CandidacyReading['sees'] | undefined => {
  if (candidacy.personId === actor.personId) return 'own'
  const oversees = (['supervisor', 'program lead', 'learning operations'] as const).some((role) =>
    actor.roles.includes(role),
  )
  return oversees || leads(actor, candidacy) ? 'all' : undefined
}

export type CandidacyQuery = { path?: PathName; status?: CandidacyRecord['status']; limit: number; cursor?: string }

/** A page of the candidacies that the actor may see. It may hold fewer than `limit` rows while more follow: go by the cursor. */
export const listCandidacies = async (
  store: Store,
  actor: Actor,
  programId: string,
  { path, status, limit, cursor }: CandidacyQuery,
): Promise<Page<CandidacyRecord>> => {
  const page = await store.list('candidacy', { tenantId: actor.tenantId, scope: programId }, { limit, cursor })
  const items = page.items.filter(
    (each) => seenBy(actor, each) && (!path || each.path === path) && (!status || each.status === status),
  )
  return { items, cursor: page.cursor }
}

/**
 * A candidacy with its rounds, answers and panels, as far as the viewer may see them. Scores of an open panel are seen by their
 * author only; the candidate sees nobody's judgement but what came of it.
 * @throws DomainError `NotFound`, also for one that the actor may not see
 */
export const readCandidacy = async (
  store: Store,
  actor: Actor,
  programId: string,
  candidacyId: string,
): Promise<CandidacyReading> => {
  const ref = { tenantId: actor.tenantId, programId, candidacyId }
  const candidacy = await loadCandidacy(store, ref)
  const sees = seenBy(actor, candidacy)
  if (!sees) {
    throw new DomainError('NotFound', `There is no candidacy "${candidacyId}" that you can see in this program.`)
  }
  const scope = scopeOf(ref)
  const prefix = `${candidacyId}.`
  const [answers, references, commitment] = await Promise.all([
    allOf(store, 'selectionAnswer', scope, prefix),
    allOf(store, 'reference', scope, prefix),
    store.get('commitment', scope, candidacyId),
  ])
  const { rounds, executionArn: _, ...rest } = candidacy
  return {
    candidacy: rest,
    sees,
    rounds: await Promise.all(rounds.map((round) => readRound(store, candidacy, round, answers, sees))),
    answers: answers
      .filter((each) => isVisible(each, candidacy, actor, sees))
      .map((each) => forReader(each, candidacy, actor)),
    references: references.map(({ secret: __, ...reference }) => reference),
    commitment,
  }
}

const readRound = async (
  store: Store,
  candidacy: CandidacyRecord,
  { taskToken: _, holdToken: __, ...round }: StepRound,
  answers: SelectionAnswerRecord[],
  sees: CandidacyReading['sees'],
): Promise<RoundReading> => {
  if (sees === 'own') {
    const { panel: ___, ...outcome } = round
    return outcome
  }
  const scores = round.status === 'open' ? [] : scoresIn(answers, round)
  const scope = { tenantId: candidacy.tenantId, scope: candidacy.scope }
  const rubric = scores.length > 0 && (await rubricOf(store, scope, findStep(candidacy.path, round.step), round))
  return rubric ? { ...round, result: panelResult(rubric, scores) } : round
}

/** Whom the candidate does not want to be judged by is for them and for the lead alone, and not for a lead who is named. */
const forReader = (record: SelectionAnswerRecord, candidacy: CandidacyRecord, actor: Actor): SelectionAnswerRecord => {
  if (!('conflicts' in record.answer) || record.by === actor.personId) return record
  const tells = leads(actor, candidacy) && !record.answer.conflicts.includes(actor.personId)
  return tells ? record : withoutConflicts(record)
}

const isVisible = (
  { answer, by, step, round: number }: SelectionAnswerRecord,
  { rounds }: CandidacyRecord,
  { personId }: Actor,
  sees: CandidacyReading['sees'],
): boolean => {
  if (by === personId) return true
  if (sees === 'own') return false
  const open = rounds.some((each) => each.step === step && each.round === number && each.status === 'open')
  return answer.kind !== 'scores' || !open
}
