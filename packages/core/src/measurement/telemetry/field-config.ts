import { z } from 'zod'
import { retentionDays, warehouseRow } from './session-row.ts'

/** A field of the row as other systems see it. */
export type Field = {
  /** Name in the row. */
  name: keyof typeof warehouseRow.shape & string
  /** Name in the warehouse: `sessionId` → `session_id`. */
  column: string
  type: 'text' | 'whole number' | 'list of texts'
  meaning: string
  source: string
  purpose: string
  personal: string
}

type JsonSchema = { type?: string; anyOf?: JsonSchema[] }

const typeOf = (schema: JsonSchema): Field['type'] => {
  const type = schema.type ?? schema.anyOf?.find((each) => each.type !== 'null')?.type
  if (type === 'integer' || type === 'number') return 'whole number'
  return type === 'array' ? 'list of texts' : 'text'
}

/** The fields of the warehouse row, in order, derived from its schema. The table of the warehouse and the field config come from it. */
export const fields: Field[] = Object.entries(warehouseRow.shape).map(([name, schema]) => ({
  name: name as Field['name'],
  column: name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`),
  type: typeOf(z.toJSONSchema(schema) as JsonSchema),
  ...(schema.meta() as Pick<Field, 'meaning' | 'source' | 'purpose' | 'personal'>),
}))

const quoted = (text: string): string => (/[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)

/** The measurement field config (CSV): every field that leaves the platform, what it means and why it may. */
export const fieldConfig = (): string =>
  [
    ['field', 'type', 'meaning', 'source', 'purpose', 'retention', 'may contain personal data'],
    ...fields.map(({ column, type, meaning, source, purpose, personal }) => {
      return [column, type, meaning, source, purpose, `${retentionDays} days`, personal]
    }),
  ]
    .map((row) => `${row.map(quoted).join(',')}\n`)
    .join('')
