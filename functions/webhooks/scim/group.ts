import { type ScimGroup, type ScimGroupRecord, scimGroup } from '@pilotgate/core/program/hr/scim/scim-record'
import { checked, metaOf, type ResourceKind } from './resource.ts'
import { groupSchema } from './schemas.ts'

const named = { type: 'Group', path: '/Groups' } as const
const asMembers = (ids: string[]) => ids.map((value) => ({ value }))

export const groupKind: ResourceKind<ScimGroup, ScimGroupRecord> = {
  ...named,
  schema: groupSchema,
  draftOf: ({ displayName, externalId, members }) => ({ displayName, externalId, members: asMembers(members) }),
  stateOf: (draft) => {
    const members = (draft.members ?? []) as { value?: unknown }[]
    return checked(scimGroup, { ...draft, members: members.map(({ value }) => value) })
  },
  resourceOf: (group, base) => ({
    schemas: [groupSchema],
    ...{ id: group.id, externalId: group.externalId, meta: metaOf(group, named, base) },
    ...{ displayName: group.displayName, members: asMembers(group.members) },
  }),
}
