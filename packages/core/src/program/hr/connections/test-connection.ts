import { isDomainError } from '../../../errors.ts'
import { vendors } from '../vendors/index.ts'
import type { Account } from '../vendors/vendor.ts'
import type { VendorName } from '../vendors/vendor-names.ts'

const refusals = ['NotAllowed', 'InvalidInput', 'Unavailable'] as const

/** Whether the credentials of a connection open what is needed, in words for whoever sets it up. */
export const testConnection = async (name: VendorName, account: Account): Promise<{ ok: boolean; words: string }> => {
  const { words, credentials, readBack } = vendors[name]
  if (!readBack) return { ok: true, words: `${words} brings all there is by itself: there is nothing to ask.` }
  const missing = credentials.find(({ name: each, required }) => required && !account.credentials[each])
  if (missing) return { ok: false, words: `"${missing.name}" is missing. ${missing.words}.` }
  try {
    await readBack.ping(account)
    return { ok: true, words: `${words} lets these credentials in.` }
  } catch (error) {
    if (refusals.some((code) => isDomainError(error, code))) return { ok: false, words: (error as Error).message }
    throw error
  }
}
