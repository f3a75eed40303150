import { container } from '@pilotgate/aws/container'
import type { FunctionArns } from '@pilotgate/contracts/functions'
import { followEngagements } from '@pilotgate/core/engagement/follow-events'
import { queueInvitations } from '@pilotgate/core/engagement/invitations/queue-invitations'
import type { Event } from '@pilotgate/core/events'
import { answerMachine } from '@pilotgate/core/gates/answer-machine'
import { followHires } from '@pilotgate/core/intake/follow-hires'
import { inviteForGate } from '@pilotgate/core/intake/invite-cohort'
import { followMatching } from '@pilotgate/core/matching/review/follow-events'
import { rollUp } from '@pilotgate/core/measurement/kpis/roll-up'
import { followRoleChanges } from '@pilotgate/core/measurement/readings/follow-role-changes'
import { sendSessions } from '@pilotgate/core/measurement/telemetry/send-sessions'
import { queueRemoved } from '@pilotgate/core/program/hr/connections/forget-connection'
import { followPeople } from '@pilotgate/core/program/hr/effects/follow-people'
import { queueDeliveries } from '@pilotgate/core/program/hr/inbox/queue-deliveries'
import { loadProgram, loadTemplate } from '@pilotgate/core/program/load'
import { queueWebhooks } from '@pilotgate/core/program/webhooks/queue-webhooks'
import { followSelection } from '@pilotgate/core/selection/follow-events'
import {
  employeeChangeMachine,
  engagementMachine,
  type MachineEntry,
  matchReviewMachine,
  scheduleMachine,
  selectionMachine,
} from '@pilotgate/workflows/manifest'
import { onEvents } from '../lib/stream.ts'
import { waitForDate } from './wait-for-date.ts'

/** Tells the machines what people did: starts, answers and stops executions; lets every stage follow what it rests on; invites to the intake when its week opens. Repeatable. */
const follow: Parameters<typeof onEvents>[0] = async (event, { now }) => {
  const { store, ids, workflows, queues, config } = container()
  const { tenantId, programId } = event
  const start = async ({ name, definition }: MachineEntry, execution: string, input: unknown) => {
    const arn = await workflows.ensureMachine(name, JSON.stringify(definition(config.FUNCTION_ARNS as FunctionArns)))
    return workflows.start(arn, execution, input)
  }
  await queueRemoved(queues, event)
  await followPeople(store, event)
  await followHires(store, event)
  await followSelection(store, workflows, event, ({ path, ...ref }) =>
    start(selectionMachine(path), `${programId}-${ref.candidacyId.replaceAll('.', '-')}`, ref),
  )
  await followMatching(store, workflows, event, (ref) => start(matchReviewMachine, `${programId}-${ref.runId}`, ref))
  await followEngagements({ store, ids }, workflows, event, (ref) =>
    start(engagementMachine, `${programId}-${ref.engagementId.replaceAll('.', '-')}`, ref),
  )
  await followRoleChanges(store, event)
  switch (event.type) {
    case 'program.started': {
      const program = await loadProgram(store, tenantId, programId)
      const machine = scheduleMachine(await loadTemplate(store, program), program.templateVersion)
      await start(machine, `${programId}-1`, { tenantId, programId, part: 1 })
      return
    }
    case 'employee.waiting': {
      const { name, input } = waitForDate(event)
      await start(employeeChangeMachine, name, input)
      return
    }
    case 'gate.passed':
    case 'gate.decided':
      return answerMachine(store, workflows, event)
    case 'week.opened':
      return inviteForGate({ store, now }, event)
    case 'program.resumed': {
      const { pauseToken, currentGate } = await loadProgram(store, tenantId, programId)
      if (pauseToken) await workflows.answer(pauseToken, { gate: currentGate })
      return
    }
    case 'program.stopped': {
      const { executionArn } = await loadProgram(store, tenantId, programId)
      if (event.veto && executionArn) await workflows.stop(executionArn, event.reason)
      return
    }
    default:
      return
  }
}

/**
 * Counts what happened into the KPIs, hands sessions to the warehouse, and events for webhooks and calendar invitations to their queues:
 * once for all that come together. Repeatable.
 */
const count = async (events: Event[]): Promise<void> => {
  const { store, warehouse, queues } = container()
  await rollUp({ store }, events)
  await sendSessions({ store, warehouse }, events)
  await queueWebhooks({ store, queues }, events)
  await queueInvitations(queues, events)
}

export const handler = onEvents(follow, count, (inbox) => queueDeliveries(container().queues, inbox))
