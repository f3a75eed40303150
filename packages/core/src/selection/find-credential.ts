import { type Service, services } from '../intake/intake-record.ts'
import type { Store } from '../ports.ts'
import { organisation } from '../program/record.ts'
import { type CredentialRecord, credentialId } from './credential.ts'

export const findCredential = (
  store: Store,
  tenantId: string,
  service: Service,
  personId: string,
): Promise<CredentialRecord | undefined> =>
  store.get('credential', { tenantId, scope: organisation }, credentialId(service, personId))

/** The credentials of some people, valid or not. */
export const credentialsOf = async (
  store: Store,
  tenantId: string,
  personIds: string[],
  of: readonly Service[] = services,
): Promise<CredentialRecord[]> => {
  const ids = [...new Set(personIds)].flatMap((personId) => of.map((service) => credentialId(service, personId)))
  const found: CredentialRecord[] = []
  for (let start = 0; start < ids.length; start += 100) {
    const scope = { tenantId, scope: organisation }
    found.push(...(await store.getMany('credential', scope, ids.slice(start, start + 100))))
  }
  return found
}

/** Who of these people passed their selection for a service and may be matched. */
export const passedOf = async (
  store: Store,
  tenantId: string,
  service: Service,
  personIds: string[],
): Promise<Set<string>> => {
  const credentials = await credentialsOf(store, tenantId, personIds, [service])
  return new Set(credentials.filter(({ status }) => status === 'valid').map(({ personId }) => personId))
}
