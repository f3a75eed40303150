import { type ScimUser, type ScimUserRecord, scimUser } from '@pilotgate/core/program/hr/scim/scim-record'
import { checked, metaOf, type ResourceKind } from './resource.ts'
import { enterpriseSchema, userSchema } from './schemas.ts'

type Email = { value?: unknown; type?: unknown }

/** Of addresses only those for work are kept, and those that nobody says what they are for (P3). */
const atWork = (emails: Email[]): Email[] =>
  emails
    .map(({ type, ...email }) => ({ ...email, type: typeof type === 'string' ? type.toLowerCase() : type }))
    .filter(({ value, type }) => value !== undefined && (!type || type === 'work'))

const named = { type: 'User', path: '/Users' } as const

export const userKind: ResourceKind<ScimUser, ScimUserRecord> = {
  ...named,
  schema: userSchema,
  draftOf: ({ userName, externalId, name, displayName, title, active, ...more }) => {
    const { emails, timezone, locale, employeeNumber, department, manager } = more
    return {
      ...{ userName, externalId, name, displayName, title, active, emails, timezone, locale },
      ...{ employeeNumber, department, manager: manager === undefined ? undefined : { value: manager } },
    }
  },
  stateOf: (draft) =>
    checked(scimUser, {
      ...draft,
      active: draft.active ?? true,
      emails: atWork((draft.emails ?? []) as Email[]),
      manager: (draft.manager as { value?: unknown } | undefined)?.value,
    }),
  resourceOf: (user, base) => {
    const { userName, externalId, name, displayName, title, active, emails, timezone, locale } = user
    const { employeeNumber, department, manager } = user
    const enterprise = { employeeNumber, department, manager: manager === undefined ? undefined : { value: manager } }
    const extended = Object.values(enterprise).some((value) => value !== undefined)
    return {
      schemas: [userSchema, ...(extended ? [enterpriseSchema] : [])],
      ...{ id: user.id, externalId, meta: metaOf(user, named, base) },
      ...{ userName, name, displayName, title, active, emails, timezone, locale },
      ...(extended && { [enterpriseSchema]: enterprise }),
    }
  },
}
