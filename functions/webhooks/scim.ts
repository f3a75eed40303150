import { container } from '@pilotgate/aws/container'
import type { RawAnswer, RawRequest } from '@pilotgate/contracts/route'
import type { scimRoutes } from '@pilotgate/contracts/webhooks/scim-routes'
import type { Work } from '@pilotgate/core/program/actor'
import type { ConnectionRecord } from '@pilotgate/core/program/hr/connections/connection-record'
import { changeScim, findScim, makeScim, removeScim, type Wanted } from '@pilotgate/core/program/hr/scim/keep-resource'
import type { ScimGroupRecord, ScimUserRecord } from '@pilotgate/core/program/hr/scim/scim-record'
import { changeScimUser, makeScimUser, removeScimUser } from '@pilotgate/core/program/hr/scim/users'
import type { RoutesOf } from '../lib/http/api.ts'
import { answer, refused } from './scim/answer.ts'
import { callingConnection } from './scim/calling-connection.ts'
import { groupKind } from './scim/group.ts'
import { listMessage, listResources } from './scim/list.ts'
import { isKnownVersion, named, readBody, readOperations, wantedVersion } from './scim/request.ts'
import { patchResource, type Resource, readResource } from './scim/resource.ts'
import { describeProvider, describeSchemas, describeTypes } from './scim/schemas.ts'
import { selection } from './scim/select-attributes.ts'
import { userKind } from './scim/user.ts'

type Call = {
  work: Work
  connection: ConnectionRecord
  base: string
  id: string
  raw: RawRequest
  /** The version that the caller means to change. */
  wanted: Wanted
  /** As much of a resource as was asked for. */
  select: (resource: Resource) => object
}

/** A route of the protocol: nobody gets further without the token of a connection, and every refusal is in the protocol's words. */
const scim =
  (run: (call: Call) => Promise<RawAnswer> | RawAnswer) =>
  async ({ path, raw, work }: { path: Record<string, string>; raw: RawRequest; work: Work }): Promise<RawAnswer> => {
    const wanted = wantedVersion(raw.headers['if-match'])
    try {
      const { config, store, secrets } = container()
      const connection = await callingConnection({ store, secrets, now: work.now }, raw.headers.authorization)
      const base = `${config.PUBLIC_URL}/v1/scim/v2`
      const select = selection(raw.query)
      return await run({ work, connection, base, id: path.id ?? '', raw, wanted, select })
    } catch (error) {
      return refused(error, wanted !== undefined)
    }
  }

const listed = (resources: object[]) => answer(200, listMessage(resources))

/** One resource, with the version as ETag and as much of it as was asked for. */
const one = ({ select }: Call, status: number, resource: Resource): RawAnswer => {
  const { location, version } = resource.meta
  return answer(status, select(resource), { etag: version, ...(status === 201 && { location }) })
}

const read = (call: Call, version: number, resource: () => Resource): RawAnswer =>
  isKnownVersion(call.raw.headers['if-none-match'], version)
    ? { status: 304, headers: { etag: resource().meta.version } }
    : one(call, 200, resource())

const userOf = (call: Call) => (user: ScimUserRecord) => userKind.resourceOf(user, call.base)
const groupOf = (call: Call) => (group: ScimGroupRecord) => groupKind.resourceOf(group, call.base)

const gone: RawAnswer = { status: 204 }

/** SCIM 2.0 (RFC 7643, RFC 7644). */
export const scimHandlers: Pick<RoutesOf<'webhooks/api'>, keyof typeof scimRoutes> = {
  scimServiceProviderConfig: scim(({ base }) => answer(200, describeProvider(base))),
  scimResourceTypes: scim(({ base }) => listed(describeTypes(base))),
  scimResourceType: scim(({ base, id }) =>
    answer(
      200,
      named(describeTypes(base), ({ name }) => name === id),
    ),
  ),
  scimSchemas: scim(({ base }) => listed(describeSchemas(base))),
  scimSchema: scim(({ base, id }) =>
    answer(
      200,
      named(describeSchemas(base), (schema) => schema.id === id),
    ),
  ),

  scimListUsers: scim(async (call) => {
    const { work, connection, raw, select } = call
    const asked = { store: work.store, connection, query: raw.query }
    const page = await listResources(asked, 'scimUser', 'User', userOf(call))
    return answer(200, listMessage(page.resources.map(select), page))
  }),
  scimMakeUser: scim(async (call) => {
    const user = await makeScimUser(call.work, call.connection, readResource(userKind, readBody(call.raw.bytes)))
    return one(call, 201, userOf(call)(user))
  }),
  scimReadUser: scim(async (call) => {
    const user = await findScim(call.work.store, call.connection, 'scimUser', call.id)
    return read(call, user.version, () => userOf(call)(user))
  }),
  scimReplaceUser: scim(async (call) => {
    const { work, connection, id, wanted } = call
    const body = readBody(call.raw.bytes)
    // A replacement that does not speak of it must not bring somebody back who has left.
    const edit = ({ active }: { active: boolean }) => readResource(userKind, body, { active })
    return one(call, 200, userOf(call)(await changeScimUser(work, connection, id, wanted, edit)))
  }),
  scimPatchUser: scim(async (call) => {
    const { work, connection, id, wanted } = call
    const operations = readOperations(readBody(call.raw.bytes))
    const user = await changeScimUser(work, connection, id, wanted, (known) =>
      patchResource(userKind, known, operations),
    )
    return one(call, 200, userOf(call)(user))
  }),
  scimRemoveUser: scim(async ({ work, connection, id, wanted }) => {
    await removeScimUser(work, connection, id, wanted)
    return gone
  }),

  scimListGroups: scim(async (call) => {
    const { work, connection, raw, select } = call
    const asked = { store: work.store, connection, query: raw.query }
    const page = await listResources(asked, 'scimGroup', 'Group', groupOf(call))
    return answer(200, listMessage(page.resources.map(select), page))
  }),
  scimMakeGroup: scim(async (call) => {
    const state = readResource(groupKind, readBody(call.raw.bytes))
    return one(call, 201, groupOf(call)(await makeScim(call.work, call.connection, 'scimGroup', state)))
  }),
  scimReadGroup: scim(async (call) => {
    const group = await findScim(call.work.store, call.connection, 'scimGroup', call.id)
    return read(call, group.version, () => groupOf(call)(group))
  }),
  scimReplaceGroup: scim(async (call) => {
    const { work, connection, id, wanted } = call
    const body = readBody(call.raw.bytes)
    const edit = () => readResource(groupKind, body)
    return one(call, 200, groupOf(call)(await changeScim(work, connection, 'scimGroup', id, wanted, edit)))
  }),
  scimPatchGroup: scim(async (call) => {
    const { work, connection, id, wanted } = call
    const operations = readOperations(readBody(call.raw.bytes))
    const edit = (known: ScimGroupRecord) => patchResource(groupKind, known, operations)
    return one(call, 200, groupOf(call)(await changeScim(work, connection, 'scimGroup', id, wanted, edit)))
  }),
  scimRemoveGroup: scim(async ({ work, connection, id, wanted }) => {
    await removeScim(work, connection, 'scimGroup', id, wanted)
    return gone
  }),
}
