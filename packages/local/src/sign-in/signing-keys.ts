import { randomBytes } from 'node:crypto'
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { calculateJwkThumbprint, exportJWK, generateKeyPair, type JWK } from 'jose'

export interface SigningKeys {
  /** The private ES256 key, with its id. */
  privateJwk: JWK & { kid: string }
  cookieSecret: string
}

/** The keys of this data folder, made on the first start and kept, so that sign-ins survive a restart. */
export async function signingKeys(folder: string): Promise<SigningKeys> {
  const file = join(folder, 'sign-in-keys.json')
  try {
    return JSON.parse(await readFile(file, 'utf8')) as SigningKeys
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error
  }
  const { privateKey } = await generateKeyPair('ES256', { extractable: true })
  const jwk = await exportJWK(privateKey)
  const kid = await calculateJwkThumbprint(jwk)
  const keys: SigningKeys = {
    privateJwk: { ...jwk, kid, alg: 'ES256', use: 'sig' },
    cookieSecret: randomBytes(32).toString('base64url'),
  }
  await mkdir(folder, { recursive: true })
  // Written aside and renamed: a kill half-way must not leave a broken key for every later start.
  await writeFile(`${file}.new`, JSON.stringify(keys), { mode: 0o600 })
  await rename(`${file}.new`, file)
  return keys
}
