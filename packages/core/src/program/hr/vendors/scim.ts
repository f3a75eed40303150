import type { Vendor } from './vendor.ts'

/** SCIM 2.0 (RFC 7644): an identity provider writes people with a bearer token; nothing comes through a door. */
export const scim: Vendor = {
  words: 'SCIM 2.0',
  settings: [],
  credentials: [],
  secret: 'made here',
  steps: [
    'In your identity provider, set up provisioning with SCIM 2.0 at the address {door}.',
    'Enter the token that Pilotgate shows once as the bearer token.',
    'Map the attributes userName, externalId, name, emails, title, active and, of the enterprise extension, department and manager.',
  ],
}
