import { DomainError } from '../errors.ts'
import type { Store } from '../ports.ts'
import type { Actor, Work } from '../program/actor.ts'
import { programWeekAt } from '../program/calendar.ts'
import { allOf, loadProgram, loadTemplate } from '../program/load.ts'
import { collectFacts } from './collect-facts.ts'
import { buildEarlySignal, type EarlySignal } from './early-signal.ts'
import { ragFacts } from './rag.ts'

/**
 * The early-signal report of day 60 or 120, from what is known now.
 * @throws DomainError `NotFound` when the template has no report of that day
 */
export const readEarlySignal = async (
  { store, now }: Pick<Work, 'store' | 'now'>,
  { tenantId }: Pick<Actor, 'tenantId'>,
  programId: string,
  day: number,
): Promise<EarlySignal> => {
  const program = await loadProgram(store, tenantId, programId)
  const template = await loadTemplate(store, program)
  if (!template.earlySignals.some((signal) => signal.day === day)) {
    const days = template.earlySignals.map((signal) => signal.day).join(', ') || 'none'
    throw new DomainError('NotFound', `This program has no early-signal report for day ${day}. It has: ${days}.`)
  }
  const week = programWeekAt({ ...program, instant: now })
  return buildEarlySignal({
    template,
    day,
    week,
    gates: await gatesSoFar(store, tenantId, programId),
    facts: await collectFacts(store, program, template, { names: [...ragFacts], week, now }),
  })
}

/** The latest outcome of each gate that has a record, and what was decided last. */
export const gatesSoFar = async (store: Store, tenantId: string, programId: string) => {
  const records = await allOf(store, 'gate', { tenantId, scope: programId })
  return records.map((record) => {
    const decided = record.decisions.at(-1)?.choice
    return { gate: record.id, outcome: record.evaluations.at(-1), ...(decided && { decided }) }
  })
}
