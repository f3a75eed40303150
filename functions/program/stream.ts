import { container } from '@pilotgate/aws/container'
import type { FunctionArns } from '@pilotgate/contracts/functions'
import { followEngagements } from '@pilotgate/core/engagement/follow-events'
import type { Event } from '@pilotgate/core/events'
import { answerMachine } from '@pilotgate/core/gates/answer-machine'
import { inviteForGate } from '@pilotgate/core/intake/invite-cohort'
import { followMatching } from '@pilotgate/core/matching/review/follow-events'
import { rollUp } from '@pilotgate/core/measurement/kpis/roll-up'
import { sendSessions } from '@pilotgate/core/measurement/telemetry/send-sessions'
import { loadProgram, loadTemplate } from '@pilotgate/core/program/load'
import { followSelection } from '@pilotgate/core/selection/follow-events'
import {
  engagementMachine,
  type MachineEntry,
  matchReviewMachine,
  scheduleMachine,
  selectionMachine,
} from '@pilotgate/workflows/manifest'
import { onEvents } from '../lib/stream.ts'

/** Tells the machines what people did: starts, answers and stops executions; lets selection, matching and engagements follow what they rest on; invites to the intake when its week opens. Repeatable. */
const follow: Parameters<typeof onEvents>[0] = async (event, { now }) => {
  const { store, ids, workflows, config } = container()
  const { tenantId, programId } = event
  const start = async ({ name, definition }: MachineEntry, execution: string, input: unknown) => {
    const arn = await workflows.ensureMachine(name, JSON.stringify(definition(config.FUNCTION_ARNS as FunctionArns)))
    return workflows.start(arn, execution, input)
  }
  await followSelection(store, workflows, event, ({ path, ...ref }) =>
    start(selectionMachine(path), `${programId}-${ref.candidacyId.replaceAll('.', '-')}`, ref),
  )
  await followMatching(store, workflows, event, (ref) => start(matchReviewMachine, `${programId}-${ref.runId}`, ref))
  await followEngagements({ store, ids }, workflows, event, (ref) =>
    start(engagementMachine, `${programId}-${ref.engagementId.replaceAll('.', '-')}`, ref),
  )
  switch (event.type) {
    case 'program.started': {
      const program = await loadProgram(store, tenantId, programId)
      const machine = scheduleMachine(await loadTemplate(store, program), program.templateVersion)
      await start(machine, `${programId}-1`, { tenantId, programId, part: 1 })
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

/** Counts what happened into the KPIs, and hands sessions to the warehouse: once for all events that come together. Repeatable. */
const count = async (events: Event[]): Promise<void> => {
  const { store, warehouse } = container()
  await rollUp({ store }, events)
  await sendSessions({ store, warehouse }, events)
}

export const handler = onEvents(follow, count)
