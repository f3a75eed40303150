import { DomainError, type FieldProblem } from '../errors.ts'
import type { NewEvent } from '../events.ts'
import type { Change, Store } from '../ports.ts'
import type { Actor, Work } from '../program/actor.ts'
import { localDate, localTime, plusDays } from '../program/calendar.ts'
import type { Choice, Decision, GateRecord } from '../program/gate-record.ts'
import { holders, loadMembers, loadProgram, loadTemplate } from '../program/load.ts'
import type { Member } from '../program/person.ts'
import type { Program } from '../program/program.ts'
import { steered } from '../program/steer-program.ts'
import type { Task } from '../program/task.ts'
import { type Gate, ownerChoices, type ProgramTemplate } from '../program/template.ts'
import { committee } from './ask-decider.ts'
import { closeGate } from './evaluate-gate.ts'
import { latestPack } from './latest-pack.ts'
import { remediationProblems } from './scale-decision.ts'
import { tally } from './tally.ts'
import { withLink } from './task-link.ts'

export type DecisionInput = Pick<
  Decision,
  'choice' | 'reason' | 'plan' | 'recheckOn' | 'timeline' | 'budget' | 'remediationPlans'
>

/**
 * Records the decision on a gate that waits for one: the program owner's on a weekly gate, the committee's on a steering gate
 * (which needs the quorum, and must be what most votes say). One conditional write; the schedule machine is told afterwards.
 * @throws DomainError `NotAllowed`, `AlreadyDecided`, `NotPossibleNow`, `QuorumNotMet`, `InvalidInput`, `StaleVersion`
 */
export const decideGate = async (
  { store, now, ids }: Work,
  actor: Actor,
  programId: string,
  gateId: string,
  input: DecisionInput,
): Promise<GateRecord> => {
  const program = await loadProgram(store, actor.tenantId, programId)
  const template = await loadTemplate(store, program)
  const scope = { tenantId: actor.tenantId, scope: programId }
  const gate = template.gates.find((each) => each.gate === gateId)
  const record = await store.get('gate', scope, gateId)
  if (!gate || !record) throw new DomainError('NotFound', `There is no gate "${gateId}" in this program.`)
  demandAuthority(actor, gate)
  demandOpenQuestion(program, record)
  const problems = inputProblems(gate, program, template, record, input, now)
  if (problems.length > 0) throw new DomainError('InvalidInput', 'The decision is not complete.', { problems })

  const members = await loadMembers(store, program)
  const votes =
    gate.decides === 'steering'
      ? countVotes(gate, template, record, committee(template, members).length, input.choice)
      : {}
  const pack = await latestPack(store, scope, gateId, record.round)
  const decision: Decision = {
    ...input,
    round: record.round,
    authority: gate.decides === 'steering' ? 'steering committee' : 'program owner',
    by: actor.personId,
    at: now,
    ...votes,
    ...(pack && { packId: pack.id }),
  }
  const decided: GateRecord = {
    ...record,
    status: input.choice === 'remediate' ? 'rechecking' : 'closed',
    decisions: [...record.decisions, decision],
  }
  const about = { tenantId: actor.tenantId, programId, at: now, by: actor.personId }
  const events: NewEvent[] = [
    { type: 'gate.decided', ...about, gate: gateId, round: record.round, choice: input.choice },
  ]
  const lead = [...holders(members, 'program lead'), ...holders(members, 'program owner')][0]!
  const changes: Change[] = [
    ...followUp(program, gate, decision, lead.id, template).map(
      (task): Change => ({ kind: 'task', record: withLink(task, ids, program.zone), expect: 0 }),
    ),
    ...(await answeredQuestion(store, record, members, actor, now)),
  ]
  if (input.choice === 'stop') {
    const stopped = steered(program, 'stopped', { action: 'stop', reason: input.reason, by: actor.personId, at: now })
    changes.push({ kind: 'program', record: stopped, expect: program.version })
    // The machine of a paused program waits for it to be resumed and would not hear of the decision.
    events.push({ type: 'program.stopped', ...about, reason: input.reason, veto: program.status === 'paused' })
  }
  await closeGate(store, program, decided, record.version, changes, events)
  return { ...decided, version: record.version + 1 }
}

/** A recheck further off than this would hold the whole program up without anybody noticing (and an execution ends after a year). */
const longestRemedyDays = 60

const demandOpenQuestion = (program: Program, record: GateRecord) => {
  if (program.status !== 'running' && program.status !== 'paused') {
    throw new DomainError('NotPossibleNow', `The program is ${program.status}; its gates can no longer be decided.`)
  }
  if (record.status === 'closed' || record.status === 'rechecking') {
    const last = record.decisions.at(-1)!
    throw new DomainError(
      'AlreadyDecided',
      `Gate ${record.id} was decided on ${last.at}: ${last.choice}. It cannot be decided twice.`,
    )
  }
  if (record.status !== 'awaiting owner' && record.status !== 'awaiting steering') {
    throw new DomainError(
      'NotPossibleNow',
      `Gate ${record.id} is ${record.status}: it is decided after its check on ${record.checksAt}.`,
    )
  }
}

const demandAuthority = (actor: Actor, gate: Gate) => {
  if (gate.decides === 'rule' && !actor.roles.includes('program owner')) {
    throw new DomainError('NotAllowed', `Only the program owner decides gate ${gate.gate}.`)
  }
}

/** Which choices a gate knows: the owner's four, or the ones its template gives the committee. */
export const choicesOf = (gate: Gate): readonly Choice[] => (gate.decides === 'steering' ? gate.choices : ownerChoices)

const inputProblems = (
  gate: Gate,
  program: Program,
  template: ProgramTemplate,
  record: GateRecord,
  input: DecisionInput,
  now: string,
): FieldProblem[] => {
  const problems: FieldProblem[] = []
  const choices = choicesOf(gate)
  if (!choices.includes(input.choice)) {
    problems.push({
      field: 'choice',
      problem: `"${input.choice}" is not a choice at ${gate.gate}. Choose one of: ${choices.join(', ')}.`,
    })
  }
  if ((input.choice === 'remediate' || input.choice === 'pivot') && !input.plan) {
    problems.push({ field: 'plan', problem: 'Say what will be done.' })
  }
  if (input.choice === 'remediate') problems.push(...recheckProblems(input.recheckOn, program, template, now))
  else if (input.recheckOn)
    problems.push({ field: 'recheckOn', problem: 'Only "remediate" has a recheck. Leave it out.' })
  if (gate.scaleDecision) problems.push(...remediationProblems(record, input))
  return problems
}

const recheckProblems = (
  recheckOn: string | undefined,
  program: Program,
  template: ProgramTemplate,
  now: string,
): FieldProblem[] => {
  if (!recheckOn) return [{ field: 'recheckOn', problem: 'Give the date of the recheck, YYYY-MM-DD.' }]
  const recheckAt = localTime(recheckOn, template.hours.checks, program.zone)
  const today = localDate(now, program.zone)
  if (recheckAt <= now)
    return [{ field: 'recheckOn', problem: `The recheck must lie ahead (now it is ${today} in ${program.zone}).` }]
  const latest = plusDays(now, program.zone, longestRemedyDays)
  if (recheckAt <= latest) return []
  return [
    {
      field: 'recheckOn',
      problem: `Give a day until ${localDate(latest, program.zone)}; pause the program for longer.`,
    },
  ]
}

/** The votes behind a committee's decision, as `person: choice`. */
const countVotes = (gate: Gate, template: ProgramTemplate, record: GateRecord, size: number, choice: Choice) => {
  const { leading, cast } = tally(record.votes)
  const { quorum } = template.steering
  if (cast < quorum) {
    const missing = `${cast} of ${size} members have voted; the quorum is ${quorum}.`
    throw new DomainError('QuorumNotMet', `The committee cannot decide ${gate.gate} yet: ${missing}`)
  }
  if (!leading.includes(choice)) {
    throw new DomainError(
      'NotAllowed',
      `Most votes are for "${leading.join('" or "')}", so "${choice}" cannot be recorded.`,
    )
  }
  return { votes: record.votes.map((vote) => `${vote.personId}: ${vote.choice}`) }
}

/** The task that asked the owner for this decision is done. */
const answeredQuestion = async (
  store: Store,
  record: GateRecord,
  members: Member[],
  actor: Actor,
  now: string,
): Promise<Change[]> => {
  const kind = record.status === 'awaiting steering' ? 'record' : 'decide'
  const scope = { tenantId: record.tenantId, scope: record.scope }
  const ids = holders(members, 'program owner').map((owner) => `${record.id}.${record.round}.${kind}.${owner.id}`)
  const tasks = await store.getMany('task', scope, ids)
  return tasks
    .filter(({ status }) => status === 'open')
    .map((task) => ({
      kind: 'task',
      record: { ...task, status: 'done', doneBy: actor.personId, doneAt: now },
      expect: task.version,
    }))
}

/** What a decision asks people to do next. */
const followUp = (
  program: Program,
  gate: Gate,
  decision: Decision,
  leadId: string,
  template: ProgramTemplate,
): Task[] => {
  if (!decision.plan) return []
  const due = decision.recheckOn
    ? localTime(decision.recheckOn, template.hours.checks, program.zone)
    : plusDays(decision.at, program.zone, 7)
  return [
    {
      tenantId: program.tenantId,
      scope: program.id,
      id: `${gate.gate}.${decision.round}.do.${leadId}`,
      version: 0,
      gate: gate.gate,
      round: decision.round,
      kind: 'do',
      title: decision.plan,
      why: `Decided at gate ${gate.gate}: ${decision.choice}. ${decision.reason}`,
      role: 'program lead',
      personId: leadId,
      openedAt: decision.at,
      dueAt: due,
      status: 'open',
      reminders: 0,
      escalated: false,
    },
  ]
}
