export type DatabaseProblemCode =
  | 'no-java'
  | 'old-java'
  | 'port-taken'
  | 'folder-in-use'
  | 'folder-not-writable'
  | 'disk-full'
  | 'database-died'

/** Why the database cannot run. The message says what is wrong and what to do about it, in words for the person at the terminal. */
export class DatabaseProblem extends Error {
  readonly code: DatabaseProblemCode

  constructor(code: DatabaseProblemCode, message: string, cause?: unknown) {
    super(message, { cause })
    this.name = 'DatabaseProblem'
    this.code = code
  }
}

export const noJava = (command: string, cause?: unknown) =>
  new DatabaseProblem(
    'no-java',
    `The local database needs a Java runtime, version 17 or later, and "${command}" was not found. ` +
      'On Debian or Ubuntu: sudo apt install openjdk-17-jre-headless. Any other Java 17+ runtime does as well.',
    cause,
  )

export const oldJava = (lastLines: string[]) =>
  new DatabaseProblem(
    'old-java',
    'The Java runtime on this machine is too old for the local database: it needs version 17 or later ' +
      `(on Debian or Ubuntu: sudo apt install openjdk-17-jre-headless). Java said: ${lastLines.at(-1) ?? 'nothing'}`,
  )

export const portTaken = (port: number) =>
  new DatabaseProblem(
    'port-taken',
    `Port ${port} on 127.0.0.1 is taken by another program. Stop that program, or start with another port for the database.`,
  )

export const folderInUse = (folder: string, parent: number) =>
  new DatabaseProblem(
    'folder-in-use',
    `The data folder ${folder} is in use by another Pilotgate on this machine (process ${parent}). ` +
      'Stop that one, or start with another data folder.',
  )

/** What went wrong with the data folder, told from the file system's error code. */
export function folderProblem(folder: string, error: NodeJS.ErrnoException): DatabaseProblem {
  if (error.code === 'ENOSPC' || error.code === 'EDQUOT') return diskFull(folder, error)
  return new DatabaseProblem(
    'folder-not-writable',
    `The data folder ${folder} cannot be written (${error.code ?? error.message}). ` +
      'Give your user the right to write there, or start with another data folder.',
    error,
  )
}

export const diskFull = (folder: string, cause?: unknown) =>
  new DatabaseProblem(
    'disk-full',
    `The disk that holds the data folder ${folder} is full. Free some space (at least 64 MB), or start with another data folder.`,
    cause,
  )

export const databaseDied = (how: string, lastLines: string[]) =>
  new DatabaseProblem(
    'database-died',
    [`The local database ended by itself (${how}). Its last words:`, ...lastLines.map((line) => `  ${line}`)].join(
      '\n',
    ),
  )
