import { mkdir, rm, statfs, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { diskFull, folderProblem, portTaken } from './database-problem.ts'

const LEAST_FREE_BYTES = 64 * 1024 * 1024

/** Creates the data folder if need be and proves that it can be written. */
export async function checkFolder(folder: string): Promise<void> {
  try {
    await mkdir(folder, { recursive: true })
    const probe = join(folder, `.probe-${process.pid}`)
    await writeFile(probe, 'x')
    await rm(probe)
  } catch (error) {
    throw folderProblem(folder, error as NodeJS.ErrnoException)
  }
  const disk = await statfs(folder)
  if (disk.bavail * disk.bsize < LEAST_FREE_BYTES) throw diskFull(folder)
}

/**
 * The port asked for, proved to be free, or any free one when none is asked for.
 * @param patienceMs how long a taken port is tried again: a process that was killed may hold its port a moment longer
 */
export async function freePort(wanted = 0, patienceMs = 0): Promise<number> {
  for (const end = Date.now() + patienceMs; ; await sleep(50)) {
    const port = await probe(wanted)
    if (port !== undefined) return port
    if (Date.now() >= end) throw portTaken(wanted)
  }
}

const probe = (wanted: number): Promise<number | undefined> =>
  new Promise((resolve) => {
    const server = createServer()
    server.once('error', () => resolve(undefined))
    server.listen(wanted, '127.0.0.1', () => {
      const { port } = server.address() as { port: number }
      server.close(() => resolve(port))
    })
  })
