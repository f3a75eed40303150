import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'
import { complaints, desktop, loaded, phone, picture, type Visitor, wcag } from './browser.ts'

const source = join(import.meta.dirname, '../../../packages/console/src')

/** The pages inside a program that the console has, each once, as `gates/:gate`. */
export const pagesOfAProgram = (): string[] =>
  readdirSync(source, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('pages.ts'))
    .flatMap((file) => [...readFileSync(join(source, file), 'utf8').matchAll(/path: '([^']+)', lazy: \(\) => import/g)])
    .map(([, path]) => path!)
    .filter((path) => !/^(programs|templates|reference|task|connections|webhooks|calendar)(\/|$)/.test(path))
    // The audit is a page of a program and one above all programs.
    .filter((path, index, all) => all.indexOf(path) === index)

/** A page with what its parameters stand for: `gates/:gate` with `{ gate: 'W12' }`. */
export const filled = (page: string, ids: Record<string, string>): string | undefined => {
  const path = page.replace(/:(\w+)/g, (_, name: string) => (ids[name] ? encodeURIComponent(ids[name]) : ':'))
  return path.includes(':') ? undefined : path
}

/**
 * Goes to another page as a link of the console would, without loading all of it anew. The page before stays until the next one
 * is there, so its heading is marked, to be told from the new one.
 */
const follow = async (page: Page, path: string): Promise<void> => {
  if (page.url().endsWith(path)) return loaded(page)
  await page.evaluate(`
    for (const heading of document.querySelectorAll('h1')) heading.dataset.before = ''
    history.pushState(null, '', ${JSON.stringify(path)})
    dispatchEvent(new PopStateEvent('popstate'))`)
  await page.locator('h1:not([data-before])').first().waitFor()
  await loaded(page)
}

/**
 * Looks at pages one after another as somebody signed in: each must load, without a complaint of the browser, without a violation of
 * WCAG 2.2 A or AA, and without anything that sticks out sideways on a phone. Pictures of both widths are kept.
 * @param name begins the names of the pictures
 * @returns what is wrong, page by page; what the browser complained of before stands at the first
 */
export const sweep = async ({ page }: Visitor, name: string, paths: string[]): Promise<string[]> => {
  const wrong: string[] = []
  // What the bar of the local run covers at the foot of the window is for axe too small to be pressed; one scrolls.
  await page.addStyleTag({ content: '#bottom { position: static !important }' })
  for (const path of paths) {
    const place = path.replace(/\?.*/, '')
    await page.setViewportSize(desktop)
    const failure = await follow(page, path).catch((error: Error) => error)
    if (failure) {
      wrong.push(`${place}: ${failure.message}`)
      continue
    }
    // A pack is a document without scripts in a frame of its own, which axe cannot enter; it is tested by itself.
    const { violations } = await new AxeBuilder({ page }).withTags(wcag).exclude('iframe').analyze()
    for (const { id, nodes } of violations) wrong.push(`${place}: ${id}: ${nodes.map(({ html }) => html).join(' | ')}`)
    if (await page.getByText(/cannot be shown|did not work|This page failed/).count())
      wrong.push(`${place}: cannot be shown`)
    const title = `${name}${
      place
        .replace(/\/programs\/\w{20,}/, '')
        .replaceAll('/', '-')
        .slice(0, 60) || '-overview'
    }`
    await picture(page, title)
    await page.setViewportSize(phone)
    await loaded(page)
    // The frame takes its time to fold itself for a phone.
    await page
      .waitForFunction(`document.scrollingElement.scrollWidth <= ${phone.width}`, undefined, { timeout: 5_000 })
      .catch(() => undefined)
    const wide = (await page.evaluate('document.scrollingElement.scrollWidth')) as number
    if (wide > phone.width) wrong.push(`${place}: is ${wide} px wide on a phone of ${phone.width} px`)
    await picture(page, `${title}-phone`, false)
    for (const complaint of complaints()) wrong.push(`${place}: ${complaint}`)
  }
  await page.setViewportSize(desktop)
  return wrong
}
