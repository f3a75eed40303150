import { closeSync, openSync, readSync } from 'node:fs'
import { StringDecoder } from 'node:string_decoder'
import { DomainError } from '@pilotgate/core/errors'

const chunk = 1 << 20

/**
 * The lines of a UTF-8 text file with their numbers from 1, read piece by piece: memory does not grow with the file.
 * @throws DomainError `InvalidInput` when it cannot be read
 */
export function* linesOf(path: string): Generator<[line: number, text: string]> {
  const file = opened(path)
  try {
    const decoder = new StringDecoder('utf8')
    const buffer = Buffer.allocUnsafe(chunk)
    let rest = ''
    let line = 0
    for (let bytes = readSync(file, buffer); bytes > 0; bytes = readSync(file, buffer)) {
      const lines = (rest + decoder.write(buffer.subarray(0, bytes))).split('\n')
      rest = lines.pop()!
      for (const text of lines) {
        line += 1
        yield [line, plain(text, line)]
      }
    }
    rest += decoder.end()
    if (rest !== '') yield [line + 1, plain(rest, line + 1)]
  } finally {
    closeSync(file)
  }
}

const opened = (path: string): number => {
  try {
    const file = openSync(path, 'r')
    // A folder opens, too, and says so only when it is read.
    readSync(file, Buffer.alloc(1), { position: 0 })
    return file
  } catch (error) {
    const problem = `"${path}" cannot be read (${(error as NodeJS.ErrnoException).code}).`
    throw new DomainError('InvalidInput', problem, { problems: [{ field: '--events', problem }] })
  }
}

/** Without what editors on Windows put at the beginning of a file and the end of a line. */
const plain = (text: string, line: number): string => {
  const kept = line === 1 && text.startsWith('\uFEFF') ? text.slice(1) : text
  return kept.endsWith('\r') ? kept.slice(0, -1) : kept
}
