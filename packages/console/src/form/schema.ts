/** The part of JSON Schema (draft 2020-12) that Pilotgate's forms are written in. */
export type Schema = {
  type?: 'object' | 'array' | 'string' | 'number' | 'integer' | 'boolean'
  title?: string
  description?: string
  const?: unknown
  enum?: (string | number)[]
  properties?: Record<string, Schema>
  required?: string[]
  additionalProperties?: boolean | Schema
  items?: Schema
  minItems?: number
  maxItems?: number
  uniqueItems?: boolean
  minLength?: number
  maxLength?: number
  pattern?: string
  format?: string
  minimum?: number
  maximum?: number
}

export type Option = { value: string; label: string; description?: string }

/** What only the page knows of a field. */
export type Hint = {
  label?: string
  description?: string
  /** What to choose from; the chosen value is sent in the type of the schema. */
  options?: Option[]
  /** Sent as it is, and not shown. */
  fixed?: unknown
  /** Not asked here, though the schema has it. */
  hidden?: boolean
  /** Asked for here, though the schema leaves it open. */
  needed?: boolean
  /** Exactly these entries of a list, each with what is known of it. */
  rows?: { label: string; fixed: Record<string, unknown> }[]
  /** The keys of a table. */
  keys?: { key: string; label: string; description?: string; options?: Option[] }[]
  /** What the lowest and the highest mark mean. */
  ends?: [low: string, high: string]
  /** What a number counts: "minutes". */
  unit?: string
  /** One entry of a list: "goal". */
  noun?: string
  /** How to write what a pattern demands: "Write a time like 09:30." */
  remedy?: string
  /** A group whose fields stand beside those around it, without a heading of its own. */
  plain?: boolean
  /** Compares fields of a group, once each is right: what is wrong, by name. */
  check?: (value: Record<string, unknown>) => Record<string, string>
}

/** Hints by path of the property, with dots and without the numbers of entries: `goals.measure`. */
export type Hints = Record<string, Hint>
