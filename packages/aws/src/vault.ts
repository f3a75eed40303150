import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'
import { DecryptCommand, GenerateDataKeyCommand, KMSClient } from '@aws-sdk/client-kms'
import { DomainError } from '@pilotgate/core/errors'
import type { Store, Subject, Vault } from '@pilotgate/core/ports'
import { organisation } from '@pilotgate/core/program/record'
import type { Sealed } from '@pilotgate/core/program/sealed'
import { whileStale } from '@pilotgate/core/program/while-stale'
import type { RecordOf } from '@pilotgate/core/records'
import { clientSettings } from './client-settings.ts'
import { fewKeys } from './few-keys.ts'
import { asking } from './unavailable.ts'

export type VaultSettings = {
  region: string
  /** The key of the key service that data keys of new subjects are wrapped with; older ones name their own. */
  keyArn: string
  /** Where the wrapped data keys are kept. */
  store: Store
}

const service = 'The key service'
const tagBytes = 16
const nonceBytes = 12

type DataKey = RecordOf<'dataKey'>

const unreadable = (why: string, cause?: unknown): DomainError =>
  new DomainError('NotFound', `This confidential text cannot be read: ${why}.`, { cause })

/** What a text is bound to: whose it is and which record it is in. */
const additionalData = ({ tenantId, personId }: Subject, about: string): Buffer =>
  Buffer.from(JSON.stringify([tenantId, personId, about]))

const encrypt = (key: Buffer, bound: Buffer, text: string): Sealed => {
  const nonce = randomBytes(nonceBytes)
  const cipher = createCipheriv('aes-256-gcm', key, nonce, { authTagLength: tagBytes }).setAAD(bound)
  const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final(), cipher.getAuthTag()])
  return { algorithm: 'AES-256-GCM', nonce: nonce.toString('base64'), text: sealed.toString('base64') }
}

/** @throws Error when the text, its nonce, its tag or what it is bound to is not as it was sealed */
const decrypt = (key: Buffer, bound: Buffer, { nonce, text }: Sealed): string => {
  const sealed = Buffer.from(text, 'base64')
  const end = Math.max(sealed.length - tagBytes, 0)
  const decipher = createDecipheriv('aes-256-gcm', key, Buffer.from(nonce, 'base64'), { authTagLength: tagBytes })
  decipher.setAAD(bound).setAuthTag(sealed.subarray(end))
  return Buffer.concat([decipher.update(sealed.subarray(0, end)), decipher.final()]).toString('utf8')
}

/**
 * The vault on AWS KMS: AES-256-GCM here, with a data key per subject that KMS makes, wraps and unwraps for that subject alone (encryption
 * context). Implements the port `Vault`.
 *
 * The record of the data key is read each time, and only what KMS answered for it is remembered: an erasure holds in all processes from
 * the moment it is stored. Copies of the table (point-in-time recovery, 35 days) still hold the wrapped key until they expire.
 */
export const kmsVault = ({ region, keyArn, store }: VaultSettings): Vault => {
  const client = new KMSClient(clientSettings(region))
  const keys = fewKeys()

  const remember = (subject: Subject, { wrapped, keyArn }: DataKey, unwrap: () => Promise<Buffer>) =>
    keys.get(JSON.stringify([subject.tenantId, subject.personId, keyArn, wrapped]), unwrap)

  const unwrapped = (subject: Subject, record: DataKey): Promise<Buffer> =>
    remember(subject, record, async () => {
      const request = new DecryptCommand({
        CiphertextBlob: Buffer.from(record.wrapped, 'base64'),
        KeyId: record.keyArn,
        EncryptionContext: context(subject),
      })
      try {
        return Buffer.from((await asking(service, () => client.send(request))).Plaintext!)
      } catch (error) {
        if (!['InvalidCiphertextException', 'IncorrectKeyException'].includes((error as Error).name)) throw error
        throw unreadable('its key was changed or is of somebody else', error)
      }
    })

  const newKey = async (subject: Subject): Promise<Buffer> => {
    const request = new GenerateDataKeyCommand({
      KeyId: keyArn,
      KeySpec: 'AES_256',
      EncryptionContext: context(subject),
    })
    const made = await asking(service, () => client.send(request))
    const record: DataKey = {
      ...scopeOf(subject),
      id: subject.personId,
      version: 0,
      wrapped: Buffer.from(made.CiphertextBlob!).toString('base64'),
      keyArn,
    }
    await store.commit([{ kind: 'dataKey', record, expect: 0 }])
    return remember(subject, record, async () => Buffer.from(made.Plaintext!))
  }

  return {
    async seal(subject, about, text) {
      // Of two first texts at once one key wins, and the loser reads it.
      const key = await whileStale(async () => {
        const record = await store.get('dataKey', scopeOf(subject), subject.personId)
        return record ? unwrapped(subject, record) : newKey(subject)
      })
      return encrypt(key, additionalData(subject, about), text)
    },
    async open(subject, about, sealed) {
      const record = await store.get('dataKey', scopeOf(subject), subject.personId)
      if (!record) throw unreadable('its key was destroyed')
      const key = await unwrapped(subject, record)
      try {
        return decrypt(key, additionalData(subject, about), sealed)
      } catch (error) {
        throw unreadable('it was changed or moved, or its key was destroyed', error)
      }
    },
    async erase(subject) {
      await whileStale(async () => {
        const record = await store.get('dataKey', scopeOf(subject), subject.personId)
        if (record) await store.commit([{ kind: 'dataKey', record, expect: record.version, remove: true }])
      })
    },
  }
}

const scopeOf = ({ tenantId }: Subject) => ({ tenantId, scope: organisation })

/** What KMS binds the wrapped key to, and writes into its audit trail (CloudTrail): ids only. */
const context = ({ tenantId, personId }: Subject) => ({ tenantId, personId })
