import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { chromium, type Page } from 'playwright-core'
import { load } from '../matching/bench-measure.ts'
import { startRuntime } from '../runtime.ts'
import { signInAs } from '../seed/client.ts'
import { sampleOwner } from '../seed/sample-programs.ts'
import { buildConsole } from './build-console.ts'
import { loadedScripts } from './loaded-scripts.ts'

const help = `Usage: npm run bench:console -- [--people 10000]

How long the first page takes in Debian's Chromium, how much JavaScript it loads, and how smooth a list of many people is.
`

const { values } = parseArgs({
  options: { people: { type: 'string', default: '10000' }, help: { type: 'boolean', default: false } },
})
const many = Number(values.people)
const say = (line: string) => console.error(line)
const rounded = (ms: number) => Math.round(ms)

/** Opens a page and waits until it can be used: milliseconds from the request on. */
const timeTo = async (page: Page, address: string, ready: string): Promise<number> => {
  const started = performance.now()
  await page.goto(address, { waitUntil: 'commit' })
  await page.locator(ready).first().waitFor()
  // Two frames later what was drawn is on the screen, and a click would be heard.
  await page.evaluate('new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))')
  return rounded(performance.now() - started)
}

const roster = (from: number, to: number): string =>
  [
    'email,name,roles,zone,manager_email,places,learner_kind',
    ...Array.from({ length: to - from }, (_, index) => {
      const number = String(from + index).padStart(5, '0')
      return `person.${number}@many.example,Person ${number},participant,Europe/Berlin,,,`
    }),
  ].join('\n')

const main = async () => {
  if (values.help) return console.log(help)
  if (!Number.isInteger(many) || many < 20)
    throw new Error(`--people must be a whole number from 20 on, not "${values.people}".`)
  await buildConsole(say)
  const data = mkdtempSync(join(tmpdir(), 'pilotgate-bench-'))
  const runtime = await startRuntime({ port: 0, data, memory: true, long: true, log: say })
  const browser = await chromium.launch({
    executablePath: '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking', '--disable-sync'],
  })
  try {
    const { origin } = runtime
    const owner = await signInAs(origin, sampleOwner())
    const startDate = new Date(runtime.clock.now() + 14 * 86_400_000).toISOString().slice(0, 10)
    const body = { name: 'Many people', templateId: 'leadership-pilot-24w', startDate, zone: 'Europe/Berlin' }
    const { programId } = await owner('createProgram', { body })
    for (let from = 0; from < many; from += 1000) {
      say(`Importing people: ${from} of ${many}`)
      await owner('importRoster', { path: { programId }, body: { csv: roster(from, Math.min(many, from + 1000)) } })
    }
    const page = await browser.newPage({ viewport: { width: 1360, height: 900 } })
    await page.goto(`${origin}/switch?to=/programs&hint=${encodeURIComponent(sampleOwner())}`)
    await page.locator('table a').first().waitFor()
    const first: number[] = []
    for (let run = 0; run < 5; run += 1) first.push(await timeTo(page, `${origin}/programs`, 'table a'))
    const scripts = await loadedScripts(page)

    const people = `${origin}/programs/${programId}/people`
    const rows = await timeTo(page, people, 'tbody tr:nth-child(20)')
    const began = performance.now()
    await page.getByText(`(${many + 1})`).waitFor({ timeout: 120_000 })
    const all = rows + rounded(performance.now() - began)
    const search = page.getByRole('searchbox').or(page.getByPlaceholder('Search people')).first()
    await search.click()
    const keys: number[] = []
    for (const key of 'person 0999'.split('')) {
      const pressed = performance.now()
      await page.keyboard.press(key === ' ' ? 'Space' : key)
      await page.evaluate('new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))')
      keys.push(rounded(performance.now() - pressed))
    }
    await page.getByText('Person 09990').first().waitFor()
    const worst = Math.max(...keys)
    const middle = keys.toSorted((a, b) => a - b)[Math.floor(keys.length / 2)]
    console.log(
      JSON.stringify(
        {
          firstPage: {
            interactiveMs: { first: first[0], least: Math.min(...first), most: Math.max(...first) },
            ...scripts,
          },
          list: { people: many, firstRowsMs: rows, allRowsMs: all, keyMs: { median: middle, most: worst } },
          load: load(),
        },
        undefined,
        2,
      ),
    )
  } finally {
    await browser.close()
    await runtime.stop()
    rmSync(data, { recursive: true, force: true })
  }
}

await main()
