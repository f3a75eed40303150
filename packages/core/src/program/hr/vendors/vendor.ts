import type { Web } from '../../../ports.ts'
import type { EmployeeNotice, EmployeeReport } from './report.ts'

/** A delivery as it came: the bytes that were signed. Names of headers are in small letters. */
export type Delivery = { headers: Record<string, string | undefined>; bytes: Uint8Array; now: string }

/**
 * What a delivery is worth. `dedupe`: what is the same when the same delivery comes again; `eventId`: the vendor's own id; `sentAt`: when
 * it was sent, where that is signed with it. `why` is for the people who set it up, and is not told to the sender.
 */
export type Verdict =
  | { kind: 'event'; dedupe: string; eventId?: string; sentAt?: string }
  | { kind: 'handshake' }
  | { kind: 'turned away'; why: string }

/** Something the set-up asks for. `pattern`: what it must look like, and `remedy`: what to enter instead when it does not. */
export type VendorField = { name: string; words: string; required: boolean; pattern?: RegExp; remedy?: string }

/** What is needed to ask an HR system: its settings and opened credentials, and where its API answers instead of its usual address. */
export type Account = {
  web: Web
  settings: Record<string, string>
  credentials: Record<string, string>
  endpoint?: string
  /** When the asking began, for what it finds. */
  now: string
  /** The local date of it in the zone of the connection. */
  today: string
}

/** An HR system: how its deliveries are checked and read, and how the state of an employee is read back. */
export type Vendor = {
  /** What people call it. */
  words: string
  settings: VendorField[]
  credentials: VendorField[]
  /** Pilotgate makes the secret and shows it once; or the vendor gives one. */
  secret: 'made here' | 'from the vendor' | 'none'
  /** What is wrong with a secret that somebody entered, and what would be right; nothing when it can be used. */
  checkSecret?(secret: string): string | undefined
  /** How it is set up at the vendor, step by step; `{door}` stands for the address of the door. */
  steps: string[]
  /** Absent where nothing is delivered to a door. */
  door?: {
    /** Checks the signature over the bytes, in constant time, against each valid secret (F14). Parses nothing before it holds. */
    verify(delivery: Delivery, secrets: string[]): Promise<Verdict>
    /**
     * Whom a delivery is about. Types that are of no use give nothing.
     * @param sentAt when it was sent, or else received: for what names no time of its own
     * @throws DomainError `InvalidInput` when it is not what the vendor sends
     */
    read(text: string, sentAt: string): EmployeeNotice[]
  }
  /** Absent where deliveries carry all there is. */
  readBack?: {
    /** For so many seconds after an event the system may still give the state before it. */
    afterSeconds?: number
    /** The hosts it may ask, for its settings. */
    hosts(settings: Record<string, string>): string[]
    /**
     * The state of an employee now; `undefined` when the system knows nobody by this id (any more).
     * @throws DomainError `Unavailable` (try again later; `TryLater` when it says or is known after how long), `NotAllowed` (credentials do not open it), `InvalidInput` (not understood)
     */
    fetch(account: Account, employeeId: string): Promise<EmployeeReport | undefined>
    /** Whether it is this system that answers, and the credentials open what is needed. @throws as `fetch` */
    ping(account: Account): Promise<void>
  }
}

/** Where a thing of an HR system comes from, for the envelope of what it causes: `urn:hris:bamboohr:12345`. */
export const sourceOf = (vendor: string, company: string): string => `urn:hris:${vendor}:${company}`
