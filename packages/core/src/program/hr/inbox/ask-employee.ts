import { DomainError, isDomainError } from '../../../errors.ts'
import type { Vault, Web } from '../../../ports.ts'
import type { ConnectionRecord } from '../connections/connection-record.ts'
import { accountOf } from '../connections/connection-secrets.ts'
import type { Account, Vendor } from '../vendors/vendor.ts'
import type { VendorName } from '../vendors/vendor-names.ts'
import type { Fetch } from './read-back.ts'

/** What HR systems are asked with: the vault of their credentials, the web, and where their APIs answer instead of the usual addresses. */
export type Asking = {
  vault: Vault
  web: Web
  endpoints: Record<string, string>
  vendors: Record<VendorName, Vendor>
}

/** Makes sure that it is the HR system that answers: a wrong address, or a gateway before it, knows nobody either. */
const makeSure = async (readBack: NonNullable<Vendor['readBack']>, account: Account): Promise<void> => {
  try {
    await readBack.ping(account)
  } catch (error) {
    if (!isDomainError(error) || error.code === 'Unavailable') throw error
    throw new DomainError('Unavailable', error.message, { cause: error })
  }
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
  return async (employeeId) => {
    const found = await readBack.fetch(account, employeeId)
    if (!found) await makeSure(readBack, account)
    return found
  }
}
