import { intakeForm, toConsentView, toIntakeLine, toIntakeView } from '@pilotgate/contracts/intake/views'
import { acceptGoal } from '@pilotgate/core/intake/accept-goal'
import { changeConsent } from '@pilotgate/core/intake/change-consent'
import { importAnswers } from '@pilotgate/core/intake/import-answers'
import { importRoster } from '@pilotgate/core/intake/import-roster'
import { inviteCohort } from '@pilotgate/core/intake/invite-cohort'
import { overrideServices } from '@pilotgate/core/intake/override-services'
import { listIntakes, readConsent, readIntake } from '@pilotgate/core/intake/read-intake'
import { saveIntake } from '@pilotgate/core/intake/save-intake'
import { submitIntake } from '@pilotgate/core/intake/submit-intake'
import type { Actor } from '@pilotgate/core/program/actor'
import { may } from '@pilotgate/core/program/authority'
import { api } from '../lib/http/api.ts'

/** Whose intake a path names: `me` stands for the caller. */
const whose = (path: Record<string, string>, { personId }: Actor): [programId: string, personId: string] => [
  path.programId!,
  path.personId === 'me' ? personId : path.personId!,
]

export const handler = api<'intake/api'>({
  importRoster: ({ work, actor, path, body }) => importRoster(work, actor, path.programId!, body.csv),

  getIntakeForm: async () => intakeForm,
  inviteToIntake: async ({ work, actor, path }) => ({ invited: await inviteCohort(work, actor, path.programId!) }),
  importAnswers: ({ work, actor, path, body }) => importAnswers(work, actor.tenantId, path.programId!, body.csv),
  listIntakes: async ({ work, actor, path, query }) => {
    const { items, ...page } = await listIntakes(work.store, actor, path.programId!, query)
    const withServices = may('read any intake', actor.roles)
    return { items: items.map((line) => toIntakeLine(line, withServices)), ...page }
  },
  getIntake: async ({ work, actor, path }) => toIntakeView(await readIntake(work, actor, ...whose(path, actor))),
  saveIntake: async ({ work, actor, path, body, expected }) =>
    toIntakeView(await saveIntake(work, actor, ...whose(path, actor), expected, body)),
  submitIntake: async ({ work, actor, path }) => toIntakeView(await submitIntake(work, actor, ...whose(path, actor))),
  acceptGoal: async ({ work, actor, path, body }) =>
    toIntakeView(await acceptGoal(work, actor, ...whose(path, actor), body)),
  overrideServices: async ({ work, actor, path, body }) =>
    toIntakeView(await overrideServices(work, actor, ...whose(path, actor), body)),

  getConsent: async ({ work, actor, path }) => {
    const [programId, personId] = whose(path, actor)
    return toConsentView(personId, await readConsent(work.store, actor, programId, personId))
  },
  changeConsent: async ({ work, actor, path, body }) => {
    const [programId, personId] = whose(path, actor)
    return toConsentView(personId, await changeConsent(work, actor, programId, personId, body))
  },
})
