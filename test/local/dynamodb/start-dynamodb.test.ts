import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readFile, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { networkInterfaces, tmpdir } from 'node:os'
import { join } from 'node:path'
import { DynamoDBClient, GetItemCommand, PutItemCommand } from '@aws-sdk/client-dynamodb'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { createTable } from '../../../packages/local/src/dynamodb/create-table.ts'
import { type DynamoDbOptions, startDynamoDb } from '../../../packages/local/src/dynamodb/start-dynamodb.ts'

const stops: (() => unknown)[] = []
afterEach(async () => {
  for (const stop of stops.splice(0).reverse()) await stop()
})

const start = async (options: DynamoDbOptions = {}) => {
  const db = await startDynamoDb(options)
  stops.push(db.stop)
  return db
}
const clientOf = (endpoint: string) =>
  new DynamoDBClient({
    endpoint,
    region: 'eu-west-1',
    maxAttempts: 12,
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
  })
const things = {
  TableName: 'things',
  AttributeDefinitions: [{ AttributeName: 'pk', AttributeType: 'S' as const }],
  KeySchema: [{ AttributeName: 'pk', KeyType: 'HASH' as const }],
}
const put = (client: DynamoDBClient, pk: string) =>
  client.send(new PutItemCommand({ TableName: 'things', Item: { pk: { S: pk } } }))
const get = async (client: DynamoDBClient, pk: string) =>
  (await client.send(new GetItemCommand({ TableName: 'things', Key: { pk: { S: pk } } }))).Item
const newFolder = () => mkdtemp(join(tmpdir(), 'pilotgate-db-'))
const ownerOf = async (folder: string) =>
  JSON.parse(await readFile(join(folder, 'dynamodb.pid.json'), 'utf8')) as { child: number; parent: number }
const isAlive = (pid: number) => {
  try {
    return process.kill(pid, 0)
  } catch {
    return false
  }
}

describe('the local database', () => {
  it('keeps its items over a stop and a start, and creates a table once', async () => {
    const folder = await newFolder()
    const first = await start({ folder })
    const made = await createTable(clientOf(first.endpoint), things)
    await put(clientOf(first.endpoint), 'kept')
    await first.stop()
    const second = await start({ folder })
    expect(await createTable(clientOf(second.endpoint), things)).toEqual(made)
    expect(made.streamArn).toContain('/stream/')
    expect(await get(clientOf(second.endpoint), 'kept')).toEqual({ pk: { S: 'kept' } })
  })

  it('listens on the loopback interface only', async () => {
    const { endpoint } = await start()
    const outside = Object.values(networkInterfaces())
      .flat()
      .find((address) => address?.family === 'IPv4' && !address.internal)
    if (!outside) return
    await expect(fetch(endpoint.replace('127.0.0.1', outside.address))).rejects.toThrow()
  })

  it('comes back after its process is killed, and clients that try again do not notice', async () => {
    const folder = await newFolder()
    const lines: string[] = []
    const { endpoint } = await start({ folder, log: (line) => lines.push(line) })
    const client = clientOf(endpoint)
    await createTable(client, things)
    await put(client, 'before')
    process.kill((await ownerOf(folder)).child, 'SIGKILL')
    await put(client, 'after')
    expect(await get(client, 'before')).toBeDefined()
    expect(lines.join('\n')).toMatch(/SIGKILL[\s\S]*back on port/)
  })

  it('starts again on the same folder and port right after its parent is killed', async () => {
    const folder = await newFolder()
    const source = join(import.meta.dirname, '../../../packages/local/src/dynamodb/start-dynamodb.ts')
    const script = `import { startDynamoDb } from ${JSON.stringify(source)}
      console.log((await startDynamoDb({ folder: ${JSON.stringify(folder)} })).endpoint)`
    const parent = spawn(process.execPath, ['--input-type=module', '-e', script], {
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    const endpoint = String((await once(parent.stdout, 'data'))[0]).trim()
    await createTable(clientOf(endpoint), things)
    await put(clientOf(endpoint), 'acknowledged')
    const orphan = (await ownerOf(folder)).child
    parent.kill('SIGKILL')
    const again = await start({ folder, port: Number(new URL(endpoint).port) })
    expect(again.endpoint).toBe(endpoint)
    // It has let go of everything; the process itself may take a moment longer to vanish.
    await vi.waitFor(() => expect(isAlive(orphan)).toBe(false), 10_000)
    expect(await get(clientOf(endpoint), 'acknowledged')).toBeDefined()
  })

  it('stops a database that hangs on after its parent died', async () => {
    const folder = await newFolder()
    // Stands in for a hung launcher: carries its name and the folder, and does not end by itself.
    const hung = spawn('sleep', ['600'], { argv0: `java Loopback ${folder}`, stdio: 'ignore' })
    const died = once(hung, 'exit')
    await writeFile(join(folder, 'dynamodb.pid.json'), JSON.stringify({ child: hung.pid, parent: 2 ** 22 + 1 }))
    await start({ folder })
    expect((await died)[1]).toBe('SIGTERM')
  })

  it('never stops a stranger who got the recorded process id', async () => {
    const folder = await newFolder()
    const stranger = spawn('sleep', ['600'], { stdio: 'ignore' })
    stops.push(() => stranger.kill())
    await writeFile(join(folder, 'dynamodb.pid.json'), JSON.stringify({ child: stranger.pid, parent: 2 ** 22 + 1 }))
    await start({ folder })
    expect(isAlive(stranger.pid!)).toBe(true)
  })
})

describe('what keeps the database from starting is said with a remedy', () => {
  it('no Java', async () => {
    await expect(start({ java: 'no-such-java' })).rejects.toMatchObject({
      code: 'no-java',
      message: expect.stringContaining('openjdk-17-jre-headless'),
    })
  })

  it('port taken', async () => {
    const other = createServer().listen(0, '127.0.0.1')
    stops.push(() => other.close())
    await once(other, 'listening')
    const { port } = other.address() as { port: number }
    await expect(start({ port })).rejects.toMatchObject({
      code: 'port-taken',
      message: expect.stringContaining(`${port}`),
    })
  })

  it('folder not writable', async () => {
    await expect(start({ folder: '/dev/null/data' })).rejects.toMatchObject({ code: 'folder-not-writable' })
  })

  it('folder in use by another one that runs', async () => {
    const folder = await newFolder()
    await start({ folder })
    await expect(start({ folder })).rejects.toMatchObject({ code: 'folder-in-use' })
  })

  it('died early, with its last lines', async () => {
    const java = join(await newFolder(), 'java')
    await writeFile(java, '#!/bin/sh\necho the page file is broken\nexit 3\n', { mode: 0o755 })
    await expect(start({ java })).rejects.toMatchObject({
      code: 'database-died',
      message: expect.stringMatching(/exit code 3[\s\S]*the page file is broken/),
    })
  })
})
