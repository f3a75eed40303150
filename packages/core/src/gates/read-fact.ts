import { DomainError } from '../errors.ts'
import type { Actor, Work } from '../program/actor.ts'
import { programWeekAt } from '../program/calendar.ts'
import { findFact } from '../program/facts.ts'
import { loadProgram, loadTemplate } from '../program/load.ts'
import { type CollectedFact, collectFacts } from './collect-facts.ts'

/** A fact as it stands now: what counts, and the rows it rests on where the platform counted it. */
export type FactReading = CollectedFact & { words: string }

/** @throws DomainError `NotFound` for a fact that there is not */
export const readFact = async (
  { store, now }: Pick<Work, 'store' | 'now'>,
  { tenantId }: Pick<Actor, 'tenantId'>,
  programId: string,
  name: string,
): Promise<FactReading> => {
  const definition = findFact(name)
  if (!definition) throw new DomainError('NotFound', `There is no fact "${name}".`)
  const program = await loadProgram(store, tenantId, programId)
  const template = await loadTemplate(store, program)
  const week = programWeekAt({ ...program, instant: now })
  const facts = await collectFacts(store, program, template, { names: [name], week, now })
  return { ...facts.get(name)!, words: definition.words }
}
