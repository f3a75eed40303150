import type { PackData } from '@pilotgate/core/gates/pack/pack-data'
import { packPage } from '@pilotgate/core/gates/pack/pack-page'
import { reckon } from '@pilotgate/core/measurement/roi/reckon'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { sampleInputs, samplePack } from '../../../packages/local/src/measurement/sample-pack.ts'
import { type Element, everyElement, readMarkup, textOf } from './read-markup.ts'

const full = samplePack()
const bare: PackData = {
  program: 'Pilot',
  about: { id: 'day-60', title: 'Early signal at day 60', round: 1, edition: 1 },
  madeAt: '2027-03-05T08:00:00.000Z',
  zone: 'Europe/Berlin',
  rag: { ...full.rag, rag: 'red', elements: [], needsMitigation: [] },
  mitigations: [],
  gates: [],
  facts: [],
  kpis: [],
  risks: [],
  checklist: [],
  missing: [],
}
const read = (data: PackData) => readMarkup(packPage(data))
const wordsOf = (data: PackData) => textOf(read(data)).replaceAll(/\s+/g, ' ')
const named = (page: Element, name: string) => everyElement(page).filter((each) => each.name === name)

describe.each([
  ['of a pilot at its end', full],
  ['without any data', bare],
])('the page %s', (_, data) => {
  const page = read(data)

  test('is whole in itself: no script, no handler, nothing loaded from elsewhere', () => {
    const every = everyElement(page)
    expect(
      every.filter(({ name }) => ['script', 'link', 'img', 'iframe', 'object', 'form', 'a', 'use'].includes(name)),
    ).toEqual([])
    const attributes = every.flatMap(({ attributes: all }) => Object.entries(all))
    expect(attributes.filter(([name]) => /^on|^(src|href|style|action)$|:/.test(name))).toEqual([])
    const style = textOf(named(page, 'style')[0]!)
    expect(style).not.toMatch(/@import|url\(|expression/)
    expect(style).toContain('@page')
    const namespace = 'http://www.w3.org/2000/svg'
    expect(packPage(data).replaceAll(namespace, '')).not.toMatch(/https?:/)
  })

  test('has tables with captions and headings, and drawings with title and description', () => {
    for (const table of named(page, 'table')) {
      expect(textOf(named(table, 'caption')[0]!)).toMatch(/\w/)
      for (const head of named(table, 'th')) expect(['col', 'row']).toContain(head.attributes.scope)
      const width = named(named(table, 'thead')[0]!, 'th').length
      for (const row of named(named(table, 'tbody')[0]!, 'tr')) expect(row.children).toHaveLength(width)
    }
    for (const drawing of named(page, 'svg')) {
      expect(drawing.attributes).toMatchObject({ role: 'img' })
      for (const id of drawing.attributes['aria-labelledby']!.split(' ')) {
        expect(textOf(everyElement(drawing).find(({ attributes }) => attributes.id === id)!)).toMatch(/\w/)
      }
    }
    const ids = everyElement(page).flatMap(({ attributes: { id } }) => id ?? [])
    expect(new Set(ids).size).toBe(ids.length)
  })

  test('draws with numbers only', () => {
    expect(packPage(data)).not.toMatch(/NaN|Infinity|undefined|\[object/)
  })
})

describe('the page of the scale decision', () => {
  const words = wordsOf(full)

  test.each([
    'Leadership pilot North 2027',
    'Fri, 18 Jun 2027, 16:00 (Europe/Berlin)',
    'edition 1',
    'scale, iterate, sunset',
    'steering committee',
    '3 of 5 members',
    'Hold the twelve missing sessions',
    'Scale checklist',
    'computed, Fri, 18 Jun 2027',
    'K1 Engagement rate',
    'at least 80 %',
    'directional only',
    '95 % interval from',
    'Managers who confirm progress: 29 of 36',
    'Stalled pairs',
    'At least one linked transformation KPI improved: no data yet',
  ])('says %s', (part) => {
    expect(words).toContain(part)
  })

  test('has every gate, each KPI, and a trend for each KPI with weeks', () => {
    const page = read(full)
    const rows = named(page, 'tr').map((row) => textOf(row))
    for (const { gate, title } of full.gates)
      expect(rows.some((row) => row.includes(gate) && row.includes(title))).toBe(true)
    const trends = full.kpis.filter(({ trend }) => trend)
    expect(trends.length).toBeGreaterThan(10)
    expect(named(page, 'polyline').length).toBeGreaterThanOrEqual(trends.length)
    expect(named(page, 'svg').length).toBe(trends.length + 4)
  })

  test('gives the return on investment as a range, its likely value never alone', () => {
    const { result } = full.roi!
    if (result.status !== 'range') throw new Error('no range')
    expect(words).toContain(result.words)
    expect(words).toContain('10th percentile')
    expect(words).toContain('Only the share that the program caused counts.')
  })

  test('fits into a record many times over', () => {
    expect(Buffer.byteLength(packPage(full))).toBeLessThan(150_000)
  })
})

test('what is not known is said to be missing, never 0', () => {
  const words = wordsOf(bare)
  expect(words).toContain('No data: no comparison with people outside the program has been measured yet.')
  expect(words).toContain('No data: it has not been reckoned yet.')
  expect(words).toContain('None. This report shows a direction; gates decide.')
})

test('a return on investment without data says what it lacks', () => {
  const inputs = {
    ...sampleInputs,
    benefits: sampleInputs.benefits.map((each) => ({ ...each, counterfactual: undefined })),
  }
  const words = wordsOf({
    ...bare,
    roi: { id: 'ROI.1', at: bare.madeAt, inputs, filledIn: [], result: reckon(inputs) },
  })
  expect(words).toContain('No data. Decisions that are made sooner: no counterfactual: say what it is compared with.')
})

test('a contradiction stands beside the fact', () => {
  const [first] = full.facts
  const words = wordsOf({ ...full, facts: [{ ...first!, contradiction: 'people stated 70 %' }] })
  expect(words).toContain('Contradiction: people stated 70 %')
})

test('weeks without data break the line of a trend', () => {
  const points = [1, 2, undefined, 4, 5].map((value, week) => ({ week: `2027-W0${week + 1}`, ...(value && { value }) }))
  const kpi = { ...full.kpis[0]!, trend: { unit: '%', target: 3, points } }
  expect(named(read({ ...bare, kpis: [kpi] }), 'polyline')).toHaveLength(2)
  const none = { ...kpi, trend: { unit: '%', points: points.map(({ week }) => ({ week })) } }
  expect(named(read({ ...bare, kpis: [none] }), 'svg')).toEqual([])
})

/** Texts that would break out of where they stand. */
const hostile = fc.oneof(
  fc.constantFrom(
    '<script>alert(1)</script>',
    '"><img src=x onerror=alert(1)>',
    "' onload='x",
    '</style><b>',
    '&lt;b&gt;',
    ']]>',
    '<!--',
  ),
  fc.string({ unit: 'binary', maxLength: 40 }),
)

test('any text stays text, wherever it stands', () => {
  fc.assert(
    fc.property(hostile, (text) => {
      const data: PackData = {
        ...full,
        program: text,
        about: { ...full.about, title: text },
        mitigations: [{ gate: 'W06', plan: text }],
        decision: { ...full.decision!, question: text, choices: [text] },
        gates: full.gates.slice(0, 1).map((each) => ({ ...each, title: text, value: text, decided: text })),
        facts: full.facts
          .slice(0, 1)
          .map((each) => ({ ...each, reason: text, contradiction: text, source: { ...each.source!, note: text } })),
        kpis: full.kpis.slice(0, 1).map((each) => ({ ...each, name: text, value: text, target: text })),
        impact: {
          ...full.impact!,
          title: text,
          unit: text,
          outcome: text,
          reasons: [text],
          balance: [{ ...full.impact!.balance[0]!, column: text }],
        },
        roi: { ...full.roi!, filledIn: [text] },
        risks: [{ risk: text, count: 1, note: text }],
        missing: [text],
      }
      const page = read(data)
      const expected = new Set(everyElement(read(full)).map(({ name }) => name))
      expect(everyElement(page).filter(({ name }) => !expected.has(name))).toEqual([])
      const shown = text.toWellFormed()
      if (/^[\x20-\x7e]+$/.test(shown) && shown.trim() !== '') expect(textOf(named(page, 'h1')[0]!)).toContain(shown)
    }),
    { numRuns: 200 },
  )
})
