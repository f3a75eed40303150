import { DomainError } from '../errors.ts'
import type { Change } from '../ports.ts'
import type { Actor, Work } from '../program/actor.ts'
import type { Choice, GateRecord } from '../program/gate-record.ts'
import { loadMembers, loadProgram, loadTemplate } from '../program/load.ts'
import { committee } from './ask-decider.ts'
import { choicesOf } from './decide-gate.ts'

/**
 * A committee member's vote on a steering gate. A member may change their vote until the decision is recorded.
 * @throws DomainError `NotAllowed` (no member), `NotPossibleNow` (not a steering gate, not asked yet), `AlreadyDecided`, `InvalidInput`
 */
export const castVote = async (
  { store, now }: Work,
  actor: Actor,
  programId: string,
  gateId: string,
  input: { choice: Choice; reason: string },
): Promise<GateRecord> => {
  const program = await loadProgram(store, actor.tenantId, programId)
  const template = await loadTemplate(store, program)
  const scope = { tenantId: actor.tenantId, scope: programId }
  const gate = template.gates.find((each) => each.gate === gateId)
  const record = await store.get('gate', scope, gateId)
  if (!gate || !record) throw new DomainError('NotFound', `There is no gate "${gateId}" in this program.`)
  if (gate.decides !== 'steering') throw new DomainError('NotPossibleNow', `Gate ${gateId} is not decided by vote.`)
  if (!committee(template, await loadMembers(store, program)).some(({ id }) => id === actor.personId)) {
    throw new DomainError('NotAllowed', 'Only members of the steering committee vote.')
  }
  if (record.status === 'closed')
    throw new DomainError('AlreadyDecided', `Gate ${gateId} is decided; votes are closed.`)
  if (record.status !== 'awaiting steering') {
    throw new DomainError(
      'NotPossibleNow',
      `Gate ${gateId} is ${record.status}: votes open after its check on ${record.checksAt}.`,
    )
  }
  const choices = choicesOf(gate)
  if (!choices.includes(input.choice)) {
    const problem = `"${input.choice}" is not a choice at ${gateId}. Choose one of: ${choices.join(', ')}.`
    throw new DomainError('InvalidInput', 'The vote cannot be counted.', { problems: [{ field: 'choice', problem }] })
  }
  const others = record.votes.filter(({ personId }) => personId !== actor.personId)
  const voted: GateRecord = { ...record, votes: [...others, { personId: actor.personId, ...input, at: now }] }
  const changes: Change[] = [{ kind: 'gate', record: voted, expect: record.version }]
  const task = await store.get('task', scope, `${gateId}.${record.round}.vote.${actor.personId}`)
  if (task?.status === 'open') {
    changes.push({
      kind: 'task',
      record: { ...task, status: 'done', doneBy: actor.personId, doneAt: now },
      expect: task.version,
    })
  }
  const about = { tenantId: actor.tenantId, programId, at: now, by: actor.personId }
  await store.commit(changes, [
    { type: 'gate.voted', ...about, gate: gateId, round: record.round, personId: actor.personId },
  ])
  return { ...voted, version: record.version + 1 }
}
