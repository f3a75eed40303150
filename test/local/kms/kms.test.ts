import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import {
  DecryptCommand,
  DescribeKeyCommand,
  GenerateDataKeyCommand,
  KMSClient,
  ListKeysCommand,
} from '@aws-sdk/client-kms'
import { kmsHandler, notesKeyArn, secretsKeyArn } from '@pilotgate/local/kms/kms-handler'
import { masterKey } from '@pilotgate/local/kms/master-key'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { serve, stopServing } from '../serve.ts'

const folder = mkdtempSync(join(tmpdir(), 'pilotgate-kms-'))
afterAll(() => {
  stopServing()
  rmSync(folder, { recursive: true })
})

const clientOn = async (notes: Buffer, secrets = masterKey()) =>
  new KMSClient({
    region: 'us-east-1',
    endpoint: await serve(kmsHandler({ notes, secrets })),
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
  })

describe('the local key service', () => {
  const EncryptionContext = { tenantId: 'northwind', personId: 'person-1' }
  let client: KMSClient
  beforeAll(async () => {
    client = await clientOn(masterKey())
  })
  const newKey = () =>
    client.send(new GenerateDataKeyCommand({ KeyId: notesKeyArn, KeySpec: 'AES_256', EncryptionContext }))

  it('makes data keys and gives them back to whoever names the same context, in any order', async () => {
    const { CiphertextBlob, Plaintext, KeyId } = await newKey()
    expect(KeyId).toBe(notesKeyArn)
    expect(Plaintext).toHaveLength(32)
    expect(Buffer.from(CiphertextBlob!).includes(Buffer.from(Plaintext!))).toBe(false)
    const reversed = { personId: 'person-1', tenantId: 'northwind' }
    const opened = await client.send(new DecryptCommand({ CiphertextBlob, EncryptionContext: reversed }))
    expect(opened).toMatchObject({ Plaintext, KeyId: notesKeyArn, EncryptionAlgorithm: 'SYMMETRIC_DEFAULT' })
    expect((await newKey()).Plaintext).not.toEqual(Plaintext)
  })

  it.each([
    ['another context', { tenantId: 'northwind', personId: 'person-2' }],
    ['no context', undefined],
    ['more context', { ...EncryptionContext, more: 'x' }],
  ])('refuses %s as KMS does', async (_, EncryptionContext) => {
    const { CiphertextBlob } = await newKey()
    const opening = client.send(new DecryptCommand({ CiphertextBlob, KeyId: notesKeyArn, EncryptionContext }))
    await expect(opening).rejects.toMatchObject({
      name: 'InvalidCiphertextException',
      $metadata: { httpStatusCode: 400 },
    })
  })

  it('refuses every changed byte, and what is too short', async () => {
    const { CiphertextBlob } = await newKey()
    for (let at = 0; at < CiphertextBlob!.length; at += 1) {
      const changed = Buffer.from(CiphertextBlob!)
      changed[at]! ^= 0x80
      const opening = client.send(new DecryptCommand({ CiphertextBlob: changed, EncryptionContext }))
      await expect(opening, String(at)).rejects.toMatchObject({ name: 'InvalidCiphertextException' })
    }
    const short = client.send(new DecryptCommand({ CiphertextBlob: Buffer.of(1, 2), EncryptionContext }))
    await expect(short).rejects.toMatchObject({ name: 'InvalidCiphertextException' })
  })

  it('answers wrong requests as KMS does', async () => {
    const unknown = notesKeyArn.replace('local-notes', 'other')
    const cases: [() => Promise<unknown>, string][] = [
      [() => client.send(new GenerateDataKeyCommand({ KeyId: unknown, KeySpec: 'AES_256' })), 'NotFoundException'],
      [() => client.send(new DescribeKeyCommand({ KeyId: unknown })), 'NotFoundException'],
      [() => client.send(new GenerateDataKeyCommand({ KeyId: notesKeyArn })), 'ValidationException'],
      [
        () => client.send(new GenerateDataKeyCommand({ KeyId: notesKeyArn, KeySpec: 'AES_256', NumberOfBytes: 32 })),
        'ValidationException',
      ],
      [
        () => client.send(new GenerateDataKeyCommand({ KeyId: notesKeyArn, NumberOfBytes: 1025 })),
        'ValidationException',
      ],
      [() => client.send(new GenerateDataKeyCommand({ KeyId: undefined, KeySpec: 'AES_256' })), 'ValidationException'],
      [() => client.send(new ListKeysCommand({})), 'UnknownOperationException'],
    ]
    for (const [answer, name] of cases) await expect(answer()).rejects.toMatchObject({ name })
  })

  it('opens with neither of its keys what the other has wrapped', async () => {
    const wrapping = { KeySpec: 'AES_256' as const, EncryptionContext }
    for (const [KeyId, other] of [
      [notesKeyArn, secretsKeyArn],
      [secretsKeyArn, notesKeyArn],
    ]) {
      const { CiphertextBlob, Plaintext } = await client.send(new GenerateDataKeyCommand({ KeyId, ...wrapping }))
      const opening = client.send(new DecryptCommand({ CiphertextBlob, KeyId: other, EncryptionContext }))
      await expect(opening).rejects.toMatchObject({ name: 'IncorrectKeyException' })
      const opened = await client.send(new DecryptCommand({ CiphertextBlob, EncryptionContext }))
      expect(opened).toMatchObject({ KeyId, Plaintext })
    }
  })

  it('is no help with what another machine has wrapped', async () => {
    const { CiphertextBlob } = await newKey()
    const elsewhere = await clientOn(masterKey())
    const opening = elsewhere.send(new DecryptCommand({ CiphertextBlob, EncryptionContext }))
    await expect(opening).rejects.toMatchObject({ name: 'InvalidCiphertextException' })
  })

  it('describes its key', async () => {
    const { KeyMetadata } = await client.send(new DescribeKeyCommand({ KeyId: 'local-notes' }))
    expect(KeyMetadata).toMatchObject({ Arn: notesKeyArn, KeyState: 'Enabled', KeyUsage: 'ENCRYPT_DECRYPT' })
  })
})

describe('the master key', () => {
  it('is kept over a restart in a file for its owner alone', async () => {
    const file = join(folder, 'notes.key')
    const first = masterKey(file)
    expect(statSync(file).mode & 0o777).toBe(0o600)
    expect(masterKey(file)).toEqual(first)
    expect(readdirSync(folder)).toEqual(['notes.key'])
    const wrapped = await (await clientOn(first)).send(
      new GenerateDataKeyCommand({ KeyId: notesKeyArn, KeySpec: 'AES_128' }),
    )
    const opened = await (await clientOn(masterKey(file))).send(
      new DecryptCommand({ CiphertextBlob: wrapped.CiphertextBlob }),
    )
    expect(opened.Plaintext).toEqual(wrapped.Plaintext)
  })

  it('is a new one for each run in memory', () => {
    expect(masterKey()).not.toEqual(masterKey())
  })

  it('is not replaced when its file is damaged: the start says what to do', () => {
    const file = join(folder, 'damaged.key')
    writeFileSync(file, 'half')
    expect(() => masterKey(file, 'confidential notes')).toThrow(
      /does not hold the key of the confidential notes.* --fresh/,
    )
    expect(readFileSync(file, 'utf8')).toBe('half')
    expect(existsSync(`${file}.new`)).toBe(false)
  })
})
