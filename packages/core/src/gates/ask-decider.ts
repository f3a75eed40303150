import { DomainError } from '../errors.ts'
import type { Change, Workflows } from '../ports.ts'
import { platform, type Work } from '../program/actor.ts'
import { plusDays } from '../program/calendar.ts'
import { allOf, holders, loadMembers, loadTemplate } from '../program/load.ts'
import type { Member } from '../program/person.ts'
import { loadRunning } from '../program/schedule-steps.ts'
import { pauseByItself } from '../program/steer-program.ts'
import type { Task } from '../program/task.ts'
import type { Gate, ProgramTemplate } from '../program/template.ts'
import { answerOf } from './answer-machine.ts'

type Ref = { tenantId: string; programId: string; gate: string }

/**
 * Puts the question of a gate to the people with authority and keeps the token of the waiting step on the server. Asked again
 * after a reminder, it only renews the token; a round decided meanwhile is answered at once, so no callback is lost (F1, F2).
 * @throws DomainError `ProgramPaused`, `ProgramStopped`
 */
export const askDecider = async (
  { store, now }: Work,
  workflows: Workflows,
  ref: Ref,
  taskToken: string,
): Promise<void> => {
  const program = await loadRunning(store, ref)
  const scope = { tenantId: ref.tenantId, scope: ref.programId }
  const template = await loadTemplate(store, program)
  const gate = template.gates.find((each) => each.gate === ref.gate)!
  const record = (await store.get('gate', scope, ref.gate))!
  const answer = answerOf(program, template, record)
  if (answer) return workflows.answer(taskToken, answer)

  const first = record.status !== 'awaiting owner' && record.status !== 'awaiting steering'
  const change: Change = {
    kind: 'gate',
    record: {
      ...record,
      status: gate.decides === 'steering' ? 'awaiting steering' : 'awaiting owner',
      taskToken,
      ...(first && { askedAt: now }),
    },
    expect: record.version,
  }
  if (!first) return store.commit([change])
  const known = new Set((await allOf(store, 'task', scope, `${gate.gate}.`)).map(({ id }) => id))
  const tasks = questions(gate, template, await loadMembers(store, program), {
    ref,
    round: record.round,
    openedAt: now,
    dueAt: plusDays(now, program.zone, template.patience.days),
    words: record.evaluations.at(-1)!.reasons.join(' '),
  })
  const changes = tasks
    .filter(({ id }) => !known.has(id))
    .map((task): Change => ({ kind: 'task', record: task, expect: 0 }))
  const authority = gate.decides === 'steering' ? 'steering committee' : 'program owner'
  const about = { tenantId: ref.tenantId, programId: ref.programId, at: now, by: platform }
  await store.commit(
    [change, ...changes],
    [{ type: 'gate.asked', ...about, gate: gate.gate, round: record.round, authority }],
  )
}

/** The members of the steering committee, each once. */
export const committee = (template: ProgramTemplate, members: Member[]): Member[] => [
  ...new Set(template.steering.committee.flatMap((role) => holders(members, role))),
]

type Question = { ref: Ref; round: number; openedAt: string; dueAt: string; words: string }

const questions = (gate: Gate, template: ProgramTemplate, members: Member[], question: Question): Task[] => {
  const owner = holders(members, 'program owner').slice(0, 1)
  if (gate.decides === 'rule') {
    return owner.map((member) => task('decide', `Decide how gate ${gate.gate} goes on`, member, gate, question))
  }
  const votes = committee(template, members).map((member) =>
    task('vote', `Vote on gate ${gate.gate}`, member, gate, question),
  )
  const record = owner.map((member) =>
    task('record', `Record the committee's decision on ${gate.gate}`, member, gate, question),
  )
  return [...votes, ...record]
}

const task = (
  kind: Task['kind'],
  title: string,
  member: Member,
  gate: Gate,
  { ref, round, openedAt, dueAt, words }: Question,
): Task => ({
  tenantId: ref.tenantId,
  scope: ref.programId,
  id: `${gate.gate}.${round}.${kind}.${member.id}`,
  version: 0,
  gate: gate.gate,
  round,
  kind,
  title,
  why: `${gate.title}. ${words}`,
  role: kind === 'vote' ? member.roles[0]! : 'program owner',
  personId: member.id,
  openedAt,
  dueAt,
  status: 'open',
  reminders: 0,
  escalated: false,
})

/**
 * Nobody decided in time: reminds, the last time escalating; when that did not help either, the program pauses by itself.
 * A retry with the same `now` reminds nobody twice.
 * @throws DomainError `ProgramPaused`, `ProgramStopped`
 */
export const remindDecider = async ({ store, now }: Work, ref: Ref): Promise<void> => {
  const program = await loadRunning(store, ref)
  const template = await loadTemplate(store, program)
  const record = (await store.get('gate', { tenantId: ref.tenantId, scope: ref.programId }, ref.gate))!
  const about = { tenantId: ref.tenantId, programId: ref.programId, at: now, by: platform }
  if (record.status === 'closed' || record.status === 'rechecking' || record.remindedAt === now) return
  const reminder = record.reminders + 1
  if (reminder > template.patience.reminders) {
    const reason = `Nobody decided gate ${ref.gate} after ${template.patience.reminders} reminders. Decide it, then resume the program.`
    const paused = pauseByItself(program, reason, now)
    await store.commit(
      [{ kind: 'program', record: paused, expect: program.version }],
      [{ type: 'program.paused', ...about, reason }],
    )
    throw new DomainError('ProgramPaused', reason)
  }
  const escalate = reminder === template.patience.reminders
  await store.commit(
    [{ kind: 'gate', record: { ...record, reminders: reminder, remindedAt: now }, expect: record.version }],
    [{ type: 'gate.reminded', ...about, gate: ref.gate, round: record.round, reminder, escalate }],
  )
}
