/** A JSON value: what state machines take, pass on and give. */
export type Json = null | boolean | number | string | Json[] | { [key: string]: Json }
export type JsonObject = { [key: string]: Json }

/** The limit on a state's input, output, a task's result and a variable: 256 KiB of UTF-8 (developer guide, "Service quotas"). */
export const PAYLOAD_LIMIT = 262_144

export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** Size of a value's JSON in bytes. */
export function jsonBytes(value: Json): number {
  return Buffer.byteLength(JSON.stringify(value))
}

/** The JSON name of a value's type, as the service prints it: array, boolean, null, number, object or string. */
export function jsonType(value: Json): string {
  if (value === null) return 'null'
  return Array.isArray(value) ? 'array' : typeof value
}
