import { DomainError } from '@pilotgate/core/errors'
import type { Wanted } from '@pilotgate/core/program/hr/scim/keep-resource'
import SCIMMY from 'scimmy'
import type { Operation } from './change.ts'
import { isRefusal, refusal } from './refusal.ts'
import type { Op } from './values.ts'

const longestBody = 1_000_000
const mostOperations = 1000

/** The JSON object of a request. @throws SCIMError `tooMany` (413), `invalidSyntax` */
export const readBody = (bytes: Uint8Array): Record<string, unknown> => {
  if (bytes.length > longestBody) throw refusal('tooMany', 'Larger than 1 MB: send less at once.')
  try {
    const body: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
    if (typeof body === 'object' && body !== null && !Array.isArray(body)) return body as Record<string, unknown>
  } catch {
    // Answered below, like any other text that is no object.
  }
  throw refusal('invalidSyntax', 'The body must be a JSON object in UTF-8.')
}

/** The operations of a `PATCH`, whatever the case of their names. @throws SCIMError `invalidSyntax`, `invalidValue`, `noTarget`, `tooMany` */
export const readOperations = (body: Record<string, unknown>): Operation[] => {
  const { Operations: operations } = body
  if (Array.isArray(operations) && operations.length > mostOperations) {
    throw refusal('tooMany', `More than ${mostOperations} operations: send them in parts.`)
  }
  try {
    const { Operations } = new SCIMMY.Messages.PatchOp(body as never)
    return Operations.map(({ op, path, value }) => ({
      op: op.toLowerCase() as Op,
      ...(path !== undefined && path.trim() !== '' && { path }),
      value: value as unknown,
    }))
  } catch (error) {
    throw isRefusal(error) ? error : refusal('invalidSyntax', 'The body is no PatchOp message with "Operations".')
  }
}

/** Whether `If-Match` or `If-None-Match` names a version; `*` names any. */
const names = (header: string, version: number): boolean =>
  header
    .split(',')
    .some((each) => /^(?:\*|(?:W\/)?"(\d+)")$/.exec(each.trim())?.[1] === String(version) || each.trim() === '*')

/** The versions that a change may be made on. */
export const wantedVersion = (header: string | undefined): Wanted =>
  header === undefined || header.trim() === '' ? undefined : (version) => names(header, version)

/** Whether the caller has this version already. */
export const isKnownVersion = (header: string | undefined, version: number): boolean =>
  header !== undefined && names(header, version)

/** @throws DomainError `NotFound` */
export const named = <T>(list: T[], is: (each: T) => boolean): T => {
  const found = list.find(is)
  if (found) return found
  throw new DomainError('NotFound', 'There is nothing with this id.')
}
