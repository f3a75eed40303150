import { DomainError } from '../errors.ts'
import type { Change, Store } from '../ports.ts'
import { type Actor, platform, type Work } from './actor.ts'
import { weekWindow } from './calendar.ts'
import type { GateRecord } from './gate-record.ts'
import { allOf, loadProgram, loadTemplate } from './load.ts'
import type { Program } from './program.ts'

/**
 * The program owner's veto (domain §1): pause at any time. The execution meets it at its next step and waits.
 * @throws DomainError `NotPossibleNow` (not running)
 */
export const pauseProgram = async (
  { store, now }: Work,
  actor: Actor,
  programId: string,
  reason: string,
): Promise<Program> => {
  const program = await loadProgram(store, actor.tenantId, programId)
  if (program.status !== 'running') throw refusal('paused', 'running', program)
  const paused = steered(program, 'paused', { action: 'pause', reason, by: actor.personId, at: now })
  const about = { tenantId: program.tenantId, programId, at: now, by: actor.personId }
  await store.commit(
    [{ kind: 'program', record: paused, expect: program.version }],
    [{ type: 'program.paused', ...about, reason }],
  )
  return { ...paused, version: program.version + 1 }
}

/**
 * Resumes a paused program. Whole weeks are added to the plan until the check of the current gate lies ahead again, so that
 * nobody is measured for the time of the pause.
 * @throws DomainError `NotPossibleNow` (not paused)
 */
export const resumeProgram = async (
  { store, now }: Work,
  actor: Actor,
  programId: string,
  reason: string,
): Promise<Program> => {
  const program = await loadProgram(store, actor.tenantId, programId)
  if (program.status !== 'paused') throw refusal('resumed', 'paused', program)
  const scope = { tenantId: program.tenantId, scope: programId }
  const template = await loadTemplate(store, program)
  const gate = template.gates.find((each) => each.gate === program.currentGate)!
  const record = await store.get('gate', scope, gate.gate)
  const changes: Change[] = []
  let { slippedWeeks } = program
  if (record && (record.status === 'planned' || record.status === 'open')) {
    const window = () => weekWindow({ ...program, ...template, week: gate.week, slippedWeeks })
    while (window().checksAt <= now) slippedWeeks += 1
    if (slippedWeeks > program.slippedWeeks) {
      await moveTasks(store, record, window().checksAt)
      changes.push({ kind: 'gate', record: { ...record, ...window() }, expect: record.version })
    }
  }
  const resumed = {
    ...steered(program, 'running', { action: 'resume', reason, by: actor.personId, at: now }),
    slippedWeeks,
  }
  changes.push({ kind: 'program', record: resumed, expect: program.version })
  await store.commit(changes, [
    { type: 'program.resumed', tenantId: program.tenantId, programId, at: now, by: actor.personId, reason },
  ])
  return { ...resumed, version: program.version + 1 }
}

/** Tasks moved in one transaction. */
const batch = 90

/** What was asked for a gate is due at its new check. A resume that is repeated moves the rest. */
const moveTasks = async (store: Store, { tenantId, scope, id }: GateRecord, dueAt: string): Promise<void> => {
  const tasks = await allOf(store, 'task', { tenantId, scope }, `${id}.`)
  const moved = tasks
    .filter((task) => task.kind === 'attest' && task.status === 'open' && task.dueAt < dueAt)
    .map((task): Change => ({ kind: 'task', record: { ...task, dueAt }, expect: task.version }))
  while (moved.length > 0) await store.commit(moved.splice(0, batch))
}

/**
 * Stops a program for good, also in the middle of a wait.
 * @throws DomainError `NotPossibleNow` (never started, or over)
 */
export const stopProgram = async (
  { store, now }: Work,
  actor: Actor,
  programId: string,
  reason: string,
): Promise<Program> => {
  const program = await loadProgram(store, actor.tenantId, programId)
  if (program.status !== 'running' && program.status !== 'paused')
    throw refusal('stopped', 'running or paused', program)
  const stopped = steered(program, 'stopped', { action: 'stop', reason, by: actor.personId, at: now })
  const about = { tenantId: program.tenantId, programId, at: now, by: actor.personId }
  await store.commit(
    [{ kind: 'program', record: stopped, expect: program.version }],
    [{ type: 'program.stopped', ...about, reason, veto: true }],
  )
  return { ...stopped, version: program.version + 1 }
}

/** A program with one more line in its history and the status that follows from it. */
export const steered = (program: Program, status: Program['status'], line: Program['history'][number]): Program => ({
  ...program,
  status,
  history: [...program.history, line],
})

/** Pauses by itself a program whose deciders did not answer any reminder. */
export const pauseByItself = (program: Program, reason: string, now: string): Program =>
  steered(program, 'paused', { action: 'pause', reason, by: platform, at: now })

const refusal = (verb: string, needed: string, program: Program) =>
  new DomainError(
    'NotPossibleNow',
    `Only a program that is ${needed} can be ${verb}; "${program.name}" is ${program.status}.`,
  )
