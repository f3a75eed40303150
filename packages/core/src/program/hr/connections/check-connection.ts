import { DomainError, type FieldProblem } from '../../../errors.ts'
import type { Store } from '../../../ports.ts'
import { isZone } from '../../calendar.ts'
import { organisation } from '../../record.ts'
import type { Vendor, VendorField } from '../vendors/vendor.ts'
import type { HireOffer } from './connection-record.ts'

type Entered = {
  zone?: string
  settings?: Record<string, string>
  credentials?: Record<string, string>
  offers?: HireOffer[]
}

const textProblems = (
  what: string,
  vendor: Vendor,
  known: VendorField[],
  entered: Record<string, string>,
  isWhole: boolean,
): FieldProblem[] => [
  ...known.flatMap(({ name, words, required, pattern, remedy }) => {
    const field = `${what}.${name}`
    const text = entered[name]
    if (text === undefined) return required && isWhole ? [{ field, problem: `Is missing. ${words}.` }] : []
    return pattern && !pattern.test(text) ? [{ field, problem: remedy ?? `Must be: ${words}.` }] : []
  }),
  ...Object.keys(entered)
    .filter((name) => !known.some((each) => each.name === name))
    .map((name) => ({ field: `${what}.${name}`, problem: `Is not asked for by ${vendor.words}. Leave it out.` })),
]

/** They are sent in headers, which hold nothing else. */
const headerProblems = (credentials: Record<string, string>): FieldProblem[] =>
  Object.entries(credentials).flatMap(([name, text]) =>
    /^[\x20-\x7e]*$/.test(text)
      ? []
      : [
          {
            field: `credentials.${name}`,
            problem:
              'Holds a line break, or a character that is no English letter, digit or sign of a keyboard, such as "…". Copy it again, whole and in one line.',
          },
        ],
  )

const offerProblems = async (store: Store, tenantId: string, offers: HireOffer[]): Promise<FieldProblem[]> => {
  const wanted = [...new Set(offers.map(({ programId }) => programId))]
  const named = wanted.filter((id) => /^[0-9A-Za-z]{1,64}$/.test(id)).slice(0, 100)
  const programs = await store.getMany('program', { tenantId, scope: organisation }, named)
  const known = new Set(programs.map(({ id }) => id))
  return offers.flatMap(({ programId }, index) =>
    known.has(programId)
      ? []
      : [
          {
            field: `offers.${index}.programId`,
            problem: 'There is no such program. Take an id of "GET /v1/programs".',
          },
        ],
  )
}

/**
 * Whether a connection can be like this. Settings stand as a whole; of credentials, an edit may bring single ones.
 * @param isNew nothing may be missing
 * @throws DomainError `InvalidInput` naming each field and what would be right
 */
export const checkConnection = async (
  store: Store,
  tenantId: string,
  vendor: Vendor,
  { zone, settings, credentials, offers }: Entered,
  isNew: boolean,
): Promise<void> => {
  const problems: FieldProblem[] = [
    ...(zone !== undefined && !isZone(zone)
      ? [{ field: 'zone', problem: `"${zone}" is not an IANA time zone. Use one such as "Europe/Berlin".` }]
      : []),
    ...(settings ? textProblems('settings', vendor, vendor.settings, settings, true) : []),
    ...(credentials ? textProblems('credentials', vendor, vendor.credentials, credentials, isNew) : []),
    ...(credentials ? headerProblems(credentials) : []),
    ...(offers ? await offerProblems(store, tenantId, offers) : []),
  ]
  if (problems.length > 0) throw new DomainError('InvalidInput', 'The connection cannot be like this.', { problems })
}

/**
 * The secret that somebody entered, if it can be used.
 * @throws DomainError `InvalidInput` with what would be right: also where Pilotgate makes it, or none is needed
 */
export const checkSecret = (vendor: Vendor, secret: string | undefined): void => {
  if (secret === undefined) return
  const problem =
    vendor.secret === 'made here'
      ? 'Pilotgate makes this secret. Leave it out.'
      : vendor.secret === 'none'
        ? `${vendor.words} has no secret. Leave it out.`
        : vendor.checkSecret?.(secret)
  if (problem === undefined) return
  throw new DomainError('InvalidInput', 'This secret cannot be used.', { problems: [{ field: 'secret', problem }] })
}
