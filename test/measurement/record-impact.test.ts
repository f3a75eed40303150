import { recordImpact } from '@pilotgate/core/measurement/impact/record-impact'
import { reckonRoi } from '@pilotgate/core/measurement/roi/reckon-roi'
import { roiRequest } from '@pilotgate/core/measurement/roi/roi-request'
import { describe, expect, test } from 'vitest'
import { example } from './roi/inputs.ts'
import { measurementWorld, start } from './world.ts'

const { store, scope, programId, work, as, person, told, write } = await measurementWorld()
const analyst = as('ana', 'hr analytics')
await person('ana', 'hr analytics')

/** Twelve participants who are 10 days faster than the twelve people like them. */
const rows = Array.from({ length: 24 }, (_, row) => {
  const treated = row < 12 ? 1 : 0
  const tenure = ((row * 5) % 12) + treated * (row % 3)
  return `X${row},${treated},${46 - treated * 10},${tenure},${row % 2 ? 'lead' : 'head'}`
})
const csv = ['ID;Took part;Days;Tenure years;Role'.replaceAll(';', ','), ...rows].join('\n')
const options = { covariates: ['Tenure years'], treatment: 'took part', outcome: 'Days', unit: 'days', caliper: null }
const measure = (text = csv, more: object = {}) =>
  recordImpact(work(), analyst, programId, {
    title: 'Days to approval',
    better: 'lower',
    csv: text,
    options: { ...options, ...more },
  })
const problems = (run: Promise<unknown>) =>
  run.then(
    () => [],
    (error: { problems: { field: string }[] }) => error.problems.map(({ field }) => field),
  )

describe('an impact report', () => {
  test('is measured from the file and kept, with its event', async () => {
    const record = await measure()
    expect(record).toMatchObject({ id: expect.stringMatching(/^IMPACT\./), by: 'ana', at: start, version: 1 })
    expect(record.report.effect!.estimate).toBeCloseTo(-10, 0)
    expect(await store.get('impact', scope, record.id)).toEqual(JSON.parse(JSON.stringify(record)))
    expect((await told()).at(-1)).toMatchObject({ type: 'impact.measured', impactId: record.id })
  })

  test('keeps nothing of the people but the pseudonyms of the pairs', async () => {
    const kept = JSON.stringify((await measure()).report)
    expect(kept).toContain('"X3"')
    // 41 days of one person and a role are nowhere.
    expect(kept).not.toMatch(/head|lead|"outcome":\d/)
  })

  test.each([
    ['a name', 'X1,', 'Ana Adler,'],
    ['an address', 'X1,', 'ana@nw.test,'],
    ['the id of a member', 'X1,', 'ana,'],
  ])('%s is no pseudonym', async (_, from, to) => {
    expect(await problems(measure(csv.replace(`\n${from}`, `\n${to}`)))).toEqual(['row 3, id'])
  })

  test('what cannot be read is named by row and column', async () => {
    expect(await problems(measure(csv.replace('X1,1,', 'X1,maybe,')))).toEqual(['row 3, took_part'])
    expect(await problems(measure(csv.replace(/X1,1,\d+/, 'X1,1,soon')))).toEqual(['row 3, days'])
    expect(await problems(measure(csv.replaceAll(/,0,/g, ',1,')))).toEqual(['took_part'])
    expect(await problems(measure(csv, { covariates: ['shoe size'] }))).toEqual(['csv'])
  })

  test('of groups that are alike in everything is kept, too', async () => {
    const alike = Array.from(
      { length: 24 },
      (_, row) => `X${row},${row < 12 ? 1 : 0},${row < 12 ? 36 : 46},${row % 12}`,
    )
    const { report } = await measure(['id,took part,days,tenure years', ...alike].join('\n'))
    expect(report.balance.map(({ before }) => before.difference)).toEqual([0, 0])
  })

  test('takes as many people as a request can compare', async () => {
    const many = Array.from({ length: 5001 }, (_, row) => `X${row},${row % 2},1,2`)
    expect(await problems(measure(['id,took part,days,tenure years', ...many].join('\n')))).toEqual(['csv'])
  })

  test('has the attestations of the last gate that asked managers beside it', async () => {
    expect((await measure()).report.attestations).toBeNull()
    const condition = (part: number) => ({
      fact: 'managers-confirm-progress',
      result: 'pass' as const,
      reason: 'x',
      value: { kind: 'ratio' as const, part, whole: 20 },
    })
    const look = (at: string, part: number) => ({
      round: 1,
      at,
      outcome: 'pass' as const,
      value: '',
      reasons: [],
      conditions: [condition(part)],
    })
    const gate = {
      status: 'closed' as const,
      opensAt: start,
      checksAt: start,
      round: 1,
      votes: [],
      decisions: [],
      reminders: 0,
    }
    const evaluations = [look('2027-03-05T15:00:00.000Z', 9), look('2027-03-12T15:00:00.000Z', 12)]
    await write({ kind: 'gate', record: { ...scope, id: 'W11', version: 0, ...gate, evaluations }, expect: 0 })
    expect((await measure()).report.attestations).toEqual({ confirmed: 12, asked: 20, share: 0.6 })
    const given = { confirmed: 3, asked: 10 }
    expect((await measure(csv, { attestations: given })).report.attestations).toMatchObject(given)
  })
})

describe('a return on investment', () => {
  const { benefits, costs, ...rest } = example()
  const request = roiRequest.parse({
    ...rest,
    benefits: [{ ...benefits[0], counterfactual: undefined, observed: undefined, impact: 'latest' }],
    costs: { ...costs, coachHours: undefined },
  })

  test('takes the measured difference and the hours of sessions held, and is kept with both', async () => {
    const session = { engagementId: 'E', startsAt: start, minutes: 60, sequence: 0, topics: [], actionItems: 1 }
    for (const [number, status] of (['attended', 'attended', 'cancelled', 'no-show'] as const).entries()) {
      await write({
        kind: 'session',
        record: { ...scope, id: `E.S00${number}`, version: 0, ...session, status },
        expect: 0,
      })
    }
    const record = await reckonRoi(work(), analyst, programId, request)
    expect(record.inputs.costs.coachHours.likely).toBe(2)
    expect(record.inputs.benefits[0]!.effect!.likely).toBeCloseTo(10, 0)
    expect(record.result.status).toBe('range')
    expect(record.filledIn).toHaveLength(2)
    expect(await store.get('roi', scope, record.id)).toEqual(JSON.parse(JSON.stringify(record)))
    expect((await told()).at(-1)).toMatchObject({ type: 'roi.reckoned', roiId: record.id })
  })

  test('reckoned again is a new record', async () => {
    const [one, other] = [
      await reckonRoi(work(), analyst, programId, request),
      await reckonRoi(work(), analyst, programId, request),
    ]
    expect(other.id > one.id).toBe(true)
    expect(other.result).toEqual(one.result)
  })
})
