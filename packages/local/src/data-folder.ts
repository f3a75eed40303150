import {
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
  writeSync,
} from 'node:fs'
import { join } from 'node:path'
import type { SavedClock } from './virtual-clock.ts'

/** Rises when the layout of the folder changes so that an older release must not touch it. */
const format = 1

/** What keeps the platform from starting, with the remedy, for the person at the terminal. */
export class CannotStart extends Error {
  override readonly name = 'CannotStart'
}

/** The folder that holds everything the local runtime keeps. */
export type DataFolder = {
  file(name: string): string
  clock: { load(): SavedClock | undefined; save(state: SavedClock): void }
  /** Lets another start use the folder. */
  release(): void
}

/**
 * Takes the data folder for this process.
 * @param fresh removes what is in it first
 * @throws CannotStart when another process uses it, a newer release wrote it, or it cannot be written
 */
export const openDataFolder = (path: string, { fresh = false } = {}): DataFolder => {
  const file = (name: string) => join(path, name)
  try {
    mkdirSync(path, { recursive: true })
    takeLock(file('lock'), path)
    if (fresh) {
      rmSync(path, { recursive: true, force: true })
      mkdirSync(path, { recursive: true })
      takeLock(file('lock'), path)
    }
    checkFormat(file('format'), path)
  } catch (error) {
    if (error instanceof CannotStart) throw error
    const { code } = error as NodeJS.ErrnoException
    const why =
      code === 'ENOSPC' ? 'the disk is full' : code === 'EACCES' ? 'it is not writable for you' : String(error)
    throw new CannotStart(`The data folder ${path} cannot be used: ${why}. Free or choose another with --data FOLDER.`)
  }
  return {
    file,
    clock: {
      load: () => (existsSync(file('clock.json')) ? JSON.parse(readFileSync(file('clock.json'), 'utf8')) : undefined),
      save: (state) => {
        // Written aside and renamed: a kill half-way must not leave a broken clock for every later start.
        writeFileSync(file('clock.json.new'), JSON.stringify(state))
        renameSync(file('clock.json.new'), file('clock.json'))
      },
    },
    release: () => rmSync(file('lock'), { force: true }),
  }
}

/** The lock holds the process id; a lock whose process is gone (a kill) is taken over. */
const takeLock = (lock: string, path: string) => {
  try {
    const handle = openSync(lock, 'wx')
    writeSync(handle, String(process.pid))
    closeSync(handle)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
    const pid = Number(readFileSync(lock, 'utf8'))
    if (isPilotgate(pid)) {
      throw new CannotStart(
        `Pilotgate already runs on the data folder ${path} (process ${pid}). Use that one, stop it, or start with another --data FOLDER.`,
      )
    }
    rmSync(lock, { force: true })
    takeLock(lock, path)
  }
}

/** Whether the process lives and is one of ours: after a restart of the machine the number may belong to a stranger. */
const isPilotgate = (pid: number): boolean => {
  if (!pid || pid === process.pid) return false
  try {
    process.kill(pid, 0)
  } catch {
    return false
  }
  const commandLine = `/proc/${pid}/cmdline`
  return !existsSync(commandLine) || /node|vitest/.test(readFileSync(commandLine, 'utf8'))
}

const checkFormat = (file: string, path: string) => {
  const found = existsSync(file) ? Number(readFileSync(file, 'utf8')) : format
  if (found > format) {
    throw new CannotStart(
      `The data folder ${path} was written by a newer Pilotgate (format ${found}, this one knows ${format}). Update Pilotgate, or start with --fresh to begin anew (this removes the data).`,
    )
  }
  writeFileSync(file, String(format))
}
