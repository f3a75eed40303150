import type { Container } from '@pilotgate/aws/container'
import type { FunctionArns } from '@pilotgate/contracts/functions'
import { loadTemplate } from '@pilotgate/core/program/load'
import type { Program } from '@pilotgate/core/program/program'
import { scheduleMachine } from '@pilotgate/workflows/manifest'
import { outline } from '@pilotgate/workflows/outline'

/** The execution that drives a program, and the states of its machine as the console draws them; none before the start. */
export const describeExecutions = async ({ store, workflows, config }: Container, program: Program) => {
  const execution = program.executionArn && (await workflows.describe(program.executionArn))
  if (!execution) return []
  const machine = scheduleMachine(await loadTemplate(store, program), program.templateVersion)
  return [{ ...execution, states: outline(machine.definition(config.FUNCTION_ARNS as FunctionArns)) }]
}

/** A page of the execution's history; empty before the start. */
export const executionHistory = async (
  { workflows }: Container,
  program: Program,
  page: { limit: number; cursor?: string },
) => (program.executionArn ? workflows.history(program.executionArn, page) : { items: [], cursor: undefined })
