import SCIMMY from 'scimmy'

const { User, EnterpriseUser, Group, ServiceProviderConfig, ResourceType } = SCIMMY.Schemas

type Attribute = SCIMMY.Types.Attribute
const attributesOf = ({ attributes }: SCIMMY.Types.SchemaDefinition): Attribute[] =>
  attributes.filter((each) => each instanceof SCIMMY.Types.Attribute)

/** `name`, `name.givenname`: the attributes with their parts, in small letters. */
const pathsOf = (definition: SCIMMY.Types.SchemaDefinition): string[] =>
  attributesOf(definition).flatMap(({ name, subAttributes = [] }) => [
    name.toLowerCase(),
    ...subAttributes.map((part) => `${name}.${part.name}`.toLowerCase()),
  ])

// Read before the definitions are cut down to what is kept.
const standard = {
  User: new Set([...pathsOf(User.definition), ...pathsOf(EnterpriseUser.definition)]),
  Group: new Set(pathsOf(Group.definition)),
}

// What Pilotgate has no use for is not offered, so that nobody sends it (P3); sent all the same, it is dropped.
User.definition.truncate(
  ...['nickName', 'profileUrl', 'userType', 'preferredLanguage', 'password', 'phoneNumbers', 'ims', 'photos'],
  ...['addresses', 'groups', 'entitlements', 'roles', 'x509Certificates'],
  ...['name.honorificPrefix', 'name.honorificSuffix', 'emails.display'],
)
EnterpriseUser.definition.truncate('costCenter', 'organization', 'division', 'manager.$ref', 'manager.displayName')
Group.definition.truncate('members.display', 'members.type', 'members.$ref')
User.definition.attribute('emails.type').config.canonicalValues = ['work']
Group.definition.attribute('displayName').config.uniqueness = 'server'
User.definition.extend(EnterpriseUser.definition)

export const userSchema = User.definition.id
export const enterpriseSchema = EnterpriseUser.definition.id
export const groupSchema = Group.definition.id

export type TypeName = 'User' | 'Group'

/** The attributes of a type that are kept, by name in small letters; those of the enterprise extension beside the others. */
export const attributes: Record<TypeName, Map<string, Attribute>> = {
  User: byName([...attributesOf(User.definition), ...attributesOf(EnterpriseUser.definition)]),
  Group: byName(attributesOf(Group.definition)),
}

function byName(list: Attribute[]): Map<string, Attribute> {
  return new Map(list.map((each) => [each.name.toLowerCase(), each]))
}

/** Whether the standard knows an attribute (`name`, `name.givenName`), kept here or not. */
export const isStandard = (type: TypeName, path: string): boolean => standard[type].has(path.toLowerCase())

/** The most resources of one answer. */
export const maxResults = 200

const definitions = [User.definition, Group.definition, EnterpriseUser.definition]
const types = [SCIMMY.Resources.User, SCIMMY.Resources.Group]

/** What the service provider tells of itself; `base` is the address of the SCIM API. */
export const describeProvider = (base: string): object =>
  new ServiceProviderConfig(
    {
      patch: { supported: true },
      bulk: { supported: false, maxOperations: 0, maxPayloadSize: 0 },
      filter: { supported: true, maxResults },
      changePassword: { supported: false },
      sort: { supported: false },
      etag: { supported: true },
      authenticationSchemes: [
        {
          type: 'oauthbearertoken',
          name: 'OAuth Bearer Token',
          description: 'The token of the connection, in the header Authorization.',
          specUri: 'https://www.rfc-editor.org/rfc/rfc6750',
        },
      ],
    },
    `${base}/ServiceProviderConfig`,
  )

export const describeSchemas = (base: string): { id: string }[] =>
  definitions.map((definition) => definition.describe(`${base}/Schemas`))

export const describeTypes = (base: string): { name: string }[] =>
  types.map((type) => new ResourceType(type.describe(), `${base}/ResourceTypes`))
