import { mkdir, rm, statfs, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { join } from 'node:path'
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

/** The port asked for, proved to be free, or any free one when none is asked for. */
export function freePort(wanted = 0): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer()
    probe.once('error', () => reject(portTaken(wanted)))
    probe.listen(wanted, '127.0.0.1', () => {
      const { port } = probe.address() as { port: number }
      probe.close(() => resolve(port))
    })
  })
}
