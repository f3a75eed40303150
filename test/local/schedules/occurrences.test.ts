import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { latestBetween, parseExpression } from '../../../packages/local/src/schedules/occurrences.ts'

const due = (expression: string, from: string, count: number, zone?: string) => {
  const occurrences = parseExpression(expression, Date.parse(from), zone)
  const found: string[] = []
  for (let at: number | undefined = Date.parse(from); found.length < count; ) {
    at = occurrences.next(at)
    if (at === undefined) break
    found.push(new Date(at).toISOString().slice(0, 16))
  }
  return found
}

describe('EventBridge expressions', () => {
  it.each<[string, string, string[], string?]>([
    ['rate(1 hour)', '2026-01-01T00:30Z', ['2026-01-01T01:30', '2026-01-01T02:30']],
    ['rate(5 minutes)', '2026-01-01T00:00Z', ['2026-01-01T00:05', '2026-01-01T00:10']],
    ['cron(0 * ? * MON *)', '2026-01-04T23:30Z', ['2026-01-05T00:00', '2026-01-05T01:00']],
    ['cron(0/15 8-9 ? * 2-6 *)', '2026-01-02T09:40Z', ['2026-01-02T09:45', '2026-01-05T08:00']],
    ['cron(0 12 L * ? *)', '2026-01-31T12:00Z', ['2026-02-28T12:00', '2026-03-31T12:00']],
    ['cron(0 12 1W * ? *)', '2026-01-15T00:00Z', ['2026-02-02T12:00', '2026-03-02T12:00', '2026-04-01T12:00']],
    ['cron(0 12 LW * ? *)', '2026-01-15T00:00Z', ['2026-01-30T12:00', '2026-02-27T12:00']],
    ['cron(0 12 ? * 6L *)', '2026-01-15T00:00Z', ['2026-01-30T12:00', '2026-02-27T12:00']],
    ['cron(0 12 ? * TUE#2 *)', '2026-01-15T00:00Z', ['2026-02-10T12:00', '2026-03-10T12:00']],
    ['cron(0 0 29 FEB ? *)', '2026-01-01T00:00Z', ['2028-02-29T00:00', '2032-02-29T00:00']],
    ['cron(0 0 1 1 ? 2027,2029)', '2026-01-01T00:00Z', ['2027-01-01T00:00', '2029-01-01T00:00']],
    ['cron(0 0 31 4 ? *)', '2026-01-01T00:00Z', []],
    ['cron(0 9 ? * MON *)', '2026-03-23T12:00Z', ['2026-03-30T07:00', '2026-04-06T07:00'], 'Europe/Berlin'],
  ])('%s after %s', (expression, from, expected, zone) => {
    expect(due(expression, from, expected.length || 1, zone)).toEqual(expected)
  })

  it('skips a time that does not exist in spring', () => {
    // 29 March 2026: 02:00 → 03:00 in Berlin.
    expect(due('cron(30 2 * * ? *)', '2026-03-28T00:00Z', 2, 'Europe/Berlin')).toEqual([
      '2026-03-28T01:30',
      '2026-03-30T00:30',
    ])
  })

  it('runs once, the first time, when a time comes twice in autumn', () => {
    // 25 October 2026: 03:00 → 02:00 in Berlin.
    expect(due('cron(30 2 * * ? *)', '2026-10-24T12:00Z', 2, 'Europe/Berlin')).toEqual([
      '2026-10-25T00:30',
      '2026-10-26T01:30',
    ])
  })

  it('takes a day in a rate for 24 hours', () => {
    expect(due('rate(1 day)', '2026-03-28T12:00Z', 2, 'Europe/Berlin')).toEqual([
      '2026-03-29T12:00',
      '2026-03-30T12:00',
    ])
  })

  it.each([
    'rate(1 hours)',
    'rate(2 hour)',
    'rate(0 days)',
    'cron(0 9 * * *)',
    'cron(0 9 * * MON *)',
    'cron(0 9 ? * ? *)',
  ])('refuses %s', (expression) => expect(() => parseExpression(expression, 0)).toThrow(SyntaxError))
  it.each(['cron(60 9 * * ? *)', 'cron(0 9 * 13 ? *)', 'cron(0 9 ? * 0 *)', 'cron(0/0 9 * * ? *)', 'every hour'])(
    'refuses %s as well',
    (expression) => expect(() => parseExpression(expression, 0)).toThrow(SyntaxError),
  )
  it('refuses an unknown zone', () => {
    expect(() => parseExpression('cron(0 9 * * ? *)', 0, 'Europe/Atlantis')).toThrow(RangeError)
  })

  it('finds the latest of many missed ones, as counting up would', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('rate(7 hours)', 'cron(0/20 * * * ? *)', 'cron(0 9 ? * MON *)', 'cron(0 0 1 * ? *)'),
        fc.integer({ min: 0, max: 90 * 24 * 60 }),
        (expression, minutes) => {
          const after = Date.parse('2026-01-01T00:00Z')
          const until = after + minutes * 60_000
          const occurrences = parseExpression(expression, after)
          let latest: number | undefined
          for (let at = occurrences.next(after); at !== undefined && at <= until; at = occurrences.next(at)) latest = at
          expect(latestBetween(occurrences, after, until)).toBe(latest)
        },
      ),
      { numRuns: 25 },
    )
  })
})
