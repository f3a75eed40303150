import type { NewEvent } from '../events.ts'
import type { Change } from '../ports.ts'
import { platform, type Work } from '../program/actor.ts'
import { dayOfProgram, isMondayMorningPast, localWeek } from '../program/calendar.ts'
import type { GateRecord } from '../program/gate-record.ts'
import { allOf, loadProgram, loadTemplate } from '../program/load.ts'
import type { Program } from '../program/program.ts'
import type { Task } from '../program/task.ts'
import type { ProgramTemplate } from '../program/template.ts'
import { closeByRule, judge } from './evaluate-gate.ts'
import type { WeeklyCheckRecord } from './weekly-check-record.ts'

/** After this many reminders of an overdue task the program owner is told. */
const remindersBeforeEscalation = 2

/**
 * The weekly gate check: once per program and local week it looks again at gates that wait for the owner, reminds people of
 * overdue tasks, escalates, and tells the owner (digest). A second run in the same week finds its record and changes nothing.
 * Due from Monday 08:00 in the program's zone, once the first week has opened.
 * @returns the record of this week's check, or `undefined` when it is not due
 */
export const weeklyCheck = async (
  { store, now }: Work,
  tenantId: string,
  programId: string,
): Promise<WeeklyCheckRecord | undefined> => {
  const program = await loadProgram(store, tenantId, programId)
  if (program.status !== 'running' || !isMondayMorningPast(now, program.zone)) return undefined
  const scope = { tenantId, scope: programId }
  const week = localWeek(now, program.zone)
  const known = await store.get('weeklyCheck', scope, week)
  if (known) return known

  const template = await loadTemplate(store, program)
  const gates = await allOf(store, 'gate', scope)
  // Before the first week opens there is nothing to check, and no digest to send.
  if (gates.every(({ status }) => status === 'planned')) return undefined
  const reevaluated = await lookAgain({ store, now }, program, template, gates)
  const tasks = await allOf(store, 'task', scope)
  // Whom a selection or an engagement asks is reminded by its own machine.
  const ofGates = tasks.filter(({ kind }) => kind !== 'select' && kind !== 'engage')
  const overdue = ofGates.filter((task) => task.status === 'open' && task.dueAt < now)
  // A check that was cut off has reminded some already.
  const reminded = overdue.filter(({ remindedAt }) => remindedAt && localWeek(remindedAt, program.zone) === week)
  const chase = overdue.filter((task) => !reminded.includes(task)).map((task) => chased(task, now))
  const toldBefore = reminded.filter((task) => task.escalated && task.reminders === remindersBeforeEscalation + 1)
  const record: WeeklyCheckRecord = {
    ...scope,
    id: week,
    version: 0,
    at: now,
    reevaluated,
    reminded: overdue.map(({ id }) => id),
    escalated: [...toldBefore.map(({ id }) => id), ...chase.flatMap(({ escalated }) => escalated)],
  }
  while (chase.length > batch) {
    const some = chase.splice(0, batch)
    await store.commit(
      some.map(({ change }) => change),
      some.flatMap(({ events }) => events),
    )
  }
  const about = { tenantId, programId, at: now, by: platform }
  await store.commit(
    [{ kind: 'weeklyCheck', record, expect: 0 }, ...chase.map(({ change }) => change)],
    [{ type: 'week.checked', ...about, week }, ...chase.flatMap(({ events }) => events)],
  )
  return record
}

/** Overdue tasks handled in one transaction: each has a change and up to two events. */
const batch = 30

/** Gates that wait for the owner may have got their evidence meanwhile; one that passes now needs no decision any more. */
const lookAgain = async (
  { store, now }: Pick<Work, 'store' | 'now'>,
  program: Program,
  template: ProgramTemplate,
  gates: GateRecord[],
): Promise<string[]> => {
  const looked = ({ evaluations }: GateRecord) => evaluations.at(-1)?.at === now
  const waiting = gates.filter((record) => record.status === 'awaiting owner' || looked(record))
  for (const record of waiting) {
    // Before the check was cut off.
    if (looked(record)) continue
    const gate = template.gates.find((each) => each.gate === record.id)!
    const evaluation = await judge(store, program, template, gate, { round: record.round, now })
    const renewed = { ...record, evaluations: [...record.evaluations, evaluation] }
    if (evaluation.outcome === 'pass') await closeByRule(store, program, renewed, 'weekly gate check', now)
    else await store.commit([{ kind: 'gate', record: renewed, expect: record.version }])
  }
  return waiting.map(({ id }) => id)
}

const chased = (task: Task, now: string): { change: Change; events: NewEvent[]; escalated: string[] } => {
  const reminders = task.reminders + 1
  const escalate = reminders > remindersBeforeEscalation && !task.escalated
  const about = {
    tenantId: task.tenantId,
    programId: task.scope,
    at: now,
    by: platform,
    gate: task.gate,
    taskId: task.id,
  }
  const events: NewEvent[] = [{ type: 'task.reminded', ...about, reminder: reminders }]
  if (escalate) events.push({ type: 'task.escalated', ...about })
  const record: Task = { ...task, reminders, remindedAt: now, escalated: task.escalated || escalate }
  return { change: { kind: 'task', record, expect: task.version }, events, escalated: escalate ? [task.id] : [] }
}

/** Tells that an early-signal report (day 60, day 120) is due, once each; `id` of the record is `day-60`. */
export const earlySignals = async ({ store, now }: Work, tenantId: string, programId: string): Promise<number[]> => {
  const program = await loadProgram(store, tenantId, programId)
  if (program.status !== 'running') return []
  const template = await loadTemplate(store, program)
  const today = dayOfProgram(program.startDate, program.zone, now)
  const scope = { tenantId, scope: programId }
  const told: number[] = []
  for (const { day } of template.earlySignals.filter((signal) => signal.day <= today)) {
    const id = `day-${day}`
    if (await store.get('weeklyCheck', scope, id)) continue
    const record: WeeklyCheckRecord = {
      ...scope,
      id,
      version: 0,
      at: now,
      reevaluated: [],
      reminded: [],
      escalated: [],
    }
    await store.commit(
      [{ kind: 'weeklyCheck', record, expect: 0 }],
      [{ type: 'early-signal.due', tenantId, programId, at: now, by: platform, day }],
    )
    told.push(day)
  }
  return told
}
