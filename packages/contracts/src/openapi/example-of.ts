import type { JsonSchema } from './schemas.ts'

const id = '01KFZ0Q3W5T7R9YB2M4N6P8S0D'
const byFormat: Record<string, string> = { 'date-time': '2027-01-04T08:00:00Z', date: '2027-01-04' }
const byName: Record<string, string> = {
  ...{ gate: 'W06', week: '2027-W01', quarter: '2027-Q1', status: 'active', fields: 'name', step: 'live-demo' },
  ...{ fact: 'session-attendance', choice: 'scale', result: 'completed', kind: 'closing-notes', kpis: 'K1' },
}

type Plain = {
  const?: unknown
  enum?: unknown[]
  examples?: unknown[]
  type?: string
  format?: string
  items?: JsonSchema
  properties?: Record<string, JsonSchema>
  required?: string[]
}

/**
 * An example of what a JSON Schema of plain fields takes: ids, words, numbers, dates, lists and objects of them. What may be left out
 * is left out, unless it has an example of its own.
 */
export const exampleOf = (schema: JsonSchema, name = ''): unknown => {
  const plain: Plain = schema
  if (plain.const !== undefined) return plain.const
  const [given] = plain.examples ?? plain.enum ?? []
  if (given !== undefined) return given
  switch (plain.type) {
    case 'object': {
      const shown = Object.entries(plain.properties ?? {}).filter(
        ([key, each]) => plain.required?.includes(key) || each.examples,
      )
      return Object.fromEntries(shown.map(([key, each]) => [key, exampleOf(each, key)]))
    }
    case 'array':
      return [exampleOf(plain.items ?? {}, name)]
    case 'number':
    case 'integer':
      return 1
    case 'boolean':
      return false
    default:
      return byFormat[plain.format ?? ''] ?? byName[name] ?? (/Ids?$|^replacedBy$/.test(name) ? id : name)
  }
}
