import { type EmployeeField, type EmployeeFields, employeeFields } from '../vendors/report.ts'
import type { EmployeeRecord, Statement } from './employee-record.ts'

export type Statements = EmployeeRecord['fields']

/** Values of fields, said at one moment for one local date. */
export type Said = { fields: Partial<EmployeeFields>; saidAt: string; effectiveOn: string }

export const fieldNames = Object.keys(employeeFields.shape) as EmployeeField[]

/** Of two statements for the same date the one that counts: said later, then the greater text; "empty" is the least. */
const stronger = (a: Statement, b: Statement): Statement => {
  if (a.saidAt !== b.saidAt) return a.saidAt > b.saidAt ? a : b
  return (a.value ?? '') >= (b.value ?? '') ? a : b
}

/** The statement that holds on a local date. */
export const heldOn = (statements: Statement[] | undefined, on: string): Statement | undefined =>
  statements?.findLast(({ effectiveOn }) => effectiveOn <= on)

/** What is left of statements of one field: for each date one, and none that lies before the one that holds. */
const settleField = (statements: Statement[], on: string): Statement[] => {
  const byDate = new Map<string, Statement>()
  for (const each of statements) {
    const other = byDate.get(each.effectiveOn)
    byDate.set(each.effectiveOn, other ? stronger(each, other) : each)
  }
  const ordered = [...byDate.values()].sort((a, b) => (a.effectiveOn < b.effectiveOn ? -1 : 1))
  const held = heldOn(ordered, on)
  return held ? ordered.slice(ordered.indexOf(held)) : ordered
}

/**
 * Adds what was said and drops what no longer counts on a local date or after it. A maximum for each field and date: the order in which
 * it is said to us, and how often, do not matter.
 */
export const addStatements = (known: Statements, said: Said[], on: string): Statements => {
  const settled: Statements = {}
  for (const name of fieldNames) {
    const news = said.flatMap(({ fields, saidAt, effectiveOn }) => {
      const value = fields[name]
      return value === undefined ? [] : [{ value, effectiveOn, saidAt }]
    })
    const all = [...(known[name] ?? []), ...news]
    if (all.length > 0) settled[name] = settleField(all, on)
  }
  return settled
}

/** The fields of an employee on a local date. */
export const fieldsOn = (statements: Statements, on: string): Partial<EmployeeFields> =>
  Object.fromEntries(
    fieldNames.flatMap((name) => {
      const held = heldOn(statements[name], on)
      return held ? [[name, held.value]] : []
    }),
  )

/** What was said of later dates, by date. */
export const fieldsAhead = (
  statements: Statements,
  on: string,
): { field: EmployeeField; value: string | null; effectiveOn: string }[] =>
  fieldNames
    .flatMap((field) =>
      (statements[field] ?? [])
        .filter(({ effectiveOn }) => effectiveOn > on)
        .map(({ value, effectiveOn }) => ({ field, value, effectiveOn })),
    )
    .sort((a, b) => (a.effectiveOn < b.effectiveOn ? -1 : a.effectiveOn > b.effectiveOn ? 1 : 0))

/** When the latest of them was said; `undefined` when nothing was. */
export const latestSaid = (statements: Statements): string | undefined =>
  fieldNames
    .flatMap((name) => (statements[name] ?? []).map(({ saidAt }) => saidAt))
    .sort()
    .at(-1)

/** The fields of which something else holds that counts more: what was said of them was said before, or for an earlier date. */
export const outdatedFields = (statements: Statements, said: Said[], on: string): EmployeeField[] =>
  fieldNames.filter((name) => {
    const kept = statements[name] ?? []
    const isLost = ({ fields, effectiveOn }: Said) =>
      fields[name] !== undefined &&
      fields[name] !== heldOn(kept, on)?.value &&
      !kept.some((each) => each.effectiveOn === effectiveOn && each.value === fields[name])
    return said.some(isLost)
  })
