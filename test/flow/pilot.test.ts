import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { GetExecutionHistoryCommand, type HistoryEvent, ListExecutionsCommand, SFNClient } from '@aws-sdk/client-sfn'
import { Temporal } from 'temporal-polyfill'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { buildConsole } from '../../packages/local/src/console/build-console.ts'
import { type Runtime, startRuntime } from '../../packages/local/src/runtime.ts'
import { everyPage } from '../../packages/local/src/seed/every-page.ts'
import { sampleOwner } from '../../packages/local/src/seed/sample-programs.ts'
import { countMails, finalRecord } from '../../packages/local/src/simulate/crash/final-record.ts'
import { inProcess } from '../../packages/local/src/simulate/platform.ts'
import { type Pilot, simulatePilot, simulationStart } from '../../packages/local/src/simulate/simulate.ts'
import { chromiumPath, openBrowser, visit } from '../console/browser/browser.ts'
import { idsOf } from '../console/browser/pages-of-a-pilot.ts'
import { filled, pagesOfAProgram, sweep } from '../console/browser/sweep.ts'

const berlin = (instant: string) => Temporal.Instant.from(instant).toZonedDateTimeISO('Europe/Berlin')
const isMondayAtNine = (instant: string) => {
  const { dayOfWeek, hour, minute } = berlin(instant)
  return dayOfWeek === 1 && hour === 9 && minute === 0
}

/** What an event carries: the texts and records of its one details member. */
const payloadsOf = (event: HistoryEvent): string[] =>
  Object.entries(event)
    .filter(([name]) => name.endsWith('EventDetails'))
    .flatMap(([, details]) => Object.values(details as object))
    .map((value) => (typeof value === 'string' ? value : JSON.stringify(value)))

describe('the 24-week pilot of the sample company', () => {
  const data = mkdtempSync(join(tmpdir(), 'pilotgate-pilot-'))
  let runtime: Runtime
  let pilot: Pilot
  let record: Awaited<ReturnType<typeof finalRecord>>
  beforeAll(async () => {
    runtime = await startRuntime({ port: 0, data, memory: true, paused: true, start: simulationStart })
    pilot = await simulatePilot(inProcess(runtime), { seed: 1, size: { leaders: 20 } })
    record = await finalRecord(pilot)
  }, 600_000)
  afterAll(async () => {
    await runtime?.stop()
    rmSync(data, { recursive: true, force: true })
  })

  test('completes with the decision of the steering committee to scale', async () => {
    const last = record.weeks.at(-1)!
    expect(record).toMatchObject({ status: 'completed', result: 'scale' })
    expect(last).toMatch(/^W24 .*scale \| steering committee/)
  })

  test('closes all 24 gates, with remediations on the way, and leaves none of their questions open', async () => {
    const { items } = await pilot.owner('listGates', { path: { programId: pilot.programId } })
    expect(items.map(({ status }) => status)).toEqual(Array(24).fill('closed'))
    expect(
      items.filter(({ decisions }) => decisions.some(({ choice }) => choice === 'remediate')).length,
    ).toBeGreaterThan(0)
    // What was decided may still be being carried out; every other task is over with its gate.
    expect(record.tasks.filter((task) => task.endsWith(' open') && !/^W\d\d\.\d\.do /.test(task))).toEqual([])
  })

  test('decides every gate on what the platform computed from rows, but for the signature of legal', async () => {
    const { items } = await pilot.owner('listGates', { path: { programId: pilot.programId } })
    const stated = items.flatMap(({ gate, evaluations }) =>
      evaluations
        .at(-1)!
        .conditions.filter(({ source }) => source?.how !== 'computed')
        .map(({ fact, result }) => `${gate} ${fact} ${result}`),
    )
    expect(stated).toEqual(['W01 legal-sign-off pass'])
  })

  test('keeps a steering pack for each decision of the committee and each early signal', async () => {
    const path = { programId: pilot.programId }
    const { items: packs } = await pilot.owner('listPacks', { path, query: { limit: 20 } })
    expect(new Set(packs.map(({ about }) => about))).toEqual(new Set(['W12', 'W19', 'W24', 'day-60', 'day-120']))
    const { items } = await pilot.owner('listGates', { path })
    for (const { decides, decisions, gate } of items.filter((each) => each.decides === 'steering')) {
      expect(decisions.at(-1), `${gate} ${decides}`).toMatchObject({
        packId: expect.stringMatching(new RegExp(`^${gate}\\.`)),
      })
    }
  })

  test('counts its KPIs week by week exactly as the rows say', async () => {
    const path = { programId: pilot.programId }
    const found = await pilot.owner('reconcileKpis', { path, body: { repair: false } })
    expect(found.differences).toEqual([])
    expect(found.rows).toBeGreaterThan(500)
    const { items } = await pilot.owner('getKpis', { path })
    expect(items.find(({ kpi }) => kpi === 'K1')).toMatchObject({ value: { kind: 'value' } })
  })

  test('opens its weeks on Monday at nine on the wall, before and after the clocks change', async () => {
    const { items } = await pilot.owner('listGates', { path: { programId: pilot.programId } })
    const opened = items.map(({ gate, openedAt }) => ({ gate, openedAt: openedAt! }))
    const offsets = new Set(opened.map(({ openedAt }) => berlin(openedAt).offset))
    expect([...offsets]).toEqual(['+01:00', '+02:00'])
    for (const [index, { gate, openedAt }] of opened.entries()) {
      if (isMondayAtNine(openedAt)) continue
      // The gate before was decided late; the week opens at that moment.
      expect(items[index - 1]!.decisions.at(-1)!.at, gate).toBe(openedAt)
    }
    expect(opened.filter(({ openedAt }) => isMondayAtNine(openedAt)).length).toBeGreaterThan(18)
  })

  test('keeps one execution that succeeds, with at most 2,000 events and 8 KB a payload', async () => {
    const client = new SFNClient({
      endpoint: `${runtime.origin}/aws/states`,
      region: 'us-east-1',
      credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
    })
    const stateMachineArn = 'arn:aws:states:us-east-1:000000000000:stateMachine:local-schedule-leadership-pilot-24w-v1'
    const { executions = [] } = await client.send(new ListExecutionsCommand({ stateMachineArn }))
    expect(executions.map(({ status }) => status)).toEqual(['SUCCEEDED'])
    const { executionArn } = executions[0]!
    const events = await everyPage(async ({ cursor }) => {
      const page = await client.send(
        new GetExecutionHistoryCommand({ executionArn, maxResults: 1000, nextToken: cursor }),
      )
      return { items: page.events ?? [], cursor: page.nextToken }
    })
    const largest = Math.max(...events.flatMap(payloadsOf).map((text) => Buffer.byteLength(text)))
    console.log(`${events.length} history events, the largest payload has ${largest} bytes.`)
    expect(events.length).toBe(record.historyEvents)
    expect(events.length).toBeLessThanOrEqual(2000)
    expect(largest).toBeLessThanOrEqual(8 * 1024)
    expect(events.filter(({ type }) => type === 'TaskFailed' || type === 'TaskTimedOut')).toEqual([])
  })

  test('sends every mail of its ledger once', async () => {
    const mails = await countMails(runtime.origin, pilot)
    expect(mails).toMatchObject({ claimed: 0, refused: 0, twice: [] })
    // The mail service may fall silent for a moment on a machine that is busy enough; the ledger then says so.
    expect(mails.sent + mails.unknown).toBe(record.mails.length)
    expect(mails.lost).toBeLessThanOrEqual(mails.unknown)
    expect(mails.sent).toBeGreaterThan(400)
    expect(new Set(record.mails).size).toBe(record.mails.length)
  })

  test.skipIf(!chromiumPath)(
    'shows each of its pages in the console without a barrier (needs Chromium)',
    { timeout: 600_000 },
    async () => {
      await buildConsole()
      const { programId, owner } = pilot
      const ids = await idsOf(owner, programId)
      const own = /^(my-360|matches\/mine|providers\/me)$/
      const pages = pagesOfAProgram()
        .filter((page) => page.includes(':') && !own.test(page))
        .map((page) => filled(page, page.includes('practicums') ? { ...ids, personId: ids.coachId ?? '' } : ids))
      const here = (page = '') => `/programs/${programId}${page && `/${page}`}`
      const browser = await openBrowser()
      try {
        const visitor = await visit(browser, runtime.origin, { email: sampleOwner(), path: here() })
        const lists = [
          '',
          'machine',
          'matching',
          'engagements',
          'candidacies',
          'supervision',
          'kpis',
          'instruments',
          'steering',
        ]
        const reached = [...lists, ...pages.filter((page) => page !== undefined)]
        expect(await sweep(visitor, 'pilot', reached.map(here))).toEqual([])
        console.log(
          `${reached.length} pages looked at; of ${pages.length - pages.filter(Boolean).length} the pilot has none.`,
        )
      } finally {
        await browser.close()
      }
    },
  )
})
