import { existsSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { people, provideW01, runPilot, saveShortPilot } from '../pilot.ts'
import { naming, refusal, startPlatform } from '../platform.ts'

const platform = await startPlatform('2027-01-03T18:00:00Z')
await saveShortPilot(platform)
const pilot = await runPilot(platform, '2027-01-04', { name: 'Pilot <North>' })
const { owner, path } = pilot
const lead = await platform.as(people.lead)
const sponsor = await platform.as(people.sponsor)
const coach = await platform.as(people.coach)
const range = (likely: number) => ({ low: likely, likely, high: likely })
describe('deliverables', () => {
  const form = {
    kind: 'budget' as const,
    currency: 'EUR',
    asOf: '2027-01-03',
    lines: [
      { item: 'Training', planned: 2_000_000, plannedToDate: 1_000_000, spent: 1_000_000 },
      { item: 'Supervision', planned: 600_000, plannedToDate: 600_000, spent: 600_000 },
      { item: 'Platform', planned: 1_280_000, plannedToDate: 1_280_000, spent: 1_280_000 },
    ],
  }

  test('are saved by who may, changed with the version that was read, and stay once they are ready', async () => {
    const draft = await owner('saveDeliverable', { path, body: { form, ready: false } })
    const one = { ...path, deliverableId: draft.deliverableId }
    expect(await refusal(owner('editDeliverable', { path: one, body: { form, ready: true } }))).toMatchObject({
      status: 428,
    })
    const headers = { 'if-match': '"1"' }
    const ready = await owner('editDeliverable', { path: one, headers, body: { form, ready: true } })
    expect(ready).toMatchObject({ version: 2, status: 'ready' })
    expect(
      await refusal(
        owner('editDeliverable', { path: one, headers: { 'if-match': '"2"' }, body: { form, ready: true } }),
      ),
    ).toMatchObject({
      code: 'NotPossibleNow',
    })
    expect(await sponsor('listDeliverables', { path, query: { kind: 'budget' } })).toMatchObject({
      items: [{ version: 2 }],
    })
    expect(await refusal(sponsor('saveDeliverable', { path, body: { form, ready: true } }))).toMatchObject({
      status: 403,
    })
    expect(await refusal(coach('listDeliverables', { path }))).toMatchObject({ status: 403 })
  })
})

describe('impact and return on investment', () => {
  const rows = Array.from(
    { length: 20 },
    (_, row) => `X${row},${row % 2},${50 - (row % 2) * 12 - (row % 5)},${(row * 7) % 9}`,
  )
  const body = {
    title: 'Days to approval',
    better: 'lower' as const,
    csv: ['id,treated,outcome,tenure', ...rows].join('\n'),
    options: { covariates: ['tenure'], caliper: null, unit: 'days' } as never,
  }

  test('are measured, reckoned from what is known, and read again', async () => {
    const impact = await lead('measureImpact', { path, body })
    expect(await sponsor('getImpact', { path: { ...path, impactId: impact.impactId } })).toEqual(impact)
    const benefits = [
      { rule: 'turnaround-days' as const, impact: 'latest', quantity: range(60), priceCents: range(12_000) },
    ]
    const roi = await lead('reckonRoi', {
      path,
      body: {
        currency: 'EUR',
        months: 9,
        benefits,
        costs: { coachHour: range(8_500), coachHours: range(300) },
      } as never,
    })
    expect(roi.result).toMatchObject({ status: 'range', cost: { low: expect.any(Number), p10: expect.any(Number) } })
    expect(roi.filledIn.join(' ')).toContain('from the budget')
    expect(await sponsor('getRoi', { path: { ...path, roiId: roi.roiId } })).toEqual(roi)
    expect((await sponsor('listMonetisationRules', { path })).items.map(({ id }) => id)).toContain('hours-saved')
  })

  test('are refused with the row, the column or the input that is wrong', async () => {
    const wrong = { ...body, csv: body.csv.replace('X1,1', 'Zofia Tanaka,1') }
    expect(await refusal(lead('measureImpact', { path, body: wrong }))).toMatchObject({
      problems: [{ field: 'row 3, id', problem: expect.stringContaining('not a pseudonym') }],
    })
    const benefits = [{ rule: 'turnaround-days' as const, impact: 'none', quantity: range(1), priceCents: range(1) }]
    const asked = { currency: 'EUR', months: 9, benefits } as never
    expect(await refusal(lead('reckonRoi', { path, body: asked }))).toEqual(naming('benefits.0.impact', 'no such'))
    expect(await refusal(sponsor('measureImpact', { path, body }))).toMatchObject({ status: 403 })
  })
})

describe('a steering pack', () => {
  test('is not there before the check of its gate', async () => {
    expect(await refusal(owner('makePack', { path, body: { about: 'W12', newEdition: false } }))).toMatchObject({
      code: 'NotPossibleNow',
    })
  })

  test('is one page with everything in it, under a strict policy', async () => {
    await provideW01(pilot)
    await platform.jumpTo('2027-01-15T15:00:00Z')
    const pack = await owner('makePack', { path, body: { about: 'W12', newEdition: false } })
    expect(pack).toMatchObject({ packId: 'W12.1.001', edition: 1 })
    expect(pack).not.toHaveProperty('html')
    const token = await platform.tokenOf(people.sponsor)
    const at = `/v1/programs/${pilot.programId}/packs/${pack.packId}`
    const answer = await platform.send('GET', `${at}/page`, { token })
    expect(answer.status).toBe(200)
    expect(answer.headers.get('content-type')).toBe('text/html; charset=utf-8')
    expect(answer.headers.get('content-security-policy')).toBe(
      "default-src 'none'; style-src 'unsafe-inline'; img-src data:",
    )
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff')
    expect(answer.text).toContain('Pilot &lt;North&gt;')
    expect(answer.text).toContain('Days to approval')
    expect(answer.text).toContain('In 8 of 10 draws the net benefit is between')
    expect((await owner('getPack', { path: { ...path, packId: pack.packId } })).html).toBe(answer.text)
    expect((await platform.send('GET', `${at}/page`, {})).status).toBe(401)
    expect((await platform.send('GET', `${at}/page`, { token: await platform.tokenOf(people.coach) })).status).toBe(403)
    expect((await platform.send('GET', `${at}.9/page`, { token })).status).toBe(404)
  })

  test.runIf(existsSync('/usr/bin/chromium'))('is printed as PDF where there is a browser', async () => {
    const token = await platform.tokenOf(people.sponsor)
    const response = await fetch(`${platform.origin}/v1/programs/${pilot.programId}/packs/W12.1.001/pdf`, {
      headers: { authorization: `Bearer ${token}` },
    })
    expect(response.headers.get('content-type')).toBe('application/pdf')
    const bytes = Buffer.from(await response.arrayBuffer())
    expect(bytes.subarray(0, 5).toString()).toBe('%PDF-')
    expect(bytes.subarray(-8).toString()).toContain('%%EOF')
  })

  test('has a new edition on request; the decision names the one it was made on', async () => {
    const again = await owner('makePack', { path, body: { about: 'W12', newEdition: false } })
    expect(again.edition).toBe(1)
    expect((await owner('makePack', { path, body: { about: 'W12', newEdition: true } })).packId).toBe('W12.1.002')
    expect(await refusal(sponsor('makePack', { path, body: { about: 'W12', newEdition: true } }))).toMatchObject({
      status: 403,
    })
    for (const email of [people.hrHead, people.learningDirector, people.sponsor, people.transformationLead]) {
      const member = await platform.as(email)
      await member('voteOnGate', {
        path: { ...path, gate: 'W12' },
        body: { choice: 'continue', reason: 'As measured' },
      })
    }
    const decided = await owner('decideGate', {
      path: { ...path, gate: 'W12' },
      body: { choice: 'continue', reason: 'As measured' },
    })
    expect(decided.decisions.at(-1)).toMatchObject({ packId: 'W12.1.002' })
    const { items } = await sponsor('listPacks', { path, query: { about: 'W12' } })
    expect(items.map(({ packId }) => packId)).toEqual(['W12.1.001', 'W12.1.002'])
    expect(JSON.stringify(items)).not.toContain('html')
  })
})
