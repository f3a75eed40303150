import { container } from '@pilotgate/aws/container'
import { toMemberView, toProgramView, toTemplateView } from '@pilotgate/contracts/program/views'
import { actionsInOrganisation, actionsInProgram } from '@pilotgate/core/program/authority'
import { createProgram } from '@pilotgate/core/program/create-program'
import { editProgram } from '@pilotgate/core/program/edit-program'
import { findTemplate, listTemplates } from '@pilotgate/core/program/find-template'
import { loadPeople, loadProgram } from '@pilotgate/core/program/load'
import { readAudit } from '@pilotgate/core/program/read-audit'
import { listMembers } from '@pilotgate/core/program/read-people'
import { listMyPrograms } from '@pilotgate/core/program/read-program'
import { organisation } from '@pilotgate/core/program/record'
import { saveCopy, saveVersion } from '@pilotgate/core/program/save-template'
import { startProgram } from '@pilotgate/core/program/start-program'
import { pauseProgram, resumeProgram, stopProgram } from '@pilotgate/core/program/steer-program'
import { withdrawMember } from '@pilotgate/core/program/withdraw-member'
import { api } from '../lib/http/api.ts'
import { connectionHandlers } from './connections.ts'
import { employeeHandlers } from './employees.ts'
import { describeExecutions, executionHistory } from './executions.ts'
import { timeline } from './timeline.ts'
import { webhookHandlers } from './webhooks.ts'

export const handler = api<'program/api'>({
  ...connectionHandlers,
  ...employeeHandlers,
  ...webhookHandlers,

  listTemplates: async ({ work, caller }) => ({
    items: (await listTemplates(work.store, caller.tenantId)).map(({ template, templateVersion }) => ({
      ...template,
      templateVersion,
      gates: template.gates.length,
    })),
  }),
  getTemplate: async ({ work, caller, path, query }) =>
    toTemplateView(await findTemplate(work.store, caller.tenantId, path.templateId!, query.version)),
  copyTemplate: async ({ work, actor, path, body }) =>
    toTemplateView(await saveCopy(work, actor, path.templateId!, body.templateId, body.edit)),
  editTemplate: async ({ work, actor, path, body, expected }) =>
    toTemplateView(await saveVersion(work, actor, path.templateId!, expected, body)),

  createProgram: async ({ work, caller, body }) => toProgramView(await createProgram(work, caller, body)),
  listPrograms: async ({ work, caller }) => ({ items: (await listMyPrograms(work.store, caller)).map(toProgramView) }),
  getProgram: async ({ work, actor, path }) =>
    toProgramView(await loadProgram(work.store, actor.tenantId, path.programId!)),
  editProgram: async ({ work, actor, path, body, expected }) =>
    toProgramView(await editProgram(work, actor, path.programId!, expected, body)),
  startProgram: async ({ work, actor, path, body }) =>
    toProgramView(await startProgram(work, actor, path.programId!, body.reason)),
  pauseProgram: async ({ work, actor, path, body }) =>
    toProgramView(await pauseProgram(work, actor, path.programId!, body.reason)),
  resumeProgram: async ({ work, actor, path, body }) =>
    toProgramView(await resumeProgram(work, actor, path.programId!, body.reason)),
  stopProgram: async ({ work, actor, path, body }) =>
    toProgramView(await stopProgram(work, actor, path.programId!, body.reason)),
  getTimeline: ({ work, actor, path }) => timeline(work, actor.tenantId, path.programId!),

  whoAmI: async ({ caller, actor }) => ({
    email: caller.email,
    name: caller.name,
    organisation: caller.tenantId,
    roles: actor.roles,
    may: actionsInOrganisation(actor.roles),
  }),
  readMyPart: async ({ work, caller, actor: { tenantId, personId, roles } }) => {
    const people = await loadPeople(work.store, tenantId, [personId])
    return { personId, name: people.get(personId)?.name ?? caller.name, roles, may: actionsInProgram(roles) }
  },
  listPeople: async ({ work, actor, path, query }) => {
    const page = await listMembers(work.store, actor, path.programId!, query)
    return { items: page.items.map(({ member, person }) => toMemberView(member, person)), cursor: page.cursor }
  },
  withdrawPerson: async ({ work, actor, path, body }) => {
    const member = await withdrawMember(work, actor, path.programId!, path.personId!, body.reason)
    const people = await loadPeople(work.store, actor.tenantId, [member.id])
    return toMemberView(member, people.get(member.id))
  },

  listOrganisationEvents: ({ work, actor, query }) => readAudit(work.store, actor, organisation, query),
  listEvents: ({ work, actor, path, query }) => readAudit(work.store, actor, path.programId!, query),
  listExecutions: async ({ work, actor, path }) => ({
    items: await describeExecutions(container(), await loadProgram(work.store, actor.tenantId, path.programId!)),
  }),
  getExecutionHistory: async ({ work, actor, path, query }) =>
    executionHistory(container(), await loadProgram(work.store, actor.tenantId, path.programId!), query),

  // A read of a row that need not exist proves that the database answers.
  health: async ({ work }) => {
    await work.store.get('program', { tenantId: 'health', scope: '-' }, 'health')
    return { status: 'ok', now: work.now }
  },
})
