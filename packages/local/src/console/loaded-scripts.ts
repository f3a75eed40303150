import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import type { Page } from 'playwright-core'
import { consoleFolder } from './build-console.ts'

const paths =
  "performance.getEntriesByType('resource').map(({ name }) => new URL(name).pathname).filter((path) => /^\\/assets\\/.*js$/.test(path))"

/** The scripts of the console that a page has loaded so far: how many, and their size in kB as a server sends them (gzip). */
export const loadedScripts = async (page: Page): Promise<{ scripts: number; gzipKb: number }> => {
  const loaded = [...new Set((await page.evaluate(paths)) as string[])]
  const bytes = loaded.map((path) => gzipSync(readFileSync(join(consoleFolder, path))).length)
  return { scripts: loaded.length, gzipKb: Math.round(bytes.reduce((sum, each) => sum + each, 0) / 1000) }
}
