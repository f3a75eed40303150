import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { promisify } from 'node:util'
import { DomainError } from '@pilotgate/core/errors'
import type { Printer } from '@pilotgate/core/ports'

/** Longer than any page takes, shorter than a request may last. */
const patienceMs = 20_000

const flags = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-dev-shm-usage',
  '--no-pdf-header-footer',
]

const notHere = (why: string, cause?: unknown) =>
  new DomainError('NotPossibleNow', `${why} Open the page and print it from your browser (to PDF).`, { cause })

/** Prints with Chromium, each page in a profile of its own that is gone afterwards. @param path the browser; none: nothing is printed */
export const chromiumPrinter = (path: string | undefined): Printer => ({
  async pdf(html) {
    if (!path) throw notHere('There is no browser here that makes a PDF.')
    const folder = await mkdtemp(join(tmpdir(), 'pilotgate-pdf-'))
    const [page, printed] = [join(folder, 'page.html'), join(folder, 'page.pdf')]
    try {
      await writeFile(page, html)
      const own = [`--user-data-dir=${join(folder, 'profile')}`, `--print-to-pdf=${printed}`, pathToFileURL(page).href]
      await promisify(execFile)(path, [...flags, ...own], { timeout: patienceMs, killSignal: 'SIGKILL' })
      return await readFile(printed)
    } catch (cause) {
      throw notHere('The PDF could not be made.', cause)
    } finally {
      await rm(folder, { recursive: true, force: true, maxRetries: 3 })
    }
  },
})
