import type { RequestListener } from 'node:http'
import { ScanCommand } from '@aws-sdk/lib-dynamodb'
import { documentClient } from '@pilotgate/aws/dynamodb/client'
import { ulids } from '@pilotgate/aws/ids'
import { kmsVault } from '@pilotgate/aws/vault'
import { organisation } from '@pilotgate/core/program/record'
import { kmsHandler, notesKeyArn, secretsKeyArn } from '@pilotgate/local/kms/kms-handler'
import { masterKey } from '@pilotgate/local/kms/master-key'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { serve, stopServing } from '../local/serve.ts'
import { pointSdkAt, region, startTable, tableName } from './dynamodb-table.ts'
import { fakeStore } from './fakes/store.ts'
import { fakeVault } from './fakes/vault.ts'
import { about, freshSubject, secret, tampered, vaultContract } from './vault-contract.ts'

vaultContract('The fake', async () => {
  const vault = fakeVault()
  return [vault, vault]
})

let started: Awaited<ReturnType<typeof startTable>>
beforeAll(async () => {
  started = await startTable()
})
afterAll(async () => {
  stopServing()
  await started.database.stop()
})

/** Points the SDK at a key service and counts what it is asked for. */
const keyService = async (listener: RequestListener = kmsHandler({ notes: masterKey(), secrets: masterKey() })) => {
  const asked: string[] = []
  const endpoint = await serve((request, response) => {
    asked.push(String(request.headers['x-amz-target']).replace('TrentService.', ''))
    listener(request, response)
  })
  pointSdkAt('AWS_ENDPOINT_URL_KMS', endpoint)
  return asked
}

const vaultOn = (store = started.store) => kmsVault({ region, keyArn: notesKeyArn, store })

vaultContract('KMS', async () => {
  await keyService()
  return [vaultOn(), vaultOn()]
})

describe('The vault on KMS', () => {
  const scopeOf = ({ tenantId }: { tenantId: string }) => ({ tenantId, scope: organisation })

  it('leaves nothing readable in the table, neither text nor key', async () => {
    let plaintext = ''
    const keys = kmsHandler({ notes: masterKey(), secrets: masterKey() })
    await keyService((request, response) => {
      const end = response.end.bind(response)
      response.end = ((body: string) => {
        plaintext = JSON.parse(body).Plaintext
        return end(body)
      }) as typeof response.end
      keys(request, response)
    })
    const subject = freshSubject()
    const sealed = await vaultOn().seal(subject, about, secret)
    const scope = { tenantId: subject.tenantId, scope: 'program-1' }
    const note = { ...scope, id: 'E1.S001', version: 0, at: '2027-01-04T08:00:00Z', by: 'person-2', sealed }
    await started.store.commit([{ kind: 'sessionNote', record: note, expect: 0 }])
    const client = documentClient(region)
    const rows = JSON.stringify((await client.send(new ScanCommand({ TableName: tableName }))).Items)
    expect(rows).toContain(sealed.text)
    expect(plaintext).toHaveLength(44)
    for (const hidden of [
      secret,
      secret.slice(0, 11),
      Buffer.from(secret).toString('base64').slice(0, 20),
      plaintext,
    ]) {
      expect(rows).not.toContain(hidden)
    }
  })

  it('asks the key service once for each subject and process', async () => {
    const asked = await keyService()
    const [vault, other] = [vaultOn(), vaultOn()]
    const subject = freshSubject()
    const sealed = await vault.seal(subject, about, secret)
    for (let time = 0; time < 3; time += 1) await vault.open(subject, about, sealed)
    await Promise.all([1, 2, 3].map(() => other.open(subject, about, sealed)))
    expect(asked).toEqual(['GenerateDataKey', 'Decrypt'])
  })

  it('asks again after a thousand uses', async () => {
    const asked = await keyService()
    const vault = vaultOn(fakeStore(ulids()))
    const subject = freshSubject()
    const sealed = await vault.seal(subject, about, secret)
    for (let time = 0; time < 1000; time += 1) await vault.open(subject, about, sealed)
    expect(asked).toEqual(['GenerateDataKey', 'Decrypt'])
  })

  it('does not open with a data key put in place of another person’s', async () => {
    await keyService()
    const vault = vaultOn()
    const subject = freshSubject()
    const sealed = await vault.seal(subject, about, secret)
    const record = (await started.store.get('dataKey', scopeOf(subject), subject.personId))!
    const thief = { ...subject, personId: 'person-2' }
    await started.store.commit([{ kind: 'dataKey', record: { ...record, id: thief.personId, version: 0 }, expect: 0 }])
    await expect(vault.open(thief, about, sealed)).rejects.toMatchObject({ code: 'NotFound' })
  })

  it('does not open with the key of secrets what was sealed with the key of notes', async () => {
    await keyService()
    const subject = freshSubject()
    const sealed = await vaultOn().seal(subject, about, secret)
    const record = (await started.store.get('dataKey', scopeOf(subject), subject.personId))!
    await started.store.commit([{ kind: 'dataKey', record: { ...record, keyArn: secretsKeyArn }, expect: 1 }])
    await expect(vaultOn().open(subject, about, sealed)).rejects.toMatchObject({ code: 'NotFound' })
  })

  it('does not open with a nonce or a data key that was tampered with', async () => {
    await keyService()
    const subject = freshSubject()
    const sealed = await vaultOn().seal(subject, about, secret)
    await expect(vaultOn().open(subject, about, tampered(sealed, 'nonce', 0))).rejects.toMatchObject({
      code: 'NotFound',
    })
    const record = (await started.store.get('dataKey', scopeOf(subject), subject.personId))!
    const bytes = Buffer.from(record.wrapped, 'base64')
    bytes[20]! ^= 1
    const changed = { ...record, wrapped: bytes.toString('base64') }
    await started.store.commit([{ kind: 'dataKey', record: changed, expect: 1 }])
    await expect(vaultOn().open(subject, about, sealed)).rejects.toMatchObject({ code: 'NotFound' })
  })

  it('is Unavailable while the key service is, without losing what is sealed', async () => {
    await keyService()
    const subject = freshSubject()
    const sealed = await vaultOn().seal(subject, about, secret)
    pointSdkAt('AWS_ENDPOINT_URL_KMS', 'http://127.0.0.1:1')
    const away = vaultOn()
    const unavailable = { code: 'Unavailable', message: expect.stringContaining('key service') }
    await expect(away.open(subject, about, sealed)).rejects.toMatchObject(unavailable)
    await expect(away.seal(freshSubject(), about, secret)).rejects.toMatchObject(unavailable)
  })
})
