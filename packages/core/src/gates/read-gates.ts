import { DomainError } from '../errors.ts'
import type { Store } from '../ports.ts'
import type { Actor } from '../program/actor.ts'
import { factInWords, needInWords } from '../program/condition-in-words.ts'
import type { Condition } from '../program/criterion.ts'
import type { FactKind } from '../program/fact.ts'
import { findFact } from '../program/facts.ts'
import type { GateRecord } from '../program/gate-record.ts'
import { allOf, loadProgram, loadTemplate } from '../program/load.ts'
import { gateOfPlan } from '../program/planned-gate.ts'
import type { Gate } from '../program/template.ts'
import { isComputed } from './computed-facts.ts'
import { choicesOf } from './decide-gate.ts'

/** A gate as its template describes it, with its record; a draft's gates are planned. */
export type GateWithRecord = { gate: Gate; needs: NeededFact[]; choices: readonly string[]; record: GateRecord }

/** A condition of a gate: its fact in words, what it needs ("at least 80 %"), and whether only the platform may say it. */
export type NeededFact = { fact: string; words: string; kind: FactKind; needs: string; computedOnly: boolean }

const neededFact = (condition: Condition): NeededFact => ({
  fact: condition.fact,
  words: factInWords(condition.fact),
  kind: findFact(condition.fact)!.kind,
  needs: needInWords(condition),
  computedOnly: isComputed(condition.fact),
})

export const readGates = async (store: Store, actor: Actor, programId: string): Promise<GateWithRecord[]> => {
  const program = await loadProgram(store, actor.tenantId, programId)
  const template = await loadTemplate(store, program)
  const records = await allOf(store, 'gate', { tenantId: actor.tenantId, scope: programId })
  const known = new Map(records.map((record) => [record.id, record]))
  return template.gates.map((gate) => ({
    gate,
    needs: gate.criterion.all.map(neededFact),
    choices: choicesOf(gate),
    record: gateOfPlan(program, template, gate, known.get(gate.gate)),
  }))
}

/** @throws DomainError `NotFound` */
export const readGate = async (
  store: Store,
  actor: Actor,
  programId: string,
  gate: string,
): Promise<GateWithRecord> => {
  const found = (await readGates(store, actor, programId)).find((each) => each.gate.gate === gate)
  if (found) return found
  throw new DomainError('NotFound', `There is no gate "${gate}" in this program.`)
}
