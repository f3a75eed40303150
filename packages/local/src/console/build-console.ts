import { execFile } from 'node:child_process'
import { existsSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'

const packages = fileURLToPath(new URL('../../../', import.meta.url))
const root = join(packages, 'console')

/** Where the built console lies. */
export const consoleFolder = join(root, 'dist')

/** What the console is made of: its own files, the routes whose names it takes, and the libraries. */
const sources = [
  ...['console/src', 'console/public', 'console/index.html', 'console/vite.config.ts', 'console/route-table.ts'],
  ...['contracts/src', '../package-lock.json'],
]

const newest = (path: string): number =>
  statSync(path).isDirectory()
    ? Math.max(0, ...readdirSync(path).map((name) => newest(join(path, name))))
    : statSync(path).mtimeMs

/** Whether the console was built since its files were last changed. */
const consoleIsBuilt = (): boolean => {
  const page = join(consoleFolder, 'index.html')
  return existsSync(page) && sources.every((path) => newest(join(packages, path)) <= statSync(page).mtimeMs)
}

/** Builds the console when its files have changed since. Takes seconds. @throws Error of the build, with file and line */
export const buildConsole = async (log: (line: string) => void = () => {}): Promise<void> => {
  if (consoleIsBuilt()) return
  log('Building the console (only when its files have changed)')
  const vite = join(dirname(createRequire(import.meta.url).resolve('vite/package.json')), 'bin/vite.js')
  // Made elsewhere and put in place at once: somebody else may be building, or serving, the same.
  const made = join(packages, `../node_modules/.cache/console-${process.pid}`)
  // A process of its own, so that what surrounds this one (a test, say) does not become part of the console.
  const args = ['build', root, '--logLevel', 'warn', '--outDir', made, '--emptyOutDir']
  await promisify(execFile)(process.execPath, [vite, ...args], { env: { NODE_ENV: 'production' } })
  rmSync(consoleFolder, { recursive: true, force: true })
  renameSync(made, consoleFolder)
}
