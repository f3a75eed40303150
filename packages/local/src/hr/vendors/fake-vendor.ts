import type { VendorName } from '@pilotgate/core/program/hr/vendors/vendor-names'
import type { Employee, EmployeeState } from '../employee.ts'

/**
 * Something about an employee, for each vendor to tell in its own way: `said`, when somebody enters it; `holds`, when it begins to hold,
 * which may be at once; `left`, on the morning after the last day of employment.
 */
export type Told = {
  phase: 'said' | 'holds' | 'left'
  id: number
  hire: boolean
  /** Everything about them: of the day from which it holds for `said`, else of today. */
  state: EmployeeState
  status: 'active' | 'pending' | 'left'
  /** What was set. */
  fields: (keyof EmployeeState)[]
  /** From which day it holds. */
  effectiveOn: string
  /** Now, epoch milliseconds. */
  at: number
  /** A new id in the shape of a UUID. */
  newId: () => string
}

/** What goes out. */
export type HrEvent = { type: string; id: string; body: object }

/** What is signed; `seconds` since 1970, or whatever else a forger would write there. */
export type Stamp = { id: string; body: string | Buffer; seconds: number | string }

/** What the read-back API of a vendor may see. */
export type Personnel = {
  /** Today, `YYYY-MM-DD`. */
  today(): string
  now(): number
  find(id: number): { employee: Employee; state: EmployeeState; status: 'active' | 'pending' | 'left' } | undefined
}

/** A request for the state of an employee; names of headers are in small letters. */
export type Asked = {
  method: string
  /** What follows `/local/hr/VENDOR`. */
  path: string
  query: URLSearchParams
  headers: Record<string, string | undefined>
  body: string
}
export type Answered = { status: number; body?: unknown }

/** One HR system as far as events and read-back go. */
export type FakeVendor = {
  /** What people call it. */
  words: string
  /** The name under which the platform knows it, where it is another one than here. */
  platformName?: VendorName
  /** What to enter at Connections. */
  settings: Record<string, string>
  credentials: Record<string, string>
  /** The secret to enter there; absent where Pilotgate makes it. */
  secret?: string
  /** The id as this vendor writes it, and back. */
  toId(id: number): string
  fromId(text: string): number | undefined
  eventsOf(told: Told): HrEvent[]
  /** The headers that prove where it comes from. */
  sign(secret: string, stamp: Stamp): Record<string, string>
  /** Whether it signs again with a new time when it tries again. */
  restamps: boolean
  /** It tries again after refusals, too, and not only when the receiver is at fault (5xx) or silent. */
  persistent?: true
  /** Pauses between attempts, in minutes. */
  retryMinutes: number[]
  answer?(asked: Asked, personnel: Personnel): Answered
}

const digits = (text: string): number | undefined => (/^[1-9]\d{0,8}$/.test(text) ? Number(text) : undefined)

/** Ids that are plain numbers, written as text. */
export const plainIds = { toId: (id: number) => String(id), fromId: digits }

/** Ids that are UUIDs. */
export const uuids = {
  toId: (id: number) => `7c5a3f10-5b1e-4c7d-9a6f-${String(id).padStart(12, '0')}`,
  fromId: (text: string) => {
    const found = /^7c5a3f10-5b1e-4c7d-9a6f-(\d{12})$/.exec(text)
    return found ? digits(String(Number(found[1]))) : undefined
  },
}

/** Whether any of the names is among the fields that were set. */
export const sets = (fields: (keyof EmployeeState)[], ...names: (keyof EmployeeState)[]): boolean =>
  names.some((name) => fields.includes(name))

/** 2027-01-04T09:00:00Z */
export const seconds = (at: number): string => new Date(at).toISOString().replace(/\.\d+Z$/, 'Z')

export const unauthorized: Answered = { status: 401, body: { message: 'Unauthorized' } }
export const unknown: Answered = { status: 404, body: { message: 'Not found' } }

export const basic = (user: string, password: string): string =>
  `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}`
