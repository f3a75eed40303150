import { DomainError } from '../errors.ts'
import type { Store } from '../ports.ts'
import type { Actor } from '../program/actor.ts'
import type { GateRecord } from '../program/gate-record.ts'
import { allOf, loadProgram, loadTemplate } from '../program/load.ts'
import { plannedGate } from '../program/planned-gate.ts'
import type { Gate } from '../program/template.ts'
import { choicesOf } from './decide-gate.ts'

/** A gate as its template describes it, with its record; a draft's gates are planned. */
export type GateWithRecord = { gate: Gate; choices: readonly string[]; record: GateRecord }

export const readGates = async (store: Store, actor: Actor, programId: string): Promise<GateWithRecord[]> => {
  const program = await loadProgram(store, actor.tenantId, programId)
  const template = await loadTemplate(store, program)
  const records = await allOf(store, 'gate', { tenantId: actor.tenantId, scope: programId })
  const known = new Map(records.map((record) => [record.id, record]))
  return template.gates.map((gate) => ({
    gate,
    choices: choicesOf(gate),
    record: known.get(gate.gate) ?? plannedGate(program, template, gate),
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
