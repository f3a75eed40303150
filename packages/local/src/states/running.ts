import type { StateMachine } from './definition.ts'
import type { ExecutionRow } from './history-store.ts'
import { newThread, type Running } from './step.ts'
import type { StateStore } from './store.ts'
import type { Thread } from './thread.ts'

/** Brings an execution's saved state into memory. */
export function loadRunning(
  store: StateStore,
  row: ExecutionRow,
  engine: Pick<Running, 'region' | 'timeRequests'>,
): Running {
  const revision = store.machines.revision(row.revision)
  if (!revision) throw new Error(`The definition of ${row.arn} is missing.`)
  const machine = JSON.parse(revision.definition) as StateMachine
  const input = JSON.parse(row.input)
  return {
    arn: row.arn,
    name: row.name,
    input,
    roleArn: revision.roleArn,
    startedAt: row.startedAt,
    machineArn: row.machineArn,
    machineName: row.machineArn.split(':').at(-1) ?? '',
    machine,
    region: engine.region,
    timeRequests: engine.timeRequests,
    root: row.cursor === null ? newThread([], machine.StartAt, input, 0) : (JSON.parse(row.cursor) as Thread),
    nextEventId: row.nextEvent,
  }
}
