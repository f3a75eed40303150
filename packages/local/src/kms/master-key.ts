import { randomBytes } from 'node:crypto'
import { closeSync, existsSync, fsyncSync, openSync, readFileSync, renameSync, writeSync } from 'node:fs'
import { CannotStart } from '../data-folder.ts'

const bytes = 32

/**
 * A key that wraps data keys of this machine, in a file that only its owner reads; made at the first start. Without `file` it lives
 * and dies with the process.
 * @param of what is sealed under it, for the person at the terminal
 * @throws CannotStart when the file does not hold a key
 */
export const masterKey = (file?: string, of = 'data'): Buffer => {
  if (file === undefined) return randomBytes(bytes)
  if (!existsSync(file)) keep(file, randomBytes(bytes))
  const key = Buffer.from(readFileSync(file, 'utf8'), 'base64')
  if (key.length === bytes) return key
  throw new CannotStart(
    `${file} does not hold the key of the ${of}. Put back the one from your copy of the data folder, or start with --fresh to begin anew (this removes the data).`,
  )
}

/** Written aside and renamed: a kill half-way must not leave half a key. */
const keep = (file: string, key: Buffer): void => {
  const handle = openSync(`${file}.new`, 'w', 0o600)
  writeSync(handle, key.toString('base64'))
  fsyncSync(handle)
  closeSync(handle)
  renameSync(`${file}.new`, file)
}
