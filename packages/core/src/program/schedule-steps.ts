import { DomainError } from '../errors.ts'
import type { Workflows } from '../ports.ts'
import { platform, type Work } from './actor.ts'
import { loadProgram } from './load.ts'
import type { Program } from './program.ts'
import { steered } from './steer-program.ts'

type Ref = { tenantId: string; programId: string }

/**
 * The program, if its schedule may go on.
 * @throws DomainError `ProgramPaused` or `ProgramStopped`, which the state machine catches
 */
export const loadRunning = async (store: Work['store'], { tenantId, programId }: Ref): Promise<Program> => {
  const program = await loadProgram(store, tenantId, programId)
  if (program.status === 'paused') throw new DomainError('ProgramPaused', `Program ${programId} is paused.`)
  if (program.status !== 'running')
    throw new DomainError('ProgramStopped', `Program ${programId} is ${program.status}.`)
  return program
}

/** Where the schedule begins or goes on; remembers which execution drives the program now. */
export const findCurrentGate = async ({ store }: Work, ref: Ref, executionArn: string): Promise<{ gate: string }> => {
  const program = await loadProgram(store, ref.tenantId, ref.programId)
  if (program.status === 'stopped') throw new DomainError('ProgramStopped', `Program ${ref.programId} is stopped.`)
  if (program.executionArn !== executionArn) {
    await store.commit([{ kind: 'program', record: { ...program, executionArn }, expect: program.version }])
  }
  return { gate: program.currentGate! }
}

/** Keeps the token of the pause on the server; a program resumed in the meantime goes on at once. */
export const holdProgram = async (
  { store }: Work,
  workflows: Workflows,
  ref: Ref,
  taskToken: string,
): Promise<void> => {
  const program = await loadProgram(store, ref.tenantId, ref.programId)
  if (program.status === 'stopped') throw new DomainError('ProgramStopped', `Program ${ref.programId} is stopped.`)
  if (program.status === 'running') return workflows.answer(taskToken, { gate: program.currentGate })
  await store.commit([{ kind: 'program', record: { ...program, pauseToken: taskToken }, expect: program.version }])
}

/** Stops a program that was paused for so long that nobody will resume it. */
export const lapseProgram = async ({ store, now }: Work, { tenantId, programId }: Ref): Promise<void> => {
  const program = await loadProgram(store, tenantId, programId)
  if (program.status !== 'paused') return
  const reason = 'Nobody resumed the program in 90 days.'
  const stopped = steered(program, 'stopped', { action: 'stop', reason, by: platform, at: now })
  await store.commit(
    [{ kind: 'program', record: stopped, expect: program.version }],
    [{ type: 'program.stopped', tenantId, programId, at: now, by: platform, reason, veto: false }],
  )
}

/** Ends a program whose last gate is decided. Repeatable. */
export const completeProgram = async ({ store, now }: Work, { tenantId, programId }: Ref): Promise<void> => {
  const program = await loadProgram(store, tenantId, programId)
  if (program.status === 'completed') return
  await loadRunning(store, { tenantId, programId })
  const gate = await store.get('gate', { tenantId, scope: programId }, program.currentGate!)
  const result = gate?.decisions.at(-1)?.choice ?? 'pass'
  const completed = {
    ...steered(program, 'completed', {
      action: 'complete',
      reason: `The last gate ended with: ${result}.`,
      by: platform,
      at: now,
    }),
    result,
  }
  await store.commit(
    [{ kind: 'program', record: completed, expect: program.version }],
    [{ type: 'program.completed', tenantId, programId, at: now, by: platform, result }],
  )
}
