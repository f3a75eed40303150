import { DomainError } from '../errors.ts'
import type { Actor, Work } from '../program/actor.ts'
import type { Attestation } from '../program/attestation.ts'
import type { FactValue } from '../program/fact.ts'
import { findFact } from '../program/facts.ts'
import { loadProgram, loadTemplate } from '../program/load.ts'
import { isComputed } from './computed-facts.ts'
import { demandRightToState } from './reserved-facts.ts'

export type Statement = { fact: string; gate: string; value: FactValue; source: string; note?: string }

/**
 * States a fact: value, source, note, who and when. Earlier statements stay; the latest counts.
 * @throws DomainError `InvalidInput` (unknown or computed fact, value of another kind, unknown gate), `NotAllowed`, `NotPossibleNow`
 */
export const attestFact = async (
  { store, ids, now }: Work,
  actor: Actor,
  programId: string,
  statement: Statement,
): Promise<Attestation> => {
  const program = await loadProgram(store, actor.tenantId, programId)
  const template = await loadTemplate(store, program)
  const refuse = (field: string, problem: string): never => {
    throw new DomainError('InvalidInput', 'The evidence cannot be taken.', { problems: [{ field, problem }] })
  }
  const definition = findFact(statement.fact) ?? refuse('fact', `There is no fact "${statement.fact}".`)
  if (isComputed(statement.fact)) {
    refuse('fact', `"${statement.fact}" is computed by the platform from its own rows; correct those instead.`)
  }
  if (statement.value.kind !== definition.kind) {
    refuse('value.kind', `"${statement.fact}" is of kind "${definition.kind}", not "${statement.value.kind}".`)
  }
  if (!template.gates.some(({ gate }) => gate === statement.gate))
    refuse('gate', `There is no gate "${statement.gate}".`)
  demandRightToState(actor, statement.fact)
  if (program.status === 'stopped' || program.status === 'completed') {
    throw new DomainError('NotPossibleNow', `The program is ${program.status}; no more evidence is taken.`)
  }
  const record: Attestation = {
    tenantId: actor.tenantId,
    scope: programId,
    id: `${statement.fact}.${ids.next()}`,
    version: 0,
    fact: statement.fact,
    gate: statement.gate,
    value: statement.value,
    source: statement.source,
    note: statement.note ?? '',
    by: actor.personId,
    at: now,
  }
  const about = { tenantId: actor.tenantId, programId, at: now, by: actor.personId }
  await store.commit(
    [{ kind: 'attestation', record, expect: 0 }],
    [{ type: 'fact.attested', ...about, gate: statement.gate, fact: statement.fact }],
  )
  return { ...record, version: 1 }
}
