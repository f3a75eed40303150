import { container } from '@pilotgate/aws/container'
import type { FunctionArns } from '@pilotgate/contracts/functions'
import { answerMachine } from '@pilotgate/core/gates/answer-machine'
import { loadProgram, loadTemplate } from '@pilotgate/core/program/load'
import { scheduleMachine } from '@pilotgate/workflows/manifest'
import { onEvents } from '../lib/stream.ts'

/** Tells the schedule machines what people did: starts, answers and stops executions. Repeatable. */
export const handler = onEvents(async (event) => {
  const { store, workflows, config } = container()
  const { tenantId, programId } = event
  switch (event.type) {
    case 'program.started': {
      const program = await loadProgram(store, tenantId, programId)
      const machine = scheduleMachine(await loadTemplate(store, program), program.templateVersion)
      const definition = JSON.stringify(machine.definition(config.FUNCTION_ARNS as FunctionArns))
      const arn = await workflows.ensureMachine(machine.name, definition)
      await workflows.start(arn, `${programId}-1`, { tenantId, programId, part: 1 })
      return
    }
    case 'gate.passed':
    case 'gate.decided':
      return answerMachine(store, workflows, event)
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
})
