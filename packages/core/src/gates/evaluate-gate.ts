import type { NewEvent } from '../events.ts'
import type { Change, Store } from '../ports.ts'
import { platform, type Work } from '../program/actor.ts'
import type { Evaluation, GateRecord } from '../program/gate-record.ts'
import { allOf, loadTemplate } from '../program/load.ts'
import type { Program } from '../program/program.ts'
import { loadRunning } from '../program/schedule-steps.ts'
import type { Gate, ProgramTemplate } from '../program/template.ts'
import { answerOf } from './answer-machine.ts'
import { collectFacts } from './collect-facts.ts'
import { evaluateCriterion } from './evaluate-criterion.ts'

type Ref = { tenantId: string; programId: string; gate: string }

/**
 * The planned check of a gate, or its recheck: begins a new round, keeps the evaluation, and closes a gate that passes by
 * rule. The same `now` again (a retry) gives the same outcome and writes nothing.
 * @throws DomainError `ProgramPaused`, `ProgramStopped`
 */
export const evaluateGate = async (
  work: Work,
  ref: Ref,
): Promise<{ outcome: Evaluation['outcome']; round: number }> => {
  const { store, now } = work
  const program = await loadRunning(store, ref)
  const template = await loadTemplate(store, program)
  const gate = template.gates.find((each) => each.gate === ref.gate)!
  const record = (await store.get('gate', { tenantId: ref.tenantId, scope: ref.programId }, ref.gate))!
  const known = record.evaluations.find(({ at }) => at === now) ?? decided(program, template, record, now)
  if (known) return known
  const evaluation = await judge(store, program, template, gate, { round: record.round + 1, now })
  const begun: GateRecord = {
    ...record,
    status: 'open',
    round: evaluation.round,
    evaluations: [...record.evaluations, evaluation],
    votes: [],
    reminders: 0,
    remindedAt: undefined,
  }
  if (evaluation.outcome === 'pass' && gate.decides === 'rule')
    await closeByRule(store, program, begun, 'gate check', now)
  else await store.commit([{ kind: 'gate', record: begun, expect: record.version }])
  return evaluation
}

/** The evaluation that was decided on (a program may be paused while a gate is decided), unless its recheck is due. */
const decided = (
  program: Program,
  template: ProgramTemplate,
  record: GateRecord,
  now: string,
): Evaluation | undefined => {
  const answer = answerOf(program, template, record)
  const recheckDue = answer?.recheckAt !== undefined && answer.recheckAt <= now
  return answer && !recheckDue ? record.evaluations.at(-1) : undefined
}

/** Looks at a gate's facts as they are now. */
export const judge = async (
  store: Store,
  program: Program,
  template: ProgramTemplate,
  gate: Gate,
  { round, now }: { round: number; now: string },
): Promise<Evaluation> => {
  const names = gate.criterion.all.map(({ fact }) => fact)
  const facts = await collectFacts(store, program, template, { names, week: gate.week, now })
  return { round, at: now, ...evaluateCriterion(gate.criterion, facts) }
}

/** Closes a gate whose criterion holds: the next week opens by itself. `by` says which check found it. */
export const closeByRule = async (
  store: Store,
  program: Program,
  record: GateRecord,
  by: 'gate check' | 'weekly gate check',
  now: string,
): Promise<void> => {
  const evaluation = record.evaluations.at(-1)!
  const reason = evaluation.reasons.join(' ')
  const closed: GateRecord = {
    ...record,
    status: 'closed',
    decisions: [...record.decisions, { round: record.round, choice: 'pass', reason, authority: 'rule', by, at: now }],
  }
  const about = {
    tenantId: program.tenantId,
    programId: program.id,
    at: now,
    by: platform,
    gate: record.id,
    round: record.round,
  }
  await closeGate(store, program, closed, record.version, [], [{ type: 'gate.passed', ...about }])
}

/** Open tasks cancelled in one transaction; a gate with more of them cancels the rest first. */
const batch = 80

/** Writes a closed gate; what was still asked for it is asked no more. */
export const closeGate = async (
  store: Store,
  program: Program,
  closed: GateRecord,
  expect: number,
  changes: Change[],
  events: NewEvent[],
): Promise<void> => {
  const scope = { tenantId: program.tenantId, scope: program.id }
  const written = new Set(changes.filter(({ kind }) => kind === 'task').map(({ record }) => record.id))
  const tasks = await allOf(store, 'task', scope, `${closed.id}.`)
  const cancelled = tasks
    .filter((task) => task.status === 'open' && task.kind !== 'do' && !written.has(task.id))
    .map((task): Change => ({ kind: 'task', record: { ...task, status: 'cancelled' }, expect: task.version }))
  while (cancelled.length > batch) await store.commit(cancelled.splice(0, batch))
  await store.commit([{ kind: 'gate', record: closed, expect }, ...changes, ...cancelled], events)
}
