import { randomBytes } from 'node:crypto'
import type { RequestListener } from 'node:http'
import { jsonProtocol } from '../json-protocol.ts'
import { ApiError } from '../states/errors.ts'
import type { JsonObject } from '../states/json.ts'
import { object, optional, required } from '../states/wire/fields.ts'
import { unwrap, wrap } from './wrapping.ts'

const accountId = '000000000000'
const keyId = 'local-notes'
/** The one key there is. */
export const notesKeyArn = `arn:aws:kms:us-east-1:${accountId}:key/${keyId}`

const bodyLimit = 64 * 1024

/**
 * The key service on this machine, for data keys: AWS KMS's wire protocol with one key, whose material is `master` (32 bytes). The
 * encryption context is bound to what is wrapped.
 */
export const kmsHandler = (master: Buffer): RequestListener =>
  jsonProtocol({
    target: 'TrentService',
    version: '1.1',
    bodyLimit,
    operations: {
      GenerateDataKey: (input) => {
        checkKey(required(input, 'KeyId'))
        const key = randomBytes(lengthOf(input))
        const wrapped = wrap(master, contextOf(input), key)
        return { CiphertextBlob: wrapped.toString('base64'), Plaintext: key.toString('base64'), KeyId: notesKeyArn }
      },
      Decrypt: (input) => {
        const given = optional(input, 'KeyId')
        if (given !== undefined) checkKey(given)
        const key = unwrap(master, contextOf(input), Buffer.from(required(input, 'CiphertextBlob'), 'base64'))
        // As KMS, which does not tell a wrong context from changed bytes.
        if (!key) throw new ApiError('InvalidCiphertextException', '')
        return { KeyId: notesKeyArn, Plaintext: key.toString('base64'), EncryptionAlgorithm: 'SYMMETRIC_DEFAULT' }
      },
      DescribeKey: (input) => {
        checkKey(required(input, 'KeyId'))
        return {
          KeyMetadata: {
            AWSAccountId: accountId,
            KeyId: keyId,
            Arn: notesKeyArn,
            Enabled: true,
            Description: 'Wraps the data keys of confidential notes',
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

const checkKey = (name: string): void => {
  if (name !== keyId && name !== notesKeyArn) throw new ApiError('NotFoundException', `Key '${name}' does not exist`)
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
