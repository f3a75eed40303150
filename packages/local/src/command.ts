import { isDomainError } from '@pilotgate/core/errors'
import { UnusableFile } from './matching/csv-table.ts'

export type Output = { log: (line: string) => void; error: (line: string) => void }

/**
 * Prints what a command found. Exit code 0, or 1 with what is wrong with its input on standard error (with `--json` as an
 * object on standard output, too).
 * @param run gives what to print; errors that are no fault of the input go through
 */
export const runCommand = (args: string[], out: Output, run: () => string): number => {
  try {
    out.log(run())
    return 0
  } catch (error) {
    if (!(error instanceof UnusableFile) && !isDomainError(error)) throw error
    const { name, message, problems } = error
    if (args.includes('--json')) out.log(JSON.stringify({ error: name, message, problems }))
    out.error(message)
    return 1
  }
}

/** Prints words on progress, once they come a second or more after the last. */
export const progress = (out: Output): ((words: string) => void) => {
  const started = performance.now()
  let said = started
  return (words) => {
    if (performance.now() - said < 1_000) return
    said = performance.now()
    out.error(`[${((said - started) / 1_000).toFixed(1)} s] ${words}`)
  }
}

/** A command as a process: words to the terminal, its result as exit code. */
export const runAsProcess = (command: (args: string[], out: Output) => number): void => {
  const out = { log: (line: string) => console.log(line), error: (line: string) => console.error(line) }
  process.exitCode = command(process.argv.slice(2), out)
}
