import { randomUUID } from 'node:crypto'
import {
  closeSync,
  fstatSync,
  fsyncSync,
  ftruncateSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'

/** Rows taken for the warehouse and not converted yet. `name` stays the same until its file is gone, also over a crash. */
export type Taken = { day: string; name: string; file: string }

export type PendingRows = {
  /** Keeps lines (without their ends) that arrived on a day, `YYYY-MM-DD`. On disk when it returns. */
  append(day: string, lines: string[]): void
  /** Everything pending, set apart from what arrives from now on, with what an earlier crash left. */
  take(): Taken[]
}

const suffix = '.ndjson'

/**
 * Opens the folder of pending rows. A line cut off by a crash was never acknowledged and goes.
 * @param durable also over a loss of power, which takes milliseconds for each append
 */
export const openPendingRows = (folder: string, { durable = true } = {}): PendingRows => {
  const arriving = join(folder, 'arriving')
  const taken = join(folder, 'taken')
  for (const each of [arriving, taken]) mkdirSync(each, { recursive: true })
  for (const name of readdirSync(arriving)) cutOff(join(arriving, name))

  return {
    append(day, lines) {
      if (lines.length === 0) return
      const handle = openSync(join(arriving, `${day}${suffix}`), 'a')
      const { size } = fstatSync(handle)
      try {
        writeFileSync(handle, lines.map((line) => `${line}\n`).join(''))
        if (durable) fsyncSync(handle)
      } catch (error) {
        // A full disk must not leave half a line for the next one to stick to.
        ftruncateSync(handle, size)
        throw error
      } finally {
        closeSync(handle)
      }
    },
    take() {
      for (const name of readdirSync(arriving)) {
        const day = name.slice(0, -suffix.length)
        renameSync(join(arriving, name), join(taken, `${day}-${randomUUID()}${suffix}`))
      }
      return readdirSync(taken).map((name) => ({
        day: name.slice(0, 10),
        name: name.slice(0, -suffix.length),
        file: join(taken, name),
      }))
    },
  }
}

const cutOff = (file: string): void => {
  const content = readFileSync(file)
  const end = content.lastIndexOf('\n') + 1
  if (end < content.length) truncateSync(file, end)
}
