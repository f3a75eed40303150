import { existsSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { AxeBuilder } from '@axe-core/playwright'
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core'
import { expect } from 'vitest'

/** Debian's Chromium, or another that CHROMIUM_PATH names; without one the tests in a browser are skipped, and say so. */
export const chromiumPath = [process.env.CHROMIUM_PATH, '/usr/bin/chromium'].find((path) => path && existsSync(path))

/** Where pictures of the pages go, for a person to look at. */
const pictures = join(import.meta.dirname, '../../../.pictures')

const flags = ['--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking', '--disable-sync']

export const phone = { width: 390, height: 844 }
export const desktop = { width: 1360, height: 900 }

/** WCAG 2.2, levels A and AA. */
export const wcag = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']

/** What pages did wrong in the browser: scripts that failed, and what the content security policy stopped. */
const noticed: string[] = []
export const complaints = (): string[] => noticed.splice(0)

export const openBrowser = (): Promise<Browser> => chromium.launch({ executablePath: chromiumPath, args: flags })

/** Takes a picture of the page, the whole of it unless only what the window shows is wanted, as `.pictures/NAME.png`. */
export const picture = async (page: Page, name: string, fullPage = true): Promise<void> => {
  mkdirSync(pictures, { recursive: true })
  // The bar of the local run keeps to the foot of the window; in a picture of the whole page that is its middle.
  const style = '#bottom { position: static !important }'
  await page.screenshot({ path: join(pictures, `${name}.png`), fullPage, style })
}

/** Waits until nothing on the page is on its way any more. */
export const loaded = async (page: Page): Promise<void> => {
  await page.getByRole('heading', { level: 1 }).first().waitFor()
  await page
    .getByText(/^Loading /)
    .first()
    .waitFor({ state: 'hidden' })
}

/** Expects a page without any violation of WCAG 2.2 A or AA that axe finds. */
export const expectAccessible = async (page: Page, where: string): Promise<void> => {
  const { violations } = await new AxeBuilder({ page }).withTags(wcag).analyze()
  const found = violations.map(({ id, help, nodes }) => `${id}: ${help}: ${nodes.map(({ html }) => html).join(' | ')}`)
  expect(found, where).toEqual([])
}

/** A person at a browser of their own. */
export type Visitor = { page: Page; context: BrowserContext; go: (path: string) => Promise<void> }

/**
 * Opens a browser window for somebody, signed in through the sign-in page as they would; nobody is signed in without an address.
 */
export const visit = async (
  browser: Browser,
  origin: string,
  { email, path = '/', viewport = desktop }: { email?: string; path?: string; viewport?: typeof desktop },
): Promise<Visitor> => {
  const context = await browser.newContext({ viewport, reducedMotion: 'reduce' })
  context.setDefaultTimeout(15_000)
  const page = await context.newPage()
  page.on('pageerror', (error) => noticed.push(`${page.url()}: ${error.message}`))
  page.on('console', (message) => {
    if (message.type() === 'error' && !/status of 4\d\d/.test(message.text()))
      noticed.push(`${page.url()}: ${message.text()}`)
  })
  const go = async (to: string) => {
    await page.goto(origin + to)
    await loaded(page)
  }
  await page.goto(origin + path)
  if (email) {
    await page.locator(`button[value="${email}"]`).click()
    await loaded(page)
  }
  return { page, context, go }
}
