import { container } from '@pilotgate/aws/container'
import { type ConnectionRecord, scopeOfConnection } from '@pilotgate/core/program/hr/connections/connection-record'
import { linkKey } from '@pilotgate/core/program/link-key'
import { expect } from 'vitest'
import type { Platform } from '../platform.ts'

const at = '2027-01-03T18:00:00.000Z'

/** A connection of an identity provider as it is stored, with its bearer tokens: one for each secret. */
export const connectScim = async (
  tenantId: string,
  {
    secrets = ['first secret of the connection'],
    ...more
  }: Partial<Omit<ConnectionRecord, 'secrets'>> & { secrets?: string[] } = {},
) => {
  const { store, ids, secrets: vault } = container()
  const id = more.id ?? ids.next(at)
  const sealedSecrets = await Promise.all(
    secrets.map(async (secret, index) => {
      const secretId = `secret${index}`
      const sealed = await vault.seal({ tenantId, personId: `connection.${id}` }, `secret ${secretId}`, secret)
      return { id: secretId, sealed, addedAt: at }
    }),
  )
  const record: ConnectionRecord = {
    ...{ tenantId, scope: '-', id, version: 0, vendor: 'scim', name: 'Entra', status: 'on' },
    ...{ settings: {}, credentials: {}, doorSecret: 'unused', zone: 'Europe/Berlin', offers: [] },
    ...{ createdAt: at, createdBy: 'owner', ...more, secrets: sealedSecrets },
  }
  await store.commit([{ kind: 'connection', record, expect: 0 }])
  return { connection: { ...record, version: 1 }, tokens: secrets.map((secret) => linkKey(record, secret)) }
}

/** What an answer may hold; which of it there is, the tests say. */
type Body = {
  id: string
  name: string
  title: string
  detail: string
  active: boolean
  meta: { version: string }
  members: { value: string }[]
  totalResults: number
  startIndex: number
  Resources: Body[]
  attributes: Body[]
  schemaExtensions: object[]
  [more: string]: unknown
}
type Said = { status: number; headers: Headers; body: Body; text: string }

/** An identity provider that speaks with a token. */
export const scimClient = (platform: Platform, token: string | undefined) => {
  const send = async (
    method: string,
    path: string,
    body?: unknown,
    headers: Record<string, string> = {},
  ): Promise<Said> =>
    (await platform.send(method, `/v1/scim/v2${path}`, {
      ...{ token, headers: { 'content-type': 'application/scim+json', ...headers } },
      ...(typeof body === 'string' ? { text: body } : { body }),
    })) as unknown as Said
  const patch = (path: string, ...Operations: object[]) =>
    send('PATCH', path, { schemas: ['urn:ietf:params:scim:api:messages:2.0:PatchOp'], Operations })
  const filter = (type: string, expression: string, more = '') =>
    send('GET', `/${type}?filter=${encodeURIComponent(expression)}${more}`)
  return { send, patch, filter }
}

export const enterprise = 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User'
export const userSchema = 'urn:ietf:params:scim:schemas:core:2.0:User'
export const groupSchema = 'urn:ietf:params:scim:schemas:core:2.0:Group'

/** A provider with a connection of its own. */
export const scimProvider =
  (platform: Platform) =>
  async (tenantId = 'nordlicht') => {
    const { connection, tokens } = await connectScim(tenantId)
    const client = scimClient(platform, tokens[0])
    const employee = (id: string) => container().store.get('employee', scopeOfConnection(connection), id)
    const latest = async (id: string, field: 'title' | 'status' | 'managerId' | 'department') =>
      (await employee(id))?.fields[field]?.at(-1)?.value
    return { ...client, connection, employee, latest }
  }

let made = 0
/** A user as a provider sends one, each time another. */
export const newUser = (more: object = {}) => {
  made += 1
  const userName = `person${made}@nordlicht.example`
  return {
    schemas: [userSchema, enterprise],
    ...{ externalId: `object-${made}`, userName, active: true, displayName: `Person ${made}` },
    ...{ emails: [{ primary: true, type: 'work', value: userName }], title: 'Analyst' },
    [enterprise]: { department: 'Engines', employeeNumber: String(made) },
    ...more,
  }
}

/** A refusal as the protocol writes it. */
export const failure = (status: number, scimType?: string) =>
  expect.objectContaining({
    schemas: ['urn:ietf:params:scim:api:messages:2.0:Error'],
    status: String(status),
    ...(scimType && { scimType }),
    detail: expect.stringMatching(/\S/),
  })
