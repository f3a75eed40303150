import type { Vault, Web } from '../../../ports.ts'
import type { ConnectionRecord } from '../connections/connection-record.ts'
import { accountOf } from '../connections/connection-secrets.ts'
import type { Vendor } from '../vendors/vendor.ts'
import type { VendorName } from '../vendors/vendor-names.ts'
import type { Fetch } from './read-back.ts'

/** What HR systems are asked with: the vault of their credentials, the web, and where their APIs answer instead of the usual addresses. */
export type Asking = {
  vault: Vault
  web: Web
  endpoints: Record<string, string>
  vendors: Record<VendorName, Vendor>
}

/** Asks the HR system of a connection for employees; `undefined` where it cannot be asked. @throws DomainError `Unavailable` */
export const fetchOf = async (
  asking: Asking,
  connection: ConnectionRecord,
  now: string,
): Promise<Fetch | undefined> => {
  const { readBack } = asking.vendors[connection.vendor]
  if (!readBack) return undefined
  const account = await accountOf(asking, connection, now)
  return (employeeId) => readBack.fetch(account, employeeId)
}
