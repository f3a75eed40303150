import type { Store } from '../../ports.ts'
import type { Actor, Work } from '../../program/actor.ts'
import { allOf, loadMembers, loadOpenProgram, loadPeople } from '../../program/load.ts'
import { measurementRow } from '../measurement-row.ts'
import { readImpactRows, withColumnNames } from './impact-file.ts'
import type { GivenOptions } from './impact-options.ts'
import type { ImpactRecord } from './impact-record.ts'
import { refuse } from './impact-rows.ts'
import { measureImpact } from './measure-impact.ts'

export type ImpactInput = {
  title: string
  better: ImpactRecord['better']
  csv: string
  options: GivenOptions
}

/** Characters of a report that fit into a record with room to spare. */
const longest = 350_000

/**
 * Measures the impact on the people of a file against others who are like them, and keeps the report (domain §8). What managers
 * attested is put beside it: as given, else as the last gate that asked them found it.
 * @throws DomainError `NotFound`, `NotPossibleNow` (program over), `InvalidInput` naming row, column or option
 */
export const recordImpact = async (
  { store, ids, now }: Work,
  actor: Actor,
  programId: string,
  { title, better, csv, options }: ImpactInput,
): Promise<ImpactRecord> => {
  const program = await loadOpenProgram(store, actor.tenantId, programId)
  const scope = { tenantId: actor.tenantId, scope: programId }
  const named = withColumnNames({ ...options, attestations: options.attestations ?? (await attested(store, scope)) })
  const members = (await loadMembers(store, program)).map(({ id }) => id)
  const people = await loadPeople(store, actor.tenantId, members)
  const known = new Set([...members, ...[...people.values()].map(({ email }) => email)])
  const report = measureImpact(readImpactRows(csv, named, known), named)
  if (JSON.stringify(report).length > longest) {
    refuse([{ field: 'csv', problem: 'Has too many people for one report to be kept. Give those of one cohort.' }])
  }
  const record = { ...measurementRow(actor, programId, `IMPACT.${ids.next(now)}`, now), title, better, report }
  await store.commit(
    [{ kind: 'impact', record, expect: 0 }],
    [
      {
        type: 'impact.measured',
        tenantId: actor.tenantId,
        programId,
        at: now,
        by: actor.personId,
        impactId: record.id,
      },
    ],
  )
  return { ...record, version: 1 }
}

/** How many managers confirmed progress, of those asked, as the newest look of a gate at it says. */
const attested = async (store: Store, scope: { tenantId: string; scope: string }) => {
  const gates = await allOf(store, 'gate', scope)
  const looks = gates.flatMap(({ evaluations }) => evaluations).toSorted((a, b) => (a.at < b.at ? -1 : 1))
  const values = looks.flatMap(({ conditions }) =>
    conditions.flatMap(({ fact, value }) => (fact === 'managers-confirm-progress' && value ? [value] : [])),
  )
  const last = values.at(-1)
  return last?.kind === 'ratio' && last.whole > 0 ? { confirmed: last.part, asked: last.whole } : null
}
