import { DomainError } from '@pilotgate/core/errors'

export const defaultLimit = 100

/**
 * A cursor is the last id of a page and the list it belongs to. It holds no key of the table: the key is made anew from the
 * caller's own scope, so a cursor of another organisation opens nothing.
 */
export const toCursor = (list: string, id: string): string =>
  Buffer.from(JSON.stringify([list, id])).toString('base64url')

/** The id a page goes on after. @throws DomainError `InvalidInput` when the cursor was not given out for this list. */
export const fromCursor = (list: string, cursor: string): string => {
  try {
    const [, id] = JSON.parse(Buffer.from(cursor, 'base64url').toString()) as unknown[]
    if (typeof id === 'string' && id !== '' && toCursor(list, id) === cursor) return id
  } catch {
    // Not JSON, or JSON that is not a list: not one of ours.
  }
  throw new DomainError('InvalidInput', 'The cursor does not belong to this list. Start again without a cursor.', {
    problems: [{ field: 'cursor', problem: 'must be one given with an earlier page of the same list' }],
  })
}
