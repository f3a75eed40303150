import { DomainError, type FieldProblem } from '../errors.ts'
import type { Change, Store } from '../ports.ts'
import type { Actor, Work } from './actor.ts'
import { datesProblems } from './create-program.ts'
import { allOf, holders, loadMembers, loadProgram, loadTemplate } from './load.ts'
import type { Member } from './person.ts'
import { plannedGate } from './planned-gate.ts'
import type { Program } from './program.ts'
import type { ProgramTemplate } from './template.ts'

/** The fact without which no program starts when its template knows it: legal has signed off (W01). */
const legalSignOff = 'legal-sign-off'

/**
 * Starts a draft program: checks that it can run, lays out its gates and tells the platform, which starts the execution.
 * @throws DomainError `NotPossibleNow` (not a draft; no legal sign-off), `InvalidInput` (past date, roles nobody holds)
 */
export const startProgram = async (
  { store, now }: Work,
  actor: Actor,
  programId: string,
  reason: string,
): Promise<Program> => {
  const program = await loadProgram(store, actor.tenantId, programId)
  if (program.status !== 'draft') throw new DomainError('NotPossibleNow', `The program is ${program.status} already.`)
  const template = await loadTemplate(store, program)
  const problems = [...datesProblems(program, now), ...missingPeople(template, await loadMembers(store, program))]
  if (problems.length > 0) throw new DomainError('InvalidInput', 'The program is not ready to start.', { problems })
  await demandLegalSignOff(store, program, template)

  const gates: Change[] = template.gates.map((gate) => ({
    kind: 'gate',
    record: plannedGate(program, template, gate),
    expect: 0,
  }))
  const started: Program = {
    ...program,
    status: 'running',
    currentGate: template.gates[0]!.gate,
    history: [...program.history, { action: 'start', reason, by: actor.personId, at: now }],
  }
  await store.commit(
    [{ kind: 'program', record: started, expect: program.version }, ...gates],
    [{ type: 'program.started', tenantId: program.tenantId, programId: program.id, at: now, by: actor.personId }],
  )
  return { ...started, version: program.version + 1 }
}

/** Every role that is asked for something needs somebody in it, and the committee its quorum. */
const missingPeople = (template: ProgramTemplate, members: Member[]): FieldProblem[] => {
  const asked = new Set(template.gates.flatMap((gate) => gate.asks.map((ask) => ask.of)))
  const missing = [...asked].filter((role) => holders(members, role).length === 0)
  const problems = missing.map((role) => ({
    field: 'people',
    problem: `Nobody is ${role}. Add a person with this role: the template asks them for evidence.`,
  }))
  const committee = new Set(template.steering.committee.flatMap((role) => holders(members, role).map(({ id }) => id)))
  const { quorum } = template.steering
  if (template.gates.some((gate) => gate.decides === 'steering') && committee.size < quorum) {
    const roles = template.steering.committee.join(', ')
    const problem = `The steering committee (${roles}) has ${committee.size} people; its quorum is ${quorum}. Add people.`
    problems.push({ field: 'people', problem })
  }
  return problems
}

const demandLegalSignOff = async (store: Store, program: Program, template: ProgramTemplate) => {
  if (!template.gates.some((gate) => gate.criterion.all.some(({ fact }) => fact === legalSignOff))) return
  const scope = { tenantId: program.tenantId, scope: program.id }
  const signed = await allOf(store, 'attestation', scope, `${legalSignOff}.`)
  const last = signed.at(-1)
  if (last?.value.kind === 'yes-no' && last.value.yes) return
  throw new DomainError(
    'NotPossibleNow',
    `Legal has not signed off on data consent. Someone with the role "legal" attests the fact "${legalSignOff}" first; then start again.`,
  )
}
