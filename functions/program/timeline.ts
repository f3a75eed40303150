import { type TimelineWeek, waitsFor } from '@pilotgate/contracts/program/views'
import type { Work } from '@pilotgate/core/program/actor'
import type { GateRecord } from '@pilotgate/core/program/gate-record'
import { allOf, loadPeople, loadProgram, loadTemplate } from '@pilotgate/core/program/load'
import { gateOfPlan } from '@pilotgate/core/program/planned-gate'
import type { Gate } from '@pilotgate/core/program/template'

/** The weeks of a program with what was measured, decided and by whom. A draft shows its plan. */
export const timeline = async ({ store, now }: Work, tenantId: string, programId: string) => {
  const program = await loadProgram(store, tenantId, programId)
  const template = await loadTemplate(store, program)
  const records = await allOf(store, 'gate', { tenantId, scope: programId })
  const deciders = records.flatMap(({ decisions }) => decisions.map(({ by }) => by))
  const people = await loadPeople(store, tenantId, deciders)
  const byGate = new Map(records.map((record) => [record.id, record]))
  const weeks = template.gates.map((gate) => {
    const record = gateOfPlan(program, template, gate, byGate.get(gate.gate))
    const decision = record.decisions.at(-1)
    const decider = decision && (people.get(decision.by)?.name ?? decision.by)
    return week(gate, record, decider)
  })
  return { programId, name: program.name, status: program.status, zone: program.zone, now, weeks }
}

const week = (gate: Gate, record: GateRecord, decider: string | undefined): TimelineWeek => {
  const base = { gate: gate.gate, week: gate.week, title: gate.title, criterion: gate.criterion.words }
  const evaluation = record.evaluations.at(-1)
  const decision = record.decisions.at(-1)
  const { status, opensAt, checksAt } = record
  return {
    ...base,
    status,
    opensAt,
    checksAt,
    outcome: evaluation?.outcome,
    value: evaluation?.value,
    conditions: evaluation?.conditions ?? [],
    decision: decision?.choice,
    decidedBy: decision && (decision.authority === 'rule' ? decision.by : `${decision.authority} (${decider})`),
    waitsFor: waitsFor(record),
  }
}
