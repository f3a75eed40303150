import { DomainError } from '../errors.ts'
import type { NewEvent } from '../events.ts'
import type { Service } from '../intake/intake-record.ts'
import type { Change, Store } from '../ports.ts'
import type { Work } from '../program/actor.ts'
import { whileStale } from '../program/while-stale.ts'
import { advanceRound } from './advance-round.ts'
import { answerId, sameAnswer } from './answer-id.ts'
import type { ReferenceRecord, SelectionAnswerRecord } from './candidacy.ts'
import { findReference } from './find-reference.ts'
import type { FormOf } from './forms/forms.ts'
import { type Ground, loadAnswers, loadGround } from './load-candidacy.ts'
import { findStep } from './paths/paths.ts'
import { lastRound } from './step-rounds.ts'

/** What a referee sees behind their link: who asks whom about what, and nothing of the candidacy itself. */
export type ReferenceRequest = {
  refereeName: string
  candidateName: string
  service: Service
  pathTitle: string
  programName: string
  organisation: string
  relation: string
  dueAt: string
  answeredAt?: string
  /** Whether an answer is still taken. */
  open: boolean
}

/** Opens the link of a referee (S-C4). @throws DomainError `NotFound` */
export const readReference = async (store: Store, key: string): Promise<ReferenceRequest> => {
  const reference = await findReference(store, key)
  return requestOf(reference, await groundOf(store, reference))
}

/**
 * A referee answers by their link, without a sign-in. The same answer again changes nothing.
 * @throws DomainError `NotFound`, `AlreadyDecided` (answered otherwise), `NotPossibleNow` (no longer needed)
 */
export const answerReference = (work: Work, key: string, answer: FormOf<'reference'>): Promise<ReferenceRequest> =>
  whileStale(async () => {
    const { store, now } = work
    const reference = await findReference(store, key)
    const ground = await groundOf(store, reference)
    const { candidacyId, step: stepName, round: number } = reference
    const requirement = 'reference'
    const row = { candidacyId, step: stepName, round: number, requirement, by: reference.id }
    const answers = await loadAnswers(store, ground.scope, candidacyId, stepName)
    const known = answers.find(({ id }) => id === answerId(row))
    if (known && sameAnswer(known.answer, answer)) return requestOf(reference, ground)
    if (known) throw new DomainError('AlreadyDecided', `You gave this reference on ${known.at}; it cannot be changed.`)
    if (!isOpen(reference, ground)) {
      throw new DomainError('NotPossibleNow', 'The reference is no longer needed. Thank you for your willingness.')
    }
    const record: SelectionAnswerRecord = {
      ...ground.scope,
      ...row,
      id: answerId(row),
      version: 0,
      at: now,
      form: 'reference',
      answer,
    }
    const step = findStep(ground.candidacy.path, stepName)
    const round = lastRound(ground.candidacy, stepName)!
    const by = reference.id
    const advance = await advanceRound(work, ground, step, round, [...answers, record], { by })
    const given: ReferenceRecord = { ...reference, answeredAt: now }
    const { tenantId, programId } = ground.ref
    const about = { tenantId, programId, at: now, by, candidacyId }
    const told: NewEvent = { type: 'selection.answered', ...about, step: stepName, round: number, requirement }
    const changes: Change[] = [
      { kind: 'reference', record: given, expect: reference.version },
      { kind: 'selectionAnswer', record, expect: 0 },
      ...advance.changes,
    ]
    await store.commit(changes, [told, ...advance.events])
    return requestOf(given, { ...ground })
  })

const groundOf = (store: Store, { tenantId, scope: programId, candidacyId }: ReferenceRecord): Promise<Ground> =>
  loadGround(store, { tenantId, programId, candidacyId })

/** As long as its round waits for it, in a candidacy and a program that go on. */
const isOpen = ({ step, round, answeredAt }: ReferenceRecord, { candidacy, program }: Ground): boolean => {
  const present = lastRound(candidacy, step)
  const over = program.status === 'stopped' || program.status === 'completed'
  return !answeredAt && !over && candidacy.status === 'open' && present?.round === round && present.status === 'open'
}

const requestOf = (reference: ReferenceRecord, ground: Ground): ReferenceRequest => ({
  refereeName: reference.name,
  candidateName: ground.candidate.name,
  service: ground.path.service,
  pathTitle: ground.path.title,
  programName: ground.program.name,
  organisation: reference.organisation,
  relation: reference.relation,
  dueAt: reference.dueAt,
  ...(reference.answeredAt && { answeredAt: reference.answeredAt }),
  open: isOpen(reference, ground),
})
