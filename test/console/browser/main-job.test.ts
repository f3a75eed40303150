import { consentTextVersion, fieldGroupNames } from '@pilotgate/core/intake/consent'
import { buildConsole } from '@pilotgate/local/console/build-console'
import { loadedScripts } from '@pilotgate/local/console/loaded-scripts'
import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { giveCredential } from '../../flow/credential.ts'
import { people, row, saveShortPilot, smallRoster } from '../../flow/pilot.ts'
import { type Platform, startPlatform } from '../../flow/platform.ts'
import { completeAnswers } from '../../intake/answers.ts'
import { profileOf } from '../../matching/review/world.ts'
import {
  chromiumPath,
  complaints,
  expectAccessible,
  loaded,
  openBrowser,
  phone,
  picture,
  type Visitor,
  visit,
} from './browser.ts'
import { filled, pagesOfAProgram, sweep } from './sweep.ts'

const at = 'nordlicht.example'
const matcher = `hiro.hoffmann@${at}`
const coachLead = `ines.ivanova@${at}`
/** The coach has two places. */
const roster = smallRoster(row(matcher, 'matching owner'), row(coachLead, 'coach lead')).replace(
  /^(wanda.*),,,$/m,
  '$1,,2,',
)

/** The program and its people, as they are after the first steps. */
let platform: Platform
let browser: Browser
let owner: Visitor
let programId: string

const path = () => ({ programId })
const here = (page = '') => `/programs/${programId}${page}`
const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).first()

/** Moves the clock with the control at the foot of the page. */
const jump = async (page: Page, how: 'to the next due time' | 'by a day' | 'by a week') => {
  const bar = page.getByRole('complementary', { name: 'Local run' })
  await bar.getByLabel('How far').selectOption({ label: how })
  await bar.getByRole('button', { name: 'Jump' }).click()
  await bar.getByText('Jumping').waitFor({ state: 'hidden' })
  await bar.getByRole('button', { name: 'Jump', disabled: false }).waitFor()
}

/** Acts as somebody else with the control at the foot of the page. */
const actAs = async (page: Page, email: string) => {
  await page.locator('#bar-who').selectOption(email)
  await page.waitForURL((url) => !url.pathname.startsWith('/switch') && !url.pathname.startsWith('/sign'))
  await loaded(page)
}

/** Presses Tab until something of this role has the focus. */
const tabTo = async (page: Page, role: 'radio' | 'textbox' | 'button') => {
  const focused = page.locator({ radio: 'input[type=radio]', textbox: 'textarea', button: 'button[type=submit]' }[role])
  for (let presses = 0; presses < 80; presses += 1) {
    await page.keyboard.press('Tab')
    if ((await focused.and(page.locator(':focus')).count()) > 0) return
  }
  throw new Error(`The keyboard reaches no ${role}.`)
}

/** Participants fill in their intake and coaches are admitted: not what these tests are about, so over HTTP. */
const prepareMatching = async () => {
  const idOf = async (email: string) => {
    const client = await platform.as(people.owner)
    const { items } = await client('listPeople', { path: path(), query: { limit: 100 } })
    return items.find((person) => person.email === email)!.personId
  }
  const coachId = await idOf(people.coach)
  const coach = await platform.as(people.coach)
  await coach('registerProvider', { path: { ...path(), personId: 'me' }, body: profileOf('coach') })
  await giveCredential(programId, coachId, 'coach')
  const lead = await platform.as(coachLead)
  const body = { status: 'selected' as const, reason: 'Panel 4.5' }
  await lead('changeProviderStatus', { path: { ...path(), personId: coachId }, body })
  await (await platform.as(people.owner))('inviteToIntake', { path: path() })
  for (const email of [people.participant, people.otherParticipant]) {
    const client = await platform.as(email)
    const me = { ...path(), personId: 'me' }
    const choices = fieldGroupNames.map((group) => ({ group, purpose: 'matching' as const, granted: true }))
    await client('changeConsent', { path: me, body: { textVersion: consentTextVersion, choices } })
    const { version } = await client('getIntake', { path: me })
    await client('saveIntake', { path: me, body: completeAnswers(), headers: { 'if-match': `"${version}"` } })
    await client('submitIntake', { path: me })
  }
  await platform.settled()
}

describe.skipIf(!chromiumPath)('a program owner does the main job by clicking (needs Chromium)', () => {
  beforeAll(async () => {
    await buildConsole()
    platform = await startPlatform('2027-01-03T18:00:00Z')
    await saveShortPilot(platform)
    browser = await openBrowser()
  })
  afterEach(async ({ task }) => {
    if (task.result?.state === 'fail' && owner) await picture(owner.page, `failed-${task.name.slice(0, 40)}`)
  })
  afterAll(() => browser?.close())

  test('an empty installation greets, and tells in five steps what this is', async () => {
    owner = await visit(browser, platform.origin, { email: people.owner })
    const { page } = owner
    for (const choice of ['Set up a sample pilot', 'Create a program', 'Import a roster'])
      await page.getByRole('link', { name: choice }).waitFor()
    // What the first page loads, with the sign-in, the frame and the way back from it.
    const { gzipKb } = await loadedScripts(page)
    expect(gzipKb).toBeGreaterThan(100)
    expect(gzipKb).toBeLessThanOrEqual(350)
    await expectAccessible(page, 'first run')
    await picture(page, 'first-run')
    await button(page, /^Take the tour/).click()
    for (let step = 1; step < 5; step += 1) {
      await page.getByText(`Step ${step} of 5`).waitFor()
      await button(page, 'Next').click()
    }
    await page.getByText('Step 5 of 5').waitFor()
    await expectAccessible(page, 'tour')
    await picture(page, 'tour')
    await page.keyboard.press('Escape')
  })

  test('creates a program from a template, and puts a wrong row of the roster right', async () => {
    const { page } = owner
    await page.getByRole('link', { name: 'Create a program' }).click()
    await page.getByRole('radio', { name: 'Short pilot' }).click()
    await picture(page, 'wizard-template')
    await button(page, 'Next').click()
    await page.getByRole('textbox', { name: 'Name' }).fill('Leadership pilot 2027')
    await page.getByRole('textbox', { name: 'First day' }).fill('2027-01-04')
    await picture(page, 'wizard-dates')
    await button(page, 'Next').click()
    await page.getByRole('heading', { name: 'Thresholds' }).waitFor()
    await picture(page, 'wizard-thresholds')
    await button(page, 'Next').click()
    await page.getByRole('button', { name: 'Paste rows' }).click()
    const wrong = 'olga.okafor,Olga Okafor,data owner,Europe/Berlin,,,\n'
    await page.getByRole('textbox', { name: 'Rows' }).fill(roster + wrong)
    await picture(page, 'wizard-people')
    await button(page, 'Next').click()
    await picture(page, 'wizard-review')
    await expectAccessible(page, 'wizard')
    await button(page, 'Create the program').click()
    const address = page.getByRole('textbox', { name: /^email of line/ })
    await address.waitFor()
    await picture(page, 'wizard-row-problem')
    await expectAccessible(page, 'rows to put right')
    await address.fill(`olga.okafor@${at}`)
    await button(page, 'Send this row again').click()
    await address.waitFor({ state: 'hidden' })
    await page.getByRole('link', { name: 'Go to the program' }).click()
    await page.getByRole('heading', { level: 1, name: 'Leadership pilot 2027' }).waitFor()
    programId = /programs\/(\w{20,})/.exec(page.url())![1]!
    const { items } = await (await platform.as(people.owner))('listPeople', { path: path(), query: { limit: 100 } })
    expect(items.map(({ email }) => email)).toContain(`olga.okafor@${at}`)
    expect(items).toHaveLength(roster.trim().split('\n').length)
  })

  test('starts it, with a reason', async () => {
    const { page, go } = owner
    await go(here())
    await picture(page, 'overview-draft')
    await button(page, 'Start').click()
    await expectAccessible(page, 'start dialog')
    await button(page, 'Start the program').click()
    await page.getByText('Say why, in a few words.').waitFor()
    await page.getByRole('textbox', { name: 'Reason' }).fill('All is prepared')
    await button(page, 'Start the program').click()
    await page.getByText(/was started/).waitFor()
  })

  test('proposes matches and approves them', async () => {
    await prepareMatching()
    const { page } = await visit(browser, platform.origin, { email: people.owner, path: here('/matching') })
    await button(page, 'Propose matches').click()
    const dialog = page.getByRole('dialog')
    await dialog.getByRole('button', { name: 'Propose matches' }).click()
    await dialog.getByRole('button', { name: 'Look at the proposals' }).click()
    await picture(page, 'matching-proposed')
    await page.getByRole('link', { name: /Review the first/ }).click()
    await loaded(page)
    await expectAccessible(page, 'match')
    await picture(page, 'match')
    await button(page, 'Approve').click()
    await dialog.getByRole('button', { name: 'Approve' }).click()
    await page.getByText(/: approved\.$/).waitFor()
    await page.context().close()
  })

  test('decides a gate with the keyboard alone', async () => {
    const { page, go } = owner
    await go(here('/gates/W01'))
    await jump(page, 'by a week')
    await go(here('/gates/W01'))
    await page.getByRole('heading', { name: 'Your decision' }).waitFor()
    await expectAccessible(page, 'gate that waits')
    await picture(page, 'gate-awaiting-owner')
    await tabTo(page, 'radio')
    // Arrows go from choice to choice of a group.
    await page.keyboard.press('Space')
    for (let presses = 0; presses < 4; presses += 1) {
      if (await page.getByRole('radio', { name: 'Waive' }).isChecked()) break
      await page.keyboard.press('ArrowDown')
    }
    await tabTo(page, 'textbox')
    await page.keyboard.type('The owners of the KPIs are named next week.')
    await tabTo(page, 'button')
    await page.keyboard.press('Enter')
    await page.getByText(/W01 is decided: Waive/).waitFor()
    await picture(page, 'gate-decided')
  })

  test('the committee votes at W12, the owner records the decision and sees the result', async () => {
    const { page, go } = owner
    await go(here('/gates/W12'))
    await jump(page, 'by a week')
    for (const [email, choice] of [
      [people.sponsor, 'Pivot'],
      [people.hrHead, 'Continue'],
      [people.learningDirector, 'Pivot'],
      [people.transformationLead, 'Pivot'],
    ] as const) {
      await actAs(page, email)
      await page.getByRole('radio', { name: choice }).first().click()
      await page.getByRole('textbox', { name: 'Reason' }).first().fill('It is what the numbers say.')
      await button(page, 'Cast your vote').click()
      await page.getByText(/Your vote is cast/).waitFor()
    }
    await picture(page, 'steering-vote')
    const lead = await platform.as(people.owner)
    const [pack] = (await lead('listPacks', { path: path() })).items
    const { html } = await lead('getPack', { path: { ...path(), packId: pack!.packId } })
    const sheet = await owner.context.newPage()
    await sheet.setContent(html)
    await expectAccessible(sheet, 'steering pack')
    await sheet.close()
    await actAs(page, people.owner)
    await go(here('/gates/W12'))
    await expectAccessible(page, 'steering gate')
    await page.getByRole('textbox', { name: 'Reason' }).last().fill('Three of four members are for it.')
    await page.getByRole('textbox', { name: 'Plan' }).fill('Pair every leader with a second mentor.')
    await picture(page, 'steering-record')
    await button(page, /^Record the decision/).click()
    await page.getByText(/W12 is decided: Pivot/).waitFor()
    await go(here())
    await page.getByText(/pivot/i).first().waitFor()
    await picture(page, 'overview')
  })

  test('the program lead does the task of a mail on a phone, without a sign-in', async () => {
    const mails = await platform.mails()
    const link = mails
      .filter(({ to }) => to[0] === people.lead)
      .flatMap(({ text }) => /\S+(\/task#\S+)/.exec(text ?? '')?.[1] ?? [])
      .at(-1)!
    const { page, context } = await visit(browser, platform.origin, { path: link, viewport: phone })
    await loaded(page)
    await expectAccessible(page, 'task page')
    await picture(page, 'task-phone')
    await page
      .getByRole('button', { name: /done|Send/i })
      .first()
      .click()
    await page
      .getByText(/thank you/i)
      .first()
      .waitFor()
    await picture(page, 'task-phone-done')
    await page.reload()
    await page
      .getByText(/done|used/i)
      .first()
      .waitFor()
    await expectAccessible(page, 'used link')
    await context.close()
  })

  test('every page without a barrier, on a desk and on a phone', { timeout: 300_000 }, async () => {
    const inside = pagesOfAProgram().flatMap((page) => filled(page, { gate: 'W12', kpi: 'K1', personId: 'me' }) ?? [])
    const own = /^(my-360|matches\/mine|providers\/me|raters\/me|intake\/me)$/
    const rest = inside.filter((page) => !own.test(page) && page !== 'people/me' && !page.includes('practicums'))
    const api = await platform.as(people.owner)
    const connection = await api('createConnection', {
      body: {
        ...{ vendor: 'standard', name: 'Our own system', zone: 'Europe/Berlin' },
        ...{ settings: {}, credentials: {}, offers: [] },
      },
    })
    const webhook = await api('createWebhook', {
      body: { url: 'https://example.com/pilotgate', description: '', events: [], programIds: [] },
    })
    const above = [
      ...['/programs', '/programs/new', '/programs/new/sample', '/templates', '/templates/short-pilot', '/calendar'],
      ...['/connections', '/connections/new?vendor=bamboohr', `/connections/${connection.connectionId}`, '/webhooks'],
      ...[`/connections/${connection.connectionId}?show=set-up`, `/webhooks/${webhook.webhookId}`, '/audit'],
    ]
    const { items } = await api('listTasks', { path: path(), query: { limit: 1 } })
    const task = `tasks/${items[0]!.taskId}`
    expect(await sweep(owner, 'owner', [...above, here(), ...[...rest, task].map((page) => here(`/${page}`))])).toEqual(
      [],
    )
    await owner.go('/audit')
    await owner.page.getByText('The connection Our own system was set up.').waitFor()
    await owner.page.getByRole('link', { name: 'Our own system' }).click()
    await owner.page.getByRole('heading', { level: 1, name: 'Our own system' }).waitFor()
    const participant = await visit(browser, platform.origin, { email: people.participant, path: here() })
    const theirs = ['', '/tasks', '/intake/me', '/matches/mine', '/engagements', '/my-360', '/raters/me']
    expect(await sweep(participant, 'participant', theirs.map(here))).toEqual([])
    await participant.context.close()
    const coach = await visit(browser, platform.origin, { email: people.coach, path: here('/providers/me') })
    const coachs = ['', '/providers/me', '/matches/mine', '/engagements', '/supervision', '/candidacies']
    expect(await sweep(coach, 'coach', coachs.map(here))).toEqual([])
    await coach.context.close()
  })

  test('no page failed, and the policy of the pages stopped nothing', () => {
    expect(complaints()).toEqual([])
  })
})
