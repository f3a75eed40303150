import { DomainError, type FieldProblem } from '@pilotgate/core/errors'
import type { NewEvent } from '@pilotgate/core/events'
import type { Change, Scope } from '@pilotgate/core/ports'
import type { z } from 'zod'

/** What TransactWriteItems and BatchGetItem take at most. */
const mostRows = 100
const largestPage = 1_000

const wrong = (message: string, problems: FieldProblem[] = []): DomainError =>
  new DomainError('InvalidInput', message, { problems })

/** `#` parts the keys: an organisation named `a#b` must not reach into program `b` of organisation `a`. */
export const checkScope = ({ tenantId, scope }: Scope): void => {
  for (const [field, value] of Object.entries({ tenantId, scope })) {
    if (!/^[^#]{1,200}$/.test(value)) throw wrong(`"${field}" must be 1–200 characters without "#".`)
  }
}

export const checkId = (id: string): void => {
  const bytes = new TextEncoder().encode(id).length
  if (bytes === 0 || bytes > 900) throw wrong('An id must be 1–900 bytes long.')
}

export const checkIds = (ids: string[]): void => {
  if (ids.length > mostRows) throw wrong(`At most ${mostRows} records are read by id at once, not ${ids.length}.`)
  for (const id of ids) checkId(id)
}

export const checkLimit = (limit: number): void => {
  if (!Number.isInteger(limit) || limit < 1 || limit > largestPage) {
    throw wrong(`"limit" must be a whole number from 1 to ${largestPage}.`)
  }
}

/** A commit as it can be written at all: few enough rows, each record once, no removal of what is expected not to exist. */
export const checkCommit = (changes: Change[], events: NewEvent[]): void => {
  const rows = changes.length + events.length
  if (rows > mostRows) throw wrong(`At most ${mostRows} rows are written at once, not ${rows}: commit in parts.`)
  const seen = new Set<string>()
  for (const { kind, record, expect, remove } of changes) {
    checkScope(record)
    checkId(record.id)
    const name = JSON.stringify([record.tenantId, record.scope, kind, record.id])
    if (seen.has(name)) throw wrong(`${kind} ${record.id} is changed twice in one commit: make one change of the two.`)
    seen.add(name)
    if (!Number.isInteger(expect) || expect < 0) throw wrong(`${kind} ${record.id} expects version ${expect}.`)
    if (remove && expect === 0) throw wrong(`${kind} ${record.id} cannot be removed: it is expected not to exist.`)
  }
  for (const { tenantId, programId } of events) checkScope({ tenantId, scope: programId })
}

/** The value as its schema takes it. @throws DomainError `InvalidInput` naming the fields that are wrong. */
export const checkShape = <S extends z.ZodType>(what: string, schema: S, value: unknown): z.infer<S> => {
  const parsed = schema.safeParse(value)
  if (parsed.success) return parsed.data
  const problems = parsed.error.issues.map(({ path, message }) => ({ field: path.join('.'), problem: message }))
  const words = problems.map(({ field, problem }) => `${field}: ${problem}`).join('; ')
  throw wrong(`${what} cannot be stored (${words}).`, problems)
}
