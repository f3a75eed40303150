import { randomBytes } from 'node:crypto'
import type { RequestListener } from 'node:http'
import { jsonProtocol } from '../json-protocol.ts'
import { ApiError } from '../states/errors.ts'
import type { JsonObject } from '../states/json.ts'
import { object, optional, required } from '../states/wire/fields.ts'
import { unwrap, wrap } from './wrapping.ts'

const accountId = '000000000000'
const arnOf = (keyId: string): string => `arn:aws:kms:us-east-1:${accountId}:key/${keyId}`

/** The keys there are, each with material of its own. */
const keyIds = { notes: 'local-notes', secrets: 'local-secrets' }
type KeyName = keyof typeof keyIds
const names = Object.keys(keyIds) as KeyName[]
const words: Record<KeyName, string> = {
  notes: 'Wraps the data keys of confidential notes',
  secrets: 'Wraps the data keys of secrets of connections and webhooks',
}

export const notesKeyArn = arnOf(keyIds.notes)
export const secretsKeyArn = arnOf(keyIds.secrets)

const bodyLimit = 64 * 1024

/**
 * The key service on this machine, for data keys: AWS KMS's wire protocol, with the material of each key (32 bytes). The encryption context
 * is bound to what is wrapped.
 */
export const kmsHandler = (material: Record<KeyName, Buffer>): RequestListener => {
  /** The key that these bytes were wrapped with, and what is in them. */
  const opened = (input: JsonObject) => {
    const wrapped = Buffer.from(required(input, 'CiphertextBlob'), 'base64')
    for (const name of names) {
      const key = unwrap(material[name], contextOf(input), wrapped)
      if (key) return { name, key }
    }
    // As KMS, which does not tell a wrong context from changed bytes.
    throw new ApiError('InvalidCiphertextException', '')
  }
  return jsonProtocol({
    target: 'TrentService',
    version: '1.1',
    bodyLimit,
    operations: {
      GenerateDataKey: (input) => {
        const name = named(required(input, 'KeyId'))
        const key = randomBytes(lengthOf(input))
        const wrapped = wrap(material[name], contextOf(input), key)
        return {
          CiphertextBlob: wrapped.toString('base64'),
          Plaintext: key.toString('base64'),
          KeyId: arnOf(keyIds[name]),
        }
      },
      Decrypt: (input) => {
        const given = optional(input, 'KeyId')
        const wanted = given === undefined ? undefined : named(given)
        const { name, key } = opened(input)
        if (wanted !== undefined && wanted !== name) throw new ApiError('IncorrectKeyException', wrongKey)
        return {
          KeyId: arnOf(keyIds[name]),
          Plaintext: key.toString('base64'),
          EncryptionAlgorithm: 'SYMMETRIC_DEFAULT',
        }
      },
      DescribeKey: (input) => {
        const name = named(required(input, 'KeyId'))
        return {
          KeyMetadata: {
            AWSAccountId: accountId,
            KeyId: keyIds[name],
            Arn: arnOf(keyIds[name]),
            Enabled: true,
            Description: words[name],
            KeyUsage: 'ENCRYPT_DECRYPT',
            KeyState: 'Enabled',
            KeyManager: 'CUSTOMER',
            KeySpec: 'SYMMETRIC_DEFAULT',
            EncryptionAlgorithms: ['SYMMETRIC_DEFAULT'],
            Origin: 'AWS_KMS',
            MultiRegion: false,
          },
        }
      },
    },
  })
}

const wrongKey = 'The key ID in the request does not identify a CMK that can perform this operation.'

const named = (keyId: string): KeyName => {
  const name = names.find((each) => keyId === keyIds[each] || keyId === arnOf(keyIds[each]))
  if (name) return name
  throw new ApiError('NotFoundException', `Key '${keyId}' does not exist`)
}

const lengthOf = (input: JsonObject): number => {
  const spec = optional(input, 'KeySpec')
  const bytes = input.NumberOfBytes
  if ((spec === undefined) === (bytes === undefined)) {
    throw invalid('Please specify either number of bytes or key spec.')
  }
  if (spec === 'AES_256') return 32
  if (spec === 'AES_128') return 16
  if (typeof bytes === 'number' && Number.isInteger(bytes) && bytes >= 1 && bytes <= 1024) return bytes
  throw invalid("1 validation error detected: Value at 'keySpec' or 'numberOfBytes' failed to satisfy constraint")
}

/** The encryption context, the same text for the same pairs in any order. */
const contextOf = (input: JsonObject): string => {
  const pairs = Object.entries(object(input, 'EncryptionContext') ?? {})
  if (pairs.some(([, value]) => typeof value !== 'string')) {
    throw invalid("1 validation error detected: Value at 'encryptionContext' failed to satisfy constraint")
  }
  return JSON.stringify(pairs.sort(([one], [other]) => (one < other ? -1 : 1)))
}

const invalid = (message: string): ApiError => new ApiError('ValidationException', message)
