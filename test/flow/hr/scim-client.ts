import { container } from '@pilotgate/aws/container'
import type { ConnectionRecord } from '@pilotgate/core/program/hr/connections/connection-record'
import { linkKey } from '@pilotgate/core/program/link-key'
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
