import { DomainError } from '../../errors.ts'
import type { NewEvent } from '../../events.ts'
import type { Change } from '../../ports.ts'
import type { Actor, Work } from '../../program/actor.ts'
import { loadOpenProgram } from '../../program/load.ts'
import type { Program } from '../../program/program.ts'
import { whileStale } from '../../program/while-stale.ts'
import type { PracticumRecord } from './practicum-record.ts'

type Changed = { practicum: PracticumRecord; alongside?: Change[]; events?: NewEvent[] }

/**
 * Reads a practicum, changes it and writes it, again when somebody else was faster. `undefined` from `change` means that
 * everything is as asked already.
 * @param of the person's id, or `me`
 * @throws DomainError `NotFound`, `NotPossibleNow` (program over), and what `change` throws
 */
export const changePracticum = (
  { store }: Work,
  actor: Actor,
  programId: string,
  of: string,
  change: (practicum: PracticumRecord, program: Program) => Promise<Changed | undefined> | Changed | undefined,
): Promise<PracticumRecord> =>
  whileStale(async () => {
    const program = await loadOpenProgram(store, actor.tenantId, programId)
    const id = of === 'me' ? actor.personId : of
    const known = await store.get('practicum', { tenantId: actor.tenantId, scope: programId }, id)
    if (!known) throw new DomainError('NotFound', `There is no practicum of "${id}" in this program.`)
    const changed = await change(known, program)
    if (!changed) return known
    const { practicum, alongside = [], events = [] } = changed
    await store.commit([{ kind: 'practicum', record: practicum, expect: known.version }, ...alongside], events)
    return { ...practicum, version: known.version + 1 }
  })

/** @throws DomainError `NotPossibleNow` once the practicum is completed */
export const demandOpen = ({ status }: PracticumRecord): void => {
  if (status === 'open') return
  throw new DomainError('NotPossibleNow', 'The practicum is completed; nothing of it changes any more.')
}
