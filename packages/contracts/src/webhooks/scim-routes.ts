import { z } from 'zod'
import { defineRoutes, type Route } from '../route.ts'

const base = {
  function: 'webhooks/api',
  action: 'public',
  tag: 'SCIM',
  raw: true,
  produces: 'application/scim+json',
} as const
const resource = z.record(z.string(), z.unknown())
const users = '/v1/scim/v2/Users'
const groups = '/v1/scim/v2/Groups'

const reading = { ...base, method: 'GET', output: resource } as const
const making = { ...base, method: 'POST', status: 201, body: resource, output: resource } as const
const replacing = { ...base, method: 'PUT', body: resource, output: resource } as const
const patching = { ...base, method: 'PATCH', body: resource, output: resource } as const
const removing = { ...base, method: 'DELETE', status: 204, output: z.null() } as const

/** SCIM 2.0 (RFC 7644): the bearer token of a connection of kind `scim` says which organisation it is for. */
export const scimRoutes = defineRoutes({
  scimServiceProviderConfig: {
    ...reading,
    path: '/v1/scim/v2/ServiceProviderConfig',
    summary: 'What this service provider can do',
  },
  scimResourceTypes: { ...reading, path: '/v1/scim/v2/ResourceTypes', summary: 'The types of resources' },
  scimResourceType: { ...reading, path: '/v1/scim/v2/ResourceTypes/{id}', summary: 'One type of resources' },
  scimSchemas: { ...reading, path: '/v1/scim/v2/Schemas', summary: 'The schemas of the resources' },
  scimSchema: { ...reading, path: '/v1/scim/v2/Schemas/{id}', summary: 'One schema' },
  scimListUsers: { ...reading, path: users, summary: 'List people; filters: userName eq, externalId eq' },
  scimMakeUser: { ...making, path: users, summary: 'Make a person known' },
  scimReadUser: { ...reading, path: `${users}/{id}`, summary: 'Read a person' },
  scimReplaceUser: { ...replacing, path: `${users}/{id}`, summary: 'Replace what is known of a person' },
  scimPatchUser: {
    ...patching,
    path: `${users}/{id}`,
    summary: 'Change a person; `active: false` is the end of employment',
  },
  scimRemoveUser: { ...removing, path: `${users}/{id}`, summary: 'The end of employment; history stays' },
  scimListGroups: { ...reading, path: groups, summary: 'List groups; filters: displayName eq, externalId eq' },
  scimMakeGroup: { ...making, path: groups, summary: 'Make a group' },
  scimReadGroup: { ...reading, path: `${groups}/{id}`, summary: 'Read a group' },
  scimReplaceGroup: { ...replacing, path: `${groups}/{id}`, summary: 'Replace a group' },
  scimPatchGroup: { ...patching, path: `${groups}/{id}`, summary: 'Change a group or its members' },
  scimRemoveGroup: { ...removing, path: `${groups}/{id}`, summary: 'Remove a group' },
} satisfies Record<string, Route>)
