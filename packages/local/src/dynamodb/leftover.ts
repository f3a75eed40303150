import { execFile } from 'node:child_process'
import { readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { promisify } from 'node:util'
import { folderInUse } from './database-problem.ts'

/** Who runs the database on a data folder: written there while it runs, so that the next start can find one left behind. */
interface Owner {
  child: number
  parent: number
}

const fileIn = (folder: string) => join(folder, 'dynamodb.pid.json')

export const recordOwner = (folder: string, child: number): Promise<void> =>
  writeFile(fileIn(folder), JSON.stringify({ child, parent: process.pid } satisfies Owner))

export const forgetOwner = (folder: string): Promise<void> => rm(fileIn(folder), { force: true })

/**
 * Makes sure that no database process of an earlier run still holds the folder. The launcher ends with its parent, so
 * normally there is nothing to do but wait a moment; one that hangs is stopped, first politely. A process that does not
 * carry our launcher and this folder on its command line is a stranger with a reused id, and is left alone.
 *
 * @returns whether an earlier run had not ended in good order
 * @throws DatabaseProblem `folder-in-use` when the process that started it is alive as well.
 */
export async function stopLeftover(folder: string, log: (line: string) => void): Promise<boolean> {
  const owner = await readOwner(folder)
  if (!owner) return false
  const isOurs = () => runsOn(owner.child, folder)
  if (!(await gone(isOurs, 2_000))) {
    if (isAlive(owner.parent)) throw folderInUse(folder, owner.parent)
    log(`Stopping the database left behind by an earlier run (process ${owner.child})`)
    for (const signal of ['SIGTERM', 'SIGKILL'] as const) {
      signalQuietly(owner.child, signal)
      if (await gone(isOurs, 5_000)) break
    }
  }
  await forgetOwner(folder)
  return true
}

async function readOwner(folder: string): Promise<Owner | undefined> {
  try {
    const owner = JSON.parse(await readFile(fileIn(folder), 'utf8')) as Owner
    return Number.isInteger(owner.child) && Number.isInteger(owner.parent) ? owner : undefined
  } catch {
    // No record, or one cut short by a crash: in both cases nothing we may act upon.
    return undefined
  }
}

async function gone(isOurs: () => Promise<boolean>, withinMs: number): Promise<boolean> {
  for (const end = Date.now() + withinMs; Date.now() < end; await sleep(50)) if (!(await isOurs())) return true
  return false
}

async function runsOn(pid: number, folder: string): Promise<boolean> {
  if (!isAlive(pid)) return false
  const command = await commandLine(pid)
  return command.includes('Loopback') && command.includes(folder)
}

/** The command line of a process: from /proc where there is one, else from `ps` (macOS, BSD). */
async function commandLine(pid: number): Promise<string> {
  try {
    return await readFile(`/proc/${pid}/cmdline`, 'utf8')
  } catch {
    const listed = await promisify(execFile)('ps', ['-ww', '-o', 'args=', '-p', String(pid)]).catch(() => undefined)
    return listed?.stdout ?? ''
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

function signalQuietly(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal)
  } catch {
    // It ended in between: what we wanted.
  }
}
