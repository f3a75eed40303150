import {
  referenceForm,
  toCandidacyLine,
  toCandidacyView,
  toCredentialView,
  toMaterialView,
  toRubricView,
} from '@pilotgate/contracts/selection/views'
import type { Store } from '@pilotgate/core/ports'
import type { Actor } from '@pilotgate/core/program/actor'
import { localTime, plusDays } from '@pilotgate/core/program/calendar'
import { loadMembers, loadPeople, loadProgram } from '@pilotgate/core/program/load'
import { answerReference, readReference } from '@pilotgate/core/selection/answer-reference'
import { turnDownCandidacy, withdrawCandidacy } from '@pilotgate/core/selection/close-candidacy'
import { documents } from '@pilotgate/core/selection/documents'
import { editRubric } from '@pilotgate/core/selection/edit-rubric'
import { credentialsOf } from '@pilotgate/core/selection/find-credential'
import { listRubrics } from '@pilotgate/core/selection/load-rubric'
import { logCommitmentOutcome } from '@pilotgate/core/selection/log-commitment-outcome'
import { openCandidacy } from '@pilotgate/core/selection/open-candidacy'
import { listCandidacies, readCandidacy } from '@pilotgate/core/selection/read-candidacy'
import { readInterRater } from '@pilotgate/core/selection/read-inter-rater'
import { readMaterial } from '@pilotgate/core/selection/read-material'
import { resumeStep } from '@pilotgate/core/selection/resume-step'
import { api } from '../lib/http/api.ts'
import { supervisionHandlers } from './supervision.ts'

const inProgram = (actor: Actor, path: Record<string, string>) => ({ tenantId: actor.tenantId, scope: path.programId! })

const seen = async (store: Store, actor: Actor, programId: string, candidacyId: string) => {
  const reading = await readCandidacy(store, actor, programId, candidacyId)
  const ids = [reading.candidacy.personId, ...reading.answers.map(({ by }) => by)]
  return toCandidacyView(reading, await loadPeople(store, actor.tenantId, ids))
}

export const handler = api<'selection/api'>({
  ...supervisionHandlers,

  openCandidacy: async ({ work, actor, path, body }) => {
    // Nothing is asked yet, so that this holds all there is, also for a manager, who may not look at it later.
    const { rounds, executionArn: _, ...candidacy } = await openCandidacy(work, actor, path.programId!, body)
    const opened = { candidacy, sees: 'own' as const, rounds, answers: [], references: [], commitment: undefined }
    return toCandidacyView(opened, await loadPeople(work.store, actor.tenantId, [candidacy.personId]))
  },
  listCandidacies: async ({ work, actor, path, query: { path: way, ...query } }) => {
    const { items, cursor } = await listCandidacies(work.store, actor, path.programId!, { ...query, path: way })
    const people = await loadPeople(
      work.store,
      actor.tenantId,
      items.map(({ personId }) => personId),
    )
    return { items: items.map((each) => toCandidacyLine(each, each.rounds, people)), cursor }
  },
  getCandidacy: ({ work, actor, path }) => seen(work.store, actor, path.programId!, path.candidacyId!),
  resumeCandidacy: async ({ work, actor, path, body }) => {
    await resumeStep(work, actor, path.programId!, path.candidacyId!, body.step)
    return seen(work.store, actor, path.programId!, path.candidacyId!)
  },
  rejectCandidacy: async ({ work, actor, path, body }) => {
    await turnDownCandidacy(work, actor, path.programId!, path.candidacyId!, body.reasons)
    return seen(work.store, actor, path.programId!, path.candidacyId!)
  },
  withdrawCandidacy: async ({ work, actor, path, body }) => {
    await withdrawCandidacy(work, actor, path.programId!, path.candidacyId!, body.reason)
    return seen(work.store, actor, path.programId!, path.candidacyId!)
  },
  logSponsorAction: async ({ work, actor, path, body: { outcome, evidence } }) => {
    await logCommitmentOutcome(work, actor, path.programId!, path.candidacyId!, { text: outcome, evidence })
    return seen(work.store, actor, path.programId!, path.candidacyId!)
  },
  getTaskMaterial: async ({ work, actor, path }) =>
    toMaterialView(await readMaterial(work.store, actor, path.programId!, path.taskId!)),

  readReference: async ({ work, body }) => ({ ...(await readReference(work.store, body.key)), form: referenceForm }),
  giveReference: async ({ work, body }) => ({
    ...(await answerReference(work, body.key, body.answer)),
    form: referenceForm,
  }),

  listRubrics: async ({ work, actor, path }) => ({
    items: (await listRubrics(work.store, inProgram(actor, path))).map(toRubricView),
  }),
  editRubric: async ({ work, actor, path, body, expected }) =>
    toRubricView(await editRubric(work, actor, path.programId!, path.rubric!, expected, body)),
  listDocuments: async () => ({ items: Object.values(documents) }),
  getPanelAgreement: async ({ work, actor, path, query: { from, to } }) => {
    const { zone } = await loadProgram(work.store, actor.tenantId, path.programId!)
    const between = {
      ...(from && { from: localTime(from, '00:00', zone) }),
      ...(to && { to: plusDays(localTime(to, '00:00', zone), zone, 1) }),
    }
    return { items: await readInterRater(work.store, inProgram(actor, path), between) }
  },
  listCredentials: async ({ work, actor, path }) => {
    const members = await loadMembers(work.store, { tenantId: actor.tenantId, id: path.programId! })
    const ids = members.filter(({ status }) => status === 'active').map(({ id }) => id)
    const credentials = await credentialsOf(work.store, actor.tenantId, ids)
    const people = await loadPeople(
      work.store,
      actor.tenantId,
      credentials.map(({ personId }) => personId),
    )
    return { items: credentials.map((each) => toCredentialView(each, people)) }
  },
})
